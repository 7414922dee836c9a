import Testing

@Suite struct ReportModelModuleTests {}
