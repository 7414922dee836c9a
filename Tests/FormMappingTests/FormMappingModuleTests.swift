import Testing

@Suite struct FormMappingModuleTests {}
