import Testing

@Suite struct DelimitedTextModuleTests {}
