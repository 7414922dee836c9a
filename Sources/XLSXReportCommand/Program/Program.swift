import ArgumentParser
import Diagnostics

#if canImport(Glibc)
  import CMalloc
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program: a command line in, an exit code out.
package enum Program {
  /// Runs the command line of this process and ends it.
  package static func run() -> Never {
    // Some parent processes pass on an ignored SIGPIPE; `… | head` must still end the program silently.
    signal(SIGPIPE, SIG_DFL)
    // A file that reaches the size limit is a failed write like any other, and does not end the process.
    signal(SIGXFSZ, SIG_IGN)
    #if canImport(Glibc)
      // Otherwise glibc keeps what the larger files of a batch needed, and a batch grows to 100 MiB.
      mallopt(M_TRIM_THRESHOLD, 1 << 20)
    #endif
    StandardStream.holdPlaces()
    exit(status(of: Array(arguments.dropFirst())).rawValue)
  }

  /// The command line, each word as bytes that need not be UTF-8 (`String.init(fileName:)`); Swift's own
  /// array replaces other bytes by U+FFFD.
  private static var arguments: [String] {
    (0..<Int(CommandLine.argc)).compactMap { index in
      CommandLine.unsafeArgv[index].map { String(fileName: $0) }
    }
  }

  private static func status(of arguments: [String]) -> ExitStatus {
    do {
      try run(arguments)
      return .done
    } catch let failure as Failure {
      return StandardStream.errors.report(failure)
    } catch let status as ExitCode {
      return ExitStatus(rawValue: status.rawValue) ?? .software
    } catch {
      return answer(error, arguments)
    }
  }

  /// - Throws: ArgumentParser's own errors, ``Failure`` for all others.
  private static func run(_ arguments: [String]) throws {
    if let unknown = CommandPath(arguments).unknown {
      throw Failure(.usage, unknown.phrase)
    }
    var command = try RootCommand.parseAsRoot(arguments)
    do {
      try command.run()
    } catch {
      // `help COMMAND` and parent commands request their help by throwing.
      let isRequest = error is ExitCode || RootCommand.exitCode(for: error) == .success
      throw isRequest ? error : Failure(error)
    }
  }

  /// Prints help, a version or a completion script that was requested, or reports what is wrong with the
  /// command line.
  private static func answer(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    guard RootCommand.exitCode(for: error) == .success else {
      let message = UsageMessage(
        RootCommand.message(for: error), command: CommandPath(arguments).names)
      return StandardStream.errors.report(Failure(.usage, message.phrase))
    }
    do {
      let text = RootCommand.fullMessage(for: error)
      try StandardStream.output.write(text.hasSuffix("\n") ? text : text + "\n")
      return .done
    } catch {
      return StandardStream.errors.report(Failure(error))
    }
  }
}
