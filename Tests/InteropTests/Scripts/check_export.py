#!/usr/bin/env python3
"""Second opinions on the workbooks that are written: schemas, openpyxl, python-calamine, LibreOffice.

usage: check_export.py BINARY

Exports right and broken reports and an empty template; holds them against the schemas (where the validator
stands beside the checkout), reads every field with two other readers, has LibreOffice work the checks
out and compares them with the program's own findings, fills the template in with openpyxl (which stores no
results) and saves it with LibreOffice, and imports both.
"""
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
import python_calamine

CHECKOUT = Path(__file__).resolve().parents[3]
VALIDATOR = CHECKOUT.parent / "shared/tools/validate_ooxml.py"
BINARY = sys.argv[1]
failures = []


def check(is_right, what):
    print(("ok     " if is_right else "FAILED ") + what, flush=True)
    if not is_right:
        failures.append(what)


def run(*arguments):
    done = subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{arguments}: exit {done.returncode}: {done.stderr}")
    return done


def read(path):
    report = json.loads(run("import", path, "--findings", "json").stdout)
    report.pop("source", None)
    return report


def fields(report):
    for table, rows in report["tables"].items():
        for row, columns in rows.items():
            for column, value in columns.items():
                yield f"{table}.{row}.{column}", value


def places(path):
    """Sheet and cell of every field, by the template's defined names."""
    book = openpyxl.load_workbook(path)
    found = {}
    for name, defined in book.defined_names.items():
        if name.startswith("f."):
            sheet, cell = next(defined.destinations)
            found[name[2:]] = (sheet, cell.replace("$", ""))
    return found


def changed(report, seed):
    """The report with a few numbers changed, a blank and a mark."""
    report, source = json.loads(json.dumps(report)), random.Random(seed)
    rows = [row for table in report["tables"].values() for row in table.values()]
    for _ in range(4):
        row = source.choice(rows)
        row[source.choice(list(row))] = source.randrange(1, 50)
    for value in (None, "/"):
        row = source.choice(rows)
        row[source.choice(list(row))] = value
    return report


def office(path, folder):
    target = folder / "office" / path.name
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(target.parent), str(path)],
        check=True, capture_output=True, timeout=300)
    return target


def same(left, right):
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return abs(left - right) < 1e-9
    return (left if left != "" else None) == (right if right != "" else None)


def check_readers(path, report):
    where, wanted = places(path), dict(fields(report))
    check(set(where) == set(wanted), f"{path.name}: a defined name for each of {len(wanted)} fields")
    book = openpyxl.load_workbook(path, data_only=True)
    check(all(same(book[s][c].value, wanted[f]) for f, (s, c) in where.items()), f"{path.name}: openpyxl")
    other = python_calamine.CalamineWorkbook.from_path(str(path))
    grids = {name: other.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in other.sheet_names}

    def value(sheet, cell):
        place = openpyxl.utils.cell.coordinate_from_string(cell)
        row, column = place[1] - 1, openpyxl.utils.column_index_from_string(place[0]) - 1
        grid = grids[sheet]
        return grid[row][column] if row < len(grid) and column < len(grid[row]) else None
    check(all(same(value(s, c), wanted[f]) for f, (s, c) in where.items()), f"{path.name}: python-calamine")


def check_lines(path):
    """The results of the check sheet as LibreOffice works them out: how many relations hold, and all texts."""
    sheet = openpyxl.load_workbook(path, data_only=True)["校验"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    passed = sum(
        row[6].value == "通过" and not str(row[2].value).startswith("应填") for row in sheet.iter_rows())
    return passed, texts


def main():
    folder = Path(tempfile.mkdtemp())
    example = json.loads((CHECKOUT / "Templates/example-2021.json").read_text())
    reports = {"right": example, **{f"broken{seed}": changed(example, seed) for seed in range(3)}}
    paths = []
    for name, report in reports.items():
        source, path = folder / f"{name}.json", folder / f"{name}.xlsx"
        source.write_text(json.dumps(report, ensure_ascii=False))
        run("export", source, "-o", path)
        paths.append(path)
        check_readers(path, report)
        again = folder / f"{name}-again.xlsx"
        run("export", source, "-o", again)
        check(path.read_bytes() == again.read_bytes(), f"{name}: the same bytes on a second run")
    template = folder / "template.xlsx"
    run("template", "-o", template, "--agency", "示范局", "--year", "2021")
    if VALIDATOR.exists():
        done = subprocess.run(
            [sys.executable, str(VALIDATOR), "--xsd", str(CHECKOUT.parent / "shared/xsd"), *map(str, paths), str(template)], capture_output=True, text=True)
        check(done.returncode == 0, f"validate_ooxml: {(done.stdout + done.stderr).strip()[-300:]}")

    where = places(template)
    book = openpyxl.load_workbook(template)
    for field, value in fields(example):
        sheet, cell = where[field]
        if value is not None and not str(book[sheet][cell].value or "").startswith("="):
            book[sheet][cell].value = value
    filled = folder / "filled.xlsx"
    book.save(filled)
    check(read(filled)["tables"] == example["tables"], "filled in by openpyxl, no stored results: the same tables")

    if shutil.which("soffice"):
        empty = check_lines(office(template, folder))[1]
        check(any(text.startswith("尚有 166 格未填；") for text in empty), "an empty template: LibreOffice counts the blank cells")
        saved = office(filled, folder)
        check(not any("格未填" in text for text in check_lines(saved)[1]), "filled in: LibreOffice counts no blank cell")
        check(read(saved)["tables"] == example["tables"], "saved by LibreOffice: the same tables")
        total = 0
        for name, path in zip(reports, paths):
            passed, texts = check_lines(office(path, folder))
            total = total or passed
            findings = [json.loads(line) for line in run(
                "check", path, "--findings", "json").stdout.splitlines() if line.startswith("{")]
            own = [f for f in findings if f["rule"].split(".")[0] in ("requests", "proceedings")]
            lines = next((text for text in texts if "项" in text and ("通过" in text or "不" in text)), "")
            print(f"       {name}: {passed} lines pass in LibreOffice, {len(own)} findings here; {lines}")
            check(total - passed == len(own), f"{name}: as many lines fail in LibreOffice as findings here")
    shutil.rmtree(folder)
    print(f"check_export: {len(failures)} failed")
    sys.exit(1 if failures else 0)


main()
