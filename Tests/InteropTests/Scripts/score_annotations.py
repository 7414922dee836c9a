#!/usr/bin/env python3
"""Hand submissions back annotated and look at every mark, and at everything that must stay.

usage: score_annotations.py BINARY [--every N] [--office N] [--made-up N] [--layouts A,B] [--keep FOLDER]

Each report, those beside the checkout and made-up ones, is laid out as agencies do and broken at some
places. Its annotated copy must be valid, import as the submission did with the same findings, have each
message in its cell's comment and the cell's fill by severity, list all findings on its first sheet, and
differ in nothing else; N copies, 20 by default, are opened by LibreOffice. Exit 1 when one thing is not so.
"""
import argparse
import collections
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

import edits
import layouts
import score_layouts

LAYOUTS = ["three-sheets", "one-sheet", "shifted", "labels-repeated", "merges-dropped", "stacked-four",
           "noisy-labels", "text-numbers", "formulas", "csv-utf8", "csv-gb18030", "html", "docx"]
FILLS = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "note": "FFDDEBF7"}
GRAVITY = list(FILLS)


def broken(truth):
    """The report with some numbers changed and one that is none."""
    source = random.Random(truth.name)
    numbers = [name for name, value in truth.values.items() if isinstance(value, int)]
    for name in source.sample(numbers, min(3, len(numbers))):
        truth.values[name] += source.choice([1, 7, 100])
    if numbers and source.random() < 0.5:
        truth.values[source.choice(numbers)] = "约三"
    return truth


def imported(binary, path, *options):
    done = subprocess.run([binary, "import", str(path), "--findings", "json", "--language", "zh", *options],
                          capture_output=True, text=True, timeout=60)
    if done.returncode not in (0, 1):
        return None, [done.stderr.strip()]
    report = json.loads(done.stdout)
    report.pop("source", None)
    return report, [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]


def essence(finding, with_places):
    """A finding without its file, and where the layout is another one, without its cells' places."""
    cells = [{name: value for name, value in cell.items() if with_places or name not in ("sheet", "ref", "line", "table")}
             for cell in finding.get("cells", [])]
    return json.dumps({
        "rule": finding["rule"], "severity": finding["severity"], "cells": cells if with_places else [
            cell.get("field") for cell in cells],
        "numbers": [finding.get(name) for name in ("left", "right", "difference")],
        "message": finding["message"] if with_places else None}, sort_keys=True, ensure_ascii=False)


def marks_of(book, skipped):
    """Comment and fill of every cell of the sheets that were sent."""
    comments, fills = {}, {}
    for sheet in book.worksheets:
        if sheet.title in skipped:
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment:
                    comments[sheet.title, cell.coordinate] = cell.comment.text
                if cell.has_style and cell.fill.fill_type:
                    fills[sheet.title, cell.coordinate] = cell.fill.fgColor.rgb
    return comments, fills


def judge_marks(source, copy, findings):
    """What is not marked as it should be, by openpyxl."""
    wrong = []
    book = openpyxl.load_workbook(copy)
    titles = [sheet.title for sheet in book.worksheets]
    known = openpyxl.load_workbook(source).sheetnames if source else titles[1:]
    if titles[1:] != known or not titles[0].startswith("校验结果"):
        return [f"sheets are {titles}"]
    if book.active.title != titles[0]:
        wrong.append("the list of findings is not shown first")
    before, fills_before = marks_of(openpyxl.load_workbook(source), []) if source else ({}, None)
    comments, fills = marks_of(book, titles[:1])
    expected = collections.defaultdict(list)
    for finding in findings:
        for cell in finding.get("cells", []):
            if cell.get("sheet") in titles and cell.get("ref"):
                expected[cell["sheet"], cell["ref"].split(":")[0]].append(finding)
    if set(comments) - set(before) != set(expected) - set(before):
        wrong.append(f"comments at {sorted(set(comments) ^ set(expected))[:4]}")
    for place, marked in expected.items():
        for finding in marked:
            if finding["message"] not in comments.get(place, ""):
                wrong.append(f"{place}: the comment lacks {finding['message']!r}")
        severity = min((finding["severity"] for finding in marked), key=GRAVITY.index)
        if fills.get(place) != FILLS[severity]:
            wrong.append(f"{place}: filled with {fills.get(place)}, not as {severity}")
    if fills_before is not None:
        others = {place for place in {**fills, **fills_before} if place not in expected}
        wrong += [f"{place}: fill changed" for place in others if fills.get(place) != fills_before.get(place)]
    listed = [row for row in book.worksheets[0].iter_rows(min_row=4) if row[0].value is not None]
    if [(row[2].value, row[3].value) for row in listed] != [(each["rule"], each["message"]) for each in findings]:
        wrong.append(f"{len(listed)} findings listed of {len(findings)}")
    for row, finding in zip(listed, findings):
        place = next(((cell["sheet"], cell["ref"].split(":")[0]) for cell in finding.get("cells", [])
                      if cell.get("sheet") in titles and cell.get("ref")), None)
        if place and row[4].value != "!".join(place):
            wrong.append(f"{finding['rule']} is listed at {row[4].value}")
        if place and not row[4].hyperlink:
            wrong.append(f"{finding['rule']} has no link")
    return wrong


def judge(binary, path, copy, validator, counts):
    report, findings = imported(binary, path, "--annotate", str(copy))
    if report is None:
        return [f"import: {findings}"]
    counts["findings"] += len(findings)
    counts["clean submissions"] += not findings
    again, found = imported(binary, copy)
    if again is None:
        return [f"import of the copy: {found}"]
    is_workbook = path.suffix == ".xlsx"
    wrong = []
    if report != again:
        wrong.append("the copy gives another report")
    if sorted(essence(each, is_workbook) for each in findings) != sorted(essence(each, is_workbook) for each in found):
        old, new = ({essence(each, is_workbook) for each in some} for some in (findings, found))
        wrong.append(f"the copy gives other findings: {sorted(old ^ new)[:2]}")
    new = validator(copy) - (validator(path) if is_workbook else collections.Counter())
    wrong += [f"validator: {each}" for each in new if each[0] != "note"]
    wrong += judge_marks(path if is_workbook else None, copy, findings if is_workbook else found)
    counts["marks"] += len({(cell.get("sheet"), cell.get("ref")) for each in found for cell in each.get("cells", [])})
    if is_workbook:
        before, after = edits.by_calamine(path), edits.by_calamine(copy)
        wrong += [f"{place}: {before[place]!r} became {after.get(place)!r}" for place in before
                  if after.get(place) != before[place]]
    return wrong


def office(copies, folder):
    """Which copies LibreOffice does not open and save with all their comments."""
    lost = []
    for copy in copies:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx",
                        "--outdir", f"{folder}/office", str(copy)], capture_output=True, timeout=180)
        try:
            there, here = (marks_of(openpyxl.load_workbook(path), [])[0]
                           for path in (copy, Path(folder) / "office" / copy.name))
            if set(there) != set(here):
                lost.append(f"LibreOffice: {copy}: {len(here)} comments of {len(there)}")
        except Exception as error:
            lost.append(f"LibreOffice: {copy}: {error}")
    return lost


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--office", type=int, default=20)
    parser.add_argument("--made-up", type=int, default=4)
    parser.add_argument("--layouts", default=",".join(LAYOUTS))
    parser.add_argument("--keep")
    options = parser.parse_args()
    truths = list(layouts.made_up_reports(options.made_up))
    if layouts.SHARED.is_dir():
        truths += layouts.real_reports()
    truths = [broken(truth) for truth in truths[::options.every]]
    root = Path(options.keep or tempfile.mkdtemp())
    validator = edits.Validator()
    failures, copies = [], []
    print("| layout | submissions | findings | cells marked | clean | wrong |\n|---|---|---|---|---|---|")
    for layout in options.layouts.split(","):
        folder = root / layout
        (folder / "out").mkdir(parents=True, exist_ok=True)
        counts = collections.Counter()
        for truth in truths:
            path = score_layouts.make(layout, truth, folder)
            copy = folder / "out" / f"{truth.name}.xlsx"
            copy.unlink(missing_ok=True)
            wrong = judge(options.binary, path, copy, validator, counts)
            counts["wrong"] += bool(wrong)
            failures += [f"WRONG {layout} {truth.name}: {each}" for each in wrong[:3]]
            copies.append(copy)
        print(f"| {layout} | {len(truths)} | {counts['findings']} | {counts['marks']} | {counts['clean submissions']} | "
              f"{counts['wrong']} |", flush=True)
    chosen = copies[::max(1, len(copies) // max(1, options.office))][:options.office] if options.office else []
    lost = office(chosen, root)
    print("\n".join(failures[:40] + lost))
    print(f"annotations: {len(copies)} copies, {len(failures)} faults; LibreOffice opened {len(chosen) - len(lost)} of "
          f"{len(chosen)} with all comments")
    if not options.keep:
        shutil.rmtree(root)
    sys.exit(1 if failures or lost else 0)


main()
