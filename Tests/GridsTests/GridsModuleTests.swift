import Testing

@Suite struct GridsModuleTests {}
