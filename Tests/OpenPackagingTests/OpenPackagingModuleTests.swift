import Testing

@Suite struct OpenPackagingModuleTests {}
