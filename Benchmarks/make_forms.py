#!/usr/bin/env python3
"""Write submissions in 60 layouts: made-up reports, laid out as agencies lay them out.

usage: make_forms.py FOLDER [--count N] [--kind xlsx|csv|html|docx]        (900 workbooks unless said otherwise)

A layout is one of five arrangements of the three tables, the last table upright or stacked, merged areas kept,
dropped, or their labels repeated, and the labels as printed or as they arrive. No two neighbours of the batch share
a layout. The other kinds are the same reports in the one layout that such files have. The same files in every run.
Needs XlsxWriter, or python-docx for docx.
"""
import argparse
import itertools
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tests/InteropTests/Scripts"))
import layouts  # noqa: E402
import score_layouts  # noqa: E402
from score_layouts import changed, noisy  # noqa: E402

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
    """Writes a workbook."""
    import xlsxwriter
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False}) as book:
        for sheet in made:
            page = book.add_worksheet(sheet.name)
            for (row, column), value in sheet.cells.items():
                if value not in (None, ""):
                    page.write(row - 1, column - 1, value)
            for top, left, bottom, right in sheet.merges:
                page.merge_range(top - 1, left - 1, bottom - 1, right - 1, sheet.cells[top, left])


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
