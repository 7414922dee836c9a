import Diagnostics

extension DelimitedReader {
  /// Reads the next record; false at the end of the text.
  ///
  /// - Throws: ``DelimitedTextError`` with the position, ``TextEncodingError``, ``ByteSourceError``,
  ///   or `LimitExceeded` for `text-bytes`.
  package mutating func next() throws -> Bool {
    count = 0
    recordStart = position
    line = currentLine
    state = .fieldStart
    hasApostrophe = false
    if skipsLineFeed {
      if position == end { try fill(atLeast: 1) }
      if position < end, buffer[position] == 0x0A { position += 1 }
      recordStart = position
      skipsLineFeed = false
    }
    startField()
    while true {
      if try scanBuffer() { break }
      try checkOpenField()
      let before = end - recordStart
      try fill(atLeast: 1)
      if end - recordStart == before {
        guard try finishText() else { return false }
        break
      }
    }
    row += 1
    if row > maximumRows {
      throw limitError(.rows, at: 0, line: line, column: 1)
    }
    if removesFormulaGuard, hasApostrophe { removeGuards() }
    return true
  }

  /// Scans the buffered text; returns true at the end of the record.
  private mutating func scanBuffer() throws -> Bool {
    let delimiter = dialect.delimiter
    let marks = FieldMarks(delimiter: delimiter)
    while position < end {
      switch state {
      case .fieldStart:
        if buffer[position] == 0x22 {
          state = .quoted
          (quoteOffset, quoteLine) = (position - recordStart, currentLine)
          position += 1
          (fieldStart, writeOffset) = (position - recordStart, position - recordStart)
          // Quoted fields are checked when the record is complete.
          hasApostrophe = true
        } else {
          if buffer[position] == 0x27 { hasApostrophe = true }
          state = .unquoted
        }
      case .unquoted:
        let scan = marks.first(in: buffer, from: position, to: end)
        position = scan
        writeOffset = scan - recordStart
        if scan < end, try endField(quoted: false) { return true }
      case .quoted:
        scanQuoted()
      case .afterQuote:
        let byte = buffer[position]
        if byte == 0x22 {
          buffer[recordStart + writeOffset] = byte
          writeOffset += 1
          position += 1
          state = .quoted
        } else {
          state = .afterClosedQuote
        }
      case .afterClosedQuote:
        var scan = position
        while scan < end {
          let byte = buffer[scan]
          if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
          buffer[recordStart + writeOffset] = byte
          writeOffset += 1
          scan += 1
        }
        position = scan
        if scan < end, try endField(quoted: true) { return true }
      }
    }
    return false
  }

  /// Scans quoted text up to the next quote or the end of the buffer, and closes the gap that doubled quotes
  /// left.
  private mutating func scanQuoted() {
    let start = position
    var scan = start
    while scan < end {
      let byte = buffer[scan]
      if byte <= 0x22 {
        if byte == 0x22 { break }
        if byte == 0x0A {
          // CRLF is one line end; the byte before is in the buffer, at least the opening quote.
          if buffer[scan - 1] != 0x0D { currentLine += 1 }
        } else if byte == 0x0D {
          currentLine += 1
        }
      }
      scan &+= 1
    }
    let target = recordStart + writeOffset
    if target != start { (buffer + target).update(from: buffer + start, count: scan - start) }
    writeOffset += scan - start
    position = scan
    guard scan < end else { return }
    position += 1
    state = .afterQuote
  }

  /// Ends the field at the delimiter or line end at `position`; returns true at the end of the record.
  private mutating func endField(quoted: Bool) throws -> Bool {
    let byte = buffer[position]
    position += 1
    try appendField(quoted: quoted)
    if byte == dialect.delimiter {
      startField()
      state = .fieldStart
      return false
    }
    currentLine += 1
    if byte == 0x0D {
      if position < end {
        if buffer[position] == 0x0A { position += 1 }
      } else {
        skipsLineFeed = true
      }
    }
    return true
  }

  private mutating func startField() {
    fieldStart = position - recordStart
    writeOffset = fieldStart
  }

  private mutating func appendField(quoted: Bool) throws {
    if writeOffset - fieldStart > maximumFieldBytes {
      throw limitError(.fieldBytes, at: fieldStart, line: quoteOrLine(quoted), column: count + 1)
    }
    if count == maximumColumns {
      throw limitError(.columns, at: fieldStart, line: quoteOrLine(quoted), column: count + 1)
    }
    if count == fieldCapacity { growFields() }
    (fields + count).initialize(
      to: Field(start: fieldStart, end: writeOffset, wasQuoted: quoted, wasGuarded: false))
    count += 1
  }

  private func quoteOrLine(_ quoted: Bool) -> Int { quoted ? quoteLine : currentLine }

  private mutating func growFields() {
    let larger = UnsafeMutablePointer<Field>.allocate(capacity: fieldCapacity * 2)
    larger.moveInitialize(from: fields, count: count)
    fields.deallocate()
    fields = larger
    fieldCapacity *= 2
  }

  /// Ends the last record, which has no line end; returns false if there is none.
  private mutating func finishText() throws -> Bool {
    switch state {
    case .fieldStart where count == 0: return false
    case .quoted:
      throw DelimitedTextError.unterminatedQuote(
        opened: place(at: quoteOffset, line: quoteLine, column: count + 1))
    case .fieldStart, .unquoted: try appendField(quoted: false)
    case .afterQuote, .afterClosedQuote: try appendField(quoted: true)
    }
    position = end
    return true
  }

  private mutating func removeGuards() {
    for index in 0..<count {
      let field = fields[index]
      guard field.end > field.start, buffer[recordStart + field.start] == 0x27,
        FormulaGuard.isGuarded(bytes(at: index))
      else { continue }
      fields[index].start += 1
      fields[index].wasGuarded = true
    }
  }
}

// MARK: - Limits and places

extension DelimitedReader {
  /// Throws for an open field or record that already exceeds its limit.
  private func checkOpenField() throws {
    guard writeOffset - fieldStart > maximumFieldBytes else {
      guard end - recordStart <= limits[.recordBytes] else {
        throw limitError(.recordBytes, at: 0, line: line, column: 1)
      }
      return
    }
    switch state {
    case .quoted, .afterQuote:
      throw DelimitedTextError.limitInQuotes(
        LimitExceeded(limit: .fieldBytes, bound: maximumFieldBytes),
        opened: place(at: quoteOffset, line: quoteLine, column: count + 1))
    case .fieldStart, .unquoted, .afterClosedQuote:
      throw limitError(.fieldBytes, at: fieldStart, line: currentLine, column: count + 1)
    }
  }

  private func limitError(
    _ limit: Limit, at offset: Int, line: Int, column: Int
  ) -> DelimitedTextError {
    .limit(
      LimitExceeded(limit: limit, bound: limits[limit]),
      place(at: offset, line: line, column: column))
  }

  private func place(at offset: Int, line: Int, column: Int) -> TextPlace {
    let isSameBytes = decoder.encoding == nil || decoder.encoding == .utf8
    let byteOffset = decoder.markByteCount + droppedByteCount + recordStart + offset
    return TextPlace(line: line, column: column, byteOffset: isSameBytes ? byteOffset : nil)
  }
}

// MARK: - The buffer

extension DelimitedReader {
  /// Drops the records before the current one and reads until `minimum` bytes follow `position` or the text
  /// ends.
  mutating func fill(atLeast minimum: Int) throws {
    if recordStart > 0 {
      buffer.update(from: buffer + recordStart, count: end - recordStart)
      droppedByteCount += recordStart
      end -= recordStart
      position -= recordStart
      recordStart = 0
    }
    while !isAtEnd, end - position < minimum {
      if capacity - end < 64 << 10 { growBuffer() }
      let free = UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end)
      let read = try decoder.read(into: free)
      if read == 0 { isAtEnd = true }
      end += read
    }
  }

  private mutating func growBuffer() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    larger.update(from: buffer, count: end)
    buffer.deallocate()
    buffer = larger
    capacity *= 2
  }
}
