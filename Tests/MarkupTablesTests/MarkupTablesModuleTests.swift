import Testing

@Suite struct MarkupTablesModuleTests {}
