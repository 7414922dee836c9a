#!/usr/bin/env python3
"""Count the instructions of six fixed workloads and compare them with Benchmarks/instructions.json.

usage: instructions.py BINARY [--record]

Fails, naming the workload, where one takes over 3 % more instructions than recorded. Counts depend on
the compiler, the libraries and the inputs' bytes: where these are not the recorded ones, nothing is
compared, and that is said. --record writes the counts of this run down instead of comparing them.
Needs valgrind; without it nothing is compared either.
"""
import argparse
import hashlib
import json
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import make_forms
import make_workbooks as made

HERE = Path(__file__).resolve().parent
RECORD = HERE / "instructions.json"
BOUND = 0.03

WORKLOADS = {
    "read 40,000 numbers": ["convert", "numbers.xlsx", "--to", "null"],
    "read 40,000 cells, 30 % shared strings, to CSV": [
        "convert", "shared.xlsx", "-o", "out.csv", "--force"],
    "read 10,000 numbers by libxml2 alone": [
        "convert", "few.xlsx", "--to", "null", "--reader", "libxml2"],
    "write 40,000 numbers as a workbook": ["convert", "numbers.csv", "-o", "out.xlsx", "--force"],
    "import one form": ["import", "form.xlsx", "-o", "out.json"],
    "import 60 forms, each in another layout": [
        "import", "--jobs", "1", "mixed", "-f", "ndjson", "-o", "out.ndjson", "--findings-output", "out.txt"],
}


def make_inputs(folder):
    """The inputs: the same bytes in every run on one machine."""
    strings = made.words(random.Random(7), 4_000)
    made.write(folder / "numbers.xlsx", made.numbers(random.Random("numbers"), 2_000, 20))
    made.write(folder / "few.xlsx", made.numbers(random.Random("few"), 500, 20))
    made.write(
        folder / "shared.xlsx", made.mixed(random.Random("shared"), 2_000, 20, strings, True), strings)
    source = random.Random("csv")
    (folder / "numbers.csv").write_text("".join(
        ",".join(made.number_text(source) for _ in range(20)) + "\n" for _ in range(2_000)))
    shutil.copy(HERE.parent / "Templates/example-2021.xlsx", folder / "form.xlsx")
    make_forms.make(folder / "mixed", 60)
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def said_by(*command):
    try:
        run = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
        return (run.stdout or run.stderr).strip().splitlines()[0]
    except (OSError, IndexError):
        return "none"


def conditions(binary, inputs):
    """All that the counts depend on besides the program's own source."""
    libraries = {}
    for line in subprocess.run(["ldd", binary], capture_output=True, text=True).stdout.splitlines():
        found = re.match(r"\s*(lib(?:zip|xml2|isal|z|c)\.so\S*) => (\S+)", line)
        if found:
            libraries[found[1]] = os.path.basename(os.path.realpath(found[2]))
    flags = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    libraries["libc.so.6"] = "-".join(platform.libc_ver())
    return {
        "swift": said_by("swift", "--version"),
        "valgrind": said_by("valgrind", "--version"),
        "machine": platform.machine(),
        "instructions": [flag for flag in ("avx2", "bmi2", "pclmulqdq") if f" {flag} " in flags],
        "libraries": dict(sorted(libraries.items())),
        "inputs": inputs,
    }


def count(binary, arguments, folder):
    """How many instructions one run takes."""
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", binary, *arguments],
        cwd=folder, capture_output=True, text=True,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1"})
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode not in (0, 1) or not found:
        sys.exit(f"{' '.join(arguments)}: {run.returncode}: {run.stderr[-2000:]}")
    return int(found[1])


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    binary = str(Path(options.binary).resolve())
    if not shutil.which("valgrind"):
        print("instructions: valgrind is not installed; nothing is compared")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = conditions(binary, make_inputs(folder))
        recorded = json.loads(RECORD.read_text()) if RECORD.exists() else {"measuredWith": None}
        if not options.record and recorded["measuredWith"] != found:
            told = recorded["measuredWith"] or {}
            other = [name for name in found if told.get(name) != found[name]]
            print(f"instructions: measured with another {', '.join(other)}; nothing is compared")
            return
        counts = {
            name: count(binary, arguments, folder) for name, arguments in WORKLOADS.items()}
    if options.record:
        RECORD.write_text(json.dumps(
            {"measuredWith": found, "workloads": counts}, ensure_ascii=False, indent=2) + "\n")
    worse = []
    print("| workload | instructions | recorded | change |\n|---|---|---|---|")
    for name, number in counts.items():
        before = number if options.record else recorded["workloads"][name]
        change = number / before - 1
        print(f"| {name} | {number:,} | {before:,} | {change:+.2%} |")
        if change > BOUND:
            worse.append(name)
    if worse:
        sys.exit(f"over {BOUND:.0%} more instructions than recorded: {'; '.join(worse)}")


if __name__ == "__main__":
    main()
