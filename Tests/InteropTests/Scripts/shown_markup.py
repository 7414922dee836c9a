"""Cases in which markup, a font or a direction makes a cell show another text than it stores."""
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from shown import EVERY, MARKUP, Piece, change_some, formatted, kind, number_of, run

# Marks


def raised(value, mark, tag="sup", align="superscript"):
    rich = CellRichText(str(value), TextBlock(InlineFont(vertAlign=align), mark))
    return Piece(
        f"{value}", html=f"{value}<{tag}>{mark}</{tag}>", excel=rich,
        word=run(value) + run(mark, f'<w:vertAlign w:val="{align}"/>'))


@kind("mark raised", MARKUP, certain=True)
def mark_raised(case, source):
    mark = source.choice(["1", "2", "12", "[1]", "注1", "①", "*", "a", "（1）"])
    tag, align = source.choice([("sup", "superscript"), ("sub", "subscript")])
    case.what = f"{tag} {mark}"
    change_some(case, lambda value: raised(value, mark, tag, align))


@kind("mark raised by style", "html docx", certain=True)
def mark_raised_by_style(case, source):
    mark = source.choice(["1", "2", "12"])
    style = source.choice(["vertical-align:super;font-size:8px", "vertical-align: sub", "vertical-align:super"])
    case.what = style
    change_some(case, lambda value: Piece(
        value, html=f'{value}<span style="{style}">{mark}</span>',
        word=run(value) + run(mark, '<w:position w:val="8"/><w:sz w:val="12"/>')))


@kind("mark in the text", EVERY, certain=True)
def mark_in_the_text(case, source):
    mark = source.choice(["¹", "²", "①", "*", "＊", "※", "注1", "（注1）", " 注①", "（见注2）", "[注1]", "件①"])
    case.what = mark
    change_some(case, lambda value: f"{value}{mark}")


@kind("mark in brackets", EVERY)
def mark_in_brackets(case, source):
    mark = source.choice(["[1]", "（1）", "〔1〕", "(2)", "【3】", "⑴", "^1", "#1"])
    case.what = mark
    change_some(case, lambda value: f"{value}{mark}")


@kind("mark at a label", MARKUP, certain=True)
def mark_at_a_label(case, source):
    label = source.choice(["自然人", "商业企业", "科研机构", "结果维持", "（一）予以公开", "规章"])
    mark = source.choice(["1", "2", "[1]"])
    case.what = f"{label} {mark}"
    old = [value for block in case.blocks for value in block.sheet.cells.values() if value == label]
    case.relabel(None, label, raised(label, mark)) if old else None


@kind("word's own marks", "docx", certain=True)
def words_marks(case, source):
    mark = source.choice([
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>',
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>', '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        '<w:bookmarkStart w:id="1" w:name="_12"/><w:bookmarkEnd w:id="1"/>'])
    case.what = mark
    change_some(case, lambda value: Piece(value, word=run(value) + mark))


# Struck-out text


STRUCK_TAGS = [
    "<s>{}</s>", "<del>{}</del>", "<strike>{}</strike>", '<span style="text-decoration:line-through">{}</span>',
    '<span style="text-decoration-line: line-through;color:red">{}</span>',
    '<font style="TEXT-DECORATION: line-through">{}</font>', "<s><b>{}</b></s>"]
STRUCK_RUNS = ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="true"/>', '<w:strike w:val="1"/>']


@kind("old struck, new beside", MARKUP, certain=True)
def struck_old(case, source):
    tag, properties = source.choice(STRUCK_TAGS), source.choice(STRUCK_RUNS)
    gap, is_first = source.choice(["", " ", "\u00a0"]), source.random() < 0.7
    case.what = f"{tag} {properties} {is_first}" if case.suffix != "xlsx" else f"run {is_first}"

    def make(value):
        old = case.number()
        html, document = [tag.format(old), str(value)], [run(old, properties), run(value)]
        rich = [TextBlock(InlineFont(strike=True), str(old)), TextBlock(InlineFont(), gap + str(value))]
        if not is_first:
            html, document, rich = html[::-1], document[::-1], rich[::-1]
        return Piece(value, html=gap.join(html), word=document[0] + run(gap) + document[1], excel=CellRichText(*rich))
    change_some(case, make)


@kind("tracked change", "docx html", certain=True)
def tracked_change(case, source):
    def make(value):
        old = case.number()
        return Piece(value, html=f"<del>{old}</del><ins>{value}</ins>", word=(
            f'<w:del w:id="1" w:author="a"><w:r><w:delText>{old}</w:delText></w:r></w:del>'
            f'<w:ins w:id="2" w:author="a">{run(value)}</w:ins>'))
    change_some(case, make)


@kind("moved text", "docx", certain=True)
def moved_text(case, source):
    change_some(case, lambda value: Piece(value, word=(
        f'<w:moveFrom w:id="1" w:author="a">{run(case.number())}</w:moveFrom>'
        f'<w:moveTo w:id="2" w:author="a">{run(value)}</w:moveTo>')))


@kind("value struck whole", MARKUP)
def value_struck(case, source):
    tag, properties = source.choice(STRUCK_TAGS), source.choice(STRUCK_RUNS)
    is_run = source.random() < 0.4
    case.what = {"html": tag, "docx": properties, "xlsx": "run" if is_run else "cell"}[case.suffix]

    def style(cell):
        cell.font = Font(strike=True)
    change_some(case, lambda value: (Piece(
        value, html=tag.format(value), word=run(value, properties),
        excel=CellRichText(TextBlock(InlineFont(strike=True), str(value))) if is_run else value,
        style=None if is_run else style), [None]))


@kind("part of a value struck", MARKUP, certain=True)
def part_struck(case, source):
    tag = source.choice(STRUCK_TAGS)
    case.what = tag

    def make(value):
        digit = source.choice("123456789")
        return Piece(value, html=f"{value}{tag.format(digit)}", word=run(value) + run(digit, "<w:strike/>"),
                     excel=CellRichText(str(value), TextBlock(InlineFont(strike=True), digit)))
    change_some(case, make)


@kind("row struck whole", MARKUP)
def row_struck(case, source):
    block = case.blocks[1]
    row = source.randint(4, block.sheet.size()[0])
    tag = source.choice(STRUCK_TAGS)

    def style(cell):
        cell.font = Font(strike=True)
    for column in range(4, 11):
        value = block.sheet.cells[row, column]
        name = next(name for name, other in case.cells.items() if other == value)
        block.sheet.cells[row, column] = Piece(
            value, html=tag.format(value), word=run(value, "<w:strike/>"), excel=value, style=style)
        case.allowed[name] = [None]


# Hidden text


HIDING = [
    '<span style="display:none">{}</span>', "<span hidden>{}</span>", '<span style="visibility:hidden">{}</span>',
    '<span style="font-size:0">{}</span>', '<span style="font-size:0px;color:#fff">{}</span>',
    "<details><summary></summary>{}</details>", "<template>{}</template>", "<script>{}</script>", "<!-- {} -->",
    '<span style="display: none !important">{}</span>', '<span hidden="hidden">{}</span>', "<style>{}</style>",
    '<span style="opacity:0">{}</span>', "<noscript>{}</noscript>", '<input type="hidden" value="{}">',
    '<img alt="{}" src="x.png" width=0>', '<dialog>{}</dialog>',
    '<span style="visibility:collapse">{}</span>', '<span title="{}"></span>',
    '<datalist><option>{}</option></datalist>', '<span style="position:absolute;left:-9999px">{}</span>',
    '<!--[if gte mso 9]>{}<![endif]-->', '<rp>{}</rp>', '<object data="x">{}</object>', '<iframe src="x">{}</iframe>',
    '<audio>{}</audio>', '<canvas>{}</canvas>']
VANISH = ["<w:vanish/>", "<w:specVanish/><w:vanish/>", '<w:vanish w:val="1"/>', "<w:specVanish/>",
    '<w:vanish w:val="on"/>']


@kind("hidden text beside", "html docx", certain=True)
def hidden_text(case, source):
    hiding, properties, is_first = source.choice(HIDING), source.choice(VANISH), source.random() < 0.5
    case.what = f"{hiding if case.suffix == 'html' else properties} first={is_first}"

    def make(value):
        other = case.number()
        html, document = [hiding.format(other), str(value)], [run(other, properties), run(value)]
        order = slice(None) if is_first else slice(None, None, -1)
        return Piece(value, html="".join(html[order]), word="".join(document[order]))
    change_some(case, make)


@kind("hidden by a style sheet", "html docx")
def hidden_by_class(case, source):
    rule = source.choice(["display:none", "visibility:hidden", "font-size:0", "text-decoration:line-through"])
    selector, opening = source.choice([
        (".x", "<span class=x>"), ("span.x", '<span class="a x">'), ("#x", "<span id=x>"), ("i", "<i>")])
    closing = "</i>" if opening == "<i>" else "</span>"
    style = source.choice(["hidden", "struck", "raised"])
    case.what = f"{selector} {rule}" if case.suffix == "html" else style
    change_some(case, lambda value: Piece(
        value, html=f"{value}{opening}{case.number()}{closing}",
        word=run(value) + run(case.number(), f'<w:rStyle w:val="{style}"/>')))
    if case.suffix == "html":
        case.changes.append(lambda text: text.replace("</head>", f"<style>{selector} {{ {rule} }}</style></head>"))


@kind("value hidden whole", "html docx")
def value_hidden(case, source):
    hiding, properties = source.choice([tag for tag in HIDING if "left" not in tag]), source.choice(VANISH)
    case.what = hiding if case.suffix == "html" else properties
    change_some(case, lambda value: (Piece(value, html=hiding.format(value), word=run(value, properties)), [None]))


@kind("ruby and fields", "html docx", certain=True)
def ruby(case, source):
    which = source.randrange(4)
    case.what = str(which)

    def make(value):
        other = case.number()
        document = [
            f"<w:r><w:ruby><w:rubyPr/><w:rt>{run(other)}</w:rt><w:rubyBase>{run(value)}</w:rubyBase></w:ruby></w:r>",
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) 12 </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(value)}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            f'<w:fldSimple w:instr=" ={other} ">{run(value)}</w:fldSimple>',
            f'<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run(value)}</w:sdtContent></w:sdt>'][which]
        html = [f"<ruby>{value}<rt>{other}</rt></ruby>", f"<ruby>{value}<rp>(</rp><rt>{other}</rt><rp>)</rp></ruby>",
                f"{value}<!-- {other} -->", f'<b title="{other}" data-x="{other}">{value}</b>'][which]
        return Piece(value, html=html, word=document)
    change_some(case, make)


@kind("hidden row", MARKUP)
def hidden_row(case, source):
    block = case.blocks[source.choice([0, 1])]
    first = 3 if block is case.blocks[0] else 4
    row = source.randint(first, block.sheet.size()[0] - (block is case.blocks[0]))
    if not any(isinstance(block.sheet.cells.get((row, column)), (int, float)) for column in range(1, 11)):
        row = first
    at = row + source.randint(0, 1)
    copied = {column: block.sheet.cells.get((row, column)) for column in range(1, 11)}
    block.insert_row(at)
    for column, value in copied.items():
        if value is not None:
            block.sheet.cells[at, column] = case.number() if isinstance(value, (int, float)) else value
    block.hidden_rows.add(at)


@kind("hidden column", "html xlsx")
def hidden_column(case, source):
    case.shape, block = "three", case.blocks[1]
    column = source.randint(4, 10)
    at = column + source.randint(0, 1)
    copied = {row: block.sheet.cells.get((row, column)) for row in range(1, block.sheet.size()[0] + 1)}
    block.insert_column(at)
    for row, value in copied.items():
        if value is not None:
            block.sheet.cells[row, at] = case.number() if isinstance(value, (int, float)) else value
    block.hidden_columns.add(at)


@kind("hidden value column", "html xlsx")
def hidden_values(case, source):
    case.shape, block = "three", case.blocks[1]
    column = source.randint(4, 10)
    block.hidden_columns.add(column)
    for row in range(4, block.sheet.size()[0] + 1):
        name = next(n for n, value in case.cells.items() if value == block.sheet.cells[row, column])
        case.allowed[name].append(None)


@kind("hidden tables", MARKUP)
def hidden_tables(case, source):
    copies = case.copy_blocks()
    count = source.randint(1, 3)
    copies = copies[:count]
    for copy in copies:
        copy.is_hidden, copy.name = True, copy.name + source.choice(["（旧）", "上年", "备份", "2"])
    case.blocks[:] = copies + case.blocks if source.random() < 0.5 else case.blocks + copies


@kind("pale or tiny", "xlsx")
def pale(case, source):
    which = source.choice(["white", "zero height", "zero width", "three semicolons"])
    case.what = which
    name, = case.pick(1, "requests")
    value = number_of(case, name)
    if which == "white":
        case.put(name, Piece(value, excel=value, style=lambda cell: setattr(cell, "font", Font(color="FFFFFFFF"))),
            value, None)
    elif which == "three semicolons":
        case.put(name, formatted(value, ";;;"), None)
    else:
        case.put(name, Piece(value, excel=value, style=lambda cell: setattr(
            cell.parent.row_dimensions[cell.row], "height", 0) if which == "zero height" else setattr(
            cell.parent.column_dimensions[get_column_letter(cell.column)], "width", 0)), value, None)


# Controls and directions


@kind("controls of a page", "html")
def controls(case, source):
    form = source.choice([
        "<select><option>{1}<option selected>{0}</select>", "<select><option>{0}<option>{1}</select>",
        "<textarea>{0}</textarea>", "<button>{0}</button>", '<input value="{0}">',
        '<input type=text value="{0}" readonly>', '{0}<input type="checkbox" value="{1}">',
        '<input type="number" placeholder="{1}" value="{0}">', "<output>{0}</output>", '{0}<button>{1}</button>',
        '<svg><text>{0}</text></svg>', '<math><mn>{0}</mn></math>', '<input placeholder="{1}">{0}',
        '{0}<progress value="{1}" max="9">{1}%</progress>', '<a href="{1}">{0}</a>',
        '{0}<select><option>件<option>项</select>', '<label>{0}</label>', '<ul><li>{0}</li></ul>',
        '<marquee>{0}</marquee>', '<q>{0}</q>', '<table><tr><td>{0}</td></tr></table>',
        '<table><tr><td>{0}</td><td>{1}</td></tr></table>', '<ol><li>{0}</li></ol>'])
    case.what = form
    has_other = "<td>{1}" in form

    def make(value):
        other = case.number()
        return Piece(value, html=form.format(value, other)), ([] if has_other else [value])
    change_some(case, make)


@kind("directions that turn", EVERY)
def directions(case, source):
    form = source.choice(["\u202e{}\u202c", "\u202e{}", "\u2067\u202e{}\u202c\u2069", "bdo", "style", "\u202d\u202e{}"])
    if case.suffix in ("xlsx", "csv", "txt") and form in ("bdo", "style"):
        form = "\u202e{}\u202c"
    case.what = ascii(form)

    def make(value):
        turned = str(value)[::-1]
        if form == "bdo":
            return Piece(value, html=f'<bdo dir="rtl">{turned}</bdo>', word=f'<w:bdo w:val="rtl">{run(turned)}</w:bdo>')
        if form == "style":
            return Piece(value, html=f'<span style="unicode-bidi:bidi-override;direction:rtl">{turned}</span>',
                         word=f'<w:bdo w:val="rtl">{run(turned)}</w:bdo>')
        return Piece(form.format(turned))
    change_some(case, make)


@kind("characters of no width", EVERY, certain=True)
def no_width(case, source):
    form = source.choice([
        "\u200e{}\u200e", "\u200f{}\u200f", "\u202a{}\u202c", "\u2066{}\u2069", "\ufeff{}", "{}\u200b",
        "\u2060{}\u2060", "inside"])
    inner = source.choice("\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e")
    case.what = ascii(form if form != "inside" else inner)
    change_some(case, lambda value: inner.join(str(value)) if form == "inside" else form.format(value))


@kind("pieces of a number", "html docx", certain=True)
def pieces(case, source):
    form = source.choice([
        "<span>{}</span><span>{}</span>", "{}<wbr>{}", "<b>{}</b>{}", "<font>{}</font><font>{}</font>", "{}&shy;{}",
        "{}&#8203;{}", "{}\n<!-- -->\n{}", "<span>{}</span><!-- x --><span>{}</span>", "<ins>{}</ins>{}",
        "{}<a></a>{}"])
    if form == "{}\n<!-- -->\n{}":
        form = "{}<!-- -->{}"
    between = source.choice(["", "<w:r><w:softHyphen/></w:r>", '<w:proofErr w:type="spellStart"/>',
                             "<w:r><w:lastRenderedPageBreak/></w:r>", "<w:bookmarkStart/>"])
    case.what = form if case.suffix == "html" else between
    change_some(case, lambda value: Piece(value, html=form.format(str(value)[:1], str(value)[1:]), word=(
        run(str(value)[:1]) + between + run(str(value)[1:]))))


@kind("two lines or two numbers", EVERY)
def two_lines(case, source):
    form = source.choice([
        "{}<br>{}", "<p>{}</p><p>{}</p>", "<div>{}</div>{}", '<span style="display:block">{}</span><span>{}</span>',
        "{} {}", "{}<hr>{}", "<ul><li>{}<li>{}</ul>", "{}&emsp;{}", '<span style="float:left">{}</span><span>{}</span>',
        '<span style="margin-right:2em">{}</span><span>{}</span>',
        '<span style="display:inline-block;width:4em">{}</span>{}'])
    between = source.choice(["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", "<w:r><w:cr/></w:r>",
                             '<w:r><w:ptab w:alignment="right"/></w:r>', "p", "<w:r><w:noBreakHyphen/></w:r>",
                             '<w:r><w:t xml:space="preserve"> </w:t></w:r>', '<w:r><w:br w:type="page"/></w:r>'])
    text = source.choice(["{}\n{}", "{} {}", "{}/{}", "{}、{}", "{}，{}", "{};{}", "{}→{}", "{}-{}", "{}~{}", "{}（{}）",
                          "{}+{}", "{}\u3000{}", "{}|{}", "{}({})", "{}:{}", "{}=1+{}", "{}×{}", "{}至{}", "{}或{}",
                          "{}[{}]", "{}_{}", "{}*{}"])
    case.what = form if case.suffix == "html" else between if case.suffix == "docx" else ascii(text)
    if case.suffix in ("csv", "txt") and "\n" in text or case.suffix == "txt" and ("|" in text or text in ("{} {}",
        "{}\u3000{}")):
        text = "{}、{}"

    def make(value):
        first, second = source.randint(1, 99), source.randint(10, 999)
        pieces = [run(first), run(second)]
        document = f"<w:p>{pieces[0]}</w:p><w:p>{pieces[1]}</w:p>" if between == "p" else between.join(pieces)
        # A number in brackets may be a remark; "1，234" is one number.
        in_brackets = case.suffix not in ("html", "docx") and text in ("{}（{}）", "{}({})", "{}[{}]")
        allowed = [first] if in_brackets else [first * 1000 + second] if text == "{}，{}" and second > 99 else []
        return Piece(text.format(first, second), html=form.format(first, second), word=document), allowed
    change_some(case, make)


@kind("signs out of fonts", "docx")
def symbols(case, source):
    which = source.randrange(5)
    case.what = str(which)

    def make(value):
        digits = str(value)
        if which == 0:
            symbol = "".join(f'<w:sym w:font="Symbol" w:char="F0{ord(d):02X}"/>' for d in digits[:1])
            return Piece(value, word=f"<w:r>{symbol}</w:r>" + run(digits[1:])), [value]
        if which == 1:
            return Piece(value, word="<w:r><w:noBreakHyphen/></w:r>" + run(value)), [-value]
        if which == 2:
            return Piece(value, word=f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
                                     f"<m:r><m:t>{value}</m:t></m:r></m:oMath>"), [value]
        if which == 3:
            other = case.number()
            return Piece(value, word=run(value) + (
                '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>'
                f"{run(other)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>")), [value]
        return Piece(value, word='<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>' + run(value)), [-value]
    change_some(case, make)
