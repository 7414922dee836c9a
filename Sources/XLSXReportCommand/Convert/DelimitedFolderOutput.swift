import DelimitedText
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes each sheet as a file of its own into a folder; each appears completely or not at all.
final class DelimitedFolderOutput: ConvertOutput {
  private let folder: String
  private let pathExtension: String
  private let options: DelimitedWriter.Options
  private let open: (String) throws -> OutputFile
  private var usedNames: Set<String> = []
  private var file: OutputFile?
  private var sheet: DelimitedOutput?

  /// Writes below `folder`, which is created if it is missing; `open` opens a file's output.
  init(
    folder: String, pathExtension: String, options: DelimitedWriter.Options,
    open: @escaping (String) throws -> OutputFile
  ) throws {
    self.folder = folder
    self.pathExtension = pathExtension
    self.options = options
    self.open = open
    if mkdir(folder.systemName, 0o777) != 0 {
      let fault = SystemFault.last
      guard fault.code == EEXIST else {
        throw Failure(OutputError.cannotCreate(fault), file: folder)
      }
    }
  }

  var wantsFormulas: Bool { false }

  func beginSheet(_ name: String) throws {
    let stem = ConvertSheetName.file(forSheet: name, avoiding: &usedNames)
    let file = try open("\(folder)/\(stem).\(pathExtension)")
    self.file = file
    sheet = DelimitedOutput(
      try DelimitedWriter(ByteOutput { try file.write($0) }, options: options))
  }

  func cell(_ cell: borrowing ConvertCell) throws { try sheet?.cell(cell) }

  func endSheet() throws {
    try sheet?.endSheet()
    try sheet?.finish()
    try file?.commit()
    (sheet, file) = (nil, nil)
  }

  func finish() {}
}
