import Spreadsheets
import Testing

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      ("General", .number), ("", .number), ("0.00", .number), ("#,##0 ;[Red](#,##0)", .number),
      ("0.00E+00", .number), ("##0.0e-0", .number), ("\"day\" 0", .number), ("\\d0", .number),
      ("0_d", .number), ("*d0", .number), ("[Red]0", .number), ("[$¥-804]#,##0", .number),
      ("[$-F800]0", .number), ("@", .text), ("G/通用格式", .number), ("G/通用格式\"元\"", .number),
      ("[DBNum2][$-804]G/通用格式", .number), ("# ?/?", .number),
      ("yyyy-mm-dd", .date), ("mm-dd-yy", .date), ("d-mmm", .date), ("mmm-yy", .date),
      ("m/d;@", .date),
      ("[$-411]ggge\"年\"m\"月\"d\"日\";@", .date), ("[DBNum1][$-804]yyyy\"年\"m\"月\"", .date),
      ("yyyy\"年\"m\"月\"d\"日\"", .date), ("MM/DD/YYYY", .date),
      ("[$-F800]dddd\\,\\ mmmm\\ dd", .date),
      ("m/d/yy h:mm", .date), ("h:mm d", .date), ("e", .date), ("bbbb", .date), ("mmmmm", .date),
      ("h:mm", .time), ("h:mm:ss AM/PM", .time), ("上午/下午h\"时\"mm\"分\"", .time), ("mm:ss", .time),
      ("mmss.0", .time), ("[$-F400]h:mm:ss\\ AM/PM", .time), ("h", .time), ("ss.000", .time),
      ("[h]:mm", .elapsed), ("[mm]:ss", .elapsed), ("[ss]", .elapsed), ("[HH]:MM", .elapsed),
      ("[h]:mm;@", .elapsed),
    ] as [(String, NumberFormat.Kind)])
  func `knows what a code makes of a number`(code: String, kind: NumberFormat.Kind) {
    #expect(NumberFormat(id: 164, code: code).kind == kind)
  }

  @Test func `knows the built-in formats, the Chinese ones among them`() {
    for id in [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58] {
      #expect(NumberFormat.builtIn(id)?.kind == .date, "\(id)")
    }
    for id in [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56] {
      #expect(NumberFormat.builtIn(id)?.kind == .time, "\(id)")
    }
    #expect(NumberFormat.builtIn(46)?.kind == .elapsed)
    #expect(NumberFormat.builtIn(49)?.kind == .text)
    for id in Array(0...13) + Array(37...44) + [48] {
      #expect(NumberFormat.builtIn(id)?.kind == .number, "\(id)")
    }
    #expect(NumberFormat.builtIn(164) == nil)
    #expect(NumberFormat.general.isGeneral)
    #expect(!NumberFormat.general.isDate)
  }

  @Test func `chooses the section by sign and by condition`() {
    let bySign = NumberFormat(id: 164, code: "yyyy;0;@")
    #expect(bySign.kind(of: 1) == .date)
    #expect(bySign.kind(of: -1) == .number)
    #expect(bySign.kind(of: 0) == .text)
    let byBound = NumberFormat(id: 164, code: "[<1]h:mm;[>=100]0;yyyy")
    #expect(byBound.kind(of: 0.5) == .time)
    #expect(byBound.kind(of: 100) == .number)
    #expect(byBound.kind(of: 50) == .date)
  }

  @Test func `reads a long and senseless code in linear time`() {
    let code =
      String(repeating: "[h]", count: 20_000) + String(repeating: ";", count: 5_000) + "\""
      + String(repeating: "m", count: 20_000) + String(repeating: "\\", count: 20_001)
    #expect(NumberFormat(id: 164, code: code).kind == .elapsed)
    #expect(NumberFormat(id: 164, code: String(repeating: "m.", count: 50_000)).kind == .date)
  }
}
