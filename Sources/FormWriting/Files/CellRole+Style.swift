import FormReading
import Spreadsheets

extension CellFont {
  /// The font of cells and of running text: every Chinese system has it or a substitute.
  static let body = CellFont(name: "宋体", size: 11)

  /// The font of headings.
  static func heading(_ size: Double) -> CellFont {
    CellFont(name: "黑体", size: size, isBold: true)
  }
}

extension CellRole {
  /// The style of a cell of this role.
  var style: CellStyle {
    CellStyle(
      font: font, fill: fill, border: border, alignment: alignment,
      numberFormat: "General", isLocked: !isInput)
  }

  private var font: CellFont {
    switch self {
    case .title: .heading(18)
    case .heading: .heading(14)
    case .band, .columnLabel: .heading(11)
    case .explanation: CellFont(name: "宋体", size: 10, color: Palette.muted)
    case .link: CellFont(name: "宋体", size: 11, isUnderlined: true, color: Palette.link)
    case .prose: CellFont(name: "宋体", size: 12)
    default: .body
    }
  }

  private var fill: CellFill {
    switch self {
    case .band: .solid(Palette.band)
    case .columnLabel, .groupLabel, .rowLabel: .solid(Palette.label)
    case .total: .solid(Palette.total)
    case .unused: .pattern(.lightUp, foreground: Palette.rule, background: .white)
    default: .none
    }
  }

  private var border: CellBorder {
    switch self {
    case .title, .heading, .explanation: .none
    case .prose, .mark: .box(BorderLine(.thin, color: Palette.rule))
    default: .box(.thin)
    }
  }

  private var alignment: CellAlignment {
    switch self {
    case .title: CellAlignment(horizontal: .center, vertical: .center)
    case .heading: CellAlignment(horizontal: .left, vertical: .center)
    case .explanation: CellAlignment(horizontal: .left, vertical: .center, wrapsText: true)
    case .band: CellAlignment(horizontal: .left, vertical: .center, wrapsText: true, indent: 1)
    case .columnLabel, .groupLabel, .outcome, .link, .mark:
      CellAlignment(horizontal: .center, vertical: .center, wrapsText: true)
    case .rowLabel, .listText:
      CellAlignment(horizontal: .left, vertical: .center, wrapsText: true, indent: 1)
    case .input, .total, .listValue, .unused:
      CellAlignment(horizontal: .center, vertical: .center, shrinksToFit: true)
    case .entry:
      CellAlignment(horizontal: .left, vertical: .center, wrapsText: true, indent: 1)
    case .prose: CellAlignment(horizontal: .left, vertical: .top, wrapsText: true)
    }
  }
}

extension Highlight.Meaning {
  /// The change of a cell's style.
  var style: DifferentialStyle {
    switch self {
    case .broken: DifferentialStyle(fontColor: CellColor(0x9C0006), fill: CellColor(0xFFC7CE))
    case .doubtful: DifferentialStyle(fontColor: CellColor(0x7F6000), fill: CellColor(0xFFEB9C))
    case .passed: DifferentialStyle(fontColor: CellColor(0x006100), fill: CellColor(0xE2EFDA))
    }
  }
}

/// The colours of a form, also readable in black and white print.
private enum Palette {
  static let band = CellColor(0xC6D9F1)
  static let label = CellColor(0xF2F2F2)
  static let total = CellColor(0xE7E6E6)
  static let rule = CellColor(0xBFBFBF)
  static let muted = CellColor(0x595959)
  static let link = CellColor(0x0563C1)
}
