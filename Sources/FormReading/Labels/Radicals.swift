/// The radicals that texts of PDF files have instead of ideographs, such as `⽹` for `网`.
///
/// Source: Unicode 15.0, EquivalentUnifiedIdeograph.txt, for the blocks CJK Radicals Supplement and Kangxi
/// Radicals, where the ideograph is in the Basic Multilingual Plane.
enum Radicals {
  /// A text without radicals.
  struct Unified {
    /// The text.
    var text: String
    /// The radicals that were replaced, in their order.
    var radicals: [Unicode.Scalar]
  }

  /// `text` with each radical replaced by its unified ideograph.
  ///
  /// A radical may have two ideographs, such as `户` and `戶` for `⼾`; a simplified text uses the simplified
  /// one.
  ///
  /// - Complexity: O(*n*) in the text's length.
  static func unified(_ text: String, isTraditional: Bool) -> Unified {
    guard mayHold(text) else { return Unified(text: text, radicals: []) }
    var unified = Unified(text: "", radicals: [])
    for scalar in text.unicodeScalars {
      if let ideograph = ideograph(of: scalar, isTraditional: isTraditional) {
        unified.radicals.append(scalar)
        unified.text.unicodeScalars.append(ideograph)
      } else {
        unified.text.unicodeScalars.append(scalar)
      }
    }
    return unified
  }

  /// The ideograph of `radical`; nil for a character that is not a radical.
  static func ideograph(
    of radical: Unicode.Scalar, isTraditional: Bool
  ) -> Unicode.Scalar? {
    let found: Unicode.Scalar
    switch radical.value {
    case 0x2E80...0x2EF3: found = supplement[Int(radical.value - 0x2E80)]
    case 0x2F00...0x2FD5 where isTraditional: found = kangxi[Int(radical.value - 0x2F00)]
    case 0x2F00...0x2FD5:
      let unit = CharacterVariants.folded(UInt16(radical.value))
      found = Unicode.Scalar(unit) ?? radical
    default: return nil
    }
    return found == none ? nil : found
  }

  /// Whether `text` may contain radicals.
  static func mayHold(_ text: String) -> Bool {
    // U+2E80 to U+2FD5 begin with these bytes in UTF-8, as do few other characters.
    var last: UInt8 = 0
    return text.utf8.contains { byte in
      defer { last = byte }
      return last == 0xE2 && byte >= 0xBA
    }
  }

  /// Whether a text is in traditional characters: more than one in twenty of its ideographs is traditional.
  static func isTraditional(_ texts: [String]) -> Bool {
    var (ideographs, traditional) = (0, 0)
    for scalar in texts.joined().unicodeScalars where 0x4E00...0x9FFF ~= scalar.value {
      ideographs += 1
      let unit = UInt16(scalar.value)
      if CharacterVariants.folded(unit) != unit { traditional += 1 }
    }
    return 20 * traditional > ideographs
  }

  /// The table entry of a radical without an ideograph.
  private static let none: Unicode.Scalar = "　"

  /// The ideographs of the radicals from U+2E80 on, in order.
  private static let supplement = Array(
    """
    　厂乛乚乙亻冂　刀刂卜㔾小小兀尣尢　巳幺彑彐忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王　目示礻　糹纟罓罒㓁冗　羊　　耂肀聿肉　艹艹艹虎衤覀西见角　讠贝　车辶辶辶邑钅長镸长门　阝雨青韦页风飞食　飠饣　\
    马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
    """.unicodeScalars)

  /// The ideographs of the radicals from U+2F00 on, in order.
  private static let kangxi = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
    用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍\
    黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """.unicodeScalars)
}
