import Findings
import Languages
import ReportModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The work of `import` and `check` over their files: each is taken in, told about, and counted.
struct Batch {
  /// The files, in the order of the output.
  let inputs: InputList
  /// How they are taken in.
  let intake: Intake
  /// The files that no output may replace.
  let protectedPaths: [String]
  /// Where findings go.
  let findings: FindingOutput
  /// Where annotated copies go, if they are wanted.
  let annotation: AnnotationOutput?
  /// Whether warnings count as errors.
  let isStrict: Bool
  /// How many files are worked on at a time.
  let width: Int

  /// Prepares what `options` ask for.
  ///
  /// - Parameters:
  ///   - files: The inputs.
  ///   - form: What `--form` says.
  ///   - options: What is checked.
  ///   - input: How inputs are read.
  ///   - stream: Where findings go when no file is named; nil for stderr.
  ///   - replacing: Whether an output that exists is replaced.
  /// - Throws: ``Failure``.
  init(
    files: FilesOptions, form: String?, _ options: FindingOptions, input: InputOptions,
    findingsTo stream: String?, replacing: Bool
  ) throws {
    inputs = try InputList(files, withPDF: input.allowConverters)
    var intake = try Intake(form: form, input)
    intake.disabled = try DisabledRules(options.disable, forms: intake.choice.library.forms)
    intake.checksProse = options.checkProse
    intake.judgesBlanks = true
    if let path = options.previous {
      intake.previous = PreviousReport(file: path, intake: try intake.forPrevious.report(path))
    }
    self.intake = intake
    protectedPaths = inputs.paths + [files.filesFrom, options.previous, form].compactMap { $0 }
    findings = try FindingOutput(
      options, otherwise: stream, replacing: replacing, inputs: protectedPaths,
      forms: intake.choice.library.forms)
    let (isSeveral, inputPaths) = (inputs.isSeveral, protectedPaths)
    annotation = options.annotate.map {
      AnnotationOutput(
        $0, isSeveral: isSeveral, replacing: replacing, inputs: inputPaths,
        limits: input.limitOptions.limits)
    }
    isStrict = options.strict
    width = files.jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// Takes every file in, tells what was found and hands what became of it to `deliver`, in order.
  ///
  /// - Returns: what the run ends with: the largest of the files' codes.
  /// - Throws: ``Failure`` for what ends the run at once; what `deliver` throws.
  func run(deliver: (String, IntakeResult) throws -> Void) throws -> ExitStatus {
    if let phrase = intake.disabled.phrase { StandardStream.errors.say(phrase.text) }
    var tally = BatchTally()
    var progress = Progress(total: inputs.paths.count)
    let (paths, intake) = (inputs.paths, intake)
    defer { intake.keepUntilExit() }
    try OrderedWork.run(count: paths.count, width: width) { index in
      intake.result(paths[index])
    } deliver: { index, result in
      progress.clear()
      if case .failure(let failure) = result, failure.status.endsTheRun { throw failure }
      let found = result.findings(file: paths[index])
      try findings.write(found)
      if case .report(let report) = result { try annotation?.write(report, of: paths[index]) }
      try deliver(paths[index], result)
      tally.add(result, status: result.status(strict: isStrict), FindingSummary(found))
      if inputs.isSeveral {
        StandardStream.errors.say(FindingSummary(found).phrase(file: paths[index]).text)
      }
      progress.show(index + 1, paths[index])
    }
    try findings.finish()
    if inputs.isSeveral { StandardStream.errors.say(tally.phrase.text) }
    return tally.status
  }
}
