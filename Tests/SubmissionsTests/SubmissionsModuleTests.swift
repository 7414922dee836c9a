import Testing

@Suite struct SubmissionsModuleTests {}
