import Diagnostics
import Foundation
import Testing
import XLSXReportCommand

@Suite struct OutputErrorTests {
  @Test(
    "messages say what is in the way and what to do",
    arguments: [
      (
        OutputError.exists, 73, "输出文件已存在；要覆盖它，请加 --force",
        "the output exists; add --force to replace it"
      ),
      (
        .isInput, 73, "输出文件就是输入文件，不会覆盖；请换一个输出路径",
        "the output is one of the inputs, which are never replaced; choose another path"
      ),
      (
        .cannotCreate(SystemFault(code: EACCES)), 73, "无法创建输出文件：没有权限",
        "the output cannot be created: permission denied"
      ),
      (
        .writeFailed(SystemFault(code: ENOSPC)), 74, "写入失败：磁盘已满",
        "writing failed: the disk is full"
      ),
    ] as [(OutputError, Int32, String, String)])
  func messages(error: OutputError, exitCode: Int32, zh: String, en: String) {
    #expect(error.exitCode == exitCode)
    #expect(error.phrase == Phrase(zh: zh, en: en))
  }

  @Test(
    "the system's answers are told in words",
    arguments: [
      (ENOENT, "文件或文件夹不存在", "no such file or folder"),
      (EPERM, "没有权限", "permission denied"),
      (EEXIST, "文件已存在", "the file exists"),
      (EISDIR, "这是文件夹，不是文件", "it is a folder, not a file"),
      (ENOTDIR, "路径中有一段不是文件夹", "a part of the path is not a folder"),
      (ENAMETOOLONG, "名称太长", "the name is too long"),
      (ELOOP, "符号链接过多或成环", "too many symbolic links, or a loop of them"),
      (EDQUOT, "磁盘配额已用完", "the disk quota is used up"),
      (EFBIG, "文件太大", "the file would be too large"),
      (EROFS, "磁盘是只读的", "the disk is read-only"),
      (EMFILE, "打开的文件太多", "too many open files"),
      (ENOMEM, "内存不足", "out of memory"),
      (EIO, "磁盘读写出错", "the disk reports an error"),
      (EBADF, "这个流已经关闭", "the stream is closed"),
      (EPIPE, "管道另一端已关闭", "the other end of the pipe is closed"),
      (12345, "系统错误 12345", "system error 12345"),
    ] as [(Int32, String, String)])
  func faults(code: Int32, zh: String, en: String) {
    #expect(SystemFault(code: code).phrase == Phrase(zh: zh, en: en))
  }
}
