import Spreadsheets
import Testing

/// What tables of others do not cover: Chinese formats, 1904, what overflows.
@Suite struct DisplayFormatTests {
  static func shown(_ value: Double, _ code: String, _ system: DateSystem = .from1900) -> String {
    DisplayFormat(NumberFormat(id: 164, code: code)).text(of: value, in: system)
  }

  @Test(arguments: [
    ("yyyy\"年\"m\"月\"d\"日\"", "2021年12月31日"), ("[$-804]yyyy年m月d日", "2021年12月31日"),
    ("[$-804]dddd", "星期五"), ("[$-804]ddd", "周五"), ("[$-804]aaaa", "星期五"),
    ("[$-804]aaa", "五"), ("[$-804]mmm", "12月"), ("[$-804]mmmm", "十二月"),
    ("[$-404]ddd", "週五"), ("[$-411]aaaa", "金曜日"), ("[$-409]dddd, mmmm d", "Friday, December 31"),
    ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "二〇二一年十二月三十一日"),
    ("[DBNum2][$-804]yyyy\"年\"m\"月\"d\"日\"", "贰零贰壹年壹拾贰月叁拾壹日"),
    ("[DBNum3][$-804]yyyy\"年\"m\"月\"d\"日\"", "２０２１年１２月３１日"),
    ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "Friday, December 31, 2021"),
    ("上午/下午h\"时\"mm\"分\"", "下午6时00分"), ("[$-804]AM/PM h:mm", "下午 6:00"),
    ("yy.m.d h:mm:ss.00", "21.12.31 18:00:00.00"), ("[mm]:ss", "64168920:00"), ("e", "2021"),
    ("bbbb", "2564"), ("mmmmm", "D"), ("[$-zh-CN]ddd", "周五"), ("[$-zh-Hant-HK]ddd", "週五"),
    ("[$-7804]dddd", "星期五"), ("[$-ja-JP-x-gannen,80]aaaa", "金曜日"), ("[$-x-sysdate]ddd", "Fri"),
  ]) func showsDates(_ code: String, _ text: String) {
    #expect(Self.shown(44561.75, code) == text)
  }

  @Test(arguments: [
    ("[DBNum1][$-804]G/通用格式", 10203.5, "一万〇二百〇三.五"), ("[DBNum1]General", 15.0, "一十五"),
    ("[DBNum2][$-804]General", 15.0, "壹拾伍"), ("[DBNum2]General", 20_0000_0003.0, "贰拾亿零叁"),
    ("[DBNum1]General", 0.0, "〇"), ("[DBNum1]0", 203.0, "二〇三"), ("[DBNum3]0", 123.0, "１２３"),
    ("[DBNum1]General", 1_0001_0000.0, "一亿〇一万"),
  ]) func countsInChinese(_ code: String, _ value: Double, _ text: String) {
    #expect(Self.shown(value, code) == text)
  }

  @Test func countsDaysAsTheWorkbookDoes() {
    #expect(Self.shown(0, "yyyy-mm-dd ddd", .from1904) == "1904-01-01 Fri")
    #expect(Self.shown(60, "yyyy-mm-dd", .from1900) == "1900-02-29")
    #expect(Self.shown(60, "yyyy-mm-dd", .from1899) == "1900-02-28")
    #expect(Self.shown(1, "ddd", .from1900) == "Sun")
    #expect(Self.shown(2_958_465.999, "yyyy-mm-dd h", .from1900) == "9999-12-31 23")
  }

  @Test(arguments: [-1.0, 2_958_466, 1e300]) func showsHashesForWhatIsNoDate(_ serial: Double) {
    #expect(Self.shown(serial, "yyyy-mm-dd") == "########")
    #expect(Self.shown(serial, "[h]:mm") == "########")
  }

  @Test(arguments: [
    ("0.00", -0.001, "-0.00"), ("0.00", -0.0, "0.00"), ("General", -0.0, "0"), (";;;", 5.0, ""),
    ("0;", -5.0, ""), ("[Red]", 5.0, ""), ("\"", 5.0, ""), ("0.0.0", 1.25, "1.2.5"),
    ("0%%", 0.5, "5000%%"), ("0/0/0", 0.5, "1/2/0"), ("0E+0E+0", 12.0, "1E+01"),
    ("General", 1e300, "1E+300"), ("0", 1e21, "1000000000000000000000"),
    ("General", 99_999_999_999.9, "1E+11"), ("[>5]0", 3.0, "3"),
    ("0!.0,\"万元\"", 12_500.0, "1.3万元"), ("0!", 5.0, "5!"),
    ("#,##0,,\"M\"", 12_345_678.0, "12M"), ("# ?/99999999999", 0.5, " 1/99999999999"),
  ]) func takesWhateverAFileSays(_ code: String, _ value: Double, _ text: String) {
    #expect(Self.shown(value, code) == text)
  }

  @Test func showsCells() {
    let place = CellReference(row: 1, column: 1)
    func shown(_ value: CellValue, _ code: String = "General") -> String {
      Cell(place, value, format: NumberFormat(id: 164, code: code)).displayedText()
    }
    #expect(shown(.number(0.5), "0%") == "50%")
    #expect(shown(.text("a"), "0;0;0;\"<\"@\">\"") == "<a>")
    #expect(shown(.text("a")) == "a")
    #expect(shown(.boolean(true)) == "TRUE")
    #expect(shown(.error(.notAvailable), "0.00") == "#N/A")
    #expect(shown(.empty, "0.00") == "")
    #expect(shown(.dateText("2021-12-31"), "d/m/yy") == "31/12/21")
  }
}
