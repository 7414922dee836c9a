import Testing

@Suite struct ZipFilesModuleTests {}
