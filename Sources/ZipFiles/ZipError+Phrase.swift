package import Diagnostics

extension ZipError {
  /// The message: what was found and what to do; an entry is shown by its name.
  package var phrase: Phrase {
    switch self {
    case .cannotOpen(let fault):
      Phrase(zh: "无法打开：\(fault.phrase.zh)", en: "cannot be opened: \(fault.phrase.en)")
    case .readFailed(let fault):
      Phrase(zh: "读取失败：\(fault.phrase.zh)", en: "reading failed: \(fault.phrase.en)")
    case .writeFailed(let fault):
      Phrase(zh: "写入失败：\(fault.phrase.zh)", en: "writing failed: \(fault.phrase.en)")
    case .notAnArchive(let format): format.phrase
    case .beyondLimit(nil, let limit): limit.phrase
    case .beyondLimit(let name?, let limit):
      Phrase(
        zh: "\(Self.shown(name)) \(limit.phrase.zh)", en: "\(Self.shown(name)) \(limit.phrase.en)")
    case .truncated, .damagedDirectory, .splitArchive, .noEntries, .tooLargeToEdit, .missingEntry:
      archivePhrase
    case .encryptedEntry, .unsupportedMethod, .damagedEntry, .wrongChecksum, .wrongSize,
      .duplicateName, .overlappingEntries, .unsafeName:
      entryPhrase
    }
  }

  private var archivePhrase: Phrase {
    switch self {
    case .truncated:
      Phrase(
        zh: "文件不完整：压缩包末尾的目录缺失；请重新下载或重新导出",
        en: "the file is cut off: the directory at the archive's end is missing; "
          + "download or export it again")
    case .splitArchive:
      Phrase(
        zh: "这是分卷压缩包中的一卷；请先合并为一个文件",
        en: "this is one piece of a split archive; join the pieces first")
    case .noEntries:
      Phrase(
        zh: "压缩包里什么也没有；请重新导出工作簿",
        en: "the archive holds nothing; export the workbook again")
    case .tooLargeToEdit:
      Phrase(
        zh: "修改后的文件将超过 4 GiB 或 65535 个条目，无法保存",
        en: "the edited file would pass 4 GiB or 65,535 entries and cannot be saved")
    case .missingEntry(let name):
      Phrase(
        zh: "压缩包中没有 \(Self.shown(name))", en: "the archive has no entry \(Self.shown(name))")
    default:
      Phrase(
        zh: "压缩包的目录已损坏或自相矛盾；请用 Excel 或 WPS 打开后另存为 .xlsx",
        en: "the archive's directory is damaged or contradicts itself; "
          + "open the file in Excel or WPS and save it as .xlsx again")
    }
  }

  private var entryPhrase: Phrase {
    switch self {
    case .encryptedEntry(let name):
      Phrase(
        zh: "\(Self.shown(name)) 已加密；请提供没有密码的文件",
        en: "\(Self.shown(name)) is encrypted; supply the file without a password")
    case .unsupportedMethod(let name, let method):
      Phrase(
        zh: "\(Self.shown(name)) 的压缩方法是 \(method)，工作簿只能用 0（存储）或 8（Deflate）；请另存为 .xlsx",
        en: "\(Self.shown(name)) is compressed by method \(method), a workbook may use only "
          + "0 (stored) and 8 (deflated); save it as .xlsx again")
    case .wrongChecksum(let name):
      Phrase(
        zh: "\(Self.shown(name)) 的校验和（CRC-32）不符，文件已损坏；请重新下载或重新导出",
        en: "\(Self.shown(name)) does not match its checksum (CRC-32), the file is damaged; "
          + "download or export it again")
    case .wrongSize(let name, let declared):
      Phrase(
        zh: "\(Self.shown(name)) 的实际长度与目录所记的 \(declared) 字节不符，文件已损坏或被篡改",
        en: "\(Self.shown(name)) is not \(declared) bytes long, as the directory says; "
          + "the file is damaged or was tampered with")
    case .duplicateName(let name, let other):
      Phrase(
        zh: "压缩包中有两个同名条目（\(Self.shown(name)) 与 \(Self.shown(other))），无法确定应读哪一个",
        en: "two entries have one name (\(Self.shown(name)) and \(Self.shown(other))); "
          + "which one holds is uncertain")
    case .overlappingEntries(let name, let other):
      Phrase(
        zh: "条目 \(Self.shown(name)) 与 \(Self.shown(other)) 在压缩包中相互重叠；这样的文件不是由办公软件生成的",
        en: "the entries \(Self.shown(name)) and \(Self.shown(other)) overlap in the archive; "
          + "no office program writes such a file")
    case .unsafeName(let name):
      Phrase(
        zh: "条目名 \(Self.shown(name)) 指向压缩包之外；这样的文件不是由办公软件生成的",
        en: "the entry name \(Self.shown(name)) points outside the archive; "
          + "no office program writes such a file")
    case .damagedEntry(let name):
      Phrase(
        zh: "\(Self.shown(name)) 的压缩数据已损坏；请重新下载或重新导出",
        en: "the compressed data of \(Self.shown(name)) is damaged; download or export it again")
    default: archivePhrase
    }
  }

  /// An entry's name for a message: names can be 64 KiB long, messages are one line.
  private static func shown(_ name: String) -> String {
    name.utf8.count <= 200 ? name : "\(name.prefix(120))…"
  }
}
