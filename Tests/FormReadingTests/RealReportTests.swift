import Diagnostics
import FormReading
import Foundation
import ReportModel
import TestSupport
import Testing

/// The numbers of published reports come in right from every arrangement and however labels are typed.
@Suite(.enabled(if: SharedMaterial.isPresent("real-reports")))
struct RealReportTests {
  @Test(arguments: LayoutTests.Arrangement.allCases)
  func readsPublishedReports(arrangement: LayoutTests.Arrangement) throws {
    let reader = FormReader(FormLibrary(Forms.all))
    let offset = LayoutTests.Arrangement.allCases.firstIndex(of: arrangement) ?? 0
    for (index, report) in RealReport.all.enumerated() where (index + offset) % 9 == 0 {
      let noise = LabelNoise.allCases[(index + offset) % LabelNoise.allCases.count]
      let numbers = GridPainter.Numbers.allCases[(index / 2) % GridPainter.Numbers.allCases.count]
      let painter = GridPainter(numbers: numbers, label: { noise($0) })
      let reading = try reader.read(arrangement.document(report.sample, painter), file: "x")
      let name = "\(report.number) \(arrangement) \(noise) \(numbers)"
      #expect(reading.definition.id == report.sample.definition.id, "\(name)")
      let wrong = report.sample.differences(in: reading.report)
      #expect(wrong.isEmpty, "\(name): \(wrong.prefix(5).map(\.description)) of \(wrong.count)")
      let errors = reading.findings.filter { $0.severity > .note }
      #expect(errors.isEmpty, "\(name): \(errors.prefix(3).map(\.message.en))")
    }
  }
}
