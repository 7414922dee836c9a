import Testing

@Suite struct LanguagesModuleTests {}
