#if ISAL
  import CISAL

  /// Deflates a stream piece by piece with ISA-L (`isal_deflate`, level 1) into a ``SpillFile``.
  struct StreamDeflater: ~Copyable {
    private static let outputLength = 1 << 16
    /// `ISAL_DEF_LVL1_DEFAULT`, which is not imported: tables and 64 Ki tokens.
    private static let levelLength = 288 << 10

    /// The number of input bytes.
    private(set) var size = 0
    /// CRC-32 of the input bytes.
    private(set) var checksum: UInt32 = 0

    private let stream = UnsafeMutablePointer<isal_zstream>.allocate(capacity: 1)
    private let level = UnsafeMutablePointer<UInt8>.allocate(capacity: StreamDeflater.levelLength)
    private let output = UnsafeMutableRawBufferPointer.allocate(
      byteCount: StreamDeflater.outputLength, alignment: 16)

    init() {
      isal_deflate_init(stream)
      stream.pointee.level = 1
      stream.pointee.level_buf = level
      stream.pointee.level_buf_size = UInt32(Self.levelLength)
      stream.pointee.gzip_flag = UInt16(IGZIP_DEFLATE)
    }

    deinit {
      stream.deallocate()
      level.deallocate()
      output.deallocate()
    }

    /// Deflates `bytes`, and with `isLast` ends the stream.
    mutating func append(
      _ bytes: UnsafeRawBufferPointer, isLast: Bool = false, to spill: SpillFile
    ) throws(ZipError) {
      // ISA-L counts in 32 bits.
      var rest = bytes[...]
      while rest.count > 1 << 30 {
        try deflate(UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30)), false, spill)
        rest = rest.dropFirst(1 << 30)
      }
      try deflate(UnsafeRawBufferPointer(rebasing: rest), isLast, spill)
    }

    private mutating func deflate(
      _ bytes: UnsafeRawBufferPointer, _ isLast: Bool, _ spill: SpillFile
    ) throws(ZipError) {
      let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      if !bytes.isEmpty { checksum = crc32_gzip_refl(checksum, start, UInt64(bytes.count)) }
      size += bytes.count
      stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
      stream.pointee.avail_in = UInt32(bytes.count)
      stream.pointee.end_of_stream = isLast ? 1 : 0
      repeat {
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(Self.outputLength)
        // It fails only for invalid parameters, and these are fixed.
        guard isal_deflate(stream) == COMP_OK else { return }
        let count = Self.outputLength - Int(stream.pointee.avail_out)
        try spill.append(UnsafeRawBufferPointer(rebasing: output[..<count]))
      } while stream.pointee.avail_out == 0
        || isLast && stream.pointee.internal_state.state != ZSTATE_END
    }
  }
#endif
