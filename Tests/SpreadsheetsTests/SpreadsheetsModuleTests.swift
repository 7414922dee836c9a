import Testing

@Suite struct SpreadsheetsModuleTests {}
