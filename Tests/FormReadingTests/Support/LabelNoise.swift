import Foundation
import TestSupport

/// Writes labels as agencies and the programs in between do.
enum LabelNoise: String, CaseIterable {
  case none, halfWidth, spaced, broken, kangxi, traditional, otherOrdinals, noOrdinals, noQuotes,
    nonBreaking

  func callAsFunction(_ label: String) -> String {
    switch self {
    case .none: label
    case .halfWidth:
      replace(label, ["（": "(", "）": ")", "，": ",", "：": ":", "“": "\"", "”": "\""])
    case .spaced: label.count <= 6 ? label.map(String.init).joined(separator: " ") : "  \(label) "
    case .broken: broken(label)
    case .kangxi:
      replace(
        label,
        [
          "一": "⼀", "二": "⼆", "行": "⾏", "文": "⽂", "止": "⽌", "方": "⽅", "大": "⼤", "无": "⽆", "人": "⼈",
          "用": "⽤", "金": "⾦", "小": "⼩", "八": "⼋", "十": "⼗", "工": "⼯",
        ])
    case .traditional:
      replace(
        label,
        [
          "规": "規", "范": "範", "许": "許", "处": "處", "罚": "罰", "强": "強", "业": "業", "费": "費",
          "公开": "公開", "申请": "申請", "数": "數", "结": "結", "转": "轉", "总计": "總計", "维": "維", "纠": "糾",
          "审": "審", "复议": "復議", "诉讼": "訴訟", "继续": "繼續", "办": "辦", "国": "國", "组织": "組織", "单": "單",
          "万": "萬", "现": "現", "废": "廢", "发": "發", "项": "項", "务": "務",
        ])
    case .otherOrdinals: otherOrdinals(label)
    case .noOrdinals: withoutOrdinal(label)
    case .noQuotes: replace(label, ["“": "", "”": "", "、": ""])
    case .nonBreaking: "\u{A0}" + replace(label, ["（": "\u{3000}（"]) + "\u{200B}"
    }
  }

  private func replace(_ label: String, _ pairs: [String: String]) -> String {
    pairs.reduce(label) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
  }

  private func broken(_ label: String) -> String {
    guard label.count > 3 else { return label }
    let middle = label.index(label.startIndex, offsetBy: label.count / 2)
    return label[..<middle] + "\n" + label[middle...]
  }

  private func otherOrdinals(_ label: String) -> String {
    for (index, digit) in "123456789".enumerated() where label.hasPrefix("\(digit).") {
      let circled = String(UnicodeScalar(0x2460 + UInt32(index))!)
      return circled + label.dropFirst(2)
    }
    return label.replacingOccurrences(of: "（一）予", with: "㈠予").replacingOccurrences(
      of: "三、", with: "三 . ")
  }

  private func withoutOrdinal(_ label: String) -> String {
    if label.first?.isNumber == true, label.dropFirst().first == "." {
      return String(label.dropFirst(2))
    }
    if "一二三四".contains(label.first ?? " "), label.dropFirst().first == "、" {
      return String(label.dropFirst(2))
    }
    return label
  }
}
