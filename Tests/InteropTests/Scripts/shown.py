"""Reports whose cells show more than their number: pieces of markup, and writers that put them into files.

A `Piece` says how one cell stands in each kind of file; a `Case` knows which readings of each field are right.
"""
import io
import random
from html import escape

import openpyxl

import layouts
from hostile_markup import WORD, word
from score_layouts import csv_text

AGENCIES = ["某某市第一局", "某某县财政局", "某某区人民政府办公室", "某某镇人民政府", "某某省某某厅", "某某市水务局"]
KINDS = []
MARKUP, EVERY = "html docx xlsx", "html docx xlsx csv txt"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = [
    ("word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/styles" '
     'Target="styles.xml"/></Relationships>'),
    ("word/styles.xml", f'<w:styles xmlns:w="{WORD}">' + "".join(
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{name}"/><w:rPr>{look}</w:rPr></w:style>'
        for name, look in (("hidden", "<w:vanish/>"), ("struck", "<w:strike/>"), (
            "raised", '<w:vertAlign w:val="superscript"/>'))) + "</w:styles>")]


class Piece:
    """What a cell holds: `text` where nothing else is said; `excel` is a value, `style` acts on a workbook's cell."""

    def __init__(self, text, html=None, word=None, excel=None, style=None, attributes=""):
        self.text, self.attributes, self.style = str(text), attributes, style
        self.html = escape(self.text) if html is None else html
        self.word = run(self.text) if word is None else word
        self.excel = self.text if excel is None else excel

    def __str__(self):
        return self.text


def run(text, properties=""):
    """A run of a Word file."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(str(text))}</w:t></w:r>'


def formatted(value, number_format):
    """A workbook's cell with a number format."""
    def style(cell):
        cell.number_format = number_format
    return Piece(value, excel=value, style=style)


class Block:
    """A table with its heading and the lines between the two."""

    def __init__(self, heading, sheet):
        self.heading, self.sheet, self.name, self.notes = heading, sheet, sheet.name, []
        self.is_hidden, self.hidden_rows, self.hidden_columns = False, set(), set()

    def insert_row(self, at):
        """Makes room for a row; areas around it grow."""
        self.shift(lambda row, column: (row + (row >= at), column))

    def insert_column(self, at):
        self.shift(lambda row, column: (row, column + (column >= at)))

    def shift(self, move):
        self.sheet.cells = {move(*place): value for place, value in self.sheet.cells.items()}
        self.sheet.merges = [(*move(*area[:2]), *move(*area[2:])) for area in self.sheet.merges]


class Case:
    """One file to be. `allowed` gives the readings of a field that need no finding; none where it must be named."""

    def __init__(self, seed, kind):
        self.seed, self.kind, self.source = seed, kind, random.Random(f"shown {seed}")
        source, form = self.source, kind.form
        year_of_form = form or source.choice(["2021", "2021", "2019"])
        year = source.choice([2019, 2020]) if year_of_form == "2019" else source.randint(2021, 2025)
        names = list(layouts.fields(layouts.FORMS[year_of_form]))
        self.numbers = source.sample(range(11, 9_999), len(names) + 400)
        values = {name: self.numbers.pop() for name in names}
        if year_of_form == "2021":
            values["disclosure.fees.amount"] = source.randrange(10_001, 10 ** 7) / 10_000
        self.truth = layouts.Truth(f"s{seed:06}", year_of_form, source.choice(AGENCIES), year, values)
        self.cells, self.allowed = dict(values), {name: [value] for name, value in values.items()}
        self.suffix = source.choice(kind.suffixes)
        self.is_certain, self.what, self.shape = kind.is_certain, "", source.choice(["one", "three"])
        self.title = f"{self.truth.agency}{year}年政府信息公开工作年度报告"
        self.years, self.agencies, self.first, self.changes = [year], [self.truth.agency], [], []
        self.built, self.drops_covered = None, False

    def number(self):
        """A number that stands nowhere else."""
        return self.numbers.pop()

    def pick(self, count=1, table=None, only=lambda name: True):
        """Fields of counts, each once."""
        names = [name for name in self.cells if not name.endswith("amount") and not name.endswith(".change")]
        names = [name for name in names if (table is None or name.startswith(table)) and only(name)]
        return self.source.sample(names, count)

    def put(self, name, piece, *allowed):
        self.cells[name], self.allowed[name] = piece, list(allowed)

    @property
    def blocks(self):
        """The tables; fields are put before they are asked for."""
        if self.built is None:
            truth = layouts.Truth(self.truth.name, "2021", self.truth.agency, self.truth.year, self.cells)
            truth.form = self.truth.form
            headings = [table["label"] for table in truth.form["tables"]]
            self.built = [Block(*pair) for pair in zip(headings, layouts.three_sheets(truth))]
        return self.built

    def copy_blocks(self):
        """The tables once more, with other numbers."""
        values = {name: self.number() if index < 300 else 0 for index, name in enumerate(self.cells)}
        truth = layouts.Truth("copy", "2021", self.truth.agency, self.truth.year, values)
        truth.form = self.truth.form
        headings = [table["label"] for table in truth.form["tables"]]
        return [Block(*pair) for pair in zip(headings, layouts.three_sheets(truth))]

    def relabel(self, table, old, new):
        """Replaces a part of labels; a piece as `new` replaces the whole label."""
        found = 0
        for block in self.blocks if table is None else [self.blocks[table]]:
            for place, value in block.sheet.cells.items():
                if isinstance(value, str) and old in value:
                    found += 1
                    block.sheet.cells[place] = new if isinstance(new, Piece) else value.replace(old, new, 1)
        assert found, f"no label holds {old}"

    def place(self, name):
        """Where a field stands: its block, row and column."""
        for block in self.blocks:
            for place, value in block.sheet.cells.items():
                if value is self.cells[name] or (value == self.cells[name] and not isinstance(value, str)):
                    return block, *place
        raise KeyError(name)

    def doubt(self, names):
        for name in names:
            self.allowed[name] = []

    def write(self, folder):
        path = folder / f"{self.truth.name}.{self.suffix}"
        data = WRITERS[self.suffix](self)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path


class Kind:
    def __init__(self, name, suffixes, act, form, is_certain):
        self.name, self.suffixes, self.act, self.form, self.is_certain = name, suffixes, act, form, is_certain


def kind(name, suffixes, form=None, certain=False):
    """Registers a way to make a case; `certain` where a person has no doubt about any value."""
    def register(act):
        KINDS.append(Kind(name, suffixes.split(), act, form, certain))
        return act
    return register


def case(seed):
    made = Case(seed, KINDS[seed % len(KINDS)])
    made.kind.act(made, made.source)
    return made


def number_of(case, name):
    return case.truth.values[name]


def change_some(case, make, table=None):
    """Puts `make(value)`, a piece with the readings that are right, into one to three fields."""
    for name in case.pick(case.source.randint(1, 3), table):
        made = make(number_of(case, name))
        piece, allowed = made if isinstance(made, tuple) else (made, [number_of(case, name)])
        case.put(name, piece if isinstance(piece, Piece) else Piece(piece), *allowed)


def covered(sheet):
    return {
        (row, column) for top, left, bottom, right in sheet.merges
        for row in range(top, bottom + 1) for column in range(left, right + 1) if (row, column) != (top, left)}


def spans(sheet):
    return {area[:2]: (area[2] - area[0] + 1, area[3] - area[1] + 1) for area in sheet.merges}


def as_page(case):
    parts = [f"<p>{escape(case.title)}</p>" if not isinstance(case.title, Piece) else case.title.html]
    parts += [f"<p>{line}</p>" for line in case.first] + ["<p>一、总体情况</p><p>正文。</p>"]
    for block in case.blocks:
        areas, inside, rows = spans(block.sheet), covered(block.sheet), []
        for number, values in enumerate(block.sheet.rows(), 1):
            cells = []
            for column, value in enumerate(values, 1):
                if (number, column) in inside:
                    continue
                piece = value if isinstance(value, Piece) else Piece("" if value is None else value)
                down, right = areas.get((number, column), (1, 1))
                if right > 1:
                    right -= sum(each in block.hidden_columns for each in range(column, column + right))
                elif column in block.hidden_columns:
                    piece = Piece(piece.text, html=piece.html, attributes=piece.attributes + ' style="display:none"')
                cells.append(f'<td rowspan="{down}" colspan="{right}" {piece.attributes}>'
                             f'<p><span>{piece.html or "&nbsp;"}</span></p></td>')
            hidden = ' style="display:none"' if number in block.hidden_rows else ""
            rows.append(f"<tr{hidden}>{''.join(cells)}</tr>")
        notes = "".join(f"<p>{escape(note)}</p>" for note in block.notes)
        hidden = ' style="display:none"' if block.is_hidden else ""
        parts.append(
            f"<div{hidden}><h3>{escape(block.heading)}</h3>{notes}<table border=1>{''.join(rows)}</table></div>")
    parts.append("<p>五、存在的主要问题及改进情况</p><p>无。</p><p>六、其他需要报告的事项</p><p>无</p>")
    text = f"<html><head><meta charset=utf-8></head><body>{''.join(parts)}</body></html>"
    for change in case.changes:
        text = change(text)
    return text


def as_document(case):
    def paragraph(text, properties=""):
        return f"<w:p>{text.word if isinstance(text, Piece) else run(text, properties)}</w:p>"

    parts = [paragraph(case.title)] + [paragraph(line) for line in case.first]
    parts += [paragraph("一、总体情况"), paragraph("正文。")]
    for block in case.blocks:
        vanish = "<w:vanish/>" if block.is_hidden else ""
        parts += [paragraph(line, vanish) for line in [block.heading, *block.notes]]
        height, width = block.sheet.size()
        areas = {(row, left): (row == top, bottom > top, right - left + 1)
                 for top, left, bottom, right in block.sheet.merges for row in range(top, bottom + 1)}
        rows = []
        for row in range(1, height + 1):
            cells, column = [], 1
            while column <= width:
                is_top, is_tall, right = areas.get((row, column), (True, False, 1))
                value = block.sheet.cells.get((row, column)) if is_top else None
                piece = value if isinstance(value, Piece) else Piece(
                    "" if value is None else value, word=run("" if value is None else value, vanish))
                merge = f'<w:vMerge{" w:val=" + chr(34) + "restart" + chr(34) if is_top else ""}/>' if is_tall else ""
                inner = piece.word if piece.word.startswith("<w:p>") else f"<w:p>{piece.word}</w:p>"
                cells.append(f'<w:tc><w:tcPr><w:gridSpan w:val="{right}"/>{merge}</w:tcPr>{inner}</w:tc>')
                column += right
            hidden = "<w:trPr><w:hidden/></w:trPr>" if row in block.hidden_rows else ""
            rows.append(f"<w:tr>{hidden}{''.join(cells)}</w:tr>")
        parts.append("<w:tbl><w:tblPr/><w:tblGrid>" + "<w:gridCol/>" * width + f"</w:tblGrid>{''.join(rows)}</w:tbl>")
    for heading in ("五、存在的主要问题及改进情况", "六、其他需要报告的事项"):
        parts += [paragraph(heading), paragraph("无。")]
    text = "".join(parts)
    for change in case.changes:
        text = change(text)
    return word(text, parts=STYLES)


def laid_out(case):
    """The sheets of a workbook: (name, sheet, hidden rows, hidden columns, whether hidden, lines of text)."""
    pages = []
    for index, block in enumerate(case.blocks):
        sheet = layouts.Sheet(block.name)
        lines = ([case.title, *case.first] if index == 0 else []) + [block.heading, *block.notes]
        for number, line in enumerate(lines, 1):
            sheet.put(number, 1, line)
        sheet.add(block.sheet, len(lines), 0)
        rows = {row + len(lines) for row in block.hidden_rows}
        pages.append([sheet, rows, set(block.hidden_columns), block.is_hidden])
    if case.shape == "one":
        whole, rows, columns, is_hidden = [], set(), set(), False
        sheet = layouts.Sheet("Sheet1")
        for page, hidden, hides, is_away in pages:
            if is_away:
                whole.append([page, hidden, hides, True])
                continue
            offset = sheet.size()[0] + (2 if sheet.cells else 0)
            sheet.add(page, offset, 0)
            rows |= {row + offset for row in hidden}
            columns |= hides
        return [[sheet, rows, columns, is_hidden], *whole]
    return pages


def as_book(case):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet, rows, columns, is_hidden in laid_out(case):
        page = book.create_sheet(sheet.name)
        for (row, column), value in sheet.cells.items():
            if value is None or value == "":
                continue
            cell = page.cell(row, column, value.excel if isinstance(value, Piece) else value)
            if isinstance(value, Piece) and value.style:
                value.style(cell)
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in rows:
            page.row_dimensions[row].hidden = True
        for column in columns:
            page.column_dimensions[openpyxl.utils.get_column_letter(column)].hidden = True
        if is_hidden:
            page.sheet_state = "hidden"
    book.active = next(index for index, page in enumerate(book.worksheets) if page.sheet_state == "visible")
    for change in case.changes:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_values(case):
    text = csv_text([page[0] for page in laid_out(case)])
    for change in case.changes:
        text = change(text)
    return text


def as_text(case):
    """The tables as they come out of a copy: cells by tabs, lines by ends of line."""
    lines = [str(case.title), *map(str, case.first), "一、总体情况", "正文。"]
    for block in case.blocks:
        lines += [block.heading, *block.notes]
        inside = covered(block.sheet)
        for number, values in enumerate(block.sheet.rows(), 1):
            lines.append("\t".join(
                "" if value is None else str(value) for column, value in enumerate(values, 1)
                if not case.drops_covered or (number, column) not in inside))
    text = "\n".join([*lines, "五、存在的主要问题及改进情况", "无。", "六、其他需要报告的事项", "无。", ""])
    for change in case.changes:
        text = change(text)
    return text


WRITERS = {"html": as_page, "docx": as_document, "xlsx": as_book, "csv": as_values, "txt": as_text}
