import Diagnostics
import Testing

@Suite struct PhraseTests {
  private struct Refusal: PhrasedError {
    var phrase: Phrase { Phrase(zh: "不行", en: "no") }
  }

  @Test func givesTheTextOfALanguage() {
    let phrase = Phrase(zh: "错误", en: "error")
    #expect(phrase[.zh] == "错误")
    #expect(phrase[.en] == "error")
  }

  @Test func describesAnErrorInEnglish() {
    #expect("\(Refusal())" == "no")
  }
}
