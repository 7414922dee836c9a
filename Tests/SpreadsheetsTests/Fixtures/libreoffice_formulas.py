#!/usr/bin/env python3
"""Writes Fixtures/libreoffice-formulas.tsv: what LibreOffice makes of some hundred formulas.

LibreOffice takes truth values in cells for numbers and texts given to SUM for errors, Excel does not; such
formulas are left out. Needs openpyxl and soffice. Usage: libreoffice_formulas.py > libreoffice-formulas.tsv
"""
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

# The cells that the formulas read, on the first sheet; row 8 stays empty.
DATA = {
    "A1": 1, "A2": 2.5, "A3": "/", "A4": "-", "A5": "12", "A6": -4, "A7": 0.1,
    "B1": "甲", "B2": "乙", "B3": "甲", "B4": "abc", "B5": "Abd", "B6": "a*c", "B7": " x  y ",
    "C1": 10, "C2": 20, "C3": 30, "C4": 40, "C5": 50, "C6": 60, "C7": 70,
    "D1": "=1/0", "D2": "=A1+A2", "D3": "=NA()", "E9": True,
}
OTHER = {"A1": 7, "B2": "乙", "C3": "=SUM(A1:B2)"}


def formulas():
    operands = ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "B1", "D1", '""', '"2"', "C1", "3"]
    for operator in "+ - * / & = <> < >=".split():
        for left, right in zip(operands, operands[3:] + operands[:3]):
            yield f"{left}{operator}{right}"
        for left, right in zip(operands, operands[5:] + operands[:5]):
            yield f"{left}{operator}{right}"
    yield from ["-A2", "-A5", "--A4", "+B1", "A2%", "-2^2", "2^3^2", "2^-1", "10-3-2", "8/4/2", "(1+2)*3", "1+2*3",
                "1&2=12", '1&2="12"', "A7*3=0.3", "A7*3-0.3", "0.1+0.2-0.3", "1E3", "50%*2", "A1:A1+1"]
    ranges = ["A1:A7", "A1:A8", "B1:B7", "C1:C7", "A8:B8", "A:A", "C1:C3,A1,5", "D2:D2", "D1:D3", "A4", "A5",
              "A1,A2,A6", "Other!A1:C3", "'Other'!C3", "1:2", "C:C"]
    for function in "SUM AVERAGE MIN MAX COUNT COUNTA PRODUCT".split():
        for argument in ranges:
            if not (argument == "1:2" and function in ("PRODUCT",)):
                yield f"{function}({argument})"
    for number in ["2.675", "-2.675", "1.005", "1234.5678", "-0.5", "0.5", "1.5", "2.5", "9.995", "0", "1E10+0.5", "A6", "A7"]:
        for function in "ROUND ROUNDUP ROUNDDOWN TRUNC".split():
            for places in ["0", "2", "-1"]:
                yield f"{function}({number},{places})"
        yield f"INT({number})"
        yield f"ABS({number})"
        yield f"SIGN({number})"
    for left in ["7", "-7", "7.5", "0", "A6"]:
        for right in ["3", "-3", "0", "2"]:
            yield f"MOD({left},{right})"
    for condition in ["A1", "A8", "D1", "A3", "E9", "A1>A2", "A3=\"/\"", "ISNUMBER(A3)", "C1=10"]:
        yield f'IF({condition},"yes","no")'
        yield f"IF({condition},1)"
        yield f"NOT({condition})"
        yield f"AND({condition},TRUE)"
        yield f"OR({condition},FALSE)"
        yield f'IFERROR({condition},"bad")'
    for function in "ISNUMBER ISTEXT ISBLANK ISERROR ISLOGICAL N T LEN TRIM UPPER LOWER VALUE".split():
        for argument in ["A1", "A2", "A3", "A4", "A5", "A8", "B1", "B4", "B7", "D1"]:
            yield f"{function}({argument})"
    for criterion in ['"甲"', "10", '">20"', '"<=30"', '"<>甲"', '"a*"', '"A??"', '"="', '"<>"', '"12"', '"<>10"', "A3", "A6"]:
        for area in ["A1:A8", "B1:B7", "C1:C7"]:
            yield f"COUNTIF({area},{criterion})"
            yield f"SUMIF({area},{criterion},C1:C8)"
    yield from ["SUMIF(C1:C7,\">30\")", "AVERAGEIF(B1:B7,\"甲\",C1:C7)", "AVERAGEIF(B1:B7,\"丙\",C1:C7)", "COUNTBLANK(A1:A8)",
                "SUMPRODUCT(A1:A2,C1:C2)", "SUMPRODUCT(C1:C7)", "SUMPRODUCT((B1:B7=\"甲\")*C1:C7)", "SUMPRODUCT(--(C1:C7>25))",
                "SUMPRODUCT((C1:C7>15)*(C1:C7<55))", "SUMPRODUCT(C1:C7/10)", "SUMPRODUCT(A1:A3,C1:C2)", "SUMPRODUCT((C1:C7)^2)"]
    for code in ['"0"', '"0.00"', '"#,##0"', '"#,##0.00"', '"0%"', '"0.0%"', '"000"', '"General"', '"0件"', '"@"', '"0.0#"', '"#"']:
        for number in ["0", "1234567.891", "-1234.5", "0.256", "5"]:
            yield f"TEXT({number},{code})"
    for text in ['"abc"', '"中文字"', "12.5", '""']:
        yield from [f"LEFT({text},2)", f"RIGHT({text},2)", f"MID({text},2,1)", f"LEFT({text})", f"REPT({text},2)", f"LEN({text})",
                    f'SUBSTITUTE({text},"b","x")', f'CONCATENATE({text},"-",A1)', f'EXACT({text},"ABC")']
    yield from ["ROW(C5)", "COLUMN(C5)", "ROWS(A1:C5)", "COLUMNS(A1:C5)", "E9+1", "ISLOGICAL(E9)", "N(E9)", "COUNTIF(B1:B7,\"*\")", "TRUE()", "NA()", "_xlfn.IFNA(D3,1)", "POWER(2,10)", "SQRT(2)",
                "IF(SUM(C1:C2)=C3,\"通过\",\"相差 \"&SUM(C1:C2)-C3)", "IF(A1=1,SUM(C1:C3),D1)", "SUM(IF(TRUE,C1:C2,A1:A2))",
                "D2*2", "SUM(C1:C3)-SUM(Other!A1,A1)", "MAX(0,-A1)", "ROUND(SUM(A7,A7,A7),2)=0.3", "SUM(A1:A7)/COUNT(A1:A7)",
                "HYPERLINK(\"#A1\",\"go\")", "total+1", "SUM(block)", "PRODUCT(A1:A2,)", "SUM(1,)", "COUNT(1,)", "IF(FALSE,1,)"]


def main():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    other = book.create_sheet("Other")
    for cells, target in ((DATA, sheet), (OTHER, other)):
        for place, value in cells.items():
            target[place] = value
            if isinstance(value, str) and not value.startswith("="):
                target[place].data_type = "s"
    book.defined_names["total"] = openpyxl.workbook.defined_name.DefinedName("total", attr_text="Data!$C$1")
    book.defined_names["block"] = openpyxl.workbook.defined_name.DefinedName("block", attr_text="Data!$C$1:$C$3")
    listed = list(dict.fromkeys(formulas()))
    for row, formula in enumerate(listed, start=20):
        # Beside the data, so that whole columns and rows in the formulas do not meet the formulas.
        sheet.cell(row=row, column=30, value="=" + formula)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        book.save(path / "in.xlsx")
        (path / "out").mkdir()
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
                        "--outdir", str(path / "out"), str(path / "in.xlsx")], check=True, stdout=subprocess.DEVNULL)
        result = openpyxl.load_workbook(path / "out" / "in.xlsx", data_only=True)["Data"]
    for sheet_name, cells in (("Data", DATA), ("Other", OTHER)):
        for place, value in cells.items():
            print("cell", sheet_name + "!" + place, kind(value), text(value), sep="\t")
    for row, formula in enumerate(listed, start=20):
        cell = result.cell(row=row, column=30)
        value = cell.value
        if cell.data_type == "e":
            print("formula", formula, "error", value, sep="\t")
        else:
            print("formula", formula, kind(value), text(value), sep="\t")


def kind(value):
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    if isinstance(value, str) and value.startswith("="):
        return "formula"
    return "text"


def text(value):
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return "" if value is None else repr(value) if isinstance(value, float) else str(value)


sys.exit(main())
