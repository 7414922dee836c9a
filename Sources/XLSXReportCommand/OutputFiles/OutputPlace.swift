import Diagnostics

/// The destination of an output, to compare whether two outputs are one regular file.
package struct OutputPlace: Hashable, Sendable {
  /// The existing file; nil if there is none yet.
  private var file: FileIdentity?
  /// The folder and the name of a file that does not exist yet.
  private var folder: FileIdentity?
  private var name: [UInt8] = []

  /// Looks up `path`, where `-` is stdout; nil for a device, a pipe and a file that cannot be created.
  package init?(path: String) {
    if let found = path == "-" ? FileIdentity(descriptor: 1) : FileIdentity(path: path) {
      guard found.isRegular else { return nil }
      file = found
    } else {
      guard let parent = FileIdentity(path: OutputFile.folder(of: path)) else { return nil }
      folder = parent
      name = Array(path.fileNameBytes.split(separator: UInt8(ascii: "/")).last ?? [])
    }
  }
}
