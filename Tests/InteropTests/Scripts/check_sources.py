#!/usr/bin/env python3
"""Import reports from pages, Word files and texts, write them as our workbook, and import that again.

usage: check_sources.py BINARY [--made-up N]

The reports are made-up ones as pages and Word files, and, beside the checkout, the published texts and every
published report laid out likewise. Both imports must give the same report. Exit 1 when one does not.
"""
import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import layouts
import sources
from score_layouts import make, through_office

LAYOUTS = ["html", "html-office", "docx"]
MEMBERS = ["form", "title", "agency", "year", "contact", "sections", "tables", "notes"]


def run(*arguments):
    return subprocess.run([str(argument) for argument in arguments], capture_output=True, timeout=120)


def trip(binary, kind, path, folder):
    """What is wrong with a round trip of the file at `path`; None where nothing is, "" where nothing was read."""
    first = run(binary, "import", path, "--allow-converters")
    if first.returncode not in (0, 1):
        return "" if first.returncode == 65 else f"import: exit {first.returncode}"
    # Never beside the source, which may be data that others share.
    name = f"{kind} {path.name}"
    report, book = folder / f"{name}.json", folder / f"{name}.form.xlsx"
    report.write_bytes(first.stdout)
    written = run(binary, "export", report, "-o", book)
    if not book.is_file():
        return f"export: exit {written.returncode} {written.stderr.decode()[:200]}"
    second = run(binary, "import", book)
    if second.returncode not in (0, 1):
        return f"second import: exit {second.returncode} {second.stderr.decode()[:200]}"
    before, after = json.loads(first.stdout), json.loads(second.stdout)
    for member in MEMBERS:
        old, new = before.get(member), after.get(member)
        if member == "tables":
            old = {table: rows for table, rows in old.items() if rows is not None}
            new = {table: rows for table, rows in new.items() if table in old}
        if old != new:
            return f"{member}: {str(old)[:300]} came back as {str(new)[:300]}"
    return None


def submissions(folder, made_up):
    """(kind, path) of every submission."""
    for source in sources.published(folder):
        if source.path.suffix != ".pdf" or shutil.which("pdftotext"):
            yield source.kind, source.path
    truths = list(layouts.made_up_reports(made_up))
    if layouts.SHARED.is_dir():
        truths += layouts.real_reports()
    for layout in LAYOUTS:
        if layout == "html-office" and not shutil.which("soffice"):
            print("html-office: no LibreOffice: skipped")
            continue
        place = folder / layout
        place.mkdir()
        paths = [make(layout, truth, place) for truth in truths]
        if layout == "html-office":
            paths = list(through_office(place).values())
        for path in paths:
            yield layout, path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--made-up", type=int, default=3)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    found = list(submissions(folder, options.made_up))
    with ThreadPoolExecutor(2) as pool:
        faults = list(pool.map(lambda entry: trip(options.binary, *entry, folder), found))
    print("| kind | files | same report | no report in it | another report |\n|---|---|---|---|---|")
    for kind in dict.fromkeys(kind for kind, _ in found):
        mine = [fault for (other, _), fault in zip(found, faults) if other == kind]
        print(f"| {kind} | {len(mine)} | {mine.count(None)} | {mine.count('')} | {sum(map(bool, mine))} |")
    for (kind, path), fault in zip(found, faults):
        if fault:
            print(f"{kind} {path.name} {fault}")
    print(f"round trips: {faults.count(None)} of {len(found)} give the same report")
    shutil.rmtree(folder)
    return 1 if any(faults) else 0


if __name__ == "__main__":
    sys.exit(main())
