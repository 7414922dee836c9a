"""Files that cost a reader time or memory: labels in great numbers, formulas that grow, markup without end.

Every case is made out of a seed and a size, in cells; `case(seed, cells)` is a name with a file's bytes.
"""
import io
import json
import random
import zipfile
from html import escape

import layouts

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MOST_COLUMNS, MOST_ROWS = 16_384, 1_048_576
QUALIFIERS = ["上年", "同比", "占比", "增幅", "其中：", "小计", "（件）", "（万元）", "（本年）", "2020年"]


def tables():
    return [table for form in layouts.FORMS.values() for table in form["tables"]]


TABLES = tables()
ROWS = [row["path"] for table in TABLES for row in table["rows"]]
COLUMNS = [column["path"] for table in TABLES for column in table["columns"]]
TITLES = [table["label"] for table in TABLES]
GROUPS = [group for path in ROWS + COLUMNS for group in path[:-1]]
LABELS = [label for path in ROWS + COLUMNS for label in path] + TITLES


def near(source, label):
    """`label` with one to three characters changed, or with words that make another quantity of it."""
    if source.random() < 0.2:
        return source.choice(QUALIFIERS) + label
    characters = list(label)
    for _ in range(source.randint(1, 3)):
        place = source.randrange(len(characters))
        characters[place] = chr(source.randint(0x4E00, 0x9FA5))
    return "".join(characters)


def spread(source, cells):
    """Rows and columns whose product is about `cells`, from a single row to a single column."""
    columns = max(1, min(MOST_COLUMNS, int(cells ** source.choice([0, 0.1, 0.2, 0.35, 0.5, 0.65, 0.9, 1]))))
    return max(1, min(MOST_ROWS, cells // columns)), columns


class Table:
    """Cells and merged areas of one sheet, row by row."""

    def __init__(self):
        self.rows, self.merges = [], []

    def add(self, row):
        self.rows.append(row)

    @property
    def count(self):
        return sum(map(len, self.rows))


# Grids of labels: each function takes a source of chance and a number of cells, and makes one table.


def one_label(source, cells):
    table, label = Table(), source.choice(LABELS)
    rows, columns = spread(source, cells)
    for _ in range(rows):
        table.add([label] * columns)
    return table


def any_labels(source, cells):
    table, pool = Table(), source.choice([LABELS, GROUPS, TITLES, [path[-1] for path in COLUMNS]])
    rows, columns = spread(source, cells)
    numbers = source.choice([0, 0, 0.3, 0.7])
    for _ in range(rows):
        table.add([source.randint(0, 99) if source.random() < numbers else source.choice(pool) for _ in range(columns)])
    return table


def near_labels(source, cells):
    table = Table()
    rows, columns = spread(source, cells)
    table.add([label for label in source.sample(LABELS, min(columns, 8))])
    pool = [path[-1] for path in source.choice([ROWS, COLUMNS])] if source.random() < 0.5 else LABELS
    for _ in range(rows):
        table.add([near(source, source.choice(pool)) for _ in range(columns)])
    return table


def alternating_heads(source, cells):
    table, form = Table(), source.choice(TABLES)
    heads = [column["path"][-1] for column in form["columns"]]
    for number in range(max(1, cells // (len(heads) + 1))):
        row = form["rows"][number % len(form["rows"])]["path"][-1]
        table.add([""] + heads if number % 2 else [row] + [source.randint(0, 9)] * (len(heads) if source.random() < 0.7 else 0))
    return table


def wide_heads(source, cells):
    table, form = Table(), source.choice(TABLES)
    heads = [column["path"][-1] for column in form["columns"]]
    rows, columns = source.choice([3, 20, 60]), min(MOST_COLUMNS, max(2, cells // 20))
    line = [heads[number % len(heads)] for number in range(columns)]
    for number in range(max(1, min(rows, cells // columns))):
        label = form["rows"][number % len(form["rows"])]["path"][-1]
        table.add([label] + line if number % 2 == 0 or source.random() < 0.5 else [label] + [1] * columns)
    return table


def stacked_forms(source, cells):
    """Forms below each other: with their heads each time, or once."""
    table, form = Table(), source.choice(TABLES)
    heads = [column["path"][-1] for column in form["columns"]]
    repeats, has_title = source.random() < 0.7, source.random() < 0.5
    while table.count < cells:
        if has_title:
            table.add([form["label"]])
        if repeats or not table.rows:
            table.add([""] * 2 + heads)
        for row in form["rows"]:
            table.add((row["path"][-2:] if len(row["path"]) > 1 else ["", row["path"][-1]]) + [
                source.choice([0, 0, 1, 7, "/", ""]) for _ in heads])
            if table.count >= cells:
                break
    return table


def forms_side_by_side(source, cells):
    table, form = Table(), source.choice(TABLES)
    heads = [column["path"][-1] for column in form["columns"]]
    width = len(heads) + 1
    times = max(1, min(MOST_COLUMNS // width, cells // (width * (len(form["rows"]) + 1))))
    table.add(([""] + heads) * times)
    for row in form["rows"]:
        table.add(([row["path"][-1]] + [source.randint(0, 9) for _ in heads]) * times)
    return table


def lists(source, cells):
    """A field a line, with its groups in front or in one text, any number of times."""
    table, form = Table(), source.choice(TABLES)
    is_joined, heads = source.random() < 0.4, form["columns"]
    while table.count < cells:
        for row in form["rows"]:
            for column in heads:
                value = source.randint(0, 9)
                path = row["path"] + column["path"][-1:]
                table.add(["".join(path[-2:]), value] if is_joined else ([""] * 4 + path)[-4:] + [value])
    return table


def two_years(source, cells):
    table, form = Table(), source.choice(TABLES)
    heads = [column["path"][-1] for column in form["columns"]]
    while table.count < cells:
        times = source.randint(2, 40)
        table.add([""] + [year for head in heads for year in [head] * times])
        table.add([""] + [source.choice(["上年", "本年", "占比", "同比"]) for _ in heads * times])
        for row in form["rows"]:
            table.add([row["path"][-1]] + [source.randint(0, 9) for _ in heads * times])
    return table


def leftovers(source, cells):
    """A table with numbers beside its columns, between its lines and under heads without lines."""
    table, form = Table(), source.choice(TABLES)
    heads = [column["path"][-1] for column in form["columns"]]
    extra = source.choice([1, 3, 200])
    table.add([""] + heads)
    for _ in range(source.choice([0, 0, max(1, cells // 20)])):
        table.add([""] + [1] * len(heads))
    while table.count < cells:
        row = source.choice(form["rows"])["path"][-1]
        table.add([source.choice([row, row, "甲", ""])] + [source.randint(0, 9) for _ in range(len(heads) + extra)])
    return table


def many_merges(source, cells):
    table = Table()
    rows, columns = spread(source, cells)
    rows, columns = min(rows, 5_000), min(columns, 2_000)
    height, width = source.choice([(1, 2), (2, 1), (3, 3), (1, 40), (60, 1), (400, 90)])
    for _ in range(rows):
        table.add([source.choice(LABELS) for _ in range(columns)])
    for row in range(1, rows + 1, height):
        for column in range(1, columns + 1, width):
            table.merges.append((row, column, row + height - 1, column + width - 1))
    return table


def long_texts(source, cells):
    table = Table()
    for _ in range(max(1, cells // 40)):
        label = source.choice(LABELS)
        table.add([label * source.choice([1, 3, 20, 100, 400]), source.choice(TITLES) + "：" + label * 20, "一、" + near(source, label)])
    return table


GRIDS = [
    one_label, any_labels, near_labels, alternating_heads, wide_heads, stacked_forms, forms_side_by_side, lists,
    two_years, leftovers, many_merges, long_texts]


# Formulas: each function yields the cells of a column as formulas or values, from the top.


def plain_chain(source, count):
    yield 1
    for row in range(2, count + 1):
        yield f"=A{row - 1}+1"


def upward_chain(source, count):
    for row in range(1, count):
        yield f"=A{row + 1}"
    yield 1


def branch_chain(source, count):
    yield 1
    for row in range(2, count + 1):
        yield f'=IF(A{row - 1}>0,A{row - 1},"x")'


def cycle(source, count):
    for row in range(1, count + 1):
        yield f"=A{row % count + 1}{source.choice(['', '+1', '*2'])}"


def doubled_text(source, count):
    yield "字" * source.choice([1, 40])
    for row in range(2, count + 1):
        yield f"=A{row - 1}&A{row - 1}"


def doubled_calls(source, count):
    yield 1
    for row in range(2, count + 1):
        yield f"=A{row - 1}+A{row - 1}*0"


def growing_sums(source, count):
    name = source.choice(["SUM", "COUNTIF", "MAX", "AVERAGE", "SUMPRODUCT"])
    yield 1
    for row in range(2, count + 1):
        yield f"={name}(A$1:A{row - 1}{',1' if name == 'COUNTIF' else ''})"


def deep_brackets(source, count):
    depth = source.choice([10, 60, 300, 2_000])
    opening, closing = source.choice([("(", ")"), ("-(", ")"), ("IF(1,", ")"), ("SUM(", ")"), ("{", "}")])
    for _ in range(max(1, count // depth)):
        yield "=" + opening * depth + "1" + closing * depth


def long_sums(source, count):
    for _ in range(max(1, count // 200)):
        yield "=" + "+".join(["A1", "1", "B2"] * source.choice([10, 300, 900]))


def wide_texts(source, count):
    for _ in range(max(1, count // 20)):
        yield source.choice([
            '=REPT("字",32767)', '=REPT(REPT("a",200),200)', "=TEXT(1,\"" + "0" * 200 + "\")",
            '=SUBSTITUTE(REPT("a",9999),"a",REPT("b",9))', "=SUM(A1:XFD1048576)", "=SUM(A:A)"])


FORMULAS = [
    plain_chain, upward_chain, branch_chain, cycle, doubled_text, doubled_calls, growing_sums, deep_brackets, long_sums,
    wide_texts]


# Files


def column_name(number):
    name = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


NAMES = [column_name(number) for number in range(1, MOST_COLUMNS + 1)]


def sheet_xml(table, shared=None):
    lines = []
    for number, row in enumerate(table.rows[:MOST_ROWS], 1):
        cells = []
        for name, value in zip(NAMES, row):
            if value == "":
                continue
            if isinstance(value, int):
                cells.append(f'<c r="{name}{number}"><v>{value}</v></c>')
            elif value.startswith("="):
                cells.append(f'<c r="{name}{number}"><f>{escape(value[1:], quote=False)}</f></c>')
            else:
                cells.append(f'<c r="{name}{number}" t="inlineStr"><is><t>{escape(value, quote=False)}</t></is></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    if shared:
        lines = [shared]
    merges = "".join(
        f'<mergeCell ref="{NAMES[left - 1]}{top}:{NAMES[right - 1]}{bottom}"/>'
        for top, left, bottom, right in table.merges)
    return (f'<worksheet xmlns="{SHEET}"><sheetData>{"".join(lines)}</sheetData>'
            + (f"<mergeCells>{merges}</mergeCells>" if merges else "") + "</worksheet>")


def packed(entries):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in entries:
            archive.writestr(name, text)
    return file.getvalue()


def workbook(sheets):
    """A workbook of sheets in XML."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = range(1, len(sheets) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{kind}.worksheet+xml"/>' for number in numbers)
    return packed([
        ("[Content_Types].xml",
         f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
         f'package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{overrides}</Types>'),
        ("_rels/.rels",
         f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" '
         'Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml",
         f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets>' + "".join(
             f'<sheet name="{number}" sheetId="{number}" r:id="r{number}"/>' for number in numbers) + "</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels",
         f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
             f'<Relationship Id="r{number}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
             for number in numbers) + "</Relationships>")]
        + [(f"xl/worksheets/sheet{number}.xml", sheet) for number, sheet in zip(numbers, sheets)])


def csv_file(tables):
    lines = []
    for table in tables:
        for row in table.rows:
            lines.append(",".join(
                f'"{value}"' if isinstance(value, str) and set(value) & set(',"\n') else str(value) for value in row))
    return "\r\n".join(lines).encode()


def spans(table):
    """The cells of a table's rows with what each covers, the covered ones left out."""
    merged = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in table.merges}
    covered = {
        (row, column) for top, left, bottom, right in table.merges[:2_000]
        for row in range(top, bottom + 1) for column in range(left, right + 1) if (row, column) != (top, left)}
    for number, row in enumerate(table.rows, 1):
        yield [(value, *merged.get((number, column), (1, 1)))
               for column, value in enumerate(row, 1) if (number, column) not in covered]


def page(tables):
    parts = []
    for table in tables:
        parts.append("<table>")
        for row in spans(table):
            parts.append("<tr>" + "".join(
                f"<td{f' rowspan={height}' if height > 1 else ''}{f' colspan={width}' if width > 1 else ''}>{value}"
                for value, height, width in row))
        parts.append("</table>")
    return ("<!doctype html><meta charset=utf-8><body>" + "".join(parts)).encode()


def styled_page(rules, rows):
    """A page whose style sheet has many rules of one shape and whose table has many elements that may match them."""
    style = "".join(f"td .c{number} b{{display:none}}" for number in range(rules))
    return f"<style>{style}</style><table>{'<tr><td><b class=c1><i>1</i></b></td></tr>' * rows}</table>".encode()


def word_file(tables):
    def cell(value, height, width):
        span = f'<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>' if width > 1 else ""
        return f"<w:tc>{span}<w:p><w:r><w:t>{escape(str(value), quote=False)}</w:t></w:r></w:p></w:tc>"

    body = "".join(
        "<w:tbl>" + "".join("<w:tr>" + "".join(cell(*entry) for entry in row) + "</w:tr>" for row in spans(table)) + "</w:tbl>"
        for table in tables)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return packed([
        ("[Content_Types].xml",
         f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
         f'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'),
        ("_rels/.rels",
         f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" '
         'Target="word/document.xml"/></Relationships>'),
        ("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')])


def text_file(source, tables):
    gap = source.choice(["  ", "\t", "|", " "])
    lines = [gap.join(str(value) for value in row) for table in tables for row in table.rows]
    return "\n".join(lines).encode()


def prose(source, cells):
    """A page of headings, paragraphs and containers within each other."""
    depth = source.choice([1, 20, 900])
    parts = ["<!doctype html><meta charset=utf-8><body>", "<div>" * depth]
    for number in range(max(1, cells // 4)):
        label = source.choice(TITLES + LABELS)
        parts.append(source.choice([
            f"<p>{source.choice(['一', '二', '（三）', '4.'])}、{near(source, label)}</p>", f"<div>{label}</div>",
            f"<table><tr><td>{label}<td>{number}</table>", f"<p>{label}：{near(source, label)}。</p>"]))
    return "".join(parts).encode()


def nested_tables(source, cells):
    depth = source.choice([2, 20, 150])
    inner = "".join(f"<p>{source.choice(LABELS)}</p>" for _ in range(max(1, cells // 2)))
    return ("<!doctype html><meta charset=utf-8>" + "<table><tr><td>" * depth + inner + "<table><tr><td>1<td>2</table>" * depth).encode()


def shared_formulas(source, cells):
    """One long formula that many cells share."""
    formula = "+".join(["A1"] * source.choice([3, 100, 2_000]))
    last = max(2, min(cells, 60_000))
    rows = [f'<row r="1"><c r="B1"><f t="shared" ref="B1:B{last}" si="0">{formula}</f></c></row>']
    rows += [f'<row r="{row}"><c r="B{row}"><f t="shared" si="0"/></c></row>' for row in range(2, last + 1)]
    return workbook([sheet_xml(Table(), "".join(rows))])


def report_json(source, cells):
    tables = {
        table["id"]: {row["id"]: {column["id"]: source.choice([1, None, "/", {"text": "3/5"}]) for column in table["columns"]}
                      for row in table["rows"]} for table in layouts.FORMS["2021"]["tables"]}
    return json.dumps({
        "form": "gov-info-disclosure-2021", "title": "x", "agency": "甲局", "year": 2021,
        "sections": {"overview": source.choice(LABELS) * max(1, cells // 4)}, "tables": tables}, ensure_ascii=False).encode()


def case(seed, cells):
    """A name and the bytes of the case with number `seed`, of about `cells` cells at most."""
    source = random.Random(seed)
    cells = max(4, int(cells ** source.uniform(0.25, 1)))
    kind = source.random()
    if kind < 0.06:
        make = source.choice([prose, nested_tables])
        return f"{seed}-{make.__name__}.html", make(source, cells)
    if kind < 0.08:
        return f"{seed}-report.json", report_json(source, cells)
    if kind < 0.1:
        return f"{seed}-shared_formulas.xlsx", shared_formulas(source, cells)
    if kind < 0.35:
        make, table = source.choice(FORMULAS), Table()
        for formula in make(source, cells):
            table.add([formula])
        return f"{seed}-{make.__name__}.xlsx", workbook([sheet_xml(table)])
    make = source.choice(GRIDS)
    times = source.choice([1, 1, 1, 3, 40, 400])
    made = [make(source, max(4, cells // times)) for _ in range(min(times, max(1, cells // 4)))]
    name, extension = f"{seed}-{make.__name__}", source.choice(["xlsx"] * 6 + ["csv", "html", "docx", "txt"])
    data = {
        "xlsx": lambda: workbook([sheet_xml(table) for table in made]), "csv": lambda: csv_file(made),
        "html": lambda: page(made), "docx": lambda: word_file(made), "txt": lambda: text_file(source, made)}[extension]()
    return f"{name}.{extension}", data


# Files that took a reader too long once, in the sizes in which they did.


def made(*rows):
    table = Table()
    table.rows = list(rows)
    return table


def heads_of(form):
    return [column["path"][-1] for column in form["columns"]]


def lines_of(form, values):
    return [[row["path"][-1]] + values for row in form["rows"]]


def large_cases():
    """Names with what makes the files."""
    source = random.Random(7)
    requests = layouts.FORMS["2021"]["tables"][1]
    heads, lines = heads_of(requests), lines_of(requests, [1] * 7)
    plain = made(["行政许可", "自然人"], ["总计", 1])
    yield "alternating-heads.xlsx", lambda: workbook([sheet_xml(made(*([[""] + heads, lines[0]] * 10_000)))])
    yield "stacked-forms.xlsx", lambda: workbook([sheet_xml(made(*(([[""] + heads] + lines) * 600)[:16_000]))])
    yield "wide-heads.xlsx", lambda: workbook([sheet_xml(made(*([[""] + (heads * 600)[:4_096]] * 20)))])
    yield "forms-beside.xlsx", lambda: workbook([sheet_xml(made(([""] + heads) * 2_000, *[line * 2_000 for line in lines]))])
    yield "tables.html", lambda: page([plain] * 8_000)
    yield "forms.html", lambda: page([made([""] + heads, *lines)] * 1_000)
    yield "tables.docx", lambda: word_file([plain] * 8_000)
    yield "sheets.xlsx", lambda: workbook([sheet_xml(plain)] * 4_900)
    yield "labels.xlsx", lambda: workbook([sheet_xml(any_labels(source, 1_000_000))])
    yield "near-labels.csv", lambda: csv_file([near_labels(source, 150_000)])
    yield "texts.xlsx", lambda: workbook([sheet_xml(made(["行政许可"], ["总计"], *[[f"单位{n}"] for n in range(900_000)]))])
    yield "lines-without-labels.xlsx", lambda: workbook([sheet_xml(made([""] + heads, *[[""] + [5] * 7] * 90_000, *lines))])
    yield "groups.xlsx", lambda: workbook([sheet_xml(made([""] + heads, *[[group] + [1] * 7 for group in GROUPS * 2_000], *lines))])
    yield "numbers-beside.xlsx", lambda: workbook([sheet_xml(made([""] + heads, *lines_of(requests, [1] * 16_000)))])
    yield "rules.html", lambda: styled_page(40_000, 60_000)
    yield "containers.html", lambda: ("<div>" * 1_500 + page([plain]).decode() + "<p>a</p>" * 900_000).encode()
    yield "tables-within.html", lambda: ("<table><tr><td>" * 200 + "<p>a</p>" * 1_000_000).encode()
    yield "spans.html", lambda: ("<table><tr><td colspan=1000 rowspan=65534>行政许可<td>自然人</table>" * 100_000).encode()
    yield "lines.txt", lambda: "\n".join(f"{source.choice(LABELS)}  1  2  3" for _ in range(200_000)).encode()
    yield "prose.txt", lambda: "\n".join(f"一、{near(source, source.choice(TITLES))}" for _ in range(150_000)).encode()
