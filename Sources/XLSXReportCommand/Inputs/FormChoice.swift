import Diagnostics
import Documents
import ReportModel
import Templates

/// The forms of a run: the built-in ones, and the one that `--form` names.
struct FormChoice: Sendable {
  /// The forms, including the chosen one; the newest built-in one precedes the other built-in ones.
  let library: FormLibrary
  /// The id of the form that was named; nil to recognise it.
  private(set) var chosen: String?

  /// Uses the value of `--form`: an id, or the path of a definition.
  ///
  /// - Throws: ``Failure``: ``ExitStatus/usage`` for an unknown id, ``ExitStatus/noInput`` and
  ///   ``ExitStatus/data`` for a definition that cannot be used.
  init(_ named: String? = nil) throws(Failure) {
    var library = FormLibrary(builtIn: Templates.definitions)
    guard let named else {
      self.library = library
      chosen = nil
      return
    }
    if !library.ids.contains(named) {
      let form = try Self.definition(named, known: library.ids)
      library.add(form)
      chosen = form.id
    } else {
      chosen = named
    }
    self.library = library
  }

  /// The form that was named, or else the newest built-in one.
  var form: FormDefinition {
    get throws(Failure) {
      if let chosen, let form = library.form(chosen) { return form }
      guard let newest = library.forms.first else {
        throw Failure(.software, Phrase(zh: "没有内置的统计表", en: "no form is built in"))
      }
      return newest
    }
  }

  /// The same forms, none of them chosen.
  var withoutChoice: FormChoice {
    var choice = self
    choice.chosen = nil
    return choice
  }

  private static func definition(_ named: String, known: [String]) throws(Failure) -> FormDefinition
  {
    let looksLikePath = named.contains("/") || named.lowercased().hasSuffix(".json")
    let file: Input
    do { file = try Input(path: named) } catch {
      throw looksLikePath ? Failure(error, file: named) : unknown(named, known: known)
    }
    return try Failure.naming(named) { try FormDefinition(json: file.bytes()) }
  }

  private static func unknown(_ named: String, known: [String]) -> Failure {
    let ids = known.joined(separator: "、")
    guard let nearest = EditDistance.nearest(to: named, among: known) else {
      return Failure(
        .usage,
        Phrase(
          zh: "没有“\(named)”这种统计表；内置的有 \(ids)，自己的定义文件请给出路径",
          en: """
            there is no form '\(named)'; built in are \(known.joined(separator: ", ")); \
            for a definition of your own give its path
            """))
    }
    return Failure(
      .usage,
      Phrase(
        zh: "没有“\(named)”这种统计表，是不是“\(nearest)”？",
        en: "there is no form '\(named)'; did you mean '\(nearest)'?"))
  }
}
