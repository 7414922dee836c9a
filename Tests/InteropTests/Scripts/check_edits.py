#!/usr/bin/env python3
"""Set numbers in workbooks that other programs wrote and look at everything that must stay.

usage: check_edits.py BINARY

openpyxl and XlsxWriter write workbooks with charts, pictures, comments, tables, rules, formulas and a macro
part; SetCells, built beside the binary, sets a number and sets it back. Each edit is judged as score_edits
does it: by bytes, by three readers, and by the schemas where the validator stands beside the checkout.
"""
import datetime
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import openpyxl
import openpyxl.chart
import openpyxl.comments
import openpyxl.formatting.rule
import openpyxl.worksheet.datavalidation
import openpyxl.worksheet.table
import xlsxwriter

import edits


def picture(path):
    """A red PNG of one point."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 2, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b""))
    return path


def by_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "数据 & more"
    sheet.append(["name", "count", "day", "share"])
    for number in range(1, 30):
        sheet.append([f"row {number}", number * 3, datetime.date(2024, 1, number), number / 7])
    sheet["F1"] = "=SUM(B2:B30)"
    sheet["F2"] = openpyxl.worksheet.formula.ArrayFormula("F2:F4", "=B2:B4*2")
    sheet["B5"].comment = openpyxl.comments.Comment("look", "someone")
    sheet.merge_cells("H1:J2")
    sheet.add_table(openpyxl.worksheet.table.Table(displayName="T", ref="A1:D30"))
    rule = openpyxl.worksheet.datavalidation.DataValidation(type="whole", operator="greaterThan", formula1="0")
    rule.add("B2:B30")
    sheet.add_data_validation(rule)
    sheet.conditional_formatting.add("D2:D30", openpyxl.formatting.rule.ColorScaleRule(
        start_type="min", start_color="FFFFFF", end_type="max", end_color="FF0000"))
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(sheet, min_col=2, min_row=1, max_row=30), titles_from_data=True)
    sheet.add_chart(chart, "L2")
    other = book.create_sheet("other")
    other["C7"] = -12.75
    other.freeze_panes = "B2"
    book.save(path)


def by_xlsxwriter(path, folder, **options):
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet("年报")
        bold = book.add_format({"bold": True, "num_format": "#,##0.00", "bg_color": "#DDEBF7"})
        sheet.write_row("A1", ["a", "b", "total"], bold)
        for row in range(1, 40):
            sheet.write_row(row, 0, [row * 1000, row / 8], bold)
            sheet.write_formula(row, 2, f"=A{row + 1}+B{row + 1}", bold, row * 1000 + row / 8)
        sheet.write_rich_string("E1", "plain ", bold, "bold")
        sheet.write_comment("A3", "a note")
        sheet.insert_image("G2", str(picture(folder / "red.png")))
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=年报!$A$2:$A$40"})
        sheet.insert_chart("G10", chart)
        sheet.add_sparkline("E3", {"range": "年报!A2:A40"})
        sheet.autofilter("A1:C40")
        book.define_name("total", "=年报!$C$2:$C$40")
        if str(path).endswith("m"):
            book.add_vba_project(str(folder / "vbaProject.bin"))


def through_office(path, folder):
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx",
                    "--outdir", str(folder / "office"), str(path)], check=True, capture_output=True, timeout=180)
    return folder / "office" / path.name


def main():
    folder = Path(tempfile.mkdtemp())
    (folder / "copies").mkdir()
    (folder / "vbaProject.bin").write_bytes(bytes(range(256)) * 40)
    paths = [folder / name for name in ("openpyxl.xlsx", "xlsxwriter.xlsx", "stored.xlsx", "macros.xlsm")]
    by_openpyxl(paths[0])
    by_xlsxwriter(paths[1], folder)
    by_xlsxwriter(paths[2], folder, constant_memory=True, use_zip64=True)
    by_xlsxwriter(paths[3], folder)
    if shutil.which("soffice"):
        paths += [through_office(path, folder) for path in paths[:2]]
    judge = edits.Judge(sys.argv[1])
    told = edits.set_cells(sys.argv[1], paths, str(folder / "copies"))
    for edit in told:
        judge(edit)
    judge.print()
    edited = sum(counts["edited"] for counts in judge.counts.values())
    print(f"edits: {len(paths)} workbooks, {edited} edits, {len(judge.wrong)} wrong")
    shutil.rmtree(folder)
    sys.exit(1 if judge.wrong or edited < 2 * len(paths) else 0)


main()
