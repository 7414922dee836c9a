#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The `errno` of a failed system call.
public struct SystemFault: PhrasedError, Hashable {
  /// The `errno`.
  public let code: Int32

  /// Makes the error for an `errno`.
  public init(code: Int32) { self.code = code }

  /// The error of the call that has just failed; read it before any other call.
  public static var last: SystemFault { SystemFault(code: errno) }

  /// The meaning of the code, as the end of a message; an unknown code is shown as a number.
  public var phrase: Phrase {
    switch code {
    case ENOENT: Phrase(zh: "文件或文件夹不存在", en: "no such file or folder")
    case EACCES, EPERM: Phrase(zh: "没有权限", en: "permission denied")
    case EEXIST: Phrase(zh: "文件已存在", en: "the file exists")
    case EISDIR: Phrase(zh: "这是文件夹，不是文件", en: "it is a folder, not a file")
    case ENOTDIR: Phrase(zh: "路径中有一段不是文件夹", en: "a part of the path is not a folder")
    case ENAMETOOLONG: Phrase(zh: "名称太长", en: "the name is too long")
    case ELOOP: Phrase(zh: "符号链接过多或成环", en: "too many symbolic links, or a loop of them")
    case ENOSPC: Phrase(zh: "磁盘已满", en: "the disk is full")
    case EDQUOT: Phrase(zh: "磁盘配额已用完", en: "the disk quota is used up")
    case EFBIG: Phrase(zh: "文件太大", en: "the file would be too large")
    case EROFS: Phrase(zh: "磁盘是只读的", en: "the disk is read-only")
    case EMFILE, ENFILE: Phrase(zh: "打开的文件太多", en: "too many open files")
    case ENOMEM: Phrase(zh: "内存不足", en: "out of memory")
    case EIO: Phrase(zh: "磁盘读写出错", en: "the disk reports an error")
    case EBADF: Phrase(zh: "这个流已经关闭", en: "the stream is closed")
    case EPIPE: Phrase(zh: "管道另一端已关闭", en: "the other end of the pipe is closed")
    default: Phrase(zh: "系统错误 \(code)", en: "system error \(code)")
    }
  }
}
