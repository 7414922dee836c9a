#!/usr/bin/env python3
"""Write down which functions the installed program runs for its usual work, for the linker to put side by side.

usage: start_order.py BINARY

BINARY is the program as `make install` links it, with its symbols. Its functions are noted by valgrind while
it imports, fills, annotates and converts small files. The list, .ci/start-order.txt, is what .ci/fast-start
hands to the linker: pages that are not touched are not read in. A name that is no longer there does no harm.
"""
import argparse
import re
import subprocess
import tempfile
from pathlib import Path

from instructions import make_inputs

ROOT = Path(__file__).resolve().parent.parent
ORDER = ROOT / ".ci/start-order.txt"

RUNS = [
    ["import", "form.xlsx"],
    ["import", "form.xlsx", "-o", "form.json", "--force"],
    ["export", "form.json", "--template", "form.xlsx", "-o", "filled.xlsx", "--force"],
    ["check", "form.xlsx", "--annotate", "annotated.xlsx", "--force"],
    ["import", "--format", "csv", "--jobs", "1", "form.xlsx", "filled.xlsx", "annotated.xlsx"],
    ["convert", "few.xlsx", "--to", "null"],
    ["convert", "shared.xlsx", "-o", "out.csv", "--force"],
    ["convert", "numbers.csv", "-o", "out.xlsx", "--force"],
]


def functions(binary, arguments, folder):
    """The functions that a run calls, as valgrind meets them."""
    out = folder / "calls.out"
    subprocess.run(
        ["valgrind", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={out}", binary, *arguments],
        cwd=folder, capture_output=True)
    for line in out.read_text().splitlines():
        found = re.match(r"c?fn=\(\d+\) (\S+)", line)
        if found:
            yield re.sub(r"'\d+$", "", found.group(1))  # one that calls itself has a number for each depth


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("binary")
    binary = str(Path(parser.parse_args().binary).resolve())
    listed = subprocess.run(["nm", "--defined-only", binary], capture_output=True, text=True, check=True)
    defined = {line.split()[-1] for line in listed.stdout.splitlines()}
    order = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_inputs(folder)
        for arguments in RUNS:
            for function in functions(binary, arguments, folder):
                if function in defined:
                    order[function] = None
    ORDER.write_text("".join(f"{function}\n" for function in order))
    print(f"{len(order)} functions in {ORDER.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
