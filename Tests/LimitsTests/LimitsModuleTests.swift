import Testing

@Suite struct LimitsModuleTests {}
