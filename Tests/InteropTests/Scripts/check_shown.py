#!/usr/bin/env python3
"""Import reports in which what a person sees and what a file stores differ, and compare every field.

usage: check_shown.py BINARY [--files N] [--seed N] [--only SEED] [--office N] [--keep FOLDER] [--examples N]

Each file is made out of a seed: a made-up report in which no number stands twice, and one kind of marks, struck
or hidden text, units, number formats, labels of another meaning, years, or ways to write a number. A field is
silent when it was read as what is not shown and no warning or error names it. With --office N, N reports go
through LibreOffice as well. Counts are printed by kind, with examples. Exit 1 when one is silent.
"""
import argparse
import collections
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import shown
import shown_labels  # noqa: F401  (registers kinds, as the next two do)
import shown_markup  # noqa: F401
import shown_numbers  # noqa: F401
import shown_office
from score_layouts import same, value_at

BATCH = 100
WORDS = {"silent": "wrong in silence", "refused": "refused", "unread": "unread"}
RELATIONS = ("requests.", "proceedings.", "previous.", "disclosure.")


class Verdict:
    """What came of one file: the fields that are wrong in silence, and those that a person reads but we do not."""

    def __init__(self, case):
        self.case, self.silent, self.unread, self.code = case, [], [], 0

    @property
    def state(self):
        return "refused" if self.code else "silent" if self.silent else "unread" if self.unread else ""


def imported(binary, folder, paths):
    """(report or None, findings) of each file, in one run."""
    run = subprocess.run(
        [binary, "import", "--jobs", "1", "--findings", "json", "--language", "en", "-f", "ndjson",
            *[path.name for path in paths]],
        capture_output=True, timeout=600, cwd=folder)
    findings = collections.defaultdict(list)
    for line in run.stderr.decode().splitlines():
        if line.startswith("{"):
            finding = json.loads(line)
            findings[finding["file"]].append(finding)
    lines = run.stdout.decode().splitlines()
    if len(lines) != len(paths):
        if len(paths) > 1:
            return [pair for path in paths for pair in imported(binary, folder, [path])]
        lines = [json.dumps({"error": f"exit {run.returncode}"})]
    reports = [json.loads(line) for line in lines]
    return [(None if "error" in report else report, findings[path.name]) for path, report in zip(paths, reports)]


def judged(case, report, findings):
    verdict = Verdict(case)
    verdict.findings = findings
    if report is None:
        verdict.code = 65
        return verdict
    grave = [finding for finding in findings if finding["severity"] != "note" and not finding["rule"].startswith(
        RELATIONS)]
    named = {cell["field"] for finding in grave for cell in finding["cells"] if cell.get("field")}
    unused = {str(cell["value"]) for finding in grave if finding["rule"] == "value.unusedNumber" for cell in finding[
        "cells"]}
    missing = {table for table, rows in report["tables"].items() if rows is None}
    for name, allowed in case.allowed.items():
        found = value_at(report, name)
        if any(same(value, found) for value in allowed):
            continue
        is_named = name.split(".")[0] in missing or any(name == field or name.startswith(
            field + ".") for field in named)
        is_named = is_named or found is None and str(case.cells[name]) in unused
        line = f"{name}: {allowed} shown, {found!r} read"
        if not is_named:
            verdict.silent.append(line)
        elif case.is_certain:
            verdict.unread.append(line)
    rules = {finding["rule"] for finding in grave}
    for member, allowed, rule in (("year", case.years, "report.year"), ("agency", case.agencies, "report.agency")):
        found = report[member] or None
        if "warned" in allowed:
            if rule not in rules and "form.layoutYear" not in rules:
                verdict.silent.append(f"{member}: {found!r} read without a warning")
        elif found not in allowed and rule not in rules and not ("any" in allowed and found is None):
            verdict.silent.append(f"{member}: {allowed} shown, {found!r} read")
        elif found not in allowed and case.is_certain:
            verdict.unread.append(f"{member}: {allowed} shown, {found!r} read")
    return verdict


def verdicts(binary, cases, folder, keep):
    for start in range(0, len(cases), BATCH):
        made = [shown.case(seed) for seed in cases[start:start + BATCH]]
        paths = [case.write(folder) for case in made]
        for case, path, pair in zip(made, paths, imported(binary, folder, paths)):
            verdict = judged(case, *pair)
            if not keep or not verdict.state:
                path.unlink()
            yield verdict


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--files", type=int, default=3 * len(shown.KINDS), help="how many files are made")
    parser.add_argument("--seed", type=int, default=0, help="the number of the first file")
    parser.add_argument("--only", type=int, help="make and look at the file with this number alone")
    parser.add_argument("--office", type=int, default=0, help="how many reports go through LibreOffice")
    parser.add_argument("--keep", help="keep the files that fail in this folder")
    parser.add_argument("--examples", type=int, default=3, help="how many examples of each kind are printed")
    options = parser.parse_args()
    binary = str(Path(options.binary).resolve())
    folder = Path(options.keep or tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    cases = [options.only] if options.only is not None else list(range(options.seed, options.seed + options.files))
    found = list(verdicts(binary, cases, folder, options.keep))
    if options.office:
        for case, path in shown_office.submissions(binary, folder, options.office):
            found += [judged(case, *pair) for pair in imported(binary, path.parent, [path])]
    if not options.keep:
        shutil.rmtree(folder)
    sys.exit(1 if told(found, options) else 0)


def told(found, options):
    """Prints what came of all files; whether any was wrong in silence."""
    print("| kind | files | silent | refused | unread |\n|---|---|---|---|---|")
    for name in dict.fromkeys(verdict.case.kind.name for verdict in found):
        states = collections.Counter(verdict.state for verdict in found if verdict.case.kind.name == name)
        print(f"| {name} | {sum(states.values())} | {states['silent']} | {states['refused']} | {states['unread']} |")
    told = collections.Counter()
    for verdict in found:
        key = verdict.case.kind.name, verdict.state
        told[key] += 1
        if verdict.state and (told[key] <= options.examples or options.only is not None):
            case = verdict.case
            faults = verdict.silent or verdict.unread or [
                finding["message"] for finding in verdict.findings if finding["severity"] == "error"][:1]
            print(f"{verdict.state} {case.seed} [{case.kind.name}] .{case.suffix} {case.what!r}: " + "; ".join(
                faults[:3])[:500])
    states = collections.Counter(verdict.state for verdict in found)
    print(
        f"{len(found):,} files: " + ", ".join(f"{states[state]} {words}" for state, words in WORDS.items()))
    return states["silent"] > 0


if __name__ == "__main__":
    main()
