import Testing

@Suite struct PlainTextModuleTests {}
