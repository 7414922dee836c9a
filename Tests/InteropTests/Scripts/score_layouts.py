#!/usr/bin/env python3
"""Import reports in many layouts and compare every field: right, reported, or wrong in silence.

usage: score_layouts.py BINARY [--made-up N] [--layouts A,B] [--keep FOLDER]

The reports are those beside the checkout, where they are, and N made-up ones in which no two numbers are
the same. The last line is the total; exit 1 when one value is wrong and no finding names its field.
"""
import argparse
import csv
import io
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal, InvalidOperation
from pathlib import Path

import layouts

FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
NOISE = [
    ("（", "("), ("）", ")"), ("，", ","), ("、", ". "), ("行", "⾏"), ("一", "⼀"), ("第", " 第"),
    ("人", "⼈"), ("法律", "法 律"), ("信息", "信\n息"), ("情况", "情 况"), ("结果", "结\u3000果"), ("1.", "1．"),
    ("2.", "2、"), ("3.", "(3)"),
]


def noisy(text, source):
    for old, new in NOISE:
        if old in text and source.random() < 0.4:
            text = text.replace(old, new, 1)
    return text


def changed(sheets, change):
    for sheet in sheets:
        sheet.cells = {place: change(value) for place, value in sheet.cells.items()}
    return sheets


def openpyxl_book(path, sheets, merges=True, formulas=False):
    import openpyxl
    from openpyxl.utils import get_column_letter
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for (row, column), value in sheet.cells.items():
            if value is not None and value != "":
                page.cell(row, column, value)
        for top, left, bottom, right in sheet.merges if merges else []:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        if formulas and sheet.size()[1] == 10:
            for row in range(4, 4 + 25):
                total = sheet.cells.get((row, 10))
                parts = [sheet.cells.get((row, column)) for column in range(4, 10)]
                numbers = [part for part in parts if isinstance(part, (int, float))]
                if isinstance(total, (int, float)) and sum(numbers) == total:
                    page.cell(row, 10, f"=SUM({get_column_letter(4)}{row}:{get_column_letter(9)}{row})")
    book.save(path)


def xlsxwriter_book(path, sheets):
    import xlsxwriter
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False}) as book:
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for (row, column), value in sheet.cells.items():
                if value is not None and value != "":
                    page.write(row - 1, column - 1, value)


def csv_text(sheets):
    out = io.StringIO()
    writer = csv.writer(out)
    for sheet in sheets:
        for row in sheet.rows():
            writer.writerow(["" if value is None else value for value in row])
        writer.writerow([])
    return out.getvalue()


def html_text(truth, sheets):
    def cell(sheet, row, column, value):
        spans = next((m for m in sheet.merges if m[:2] == (row, column)), None)
        attributes = ""
        if spans:
            attributes = f' rowspan="{spans[2] - row + 1}" colspan="{spans[3] - column + 1}"'
        text = "" if value is None else str(value).replace("&", "&amp;").replace("<", "&lt;")
        return f"<td{attributes}><p><span>{text or '&nbsp;'}</span></p></td>"

    parts = [f"<p>{truth.agency}{truth.year}年政府信息公开工作年度报告</p><p>一、总体情况</p><p>正文。</p>"]
    headings = [table["label"] for table in truth.form["tables"]]
    for heading, sheet in zip(headings, sheets):
        covered = {
            (row, column) for top, left, bottom, right in sheet.merges
            for row in range(top, bottom + 1) for column in range(left, right + 1)
            if (row, column) != (top, left)}
        rows = []
        for number, values in enumerate(sheet.rows(), 1):
            rows.append("<tr>" + "".join(
                cell(sheet, number, column, value) for column, value in enumerate(values, 1)
                if (number, column) not in covered) + "</tr>")
        parts.append(f"<h3>{heading}</h3><table border=1>{''.join(rows)}</table>")
    parts.append("<p>五、存在的主要问题及改进情况</p><p>无。</p><p>六、其他需要报告的事项</p><p>无</p>")
    return ("<html><head><meta charset=utf-8></head><body><div id=nav><a>首页</a></div><div>"
            + "".join(parts) + "</div><div>版权所有</div></body></html>")


def word_document(path, truth, sheets):
    import docx
    document = docx.Document()
    document.add_paragraph(f"{truth.agency}{truth.year}年政府信息公开工作年度报告")
    document.add_paragraph("一、总体情况")
    document.add_paragraph("正文。")
    headings = [table["label"] for table in truth.form["tables"]]
    for heading, sheet in zip(headings, sheets):
        document.add_paragraph(heading)
        height, width = sheet.size()
        table = document.add_table(height, width)
        for top, left, bottom, right in sheet.merges:
            table.cell(top - 1, left - 1).merge(table.cell(bottom - 1, right - 1))
        for (row, column), value in sheet.cells.items():
            if value is not None:
                table.cell(row - 1, column - 1).text = str(value)
    for heading in ("五、存在的主要问题及改进情况", "六、其他需要报告的事项"):
        document.add_paragraph(heading)
        document.add_paragraph("无。")
    document.save(path)


def number_as_text(value, change):
    return change(str(value)) if isinstance(value, (int, float)) else value


def make(layout, truth, folder):
    """Writes one submission and returns its path."""
    source = random.Random(f"{layout} {truth.name}")
    path = folder / f"{truth.name}.xlsx"
    if layout == "three-sheets":
        openpyxl_book(path, layouts.three_sheets(truth))
    elif layout == "one-sheet":
        openpyxl_book(path, [layouts.one_sheet(truth)])
    elif layout == "shifted":
        openpyxl_book(path, [layouts.one_sheet(truth, row=6, column=3)])
    elif layout == "labels-repeated":
        xlsxwriter_book(path, [layouts.one_sheet(truth).flat(True)])
    elif layout == "merges-dropped":
        xlsxwriter_book(path, [sheet.flat(False) for sheet in layouts.three_sheets(truth)])
    elif layout == "stacked-four":
        openpyxl_book(path, layouts.three_sheets(truth, stacked=True))
    elif layout == "noisy-labels":
        sheets = changed([layouts.one_sheet(truth)], lambda v: noisy(v, source) if isinstance(v, str) else v)
        openpyxl_book(path, sheets)
    elif layout == "text-numbers":
        openpyxl_book(path, changed(
            layouts.three_sheets(truth), lambda v: number_as_text(v, lambda text: f" {text} ")))
    elif layout == "full-width":
        openpyxl_book(path, changed(
            layouts.three_sheets(truth), lambda v: number_as_text(v, lambda text: text.translate(FULL_WIDTH))))
    elif layout == "formulas":
        openpyxl_book(path, layouts.three_sheets(truth), formulas=True)
    elif layout == "csv-utf8":
        path = path.with_suffix(".csv")
        path.write_text(csv_text([layouts.one_sheet(truth)]), encoding="utf-8")
    elif layout == "csv-gb18030":
        path = path.with_suffix(".csv")
        path.write_bytes(csv_text(layouts.three_sheets(truth)).encode("gb18030"))
    elif layout in ("html", "html-office"):
        path = path.with_suffix(".html")
        path.write_text(html_text(truth, layouts.three_sheets(truth)), encoding="utf-8")
    elif layout == "docx":
        path = path.with_suffix(".docx")
        word_document(path, truth, layouts.three_sheets(truth))
    else:
        raise SystemExit(f"unknown layout {layout}")
    return path


LAYOUTS = [
    "three-sheets", "one-sheet", "shifted", "labels-repeated", "merges-dropped", "stacked-four", "noisy-labels",
    "text-numbers", "full-width", "formulas", "csv-utf8", "csv-gb18030", "html", "html-office", "docx",
]


def through_office(folder):
    """Turns the pages of a folder into workbooks, as LibreOffice reads them."""
    pages = sorted(str(path) for path in folder.glob("*.html"))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--infilter=calc_HTML_WebQuery",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), *pages],
        check=True, capture_output=True, timeout=900)
    return {Path(page).stem: Path(page).with_suffix(".xlsx") for page in pages}


def same(expected, found):
    if expected is None:
        return found is None
    if isinstance(expected, str):
        number = re.match(r"\s*([+-]?[\d.]+)", expected)
        if expected.strip() in ("/", "-", "—", "无"):
            return found == "/"
        return number is not None and not isinstance(found, (dict, str, type(None))) and (
            Decimal(number.group(1)) == Decimal(str(found)))
    try:
        return not isinstance(found, (dict, str)) and Decimal(str(expected)) == Decimal(str(found))
    except InvalidOperation:
        return False


def value_at(report, name):
    table, rest = name.split(".", 1)
    row, column = rest.rsplit(".", 1)
    cells = (report.get("tables") or {}).get(table)
    return (cells or {}).get(row, {}).get(column)


def imported(binary, path, options=()):
    """The exit code, the report (None where there is none), and the fields that findings name."""
    run = subprocess.run(
        [binary, "import", str(path), "--findings", "json", "--language", "en", *options],
        capture_output=True, timeout=120)
    if run.returncode not in (0, 1):
        return run.returncode, None, set()
    named = set()
    for line in run.stderr.decode().splitlines():
        if line.startswith("{"):
            finding = json.loads(line)
            if finding["severity"] == "note" and finding["rule"] != "value.note":
                continue
            if finding["rule"].startswith(("requests.", "proceedings.", "previous.", "disclosure.")):
                continue
            named |= {cell.get("field") for cell in finding["cells"] if cell.get("field")}
    return run.returncode, json.loads(run.stdout), named


def score(binary, truth, path):
    """(right, reported, [wrong in silence])"""
    code, report, named = imported(binary, path)
    if report is None:
        return 0, len(truth.values), [] if code == 65 else [f"exit {code}"]
    right, reported, wrong = 0, 0, []
    for name, expected in truth.values.items():
        found = value_at(report, name)
        if same(expected, found):
            right += 1
        elif any(name == field or name.startswith(field + ".") for field in named):
            reported += 1
        elif (report.get("tables") or {}).get(name.split(".")[0], {}) is None:
            reported += 1
        else:
            wrong.append(f"{name}: {expected!r} read as {found!r}")
    return right, reported, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--made-up", type=int, default=12)
    parser.add_argument("--layouts", default=",".join(LAYOUTS))
    parser.add_argument("--keep")
    options = parser.parse_args()
    truths = list(layouts.made_up_reports(options.made_up))
    if layouts.SHARED.is_dir():
        truths += layouts.real_reports()
    root = Path(options.keep or tempfile.mkdtemp())
    total = [0, 0, 0]
    print("| layout | submissions | fields right | reported | wrong in silence |\n|---|---|---|---|---|")
    shown = []
    for layout in options.layouts.split(","):
        if layout == "html-office" and not shutil.which("soffice"):
            print(f"| {layout} | skipped: no LibreOffice | | | |")
            continue
        folder = root / layout
        folder.mkdir(parents=True, exist_ok=True)
        paths = {truth.name: make(layout, truth, folder) for truth in truths}
        if layout == "html-office":
            paths = through_office(folder)
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda truth: score(options.binary, truth, paths[truth.name]), truths))
        sums = [sum(result[0] for result in results), sum(result[1] for result in results),
                sum(len(result[2]) for result in results)]
        total = [a + b for a, b in zip(total, sums)]
        print(f"| {layout} | {len(truths)} | {sums[0]} | {sums[1]} | {sums[2]} |", flush=True)
        for truth, result in zip(truths, results):
            shown += [f"{layout} {truth.name} {line}" for line in result[2][:2]]
    print("\n".join(shown[:30]))
    print(f"layouts: {total[0]} fields right, {total[1]} reported, {total[2]} wrong in silence")
    if not options.keep:
        shutil.rmtree(root)
    sys.exit(1 if total[2] else 0)


if __name__ == "__main__":
    main()
