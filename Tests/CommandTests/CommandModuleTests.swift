import Testing

@Suite struct CommandModuleTests {}
