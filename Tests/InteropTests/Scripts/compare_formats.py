#!/usr/bin/env python3
"""Show numbers in the formats of real workbooks, and compare with what LibreOffice shows.

usage: compare_formats.py BINARY FOLDER [--list]

Every number format of the workbooks below FOLDER, and some Chinese ones, is given to eight numbers. What
`convert --values displayed` tells is compared with LibreOffice's text. LibreOffice is a second opinion and not
the judge: it knows days before March 1900 otherwise, names months in more languages, cuts seconds off and
counts eras. So this prints and fails nobody. --list prints each cell that differs.
"""
import argparse
import csv
import re
import subprocess
import sys
import tempfile
import zipfile
from html import unescape
from pathlib import Path

import openpyxl

NUMBERS = [1, -1, 15, 1234.567, -0.5, 0.123456, 44561.75, 100010002]
CHINESE = [
    "[DBNum1][$-804]General", "[DBNum2][$-804]General", "[DBNum3][$-804]General", "[DBNum1][$-804]0",
    "[DBNum2][$-804]0.00", '[DBNum1][$-804]yyyy"年"m"月"d"日"', '[DBNum2][$-804]yyyy"年"m"月"d"日"',
    '[$-804]yyyy"年"m"月"d"日" dddd', "[$-804]aaaa", "[$-804]aaa", "[$-804]mmmm",
    '[$-804]上午/下午h"时"mm"分"', 'yyyy"年"m"月";@', 'm"月"d"日"', 'h"时"mm"分"ss"秒"', '0"件"',
    '#,##0"万元"', '[>=10000]0.0,"万";0', '[<0]"负"0;0',
]
# Columns by tabs, every field quoted, UTF-8, cells as shown.
AS_SHOWN = "csv:Text - txt - csv (StarCalc):9,34,76,1,,1033,false,true,true"


def formats(folder):
    """The format codes of all workbooks below `folder`, in order."""
    codes = set()
    for path in folder.rglob("*.xls[xm]"):
        try:
            with zipfile.ZipFile(path) as archive:
                styles = archive.read("xl/styles.xml").decode("utf-8")
        except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError):
            continue
        for code in re.findall(r'<(?:\w+:)?numFmt [^>]*formatCode="([^"]*)"', styles):
            code = unescape(code)
            if code and len(code) < 200 and code.isprintable() and code.lower() != "general":
                codes.add(code)
    return sorted(codes) + CHINESE


def table(path, encoding):
    with open(path, encoding=encoding, newline="") as lines:
        return list(csv.reader(lines, delimiter="\t"))


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    parser.add_argument("binary", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    codes = formats(options.folder)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        workbook = openpyxl.Workbook()
        for row, code in enumerate(codes, 1):
            for column, number in enumerate(NUMBERS, 1):
                workbook.active.cell(row, column, number).number_format = code
        workbook.save(folder / "formats.xlsx")
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", AS_SHOWN,
             "--outdir", folder, folder / "formats.xlsx"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        subprocess.run(
            [options.binary.resolve(), "convert", folder / "formats.xlsx", "--to", "tsv", "--values", "displayed",
             "-o", folder / "ours.tsv"], check=True)
        theirs, ours = table(folder / "formats.csv", "utf-8"), table(folder / "ours.tsv", "utf-8-sig")
    cells = [
        (code, number, their, our)
        for code, their_row, our_row in zip(codes, theirs, ours, strict=True)
        for number, their, our in zip(NUMBERS, their_row, our_row, strict=True)
    ]
    # Where nothing can be shown, Excel fills the cell with #; LibreOffice's CSV tells the number.
    unlike = [cell for cell in cells if cell[2] != cell[3] and set(cell[3]) != {"#"}]
    if options.list:
        for code, number, their, our in unlike:
            print(f"{code}\t{number}\tLibreOffice: {their}\there: {our}")
    print(f"formats: {len(codes)} formats, {len(cells)} cells, {len(unlike)} unlike LibreOffice's, "
          f"in {len({cell[0] for cell in unlike})} formats")


if __name__ == "__main__":
    sys.exit(main())
