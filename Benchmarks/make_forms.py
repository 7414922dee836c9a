#!/usr/bin/env python3
"""Write submissions in 60 layouts: made-up reports, laid out as agencies lay them out.

usage: make_forms.py FOLDER [--count N] [--kind xlsx|csv|html|docx]        (900 workbooks unless said otherwise)

A layout is one of five arrangements of the three tables, the last table upright or stacked, merged areas kept,
dropped, or their labels repeated, and the labels as printed or as they arrive. No two neighbours of the batch share
a layout. The other kinds are the same reports in the one layout that such files have. The same files in every run.
Needs python-docx for docx.
"""
import argparse
import itertools
import random
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tests/InteropTests/Scripts"))
import layouts  # noqa: E402
import score_layouts  # noqa: E402
from score_layouts import changed, noisy  # noqa: E402

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')
KINDS = {"csv": "csv-utf8", "html": "html", "docx": "docx"}

ARRANGEMENTS = {
    "three sheets": lambda truth, stacked: layouts.three_sheets(truth, stacked),
    "one sheet": lambda truth, stacked: [layouts.one_sheet(truth, stacked=stacked)],
    "six rows lower": lambda truth, stacked: [layouts.one_sheet(truth, row=8, stacked=stacked)],
    "three columns on": lambda truth, stacked: [layouts.one_sheet(truth, column=4, stacked=stacked)],
    "two sheets": lambda truth, stacked: [
        layouts.Sheet("封面"), layouts.one_sheet(truth, name="年报", stacked=stacked)],
}
LAYOUTS = list(itertools.product(
    ARRANGEMENTS, ("upright", "stacked"), ("kept", "dropped", "repeated"), ("as printed", "noisy")))


def consistent(truth, number):
    """The report of an agency of its own, with numbers that add up."""
    source, values = random.Random(number), truth.values
    tables = {table["id"]: [row["id"] for row in table["rows"]] for table in truth.form["tables"]}
    for name in values:
        values[name] = source.randrange(100) if source.random() < 0.4 else 0
    outcomes = [row for row in tables["requests"] if row.startswith("outcome.") and row != "outcome.total"]
    columns = ["naturalPerson", "business", "research", "publicWelfare", "legalService", "other"]
    for column in columns:
        total = sum(values[f"requests.{row}.{column}"] for row in outcomes)
        carried = values[f"requests.carriedIn.{column}"] + values[f"requests.carriedOut.{column}"]
        values[f"requests.outcome.total.{column}"] = total
        values[f"requests.carriedOut.{column}"] = carried
        values[f"requests.received.{column}"] = total + carried - values[f"requests.carriedIn.{column}"]
    for row in tables["requests"]:
        values[f"requests.{row}.total"] = sum(values[f"requests.{row}.{column}"] for column in columns)
    for row in tables["proceedings"]:
        values[f"proceedings.{row}.total"] = sum(
            values[f"proceedings.{row}.{column}"] for column in ("upheld", "corrected", "other", "pending"))
    truth.agency = f"某某市第{number}局"
    return truth


def sheets(layout, truth):
    """The sheets of one submission."""
    arrangement, proceedings, merges, labels = layout
    made = ARRANGEMENTS[arrangement](truth, proceedings == "stacked")
    if merges != "kept":
        made = [sheet.flat(merges == "repeated") for sheet in made]
    if labels == "noisy":
        source = random.Random(str(layout))
        made = changed(made, lambda value: noisy(value, source) if isinstance(value, str) else value)
    return made


def write(path, made):
    """Writes a workbook, the same bytes in every run."""
    texts = {}

    def cell(row, column, value):
        place = f"{letters(column)}{row}"
        if isinstance(value, str):
            return f'<c r="{place}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
        return f'<c r="{place}"><v>{value}</v></c>'

    parts = {}
    for number, sheet in enumerate(made, 1):
        rows = {}
        for (row, column), value in sorted(sheet.cells.items()):
            if value not in (None, ""):
                rows.setdefault(row, []).append(cell(row, column, value))
        merges = "".join(
            f'<mergeCell ref="{letters(left)}{top}:{letters(right)}{bottom}"/>'
            for top, left, bottom, right in sheet.merges)
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>'
            + "".join(f'<row r="{row}">{"".join(cells)}</row>' for row, cells in rows.items())
            + "</sheetData>" + (f"<mergeCells>{merges}</mergeCells>" if merges else "") + "</worksheet>")
    numbers = range(1, len(made) + 1)
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{MAIN}">' + "".join(f"<si><t>{escape(text)}</t></si>" for text in texts) + "</sst>")
    parts["xl/styles.xml"] = STYLES
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in zip(numbers, made)) + "</sheets></workbook>"
    parts["xl/_rels/workbook.xml.rels"] = links(
        *((f"{OFFICE}/worksheet", f"worksheets/sheet{number}.xml") for number in numbers),
        (f"{OFFICE}/styles", "styles.xml"), (f"{OFFICE}/sharedStrings", "sharedStrings.xml"))
    parts["docProps/app.xml"] = (
        f'<Properties xmlns="{OFFICE.replace("relationships", "extended-properties")}">'
        "<Application>Microsoft Excel</Application></Properties>")
    parts["_rels/.rels"] = links(
        (f"{OFFICE}/officeDocument", "xl/workbook.xml"),
        (f"{OFFICE}/extended-properties", "docProps/app.xml"))
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
            for name, kind in [
                ("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/styles.xml", "spreadsheetml.styles"),
                ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings"),
                ("docProps/app.xml", "extended-properties"),
                *((f"xl/worksheets/sheet{number}.xml", "spreadsheetml.worksheet") for number in numbers)])
        + "</Types>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')


def letters(column):
    """The letters of a column, counted from 1."""
    return (letters((column - 1) // 26) if column > 26 else "") + chr(65 + (column - 1) % 26)


def links(*targets):
    """A part of relationships."""
    return f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)) + "</Relationships>"


def make(folder, count, kind="xlsx"):
    """Writes the batch."""
    folder.mkdir(parents=True, exist_ok=True)
    if len(list(folder.glob(f"*.{kind}"))) == count:
        return
    for number, truth in enumerate(layouts.made_up_reports(count)):
        truth = consistent(truth, number)
        if kind == "xlsx":
            write(folder / f"{number:05}.xlsx", sheets(LAYOUTS[number % len(LAYOUTS)], truth))
        else:
            score_layouts.make(KINDS[kind], truth, folder)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=900)
    parser.add_argument("--kind", default="xlsx", choices=["xlsx", *KINDS])
    options = parser.parse_args()
    make(options.folder, options.count, options.kind)


if __name__ == "__main__":
    main()
