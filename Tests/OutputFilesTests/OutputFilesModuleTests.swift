import Testing

@Suite struct OutputFilesModuleTests {}
