#!/usr/bin/env python3
"""Set one number in every workbook of the corpus and look at everything that must stay.

usage: score_edits.py BINARY [--every N] [--office N] [--keep FOLDER]

SetCells, built beside the binary, changes the first number of each plain, strict and macro workbook, one in
the middle, and the first that a formula has; each edit is judged by itself, and N copies, 50 by default, are
opened by LibreOffice. Exit 1 when anything else changed.
"""
import argparse
import csv
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import edits

CORPUS = edits.CHECKOUT.parent / "shared/corpus"
KINDS = ("plain xlsx", "macro xlsm", "strict OOXML")


def through_office(path, edit, folder):
    """What the edited cell holds after LibreOffice has opened and saved the workbook at `path`."""
    out = Path(folder) / "office"
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                    "xlsx", "--outdir", str(out), str(path)], capture_output=True, timeout=120)
    return edits.by_calamine(out / (Path(path).stem + ".xlsx")).get((edit["sheet"], edit["cell"]))


def office(chosen, folder):
    """In how many copies LibreOffice has the number in its cell; which it does not open or change."""
    opened, lost = 0, []
    for edit in chosen:
        try:
            value = through_office(edit["edited"], edit, folder)
        except Exception as error:
            value = error
        # A pivot table's cell it works out anew; then the source's number is gone too.
        if edits.is_number(value, edit["new"]) or not isinstance(value, Exception) and not edits.is_number(
                through_office(edit["source"], edit, folder), edit["old"]):
            opened += 1
        else:
            lost.append(f"LibreOffice: {edit['source']} {edit['sheet']}!{edit['cell']}: {value!r}")
    return opened, lost


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("binary")
    arguments.add_argument("--every", type=int, default=1)
    arguments.add_argument("--office", type=int, default=50)
    arguments.add_argument("--keep")
    arguments = arguments.parse_args()
    csv.field_size_limit(1 << 24)
    rows = list(csv.DictReader((CORPUS / "visible.tsv").open(), delimiter="\t"))
    paths = [CORPUS / row["file"] for row in rows if row["kind"] in KINDS][::arguments.every]
    folder = arguments.keep or tempfile.mkdtemp()
    Path(folder).mkdir(exist_ok=True)
    told = edits.set_cells(arguments.binary, paths, folder)
    judge = edits.Judge(arguments.binary)
    for number, edit in enumerate(told):
        judge(edit)
        if number % 100 == 99:
            print(f"{number + 1} of {len(told)} edits judged", file=sys.stderr, flush=True)
    judge.print()
    edited = [edit for edit in told if edit.get("edited") and edit["choice"] == "first"]
    chosen = edited[::max(1, len(edited) // max(1, arguments.office))][:arguments.office] if arguments.office else []
    opened, lost = office(chosen, folder)
    print(*lost, sep="\n")
    total = {name: sum(counts[name] for counts in judge.counts.values()) for name in ("edited", "refused", "WRONG")}
    print(f"edits: {len(paths)} workbooks, {total['edited']} edits, {total['refused']} refused, {total['WRONG']} wrong; "
          f"LibreOffice opened {opened} of {len(chosen)}")
    if not arguments.keep:
        shutil.rmtree(folder)
    sys.exit(1 if total["WRONG"] or lost else 0)


main()
