package import Diagnostics

/// Why bytes are not valid text, or text cannot be encoded.
package enum TextEncodingError: PhrasedError, Hashable {
  /// No encoding of this name exists.
  case unknown(name: String)
  /// The bytes at an offset, from 0, are not valid in the encoding.
  case undecodable(TextEncoding, byteOffset: Int)
  /// The text ends inside the character at a byte offset, from 0.
  case truncated(TextEncoding, byteOffset: Int)
  /// The bytes are neither UTF-8 nor GB 18030; with the offset of the first byte that is not UTF-8.
  case undetected(byteOffset: Int)
  /// A character that the output's encoding lacks, with its record and field, from 1.
  case unencodable(Unicode.Scalar, TextEncoding, row: Int, column: Int)

  /// Names the encoding and the position.
  package var phrase: Phrase {
    switch self {
    case .unknown(let name):
      let names = TextEncoding.offeredNames.joined(separator: " ")
      return Phrase(
        zh: "不认识编码 \(name)；可用的有：\(names)",
        en: "the encoding \(name) is not known; known are: \(names)")
    case .undecodable(let encoding, let offset):
      return Phrase(
        zh: "第 \(offset) 字节处不是有效的 \(encoding.name) 文字；请用 --encoding 指明文件的编码，或检查文件是否损坏",
        en: """
          byte \(offset) is not \(encoding.name) text; \
          name the file's encoding with --encoding, or see whether the file is damaged
          """)
    case .truncated(let encoding, let offset):
      return Phrase(
        zh: "文件在第 \(offset) 字节处的 \(encoding.name) 字符中间断开；请检查文件是否被截断",
        en: """
          the file ends inside the \(encoding.name) character at byte \(offset); \
          see whether it was cut off
          """)
    case .undetected(let offset):
      return Phrase(
        zh: "第 \(offset) 字节处既不是 UTF-8 也不是 GB18030 文字；请用 --encoding 指明文件的编码",
        en: """
          byte \(offset) is neither UTF-8 nor GB18030 text; \
          name the file's encoding with --encoding
          """)
    case .unencodable(let scalar, let encoding, let row, let column):
      let code = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
      return Phrase(
        zh: "第 \(row) 行第 \(column) 列的字符 U+\(padded) 无法写成 \(encoding.name)；请改用 UTF-8 输出",
        en: """
          row \(row), column \(column): the character U+\(padded) does not exist in \
          \(encoding.name); write UTF-8 instead
          """)
    }
  }
}
