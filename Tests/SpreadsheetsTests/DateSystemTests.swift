import Spreadsheets
import Testing

@Suite struct DateSystemTests {
  static let date = NumberFormat(id: 164, code: "yyyy-mm-dd")
  static let time = NumberFormat(id: 165, code: "h:mm")
  static let elapsed = NumberFormat(id: 166, code: "[h]:mm")

  @Test(
    arguments: [
      (1, "1900-01-01"), (59, "1900-02-28"), (60, nil), (60.5, nil), (61, "1900-03-01"),
      (45_351, "2024-02-29"), (45_000.75, "2023-03-15T18:00:00"), (2_958_465, "9999-12-31"),
      (2_958_466, nil), (1e10, nil), (-1, nil), (-0.5, nil), (0, "00:00:00"), (0.5, "12:00:00"),
      (45_000.5000058, "2023-03-15T12:00:00.501"), (45_000.99999999999, "2023-03-16"),
      (2_958_465.999999999, "9999-12-31T23:59:59.999"), (.infinity, nil), (.nan, nil),
    ] as [(Double, String?)])
  func `tells dates from 1900, with the leap day that never was`(serial: Double, text: String?) {
    #expect(DateSystem.from1900.text(of: serial, format: Self.date) == text)
  }

  @Test(
    arguments: [
      (0, "1904-01-01"), (0.5, "1904-01-01T12:00:00"), (1, "1904-01-02"), (43_889, "2024-02-29"),
      (2_957_003, "9999-12-31"), (2_957_004, nil), (-1, nil),
    ] as [(Double, String?)])
  func `tells dates from 1904`(serial: Double, text: String?) {
    #expect(DateSystem.from1904.text(of: serial, format: Self.date) == text)
  }

  @Test(
    arguments: [(0, "1899-12-30"), (2, "1900-01-01"), (60, "1900-02-28"), (61, "1900-03-01")]
      as [(Double, String)])
  func `tells dates without the leap day that never was`(serial: Double, text: String) {
    #expect(DateSystem.from1899.text(of: serial, format: Self.date) == text)
  }

  @Test(
    arguments: [
      (0, "00:00:00"), (0.25, "06:00:00"), (0.459375, "11:01:30"), (0.64604166, "15:30:17.999"),
      (0.99999999999, "23:59:59.999"), (45_000.5, "2023-03-15T12:00:00"), (-0.5, nil),
    ] as [(Double, String?)])
  func `tells times of day`(serial: Double, text: String?) {
    #expect(DateSystem.from1900.text(of: serial, format: Self.time) == text)
  }

  @Test(
    arguments: [
      (0, "PT0S"), (1.5208333333333333, "PT36H30M"), (10.6320601851852, "PT255H10M10S"),
      (0.5 / 86_400, "PT0.5S"), (1.0 / 24, "PT1H"), (-1, nil), (1e300, nil),
    ] as [(Double, String?)])
  func `tells elapsed times as durations`(serial: Double, text: String?) {
    #expect(DateSystem.from1900.text(of: serial, format: Self.elapsed) == text)
  }

  @Test func `a number in another format stays a number`() {
    #expect(DateSystem.from1900.text(of: 45_000, format: .general) == nil)
    #expect(DateSystem.from1900.text(of: 45_000, format: NumberFormat(id: 49, code: "@")) == nil)
  }

  @Test(
    arguments: [
      ("2024-02-29", 45_351), ("2024-02-29T12:00:00", 45_351.5), ("1900-02-28", 59),
      ("1900-03-01", 61), ("06:00", 0.25), ("T06:00:00Z", 0.25), ("06:00:00+08:00", 0.25),
      ("2024-02-30", nil), ("2024-13-01", nil), ("24:00:00", nil), ("2024-02", nil), ("", nil),
      ("2024-02-29T", nil), ("2024-02-29T12", nil), ("12:00:00.", nil),
    ] as [(String, Double?)])
  func `reads ISO 8601`(text: String, serial: Double?) {
    #expect(DateSystem.from1900.serial(ofText: text) == serial)
  }

  @Test func `every day comes back`() {
    for system in [DateSystem.from1900, .from1904, .from1899] {
      for serial in stride(from: 61.0, to: 2_957_000, by: 997) {
        let text = system.dateText(of: serial)
        #expect(text.flatMap { system.serial(ofText: $0) } == serial)
      }
    }
  }
}
