"""Web pages, Word files and texts that are made to do harm, or are only damaged."""
import io
import zipfile

import layouts
from score_layouts import csv_text, html_text, word_document

SECRET = "this text stands in a file outside"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>')
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>')


class Case:
    """One file. `expected` is "refused", "read" or None for either; `holds` is a text that must be read."""

    def __init__(self, name, make, expected=None, holds=None):
        self.name, self.make, self.expected, self.holds = name, make, expected, holds


def report():
    return next(layouts.made_up_reports(1))


def page(before="", after="", charset="<meta charset=utf-8>"):
    """A report's page with something before and after it."""
    text = html_text(report(), layouts.three_sheets(report())).replace("<meta charset=utf-8>", charset)
    return text.replace("<body>", "<body>" + before).replace("</body>", after + "</body>")


def word(body="", prologue="", parts=None, whole=None):
    """A Word file with `body` in its document."""
    document = whole if whole is not None else (
        f'<?xml version="1.0"?>{prologue}<w:document xmlns:w="{WORD}" xmlns:r="{RELATION}"><w:body>{body}</w:body></w:document>')
    entries = [("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", document)]
    return packed([entry for entry in entries if entry[1]] + list(parts or []))


def packed(entries):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries:
            archive.writestr(name, text)
    return file.getvalue()


def report_document(change=lambda document: document, parts=()):
    """A report as a Word file, its main part changed."""
    file = io.BytesIO()
    word_document(file, report(), layouts.three_sheets(report()))
    with zipfile.ZipFile(file) as archive:
        entries = [(info.filename, archive.read(info)) for info in archive.infolist()]
    return packed([
        (name, change(data.decode()).encode() if name == "word/document.xml" else data)
        for name, data in entries] + list(parts))


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text="1", properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


LAUGHS = "<!DOCTYPE d [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
BOMB = "<w:p><w:r><w:t>" + " " * (90 << 20) + "</w:t></w:r></w:p>"
HOLD = {"expected": "read", "holds": "某某市某某局"}


def page_cases(secret):
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    yield "entity-external.html", lambda: (entity + page("<p>&x;</p>")).encode(), HOLD
    yield "entity-laughs.html", lambda: (LAUGHS + page("<p>&a11;</p>")).encode(), HOLD
    for name in ("div", "table", "span", "b", "p", "ul", "font"):
        yield f"deep-{name}.html", lambda name=name: page(f"<{name}>" * 100_000).encode(), {}
    yield "deep-cells.html", lambda: page("<table><tr><td>" * 100_000).encode(), {}
    yield "deep-closed.html", lambda: page("<b>" * 100_000 + "x" + "</b>" * 100_000).encode(), {}
    yield "colspan.html", lambda: page("<table><tr><td colspan=1000000000>1</table>").encode(), HOLD
    yield "rowspan.html", lambda: page("<table><tr><td rowspan=1000000000>1</table>").encode(), HOLD
    yield "spans-digits.html", lambda: page(f"<table><tr><td colspan={'9' * 4000} rowspan=-5>1</table>").encode(), HOLD
    yield "spans-many.html", lambda: page(
        "<table>" + "<tr>" + "<td rowspan=1000 colspan=1000>1" * 16 + "<tr><td>2" * 1000 + "</table>").encode(), {}
    yield "spans-rows.html", lambda: page(
        "<table><tr>" + "<td rowspan=65534>1" * 16_000 + "<tr><td>2" * 60_000 + "</table>").encode(), {}
    yield "spans-empty-rows.html", lambda: page(
        "<table><tr>" + "<td rowspan=65534 colspan=1000>1" * 16 + "<tr>" * 300_000 + "</table>").encode(), {}
    yield "cells-many.html", lambda: page("<table>" + "<tr><td>1<td>2" * 800_000 + "</table>").encode(), {}
    yield "columns-many.html", lambda: page("<table><tr>" + "<td>1" * 100_000 + "</table>").encode(), {}
    yield "tables-many.html", lambda: page("<table><tr><td>1<td>2</table>" * 100_000).encode(), {}
    yield "paragraphs-many.html", lambda: page("<p>一、总体情况</p><p>1</p>" * 200_000).encode(), {}
    yield "unclosed.html", lambda: page("<td><p><a b=c>" * 800_000).encode(), {}
    yield "unclosed-tag.html", lambda: page(after="<p " + "a " * 5_000_000).encode(), {}
    yield "unclosed-comment.html", lambda: page(after="<!-- " + "- " * 5_000_000).encode(), {}
    yield "unclosed-script.html", lambda: page(after="<script>" + "</" * 5_000_000).encode(), {}
    yield "attribute.html", lambda: page(f'<p title="{"x" * (50 << 20)}">1</p>').encode(), {}
    yield "attributes.html", lambda: page(f'<p {" ".join(f"a{n}=1" for n in range(100_000))}>1</p>').encode(), {}
    yield "text.html", lambda: page("<p>" + "字" * (15 << 20)).encode(), {}
    yield "references.html", lambda: page("<p>" + "&#x4e00;&amp;&bogus" * 1_000_000).encode(), {}
    yield "reference-zero.html", lambda: page("<p>&#0;&#xD800;&#x110000;&#99999999999;</p>").encode(), HOLD
    yield "nul.html", lambda: page("<p>a\0b\0</p><div\0 class=x>\0</div>").encode(), {}
    yield "nul-many.html", lambda: page("\0" * 1_000_000).encode(), {}
    yield "controls.html", lambda: page("<p>\x1b[31m\u202eabc\u2066</p>").encode(), HOLD
    yield "utf16-odd.html", lambda: page().encode("utf-16") + b"\0", {}
    yield "utf16-broken.html", lambda: b"\xff\xfe" + b"\x00\xd8" * 1000 + page().encode("utf-16-le"), {}
    yield "utf16-undeclared.html", lambda: page().encode("utf-16-le"), {}
    yield "utf32.html", lambda: page().encode("utf-32"), {}
    for number, name in enumerate(("nonsense", "utf-7", "x" * 3000, "../../etc/passwd", "utf-16", "iso-8859-1")):
        yield f"charset-{number}.html", lambda name=name: page(charset=f"<meta charset={name}>").encode(), HOLD
    yield "charset-gbk.html", lambda: page(charset="<meta charset=utf-8>").encode("gb18030"), HOLD
    yield "cut.html", lambda: page().encode()[:4001], {}
    yield "bytes.html", lambda: b"<html><table>" + bytes(range(256)) * 4000, {}


def word_cases(secret):
    outside = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>'
    refused = {"expected": "refused"}
    yield "laughs.docx", lambda: word(paragraph("&a11;"), LAUGHS), refused
    yield "external-entity.docx", lambda: word(paragraph("&x;"), outside), refused
    yield "doctype.docx", lambda: word(paragraph("1"), f'<!DOCTYPE d SYSTEM "file://{secret}">'), refused
    yield "deep.docx", lambda: word("<w:sdt>" * 100_000), refused
    yield "deep-tables.docx", lambda: word("<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000), refused
    yield "bomb.docx", lambda: word(BOMB), refused
    yield "bomb-other.docx", lambda: report_document(parts=[("word/media/image1.png", b"\0" * (90 << 20))]), HOLD
    yield "traversal.docx", lambda: report_document(parts=[("../../evil.txt", "1"), ("/etc/evil", "1"), ("a\\..\\b", "1")]), {}
    yield "duplicates.docx", lambda: report_document(parts=[("word/document.xml", "<w:document/>")]), {}
    yield "missing.docx", lambda: word(whole=""), refused
    yield "empty-part.docx", lambda: word(whole=" "), refused
    yield "not-xml.docx", lambda: word(whole="{}"), refused
    yield "cut-part.docx", lambda: report_document(lambda document: document[:-4000]), refused
    yield "cut.docx", lambda: report_document()[:-500], refused
    yield "grid-span.docx", lambda: word(table(cell(properties='<w:gridSpan w:val="1000000000"/>'))), refused
    yield "grid-span-most.docx", lambda: word(
        table(cell() + cell(properties='<w:gridSpan w:val="9223372036854775807"/>'))), refused
    yield "grid-span-digits.docx", lambda: word(table(cell(properties=f'<w:gridSpan w:val="{"9" * 4000}"/>'))), refused
    yield "grid-before.docx", lambda: word(
        "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='9223372036854775807'/></w:trPr>" + cell() + "</w:tr></w:tbl>"), refused
    yield "merge-without-start.docx", lambda: report_document(
        lambda document: document.replace('<w:vMerge w:val="restart"/>', "<w:vMerge/>")), {}
    yield "merge-many.docx", lambda: word(table(*[
        "".join(cell("", '<w:vMerge w:val="restart"/>') for _ in range(60)) for _ in range(3000)])), {}
    yield "deleted.docx", lambda: report_document(
        lambda document: document.replace("<w:body>", "<w:body><w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>")), HOLD
    yield "alternate-chunk.docx", lambda: report_document(
        lambda document: document.replace("<w:body>", f'<w:body><w:altChunk xmlns:r="{RELATION}" r:id="r9"/>')), HOLD
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{RELATION}/attachedTemplate" Target="file://{secret}" TargetMode="External"/></Relationships>')
    yield "external-relation.docx", lambda: word(paragraph("1"), parts=[("word/_rels/document.xml.rels", link)]), refused
    main = RELATIONS.replace('Target="word/document.xml"', f'Target="file://{secret}" TargetMode="External"')
    yield "external-main.docx", lambda: packed([
        ("[Content_Types].xml", TYPES), ("_rels/.rels", main), ("word/document.xml", "<d/>")]), refused
    yield "utf16-broken.docx", lambda: word(whole=b"\xff\xfe<\0w\0:\0\0\xd8\0"), refused
    yield "nul.docx", lambda: word(paragraph("a\0b")), refused
    yield "entries.docx", lambda: report_document(parts=[(f"word/x{n}.xml", "") for n in range(20_000)]), {}
    yield "runs.docx", lambda: word("<w:p>" + "<w:r><w:t>1</w:t></w:r>" * 500_000 + "</w:p>"), refused
    yield "cells-many.docx", lambda: word(table(*[cell() * 60] * 10_000)), {}
    yield "page-as.docx", lambda: page().encode(), refused
    yield "archive.docx", lambda: packed([("a.txt", "1")]), refused


def text_cases(_):
    text = csv_text([layouts.one_sheet(report())]).replace(",", "|")
    yield "line.txt", lambda: ("1 " * (10 << 20)).encode(), {}
    yield "lines.txt", lambda: ("规章 0 0 0\n" * 500_000).encode(), {}
    yield "bars.txt", lambda: (text + "|" * 2_000_000).encode(), {}
    yield "blanks.txt", lambda: ("\n" * (20 << 20)).encode(), {}
    yield "nul.txt", lambda: (text + "\0" * 1000).encode(), {}
    yield "labels.txt", lambda: ("".join(f"{n}.属于国家秘密\n0 0 0\n" for n in range(100_000))).encode(), {}
    yield "prose.txt", lambda: ("一、总体情况\n" + "受理申请1件，" * 500_000).encode(), {}


def cases(secret):
    """Every case; `secret` is a file that none may open."""
    for group in (page_cases, word_cases, text_cases):
        for name, make, more in group(secret):
            yield Case(name, make, **more)
