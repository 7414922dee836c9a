import XLSXReportCommand

await Program.run()
