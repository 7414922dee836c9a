import Testing

@Suite struct InteropModuleTests {}
