import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program: a command line in, an exit code out.
package enum Program {
  /// Runs the command line of this process and ends it.
  package static func run() async -> Never {
    // Some parents hand down an ignored SIGPIPE; `… | head` shall end us quietly all the same.
    signal(SIGPIPE, SIG_DFL)
    exit(await status(of: Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func status(of arguments: [String]) async -> ExitStatus {
    do {
      try await run(arguments)
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
  private static func run(_ arguments: [String]) async throws {
    if let unknown = CommandPath(arguments).unknown {
      throw Failure(.usage, unknown.phrase)
    }
    var command = try RootCommand.parseAsRoot(arguments)
    do {
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      // `help COMMAND` and bare parents ask for their help by throwing.
      let isRequest = error is ExitCode || RootCommand.exitCode(for: error) == .success
      throw isRequest ? error : Failure(error)
    }
  }

  /// Prints help, a version or a completion script that was asked for, or says what is wrong with the
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
