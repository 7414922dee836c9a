import Testing

@Suite struct XMLStreamsModuleTests {}
