"""Reports laid out as agencies lay them out: shared by the scripts that score the import.

A sheet is a dictionary of (row, column) → value with a list of merged areas; writers turn sheets into files.
"""
import json
import random
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
FORMS = {
    year: json.loads((CHECKOUT / f"Templates/gov-info-disclosure-{year}.json").read_text())
    for year in ("2019", "2021")}
SHARED = CHECKOUT.parent / "shared" / "real-reports"


class Truth:
    """A report's values by field name; None is a blank. `known` are the fields about which it says something."""

    def __init__(self, name, year_of_form, agency, year, values, known=None):
        self.name, self.form, self.agency, self.year, self.values = (
            name, FORMS[year_of_form], agency, year, values)
        self.known = set(values) if known is None else known


def fields(form):
    for table in form["tables"]:
        for row in table["rows"]:
            for column in row.get("columns") or [column["id"] for column in table["columns"]]:
                yield f"{table['id']}.{row['id']}.{column}"


def plain(text):
    return "".join(character for character in text if character not in "（）()“”\"，,、.： \n")


def real_reports():
    """The published reports beside the checkout; unknown cells are taken as blank."""
    for path in sorted(SHARED.glob("*.json")):
        data = json.loads(path.read_text())
        form = FORMS[data["format"]]
        tables = {table["id"]: table for table in form["tables"]}
        values = {name: None for name in fields(form)}
        known = set()

        def put(name, value):
            if name in values and value is not None:
                known.add(name)
                values[name] = None if value == "" else value

        columns = {plain(column["path"][-1]): column["id"] for column in tables["disclosure"]["columns"]}
        columns["本年收费金额"] = "amount"
        for row in tables["disclosure"]["rows"]:
            for label, cells in (data["table2"] or {}).items():
                if plain(label) in (plain(row["path"][-1]), "行政" + plain(row["path"][-1])):
                    for column, value in cells.items():
                        place = columns.get(plain(column)) or ("amount" if "金额" in column else None)
                        put(f"disclosure.{row['id']}.{place}", value)
        published = list(((data["table3"] or {}).get("rows") or {}).items())
        ids = [column["id"] for column in tables["requests"]["columns"]]
        for row in tables["requests"]["rows"]:
            label = plain(row["path"][-1])
            for other, cells in published:
                if plain(other) == label:
                    for column, value in zip(ids, cells or []):
                        put(f"requests.{row['id']}.{column}", value)
        ids = [column["id"] for column in tables["proceedings"]["columns"]]
        names = [f"proceedings.{row['id']}.{column}" for row in tables["proceedings"]["rows"] for column in ids]
        for name, value in zip(names, data["table4"] or []):
            put(name, value)
        yield Truth(path.stem, data["format"], str(data["agency"]), data["year"], values, known)


def made_up_reports(count, seed=1):
    """Reports in which no two fields hold the same number, so that every mix-up shows."""
    source = random.Random(seed)
    for number in range(count):
        year = ("2021", "2021", "2019")[number % 3]
        names = list(fields(FORMS[year]))
        numbers = source.sample(range(1, 9_999), len(names))
        values = dict(zip(names, numbers))
        for name in source.sample(names, len(names) // 10):
            values[name] = None
        for name in source.sample(names, 3):
            values[name] = "/"
        if year == "2021":
            values["disclosure.fees.amount"] = source.randrange(1, 10 ** 8) / 10_000
        yield Truth(f"m{number:03}", year, "某某市某某局", 2020 if year == "2019" else 2022, values)


class Sheet:
    def __init__(self, name):
        self.name, self.cells, self.merges = name, {}, []

    def put(self, row, column, value, down=1, right=1):
        self.cells[row, column] = value
        if down > 1 or right > 1:
            self.merges.append((row, column, row + down - 1, column + right - 1))

    def size(self):
        return (max((row for row, _ in self.cells), default=0), max((c for _, c in self.cells), default=0))

    def add(self, other, row, column):
        for (r, c), value in other.cells.items():
            self.cells[r + row, c + column] = value
        self.merges += [(a + row, b + column, c + row, d + column) for a, b, c, d in other.merges]

    def flat(self, repeat):
        """Without merges; a group's label repeated in every row of its area, or only at the top."""
        sheet = Sheet(self.name)
        sheet.cells = dict(self.cells)
        for top, left, bottom, right in self.merges if repeat else []:
            for row in range(top, bottom + 1):
                sheet.cells.setdefault((row, left), self.cells.get((top, left)))
        return sheet

    def rows(self):
        height, width = self.size()
        return [[self.cells.get((row, column)) for column in range(1, width + 1)] for row in range(1, height + 1)]


def disclosure(truth):
    table = next(table for table in truth.form["tables"] if table["id"] == "disclosure")
    sheet, row, group = Sheet(table["sheet"]), 0, None
    labels = {column["id"]: column["path"][-1] for column in table["columns"]}
    for entry in table["rows"]:
        columns = entry.get("columns") or list(labels)
        width = 3 // len(columns) if len(columns) in (1, 3) else 1
        if entry["path"][0] != group:
            group = entry["path"][0]
            sheet.put(row + 1, 1, group, right=4)
            sheet.put(row + 2, 1, "信息内容")
            for place, column in enumerate(columns):
                sheet.put(row + 2, 2 + place * width, labels[column], right=width)
            row += 2
        row += 1
        sheet.put(row, 1, entry["path"][-1])
        for place, column in enumerate(columns):
            sheet.put(row, 2 + place * width, truth.values[f"disclosure.{entry['id']}.{column}"], right=width)
    return sheet


def requests(truth):
    table = next(table for table in truth.form["tables"] if table["id"] == "requests")
    sheet = Sheet(table["sheet"])
    sheet.put(1, 1, table.get("corner") or "", down=3, right=3)
    sheet.put(1, 4, "申请人情况", right=7)
    sheet.put(2, 4, "自然人", down=2)
    sheet.put(2, 5, "法人或其他组织", right=5)
    sheet.put(2, 10, "总计", down=2)
    for place, label in enumerate(["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]):
        sheet.put(3, 5 + place, label)
    rows = table["rows"]
    for index, entry in enumerate(rows):
        row = 4 + index
        for depth, label in enumerate(entry["path"]):
            prefix = entry["path"][:depth + 1]
            if index and rows[index - 1]["path"][:depth + 1] == prefix:
                continue
            down = sum(1 for other in rows if other["path"][:depth + 1] == prefix)
            last = depth == len(entry["path"]) - 1
            sheet.put(row, 1 + depth, label, down=down, right=3 - depth if last else 1)
        for place, column in enumerate(table["columns"]):
            sheet.put(row, 4 + place, truth.values[f"requests.{entry['id']}.{column['id']}"])
    return sheet


def proceedings(truth, stacked=False):
    table = next(table for table in truth.form["tables"] if table["id"] == "proceedings")
    sheet = Sheet(table["sheet"])
    labels = [column["path"][-1] for column in table["columns"]]
    ids = [column["id"] for column in table["columns"]]
    if stacked:
        sheet.put(1, 1, "", right=2)
        for place, label in enumerate(labels):
            sheet.put(1, 3 + place, label)
        for index, entry in enumerate(table["rows"]):
            path = entry["path"]
            if len(path) == 1:
                sheet.put(2 + index, 1, path[0], right=2)
            else:
                if index == 1:
                    sheet.put(2 + index, 1, path[0], down=2)
                sheet.put(2 + index, 2, path[1])
            for place, column in enumerate(ids):
                sheet.put(2 + index, 3 + place, truth.values[f"proceedings.{entry['id']}.{column}"])
        return sheet
    sheet.put(1, 1, "行政复议", right=5)
    sheet.put(1, 6, "行政诉讼", right=10)
    sheet.put(2, 6, "未经复议直接起诉", right=5)
    sheet.put(2, 11, "复议后起诉", right=5)
    for index, entry in enumerate(table["rows"]):
        for place, column in enumerate(ids):
            at = 1 + index * 5 + place
            sheet.put(2 if index == 0 else 3, at, labels[place], down=2 if index == 0 else 1)
            sheet.put(4, at, truth.values[f"proceedings.{entry['id']}.{column}"])
    return sheet


def three_sheets(truth, stacked=False):
    return [disclosure(truth), requests(truth), proceedings(truth, stacked)]


def one_sheet(truth, row=2, column=1, name="Sheet1", stacked=False):
    sheet = Sheet(name)
    sheet.put(1, 1 + column, f"{truth.agency}{truth.year}年政府信息公开工作年度报告")
    at = row
    headings = [table["label"] for table in truth.form["tables"]]
    for heading, table in zip(headings, three_sheets(truth, stacked)):
        sheet.put(at + 1, 1 + column, heading)
        sheet.add(table, at + 2, column)
        at += table.size()[0] + 4
    return sheet
