/// Folds the characters of a label to those that forms use.
enum LabelFolding {
  /// The characters of `text` without white space, each as a form writes it.
  ///
  /// The compatibility mappings are those of Unicode's NFKC for the blocks that occur in labels; a
  /// circled or bracketed number becomes the number in brackets. Two words that conversion programs
  /// translate rather than respell, 檔案 and 資訊, become 文件 and 信息.
  static func fold(_ text: String) -> [UInt16] {
    var folded: [UInt16] = []
    folded.reserveCapacity(text.utf8.count / 2)
    var previous: UInt16 = 0
    for unit in text.utf16 {
      switch (previous, unit) {
      case (0x6A94, 0x6848):
        folded[folded.count - 1] = 0x6587
        folded.append(0x4EF6)
      case (0x8CC7, 0x8A0A):
        folded[folded.count - 1] = 0x4FE1
        folded.append(0x606F)
      default: append(unit, to: &folded)
      }
      previous = unit
    }
    return folded
  }

  private static func append(_ unit: UInt16, to folded: inout [UInt16]) {
    switch unit {
    case 0x41...0x5A: folded.append(unit + 0x20)
    case 0x21...0x7E: folded.append(unit)
    case 0x00...0x20, 0x7F...0xA0, 0xAD, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F,
      0x3000, 0xFE00...0xFE0F, 0xFEFF:
      break
    case 0xFF01...0xFF5E: append(unit - 0xFEE0, to: &folded)
    case 0x2460...0x2473: appendOrdinal(unit - 0x245F, to: &folded)
    case 0x2474...0x2487: appendOrdinal(unit - 0x2473, to: &folded)
    case 0x2488...0x249B: appendOrdinal(unit - 0x2487, to: &folded)
    case 0x3220...0x3229: appendOrdinal(unit - 0x321F, to: &folded)
    case 0x3280...0x3289: appendOrdinal(unit - 0x327F, to: &folded)
    case 0x2160...0x216B: appendOrdinal(unit - 0x215F, to: &folded)
    case 0x3008, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0xFE35, 0xFE59: folded.append(0x28)
    case 0x3009, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0xFE36, 0xFE5A: folded.append(0x29)
    default: folded.append(CharacterVariants.folded(unit))
    }
  }

  private static func appendOrdinal(_ number: UInt16, to folded: inout [UInt16]) {
    folded.append(0x28)
    folded += Array(String(number).utf16)
    folded.append(0x29)
  }
}
