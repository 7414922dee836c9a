import XLSXReportCommand

Program.run()
