package import Diagnostics

extension XMLError {
  /// What can be wrong in a document.
  package enum Reason: Sendable, Hashable, CaseIterable {
    /// There is a document type declaration.
    case documentType
    /// A reference to an entity other than the five predefined ones.
    case undeclaredEntity
    /// The document is empty, or only white space.
    case empty
    /// The document ends before its root element does.
    case truncated
    /// An end tag does not match its start tag, or has none.
    case mismatchedTag
    /// Text before or after the root element, or a second root element.
    case contentOutsideRoot
    /// A tag, name or attribute is malformed.
    case markup
    /// A tag has two attributes of the same name.
    case duplicateAttribute
    /// A tag of a web page has more attributes than a real page has.
    case tooManyAttributes
    /// A prefix is not bound to a namespace, or bound incorrectly.
    case namespace
    /// A character, or a reference to one, that XML does not allow.
    case character
    /// A `&` that does not begin a reference.
    case reference
    /// A comment, CDATA section or processing instruction is malformed.
    case section
    /// The XML declaration is malformed.
    case declaration
    /// The bytes are not in the declared or default encoding.
    case encoding
    /// The declared encoding is unknown.
    case unknownEncoding
    /// Another reason of the parser.
    case other
  }
}

extension XMLError.Reason {
  /// The reason as a message.
  package var phrase: Phrase {
    switch self {
    case .documentType:
      Phrase(
        zh: "含有文档类型声明（DOCTYPE），办公文档不允许，已拒绝读取",
        en: "has a document type declaration, which office documents must not have; refused")
    case .undeclaredEntity:
      Phrase(
        zh: "引用了未定义的实体；只允许 &amp; &lt; &gt; &quot; &apos; 和字符引用",
        en: """
          refers to an entity that is not defined; \
          only &amp; &lt; &gt; &quot; &apos; and character references are allowed
          """)
    case .empty:
      Phrase(zh: "没有内容，应为 XML 文档", en: "is empty, but should be an XML document")
    case .truncated:
      Phrase(
        zh: "XML 在根元素结束之前中断，文件可能不完整",
        en: "the XML ends before its root element does; the file may be cut off")
    case .mismatchedTag:
      Phrase(
        zh: "结束标签与开始标签不匹配，XML 已损坏",
        en: "an end tag does not match its start tag; the XML is damaged")
    case .contentOutsideRoot:
      Phrase(
        zh: "根元素之外还有内容，XML 只能有一个根元素",
        en: "there is content outside the root element, of which XML has exactly one")
    case .markup:
      Phrase(
        zh: "标签、名称或属性的写法不符合 XML 规定",
        en: "a tag, name or attribute is not written as XML asks")
    case .duplicateAttribute:
      Phrase(zh: "同一标签中属性重复", en: "one tag has the same attribute twice")
    case .tooManyAttributes:
      Phrase(
        zh: "一个标签的属性多得不合常理，已拒绝读取",
        en: "one tag has far more attributes than a real page; refused")
    case .namespace:
      Phrase(
        zh: "前缀没有绑定命名空间，或绑定有误",
        en: "a prefix is bound to no namespace, or wrongly bound")
    case .character:
      Phrase(zh: "含有 XML 不允许的字符", en: "has a character that XML does not allow")
    case .reference:
      Phrase(
        zh: "“&” 之后不是有效的引用；字面的 & 应写作 &amp;",
        en: "a & begins no valid reference; a literal & is written &amp;")
    case .section:
      Phrase(
        zh: "注释、CDATA 或处理指令的写法不符合 XML 规定",
        en: "a comment, CDATA section or processing instruction is not written as XML asks")
    case .declaration:
      Phrase(
        zh: "XML 声明的写法不符合规定", en: "the XML declaration is not written as XML asks")
    case .encoding:
      Phrase(
        zh: "字节与声明的编码不符（未声明时为 UTF-8）",
        en: "has bytes that are not in the declared encoding (UTF-8 unless declared)")
    case .unknownEncoding:
      Phrase(zh: "声明了未知的编码", en: "declares an encoding that is not known")
    case .other:
      Phrase(zh: "XML 无法解析", en: "the XML cannot be parsed")
    }
  }
}
