import Diagnostics
import ReportModel
import Threads

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The work of `import` and `check` on their files: each is read, reported, and counted.
struct Batch {
  /// The files, in the order of the output.
  let inputs: InputList
  /// The import pipeline.
  let pipeline: ImportPipeline
  /// The files that no output may replace.
  let inputFiles: InputFiles
  /// The files whose content goes into the reports and findings.
  let sources: InputFiles
  /// The output of findings.
  let findings: FindingOutput
  /// The output of annotated copies, if they are requested.
  private let annotation: AnnotationOutput?
  /// Whether warnings count as errors.
  let isStrict: Bool
  /// How many files are processed at a time.
  let width: Int

  /// Prepares the work that `options` request.
  ///
  /// - Parameters:
  ///   - files: The inputs.
  ///   - form: The value of `--form`.
  ///   - options: The checks.
  ///   - input: The options of reading inputs.
  ///   - output: The destination of reports, if there is one.
  ///   - stream: The destination of findings if no file is named; nil for stderr.
  ///   - replacing: Whether an existing output is replaced.
  /// - Throws: ``Failure``.
  init(
    files: FilesOptions, form: String?, _ options: FindingOptions, input: InputOptions,
    reportsTo output: String? = nil, findingsTo stream: String?, replacing: Bool
  ) throws {
    inputs = try InputList(files, withPDF: input.allowConverters)
    for skipped in inputs.skipped { StandardStream.errors.say(skipped.phrase.text) }
    if inputs.entries.count == 1, let failure = inputs.entries[0].failure { throw failure }
    let usesOfStdin = [files.filesFrom, options.previous].count { $0 == "-" }
    guard inputs.paths.count(where: { $0 == "-" }) + usesOfStdin < 2 else {
      throw Failure(.usage, Self.stdinTwice)
    }
    let others = try Self.distinct([
      ("--output", output), ("--findings-output", options.findingsOutput ?? stream),
      ("--annotate", inputs.isSeveral ? nil : options.annotate),
    ])
    var pipeline = try ImportPipeline(form: form, input)
    pipeline.disabled = try DisabledRules(options.disable, forms: pipeline.choice.library.forms)
    pipeline.checksProse = options.checkProse
    pipeline.judgesBlanks = true
    if let path = options.previous {
      pipeline.previous = PreviousReport(
        file: path, imported: try pipeline.forPrevious.report(path))
    }
    self.pipeline = pipeline
    let read = inputs.paths + [options.previous].compactMap { $0 }
    inputFiles = InputFiles(read + [files.filesFrom, form].compactMap { $0 })
    sources = InputFiles(read)
    findings = try FindingOutput(
      options, otherwise: stream, replacing: replacing, inputs: inputFiles, sources: sources,
      forms: pipeline.choice.library.forms)
    let (list, inputFiles) = (inputs, inputFiles)
    annotation = options.annotate.map {
      AnnotationOutput(
        $0, of: list, copiesAll: options.annotateAll, replacing: replacing, inputs: inputFiles,
        others: list.isSeveral ? others : [], limits: input.limitOptions.limits)
    }
    isStrict = options.strict
    width = files.jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  private static let stdinTwice = Phrase(
    zh: "标准输入（-）只能用一次", en: "stdin (-) can be used once only")

  /// The places of `outputs`, which are named by their options.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/usage`` if two are one regular file; two may share one stream.
  private static func distinct(_ outputs: [(option: String, path: String?)]) throws(Failure)
    -> [OutputPlace]
  {
    var known: [OutputPlace: (option: String, path: String)] = [:]
    for case (let option, let path?) in outputs {
      guard let place = OutputPlace(path: path) else { continue }
      if let other = known[place], other.path != "-" || path != "-" {
        throw Failure(
          .usage,
          Phrase(
            zh: "\(other.option) 和 \(option) 是同一个文件“\(path == "-" ? other.path : path)”；请写到两个文件",
            en: """
              \(other.option) and \(option) are one file, '\(path == "-" ? other.path : path)'; give \
              each its own
              """))
      }
      known[place] = (option, path)
    }
    return Array(known.keys)
  }

  /// Reads every file, reports its findings and passes its result to `deliver`, in order.
  ///
  /// If there are several files, none of them ends the run, whatever is wrong with it or its copy.
  ///
  /// - Returns: The exit code of the run: the largest of the files' codes.
  /// - Throws: ``Failure`` for an error that ends the run at once; the errors of `deliver`.
  func run(deliver: (String, ImportResult) throws -> Void) throws -> ExitStatus {
    if let phrase = pipeline.disabled.phrase { StandardStream.errors.say(phrase.text) }
    var tally = BatchTally(skipped: inputs.skipped.count)
    var progress = Progress(total: inputs.entries.count)
    var annotation = annotation
    var duplicates = DuplicateReports()
    let (entries, pipeline) = (inputs.entries, pipeline)
    try OrderedWork.run(count: entries.count, width: width) { index in
      entries[index].failure.map(ImportResult.failure) ?? pipeline.result(entries[index].path)
    } deliver: { index, result in
      let path = entries[index].path
      progress.clear()
      var result = result
      if case .failure(let failure) = result, failure.status.isFailure, !inputs.isSeveral {
        throw failure
      }
      var copyFailure: Failure?
      if case .report(var report) = result {
        if let finding = duplicates.finding(report.report, file: path),
          !pipeline.disabled.contains(finding.rule)
        {
          report.findings.append(finding)
          result = .report(report)
        }
        do throws(Failure) {
          try annotation?.write(report, of: path, at: index)
        } catch {
          copyFailure = error
        }
      }
      var found = result.findings(file: path)
      if let copyFailure, inputs.isSeveral { found.append(copyFailure.copyFinding(file: path)) }
      try findings.write(found)
      if let copyFailure, !inputs.isSeveral { throw copyFailure }
      try deliver(path, result)
      let status = max(result.status(strict: isStrict), copyFailure?.status ?? .done)
      tally.add(result, status: status, FindingSummary(found))
      if inputs.isSeveral {
        StandardStream.errors.say(FindingSummary(found).phrase(file: path).text)
      }
      progress.show(index + 1, path)
    }
    try findings.finish()
    if inputs.isSeveral { StandardStream.errors.say(tally.phrase.text) }
    return tally.status
  }
}
