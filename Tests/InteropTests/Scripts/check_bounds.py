#!/usr/bin/env python3
"""Look at files that cost time or memory; each must end in a report or in one clear line, bounded.

usage: check_bounds.py BINARY [--files N] [--cells N] [--seed N] [--only NUMBER] [--large] [--jobs N] [--keep FOLDER]

N files, 100 by default, of chains, cycles, doublings and shared formulas, of grids of labels and of markup, of up
to --cells cells each (20,000 by default), are imported, checked and inspected. Asserted: no signal, 5 seconds of
processor time, 512 MiB, an exit code of the contract, and where a file is refused, one line that names it.
With --large the files that took too long once come first, in the sizes in which they did. The counts and the worst
cases are printed. Exit 1 when one case fails.
"""
import argparse
import collections
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import bounds

SECONDS, MEBIBYTES = 5, 512
PATIENCE = 240
COMMANDS = {"import": (0, 1, 65), "check": (0, 1, 65), "inspect": (0, 65)}


class Run:
    """One command on one file: its exit code, processor seconds and peak memory, and what was wrong."""

    def __init__(self, binary, command, path, folder):
        self.command, self.name = command, path.name
        out, err = folder / f"{path.name}.out", folder / f"{path.name}.err"
        with open(out, "wb") as stdout, open(err, "wb") as stderr:
            child = subprocess.Popen(
                [binary, command, str(path), "--language", "en"], stdout=stdout, stderr=stderr, stdin=subprocess.DEVNULL)
            timer = threading.Timer(PATIENCE, child.kill)
            timer.start()
            _, status, usage = os.wait4(child.pid, 0)
            timer.cancel()
        self.code = child.returncode = os.waitstatus_to_exitcode(status)
        self.seconds, self.mebibytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        self.fault = self.judged(said(err) + (said(out) if command == "check" else ""))
        out.unlink()
        err.unlink()

    def judged(self, text):
        if self.code < 0:
            return f"signal {-self.code}"
        if self.code not in COMMANDS[self.command]:
            return f"exit {self.code}: {text[:200]}"
        if self.seconds > SECONDS:
            return f"{self.seconds:.1f} s"
        if self.mebibytes > MEBIBYTES:
            return f"{self.mebibytes:.0f} MiB"
        lines = [line for line in text.splitlines() if line.strip()]
        if self.code == 65 and (len(lines) != 1 or self.name not in lines[0] or len(lines[0]) > 1_000):
            return f"not one clear line: {text[:300]!r}"
        return None

    def __str__(self):
        return f"{self.command} {self.name}: exit {self.code}, {self.seconds:.2f} s, {self.mebibytes:.0f} MiB"


def said(path):
    with open(path, "rb") as file:
        return file.read(4_096).decode(errors="replace")


def runs_of(binary, case, cells, folder, makers):
    """All commands on one file, which stays where one fails.

    The file is made by a process of its own: a child's peak memory is at least that of the process that starts it.
    """
    path = Path(makers.submit(written, case, cells, str(folder)).result())
    runs = [Run(binary, command, path, folder) for command in COMMANDS]
    if not any(run.fault for run in runs):
        path.unlink()
    return runs


def written(case, cells, folder):
    """The path of a case's file: of a number's, or of the large one of a name."""
    name, data = bounds.case(case, cells) if isinstance(case, int) else (case, dict(bounds.large_cases())[case]())
    path = Path(folder, name)
    path.write_bytes(data)
    return str(path)


def cases_of(arguments):
    """The names of the large files that are asked for, then the numbers of the others."""
    if arguments.only is not None:
        return [arguments.only]
    large = [name for name, _ in bounds.large_cases()] if arguments.large else []
    return large + list(range(arguments.seed, arguments.seed + arguments.files))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--files", type=int, default=100, help="how many files are made")
    parser.add_argument("--cells", type=int, default=20_000, help="how many cells a file has at most")
    parser.add_argument("--seed", type=int, default=1, help="the number of the first file")
    parser.add_argument("--only", type=int, help="make and look at the file with this number alone")
    parser.add_argument("--large", action="store_true", help="look at the files that took too long once as well")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many are looked at at once")
    parser.add_argument("--keep", help="keep the files that fail in this folder")
    arguments = parser.parse_args()
    folder = Path(arguments.keep or tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    sys.exit(0 if bounded(arguments, folder) else 1)


def bounded(arguments, folder):
    """Looks at all files, says what was found, and whether all were within bounds."""
    binary = str(Path(arguments.binary).resolve())
    cases = cases_of(arguments)
    with ProcessPoolExecutor(arguments.jobs, get_context("spawn"), max_tasks_per_child=50) as makers, \
            ThreadPoolExecutor(arguments.jobs) as pool:
        made = pool.map(lambda case: runs_of(binary, case, arguments.cells, folder, makers), cases)
        runs = [run for all in made for run in all]
    if not arguments.keep:
        shutil.rmtree(folder)
    failed = [run for run in runs if run.fault]
    codes = collections.Counter(run.code for run in runs)
    print(f"{len(cases):,} files, {len(runs):,} runs; exit codes: " + ", ".join(
        f"{code} × {count:,}" for code, count in sorted(codes.items())))
    for title, cost in ("slowest", lambda run: run.seconds), ("largest", lambda run: run.mebibytes):
        print(f"{title}:", *(f"  {run}" for run in sorted(runs, key=cost, reverse=True)[:3]), sep="\n")
    for run in failed:
        print(f"FAILED {run}: {run.fault}")
    print(f"{len(failed)} of {len(runs)} runs out of bounds")
    return not failed


if __name__ == "__main__":
    main()
