extension NumberFormat {
  /// The format with the built-in ID `id`, which files need not define; nil for other IDs.
  ///
  /// IDs 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean Excel; the codes here are those of
  /// simplified Chinese. IDs 71 to 81 are dates in Thai Excel.
  ///
  /// Source: ECMA-376-1:2016, 18.8.30, the tables for all languages, zh-cn and th-th.
  public static func builtIn(_ id: Int) -> NumberFormat? {
    builtInCodes[id].map { NumberFormat(id: id, code: $0) }
  }

  private static let builtInCodes: [Int: String] = [
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: ##""$"#,##0_);\("$"#,##0\)"##, 6: ##""$"#,##0_);[Red]\("$"#,##0\)"##,
    7: ##""$"#,##0.00_);\("$"#,##0.00\)"##, 8: ##""$"#,##0.00_);[Red]\("$"#,##0.00\)"##,
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    27: #"yyyy"年"m"月""#, 28: #"m"月"d"日""#, 29: #"m"月"d"日""#, 30: "m-d-yy",
    31: #"yyyy"年"m"月"d"日""#, 32: #"h"时"mm"分""#, 33: #"h"时"mm"分"ss"秒""#,
    34: #"上午/下午h"时"mm"分""#, 35: #"上午/下午h"时"mm"分"ss"秒""#, 36: #"yyyy"年"m"月""#,
    37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    41: ##"_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)"##,
    42: ##"_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)"##,
    43: ##"_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)"##,
    44: ##"_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)"##,
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
    50: #"yyyy"年"m"月""#, 51: #"m"月"d"日""#, 52: #"yyyy"年"m"月""#, 53: #"m"月"d"日""#,
    54: #"m"月"d"日""#, 55: #"上午/下午h"时"mm"分""#, 56: #"上午/下午h"时"mm"分"ss"秒""#,
    57: #"yyyy"年"m"月""#, 58: #"m"月"d"日""#,
    71: "d/m/bbbb", 72: "d-mmm-bb", 73: "d-mmm", 74: "mmm-bb", 75: "h:mm", 76: "h:mm:ss",
    77: "d/m/bbbb h:mm", 78: "mm:ss", 79: "[h]:mm:ss", 80: "mm:ss.0", 81: "d/m/bb",
  ]
}
