#!/usr/bin/env python3
"""Make the workbooks that the benchmarks read: the same bytes each time, standard library only.

usage: make_workbooks.py FOLDER

  numbers1m numbers numbers10m   1, 4 and 10 million numbers, 20 to a row: half whole, a third with two
                                 decimals, the rest with 17 digits
  shared                         2 million cells, 30 % of them shared strings out of 50,000
  inline                         the same as inline strings
  sparse                         2,000 rows of 16,384 columns with 200 cells each
"""
import random
import sys
import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
CJK = "政府信息公开申请数量处理结果行政复议诉讼统计年度报告自然人法人组织"


def column_name(number):
    name = ""
    while number:
        number, digit = divmod(number - 1, 26)
        name = chr(65 + digit) + name
    return name


COLUMNS = [column_name(number) for number in range(1, 16385)]


def number_text(source):
    kind = source.random()
    if kind < 0.5:
        return str(source.randrange(0, 1_000_000))
    if kind < 0.85:
        return f"{source.randrange(0, 10_000_000) / 100:.2f}"
    return repr(source.random() * 10 ** source.randrange(-3, 7))


def numbers(source, rows, columns):
    for row in range(1, rows + 1):
        cells = "".join(
            f'<c r="{COLUMNS[index]}{row}"><v>{number_text(source)}</v></c>' for index in range(columns))
        yield f'<row r="{row}" spans="1:{columns}">{cells}</row>'


def words(source, count):
    return [
        ("".join(source.choice(CJK) for _ in range(source.randrange(2, 14)))
         if index % 2 else f"item {source.randrange(10 ** 9)} of {index}")
        for index in range(count)]


def mixed(source, rows, columns, strings, shared):
    for row in range(1, rows + 1):
        cells = []
        for index in range(columns):
            reference = f"{COLUMNS[index]}{row}"
            if source.random() >= 0.3:
                cells.append(f'<c r="{reference}"><v>{number_text(source)}</v></c>')
                continue
            pick = min(int(source.expovariate(8) * len(strings)), len(strings) - 1)
            if shared:
                cells.append(f'<c r="{reference}" t="s"><v>{pick}</v></c>')
            else:
                cells.append(f'<c r="{reference}" t="inlineStr"><is><t>{strings[pick]}</t></is></c>')
        yield f'<row r="{row}">{"".join(cells)}</row>'


def sparse(source, rows, columns, filled):
    for row in range(1, rows + 1):
        places = sorted(source.sample(range(columns), filled))
        cells = "".join(
            f'<c r="{COLUMNS[index]}{row}"><v>{number_text(source)}</v></c>' for index in places)
        yield f'<row r="{row}">{cells}</row>'


def entry(name):
    information = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
    information.compress_type = zipfile.ZIP_DEFLATED
    return information


def write(path, rows, strings=None):
    overrides = [("/xl/workbook.xml", "sheet.main"), ("/xl/worksheets/sheet1.xml", "worksheet")]
    relations = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    if strings:
        overrides.append(("/xl/sharedStrings.xml", "sharedStrings"))
        relations.append(("rId2", "sharedStrings", "sharedStrings.xml"))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry("[Content_Types].xml"), (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>' + "".join(
                f'<Override PartName="{part}" ContentType="{SHEET_TYPE}.{kind}+xml"/>'
                for part, kind in overrides) + "</Types>"))
        archive.writestr(entry("_rels/.rels"), (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'))
        archive.writestr(entry("xl/_rels/workbook.xml.rels"), (
            f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
                f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                for name, kind, target in relations) + "</Relationships>"))
        archive.writestr(entry("xl/workbook.xml"), (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'))
        with archive.open(entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as part:
            part.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for row in rows:
                part.write(row.encode())
            part.write(b"</sheetData></worksheet>")
        if strings:
            with archive.open(entry("xl/sharedStrings.xml"), "w") as part:
                part.write(f'<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">'.encode())
                for text in strings:
                    part.write(f"<si><t>{text}</t></si>".encode())
                part.write(b"</sst>")


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    strings = words(random.Random(7), 50_000)
    made = {
        "numbers1m": lambda source: (numbers(source, 50_000, 20), None),
        "numbers": lambda source: (numbers(source, 200_000, 20), None),
        "numbers10m": lambda source: (numbers(source, 500_000, 20), None),
        "shared": lambda source: (mixed(source, 100_000, 20, strings, True), strings),
        "inline": lambda source: (mixed(source, 100_000, 20, strings, False), None),
        "sparse": lambda source: (sparse(source, 2_000, 16_384, 200), None),
    }
    for name, make in made.items():
        path = folder / f"{name}.xlsx"
        if not path.exists():
            unfinished = folder / f"{name}.partial"
            write(unfinished, *make(random.Random(name)))
            unfinished.rename(path)
            print(f"made {path.name}", flush=True)


if __name__ == "__main__":
    main()
