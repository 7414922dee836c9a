#!/usr/bin/env python3
"""Import the texts of published reports and compare every field with what the report is known to hold.

usage: score_sources.py BINARY [--reported]

The texts are those beside the checkout: the seed text, excerpts, texts of PDFs, and PDFs where pdftotext is.
A field is right, reported (a finding names it), or wrong in silence; a field that nothing is known about is
unknown, and what was read for it is shown. --reported lists the fields that were reported although a
line with their label and numbers stands in the text. Exit 1 when one value is wrong in silence.
"""
import argparse
import collections
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import sources
from score_layouts import imported, same, value_at


class Tally(collections.Counter):
    """Counts, with the lines to show below the table."""

    def __init__(self):
        super().__init__()
        self.wrong, self.beyond, self.standing = [], [], []


def compare(binary, source):
    tally = Tally()
    tally["files"] = 1
    options = ["--allow-converters"] if source.path.suffix == ".pdf" else []
    code, report, named = imported(binary, source.path, options)
    if report is None:
        tally["refused"] = 1
        tally.wrong += [] if code == 65 else [f"exit {code}"]
        report = {}
    if report and report["form"] != source.truth.form["id"]:
        tally.wrong.append(f"read as {report['form']}")
        return tally
    labels = {
        f"{table['id']}.{row['id']}": row["path"][-1] for table in source.truth.form["tables"] for row in table["rows"]}
    for name, expected in source.truth.values.items():
        found = value_at(report, name)
        is_named = any(name == field or name.startswith(field + ".") for field in named)
        is_named = is_named or (report.get("tables") or {}).get(name.split(".")[0]) is None
        if name not in source.truth.known:
            tally["unknown"] += 1
            if found is not None:
                tally.beyond.append(f"{name}: {found!r}")
        elif same(expected, found):
            tally["blank in both" if expected is None else "right"] += 1
        elif is_named:
            tally["reported"] += 1
            numbers = sources.numbers_behind(labels[name.rsplit(".", 1)[0]], source.text)
            if numbers:
                tally.standing.append(f"{name}: {expected!r} read as {found!r}, line ends {' '.join(numbers)}")
        else:
            tally.wrong.append(f"{name}: {expected!r} read as {found!r}")
    return tally


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--reported", action="store_true")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    found = [
        source for source in sources.published(folder)
        if source.path.suffix != ".pdf" or shutil.which("pdftotext")]
    if not found:
        print("sources: no published reports beside the checkout: skipped")
        return 0
    with ThreadPoolExecutor(2) as pool:
        tallies = list(pool.map(lambda source: compare(options.binary, source), found))
    columns = ["files", "refused", "right", "reported", "blank in both", "unknown"]
    print(f"| source | {' | '.join(columns)} | wrong in silence |\n|{'---|' * (len(columns) + 2)}")
    for kind in dict.fromkeys(source.kind for source in found):
        sums, wrong = collections.Counter(), 0
        for source, tally in zip(found, tallies):
            if source.kind == kind:
                sums.update(tally)
                wrong += len(tally.wrong)
        print(f"| {kind} | {' | '.join(str(sums[column]) for column in columns)} | {wrong} |")
    for source, tally in zip(found, tallies):
        lines = [f"wrong: {line}" for line in tally.wrong] + [f"not known: {line}" for line in tally.beyond]
        lines += [f"reported: {line}" for line in tally.standing] if options.reported else []
        for line in lines:
            print(f"{source.path.name} {line}")
    wrong = sum(len(tally.wrong) for tally in tallies)
    right = sum(tally["right"] for tally in tallies)
    reported = sum(tally["reported"] for tally in tallies)
    print(f"sources: {right} fields right, {reported} reported, {wrong} wrong in silence")
    shutil.rmtree(folder)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
