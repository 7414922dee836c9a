import Testing

@Suite struct ReportFilesModuleTests {}
