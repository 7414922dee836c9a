extension XMLWriter {
  /// Writes the XML declaration: UTF-8, standalone, as office programs do.
  package mutating func declaration() {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
  }

  /// Opens an element; attributes may follow until its first content.
  @inlinable
  package mutating func start(_ name: StaticString) {
    closeTag()
    append(byte: 0x3C)
    append(name)
    openElements.append(name)
    isTagOpen = true
  }

  /// Ends the innermost open element, as `<name/>` if it is empty.
  @inlinable
  package mutating func end() {
    guard let name = openElements.popLast() else { return }
    guard !isTagOpen else {
      isTagOpen = false
      return append("/>")
    }
    append("</")
    append(name)
    append(byte: 0x3E)
  }

  /// Writes an element without content.
  package mutating func empty(_ name: StaticString) {
    start(name)
    end()
  }

  /// Writes an element that contains only text.
  package mutating func element(_ name: StaticString, _ text: String) {
    start(name)
    self.text(text)
    end()
  }

  /// Adds an attribute to the open start tag.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    beginAttribute(name)
    var value = value
    value.withUTF8 { escape($0, inAttribute: true) }
    append(byte: 0x22)
  }

  /// Adds an attribute with a whole number.
  package mutating func attribute(_ name: StaticString, _ value: Int) {
    beginAttribute(name)
    append(value)
    append(byte: 0x22)
  }

  /// Adds an attribute with a finite number in its shortest form.
  package mutating func attribute(_ name: StaticString, _ value: Double) {
    beginAttribute(name)
    append(value)
    append(byte: 0x22)
  }

  /// Adds an attribute with the value `1` or `0`.
  package mutating func attribute(_ name: StaticString, _ value: Bool) {
    attribute(name, value ? 1 : 0)
  }

  /// Adds escaped text to the open element.
  package mutating func text(_ text: String) {
    closeTag()
    var text = text
    text.withUTF8 { escape($0, inAttribute: false) }
  }

  private mutating func beginAttribute(_ name: StaticString) {
    append(byte: 0x20)
    append(name)
    append("=\"")
  }

  /// Ends the start tag, if it is open for attributes.
  @inlinable
  package mutating func closeTag() {
    guard isTagOpen else { return }
    isTagOpen = false
    append(byte: 0x3E)
  }
}
