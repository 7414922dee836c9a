import Testing

@Suite struct FindingsModuleTests {}
