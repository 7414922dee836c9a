#!/usr/bin/env python3
"""Import hostile web pages, Word files and texts; each must end in a report or in one clear line, bounded.

usage: score_hostile_markup.py BINARY [--keep FOLDER]

Each case runs with 20 seconds and 2 GB of address space. Asserted: an exit code of the contract, no fault of
our own, one line on stderr that names the file where it is refused, memory below 512 MiB, no file made, and
no text of a file outside. Exit 1 when one case fails.
"""
import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import hostile_markup

SECONDS, MEBIBYTES, ADDRESS_SPACE = 20, 512, 2_000_000 * 1024


def run(command, out, err):
    """(exit code, peak mebibytes); the code is None when time ran out, and negative for a signal."""
    def bound():
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))

    with open(out, "wb") as stdout, open(err, "wb") as stderr:
        child = subprocess.Popen(
            command, stdout=stdout, stderr=stderr, stdin=subprocess.DEVNULL, preexec_fn=bound, cwd=out.parent)
        killed = threading.Event()
        timer = threading.Timer(SECONDS, lambda: (killed.set(), child.kill()))
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
    return None if killed.is_set() else child.returncode, usage.ru_maxrss / 1024


def fault(binary, case, path, folder):
    """What is wrong with the import of one case, or None, and its exit code."""
    out, err = folder / "out", folder / "err"
    before = set(path.parent.rglob("*"))
    code, mebibytes = run([binary, "import", str(path), "--language", "en"], out, err)
    said = err.read_text(errors="replace")
    lines = [line for line in said.splitlines() if line.strip()]
    if code is None:
        return f"no answer within {SECONDS} seconds", code
    if code not in (0, 1, 65):
        return f"exit {code}: {said[:200]}", code
    if mebibytes > MEBIBYTES:
        return f"{mebibytes:.0f} MiB", code
    if set(path.parent.rglob("*")) != before or {entry.name for entry in folder.iterdir()} != {"out", "err"}:
        return "a file was made", code
    if hostile_markup.SECRET in said + out.read_text(errors="replace"):
        return "a text came out that must not", code
    if code == 65 and (len(lines) != 1 or path.name not in lines[0] or len(lines[0]) > 500):
        return f"not one clear line: {said[:300]!r}", code
    if code == 65 and out.stat().st_size:
        return "refused, but something stands on stdout", code
    if case.expected is not None and (code == 65) != (case.expected == "refused"):
        return f"{case.expected} expected, exit {code}: {said[:200]}", code
    if case.holds and case.holds not in out.read_text(errors="replace"):
        return f"{case.holds!r} is not in the report", code
    return None, code


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--keep")
    options = parser.parse_args()
    binary = str(Path(options.binary).resolve())
    root = Path(options.keep or tempfile.mkdtemp())
    cases, wrong, refused = 0, 0, 0
    secret = root / "secret.txt"
    (root / "files").mkdir(parents=True, exist_ok=True)
    secret.write_text(hostile_markup.SECRET)
    for case in hostile_markup.cases(secret):
        path = root / "files" / case.name
        path.write_bytes(case.make())
        folder = Path(tempfile.mkdtemp())
        problem, code = fault(binary, case, path, folder)
        shutil.rmtree(folder)
        cases, wrong, refused = cases + 1, wrong + (problem is not None), refused + (code == 65)
        if problem:
            print(f"{case.name}: {problem}")
        if not options.keep:
            path.unlink()
    print(f"hostile markup: {cases - wrong} of {cases} bounded and clear, {refused} of them refused")
    if not options.keep:
        shutil.rmtree(root)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
