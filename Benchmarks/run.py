#!/usr/bin/env python3
"""Time xlsxreport against its peers: whole processes in turn, medians, ratios pair by pair.

usage: run.py BINARY [--rounds N] [--data FOLDER] [--only WORKLOAD,…]

Prints one table and fails nobody. Peers that are not installed are left out and named:
  pip install python-calamine python-calamine-plus turboxl XlsxWriter
  apt-get install libxlsxwriter-dev         (and gcc, for it and for Z)
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
CALAMINE = (
    "import sys, python_calamine as c\n"
    "for f in sys.argv[1:]:\n"
    " w = c.CalamineWorkbook.from_path(f)\n"
    " for n in w.sheet_names: w.get_sheet_by_name(n).to_python()\n")
CALAMINE_PLUS = (
    "import sys, python_calamine_plus as c\n"
    "w = c.CalamineWorkbook.from_path(sys.argv[1])\n"
    "for n in w.sheet_names:\n"
    " for r in w.stream_sheet_by_name(n): pass\n")
TURBOXL_CSV = "import sys, turboxl\nturboxl.read_sheet_to_file(sys.argv[1], sys.argv[2], 0)\n"


def compiled(source, libraries, folder):
    """The path of a small C program, or nothing where it cannot be built."""
    out = folder / Path(source).stem
    command = ["gcc", "-O2", "-o", str(out), str(HERE / source), *libraries]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return str(out)


def has(module):
    return subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode == 0


def once(command):
    """Wall seconds and peak memory (MiB) of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command}: {process.returncode}: {errors[-300:]!r}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def workloads(binary, data, out):
    def book(name):
        return str(data / f"{name}.xlsx")

    def read(name):
        contenders = {"xlsxreport": [binary, "convert", book(name), "--to", "null"]}
        if has("python_calamine_plus"):
            contenders["calamine_plus"] = [sys.executable, "-c", CALAMINE_PLUS, book(name)]
        if inflate:
            contenders["Z"] = [inflate, book(name)]
        return contenders

    inflate = compiled("inflate.c", ["-lzip", "-lz"], out)
    forms = sorted(str(path) for path in (data / "forms").glob("*.xlsx"))
    example = str(HERE.parent / "Templates/example-2021.xlsx")
    table = {name: (lambda name=name: read(name)) for name in (
        "numbers1m", "numbers", "numbers10m", "shared", "inline", "sparse")}
    table["numbers to CSV"] = lambda: {
        "xlsxreport": [binary, "convert", book("numbers"), "--force", "-o", str(out / "a.csv")],
        **({"turboxl": [sys.executable, "-c", TURBOXL_CSV, book("numbers"), str(out / "b.csv")]}
           if has("turboxl") else {})}
    table["CSV to xlsx, 1 M"] = lambda: csv_to_xlsx()
    table["one form"] = lambda: {
        "xlsxreport": [binary, "import", example],
        **({"calamine": [sys.executable, "-c", CALAMINE, example]} if has("python_calamine") else {})}
    table["2,000 forms"] = lambda: {
        "xlsxreport": [binary, "import", "--jobs", "1", *forms],
        "xlsxreport --jobs 2": [binary, "import", "--jobs", "2", *forms],
        **({"calamine": [sys.executable, "-c", CALAMINE, *forms]} if has("python_calamine") else {})}

    def csv_to_xlsx():
        source = out / "numbers1m.csv"
        if not source.exists():
            subprocess.run([binary, "convert", book("numbers1m"), "-o", str(source)], check=True)
        contenders = {"xlsxreport": [binary, "convert", str(source), "--force", "-o", str(out / "c.xlsx")]}
        peer = compiled("write_numbers.c", ["-lxlsxwriter"], out)
        if peer:
            contenders["libxlsxwriter"] = [peer, "50000", "20", str(out / "d.xlsx")]
        return contenders

    return table


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--data", type=Path, default=HERE.parent / ".build-bench")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    subprocess.run([sys.executable, str(HERE / "make_workbooks.py"), str(options.data)], check=True)
    binary = str(Path(options.binary).resolve())
    make_forms(binary, options.data / "forms")
    out = Path(tempfile.mkdtemp())
    print("| workload | contender | median s | peak MiB | xlsxreport / contender |\n|---|---|---|---|---|")
    for name, make in workloads(binary, options.data, out).items():
        if options.only and name not in options.only.split(","):
            continue
        contenders = make()
        runs = {contender: [] for contender in contenders}
        for turn in range(options.rounds + 1):
            for contender, command in contenders.items():
                result = once(command)
                if turn:
                    runs[contender].append(result)
        ours = [seconds for seconds, _ in runs["xlsxreport"]]
        for contender, results in runs.items():
            ratio = statistics.median(a / b for a, (b, _) in zip(ours, results))
            print(
                f"| {name} | {contender} | {statistics.median(s for s, _ in results):.4f} "
                f"| {max(m for _, m in results):.1f} | {ratio:.2f} |", flush=True)
    shutil.rmtree(out)


def make_forms(binary, folder):
    """2,000 filled-in forms, the example's workbook under other names."""
    folder.mkdir(parents=True, exist_ok=True)
    example = HERE.parent / "Templates/example-2021.xlsx"
    for number in range(2_000):
        path = folder / f"{number:04}.xlsx"
        if not path.exists():
            shutil.copy(example, path)


main()
