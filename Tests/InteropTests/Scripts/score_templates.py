#!/usr/bin/env python3
"""Fill reports into workbooks that nobody here laid out, and look at everything that must stay.

usage: score_templates.py BINARY [--most N] [--office N] [--keep FOLDER]

Below what stands on the first sheet of each workbook of the corpus that has charts, pictures or macros
there, the form's tables are pasted as markup, totals as formulas; `export --template` fills them in. Then
charts, pictures, macros and all else must be there to the byte, formulas with new stored values, and every
field as it was; a field without a place must be told. Exit 1 when one thing is not so.
"""
import argparse
import collections
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import edits
import layouts
import score_layouts

CORPUS = edits.CHECKOUT.parent / "shared/corpus/files"
KINDS = (".xlsx", ".xlsm", ".xltx", ".xltm")
FORMULA = rb"<f(?: [^>]*[^/>])?>[^<]*</f>|<f [^>]*/>"
BEHIND_ROWS = ("sheetCalcPr|sheetProtection|protectedRanges|scenarios|autoFilter|sortState|dataConsolidate|"
               "customSheetViews")


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def candidates():
    """Workbooks whose first sheet shows something drawn, in the usual markup."""
    for path in sorted(CORPUS.rglob("*")):
        if path.suffix.lower() not in KINDS:
            continue
        try:
            with zipfile.ZipFile(path) as file:
                names = file.namelist()
                drawn = [name for name in names if re.search("charts/chart|/media/|vbaProject", name)]
                sheet = file.read("xl/worksheets/sheet1.xml") if drawn else b""
                workbook = file.read("xl/workbook.xml") if drawn else b""
        except Exception:
            continue
        first = re.search(rb"<sheets>\s*<sheet [^>]*?name=\"([^\"]*)\"", workbook)
        if b"<drawing" in sheet and b"<worksheet" in sheet and len(sheet) < 60_000 and first:
            yield path


class Form:
    """The blank form below what a sheet holds: its markup, and where each field is."""

    def __init__(self, truth, top, tables, writes_blanks):
        marked = layouts.Truth(truth.name, "2021", truth.agency, truth.year, {name: f"§{name}" for name in truth.values})
        sheet = layouts.Sheet("")
        at = top
        for table, laid_out in list(zip(marked.form["tables"], layouts.three_sheets(marked)))[:tables]:
            sheet.put(at, 1, table["label"])
            sheet.add(laid_out, at + 1, 0)
            at += laid_out.size()[0] + 3
        self.places = {value[1:]: place for place, value in sheet.cells.items() if str(value).startswith("§")}
        self.merges, rows = sheet.merges, collections.defaultdict(dict)
        for (row, column), value in sheet.cells.items():
            reference = f"{edits.letters_of(column)}{row}"
            if value is not None and not str(value).startswith("§"):
                rows[row][column] = f'<c r="{reference}" t="inlineStr"><is><t>{escaped(str(value))}</t></is></c>'
            elif str(value).endswith(".total") and str(value).startswith("§requests."):
                rows[row][column] = f'<c r="{reference}" s="0"><f>SUM(D{row}:I{row})</f><v>7777</v></c>'
            elif value is not None and writes_blanks:
                rows[row][column] = f'<c r="{reference}" s="0"/>'
        self.rows = "".join(
            f'<row r="{row}">' + "".join(cells[column] for column in sorted(cells)) + "</row>"
            for row, cells in sorted(rows.items()))


def pasted(path, target, truth, tables):
    """Writes `path` with the form on its first sheet; its fields' places."""
    with zipfile.ZipFile(path) as file, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
        last = max([int(row) for row in re.findall(r'<row [^>]*?\br="(\d+)"', sheet)]
                   + [int(row) for row in re.findall(r'<mergeCell [^>]*?ref="[^"]*?(\d+)"', sheet)] + [0])
        # Cells that are not written have their column's format, which may be a date's.
        form = Form(truth, last + 5, tables, re.search(r"<col [^>]*style=", sheet))
        sheet = re.sub(r"<sheetData\s*/>", "<sheetData></sheetData>", sheet)
        sheet = sheet.replace("</sheetData>", form.rows + "</sheetData>", 1)
        merges = "".join(f'<mergeCell ref="{edits.letters_of(left)}{top}:{edits.letters_of(right)}{bottom}"/>'
                         for top, left, bottom, right in form.merges)
        if "</mergeCells>" in sheet:
            sheet = re.sub(r'(<mergeCells[^>]*?) count="\d+"', r"\1", sheet).replace("</mergeCells>", merges + "</mergeCells>")
        else:
            end = sheet.index("</sheetData>") + len("</sheetData>")
            found = list(re.finditer(rf"<({BEHIND_ROWS})\b[^>]*?(/>|>.*?</\1>)", sheet[end:], re.S))
            place = end + (found[-1].end() if found else 0)
            sheet = sheet[:place] + f"<mergeCells>{merges}</mergeCells>" + sheet[place:]
        sheet = re.sub(r'<dimension ref="[^"]*"\s*/>', "", sheet)
        for info in file.infolist():
            data = sheet.encode() if info.filename == "xl/worksheets/sheet1.xml" else file.read(info.filename)
            out.writestr(info, data)
    return form


def run(binary, *arguments):
    done = subprocess.run([binary, *map(str, arguments)], capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def tables_of(binary, path):
    code, out, errors = run(binary, "import", path, "--language", "en")
    if code not in (0, 1):
        raise ValueError(errors.strip())
    return json.loads(out)["tables"]


def judge(binary, template, filled, report, form, validator, counts):
    wrong = []
    code, _, told = run(binary, "export", report, "--template", template, "-o", filled, "--force", "--language", "en")
    if code not in (0, 1):
        return [f"export: {told.strip()}"]
    before, after = edits.Archive(template), edits.Archive(filled)
    changed = before.changed(after)
    for name in changed:
        # Styles grow where a cell's format is a date's, which a count cannot have.
        if not re.search("worksheets/sheet1.xml$|xl/workbook.xml$|sharedStrings.xml$|xl/styles.xml$", name):
            wrong.append(f"{name} changed")
    for kind, pattern in (("charts", "charts/chart"), ("pictures", "/media/"), ("macros", "vbaProject")):
        counts[kind] += sum(1 for name in before.entries if re.search(pattern, name) and name not in changed)
    old, new = (each.entries["xl/worksheets/sheet1.xml"].content for each in (before, after))
    if re.findall(FORMULA, old) != re.findall(FORMULA, new):
        wrong.append("formulas changed")
    counts["formulas"] += len(re.findall(rb"<f[ >]", new))
    expected, found = json.loads(report.read_text())["tables"], tables_of(binary, filled)
    missing = set()
    for name, value in ((f"{table}.{row}.{column}", value) for table, rows in expected.items()
                        for row, columns in rows.items() for column, value in columns.items()):
        if name not in form.places:
            if value is not None:
                missing.add(name)
            continue
        table, row, column = name.split(".", 1)[0], name.split(".", 1)[1].rpartition(".")[0], name.rpartition(".")[2]
        here = ((found.get(table) or {}).get(row) or {}).get(column)
        counts["fields"] += 1
        place = form.places[name]
        # A blank total is what its formula gives: 0 of blanks.
        if here != value and not (value is None and here == 0 and name.startswith("requests.") and column == "total"):
            wrong.append(f"{name}: {value!r} read back as {here!r}")
        if column == "total" and table == "requests":
            text = edits.stored_text(new, f"{edits.letters_of(place[1])}{place[0]}")
            stored = re.search("<v>([^<]*)</v>", text)
            counts["stored values"] += 1
            if stored and value is None or value is not None and (not stored or float(stored[1]) != value):
                wrong.append(f"{name}: stored {text}")
    listed = set(re.findall(r"(?:disclosure|requests|proceedings)\.[\w.]+", told.split("has no place for")[-1])
                 if "has no place for" in told else [])
    if listed != missing:
        wrong.append(f"without a place: {sorted(listed ^ missing)[:3]}")
    counts["fields told to have no place"] += len(listed)
    fresh = validator(filled) - validator(template)
    return wrong + [f"validator: {each}" for each in fresh]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--most", type=int, default=1000)
    parser.add_argument("--office", type=int, default=10)
    parser.add_argument("--keep")
    options = parser.parse_args()
    root = Path(options.keep or tempfile.mkdtemp())
    root.mkdir(exist_ok=True)
    truths = [truth for truth in layouts.real_reports() if truth.form is layouts.FORMS["2021"]]
    validator, counts, failures, filled_ones = edits.Validator(), collections.Counter(), [], []
    for number, path in enumerate(list(candidates())[:options.most]):
        truth = truths[number % len(truths)]
        sent, report = score_layouts.make("one-sheet", truth, root), root / f"{truth.name}.json"
        report.write_text(run(options.binary, "import", sent)[1])
        for tables in (3, 2):
            template, filled = (root / f"{number}-{tables}-{kind}{path.suffix}" for kind in ("template", "filled"))
            form = pasted(path, template, truth, tables)
            try:
                tables_of(options.binary, template)
            except ValueError as error:
                counts["not readable"] += 1
                failures.append(f"NOT READ {path.name}: {error}")
                break
            counts["templates"] += 1
            wrong = judge(options.binary, template, filled, report, form, validator, counts)
            failures += [f"WRONG {path.name} {tables}: {each}" for each in wrong[:4]]
            counts["wrong"] += bool(wrong)
            if tables == 3 and not wrong:
                filled_ones.append(filled)
    opened = 0
    for filled in filled_ones[::max(1, len(filled_ones) // max(1, options.office))][:options.office]:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{root}/profile", "--convert-to", "pdf",
                        "--outdir", f"{root}/office", str(filled)], capture_output=True, timeout=180)
        opened += (root / "office" / filled.with_suffix(".pdf").name).exists()
    for name, count in counts.items():
        print(f"{name:30}{count:8}")
    print(*failures, sep="\n")
    print(f"templates: {counts['templates']} filled, {counts['wrong']} wrong; LibreOffice opened {opened}")
    if not options.keep:
        shutil.rmtree(root)
    sys.exit(1 if counts["wrong"] else 0)


main()
