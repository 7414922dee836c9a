#!/usr/bin/env python3
"""Time xlsxreport against its peers: whole processes in turn, medians, ratios pair by pair.

usage: run.py BINARY [--rounds N] [--data FOLDER] [--only WORKLOAD,…] [--wall]

Prints one table and fails nobody. The library writing from memory takes part where WriteCells is built
beside BINARY (swift build -c release --product WriteCells). A ratio is the median over the rounds of our time to the peer's in the
same round. Times are CPU seconds, user and system, because other work on the machine moves the clock
more than it moves them; --wall takes the clock. Peers that are not installed are named as missing:
  pip install python-calamine python-calamine-plus turboxl XlsxWriter python-docx
  pip install rustpy-xlsxwriter jetxl polars pyarrow      the Rust writers, which tell their own time
  apt-get install gcc libzip-dev zlib1g-dev libxlsxwriter-dev
  xlsxio_xlsx2csv is in neither; where it is on the path it takes part. Its sources build it with
  gcc -O3 -DUSE_LIBZIP -DBUILD_XLSXIO_STATIC -Iinclude -Ilib -Isrc -o xlsxio_xlsx2csv src/xlsxio_xlsx2csv.c
    lib/xlsxio_read.c lib/xlsxio_read_sharedstrings.c -lzip -lexpat
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
KINDS = ("html", "csv", "docx")
TURBOXL_CSV = "import sys, turboxl\nturboxl.read_sheet_to_file(sys.argv[1], sys.argv[2], 0)\n"


class TellsItsTime(list):
    """A command that prints its CPU seconds and its time by the clock, leaving out how it makes its values."""


class Bench:
    """The programs that are compared, and what they read and write."""

    def __init__(self, binary, data, out):
        self.binary, self.data, self.out = binary, data, out
        self.inflate = compiled("inflate.c", ["-lzip", "-lz"], out)
        self.write_cells = compiled("write_cells.c", ["-lxlsxwriter"], out)
        self.library = str(Path(binary).with_name("WriteCells"))
        self.forms = [str(path) for path in sorted((data / "forms").glob("*.xlsx"))]
        self.mixed = [str(path) for path in sorted((data / "mixed").glob("*.xlsx"))]
        self.example = str(HERE.parent / "Templates/example-2021.xlsx")

    def book(self, name):
        return str(self.data / f"{name}.xlsx")

    def ours(self, *arguments):
        return [self.binary, *arguments]

    def python(self, module, code, *arguments):
        return [sys.executable, "-c", code, *arguments] if has(module) else None

    def plus(self, name):
        return self.python("python_calamine_plus", CALAMINE_PLUS, self.book(name))

    def csv(self):
        """The numbers of numbers1m as CSV, made once."""
        path = self.out / "numbers1m.csv"
        if not path.exists():
            subprocess.run(self.ours("convert", self.book("numbers1m"), "-o", str(path)), check=True)
        return str(path)

    def xlsxio(self, name):
        if not shutil.which("xlsxio_xlsx2csv"):
            return None
        shutil.copy(self.book(name), self.out / "x.xlsx")
        return ["sh", "-c", f"cd {self.out} && exec xlsxio_xlsx2csv x.xlsx"]

    def libxlsxwriter(self, kind, goal):
        """The C peer writing 1 M cells; its file is compared in docs/performance.md, not here."""
        command = [self.write_cells, kind, "50000", "20", str(self.out / "d.xlsx")]
        return "libxlsxwriter, from memory", command if self.write_cells else None, goal

    def rust(self, peer, module, kind, goal):
        """A Rust writer by its Python package."""
        command = TellsItsTime(
            [sys.executable, str(HERE / "write_peer.py"), peer, kind, str(self.out / "f.xlsx")])
        return f"{peer}, from memory", command if has(module, "polars", "pyarrow") else None, goal

    def workloads(self):
        """What is compared: the workload, our command, and the peers, each with the goal for the ratio."""
        def read(title, name, goal, *more):
            command = self.ours("convert", self.book(name), "--to", "null")
            return title, command, [("calamine_plus, stream", self.plus(name), goal), *more]

        def write(kind, goal):
            command = [self.library, kind, "50000", "20", str(self.out / "e.xlsx")]
            return [
                (f"library writing 1 M cells, {kind}", command, [self.libxlsxwriter(kind, goal)]),
                (f"the library's call alone, {kind}", TellsItsTime([*command, "ready"]), [
                    self.rust("rust_xlsxwriter", "rustpy_xlsxwriter", kind, 0.2),
                    self.rust("jetxl", "jetxl", kind, None)])]

        z = ("Z: zlib inflating the part", [self.inflate, self.book("numbers")] if self.inflate else None)
        return [
            read("read 4 M numbers", "numbers", 0.22, (*z, 1.1)),
            read("read 2 M cells, 30 % shared strings", "shared", 0.20),
            read("read 2 M cells, 30 % inline strings", "inline", 0.22),
            read("read 0.4 M sparse cells", "sparse", 0.10),
            ("read 10 M numbers", self.ours("convert", self.book("numbers10m"), "--to", "null"), [
                ("ourselves, 1 M", self.ours("convert", self.book("numbers1m"), "--to", "null"), 10.3)]),
            ("read 1 M numbers by libxml2 alone", self.ours(
                "convert", self.book("numbers1m"), "--to", "null", "--reader", "libxml2"), [
                ("calamine_plus, stream", self.plus("numbers1m"), 0.80)]),
            ("4 M numbers to CSV", self.ours(
                "convert", self.book("numbers"), "--force", "-o", str(self.out / "a.csv")), [
                ("turboxl", self.python("turboxl", TURBOXL_CSV, self.book("numbers"), str(
                    self.out / "b.csv")), 0.25),
                ("xlsxio_xlsx2csv", self.xlsxio("numbers"), 0.25)]),
            ("1 M numbers of CSV to .xlsx", self.ours(
                "convert", self.csv(), "--force", "-o", str(self.out / "c.xlsx")), [
                self.libxlsxwriter("numbers", 0.20)]),
            *(workload for kind, goal in [("numbers", 0.12), ("mixed", 0.13)]
              if Path(self.library).exists() for workload in write(kind, goal)),
            self.imported("import one form", [self.example], 0.75),
            self.imported("import 2,000 copies of our own template", self.forms, 1.0, "--jobs", "1"),
            self.imported("import 900 forms in 60 layouts", self.mixed, 3.5, "--jobs", "1"),
            self.imported("import 20,000 forms in 60 layouts, two jobs", [
                self.mixed[number % len(self.mixed)] for number in range(20_000 if self.mixed else 0)],
                None, "--jobs", "2"),
            *((f"import 300 forms, {kind}", self.ours(
                "import", "--jobs", "1", *self.batch(str(self.data / kind))), []) for kind in KINDS),
        ]

    def batch(self, *files):
        """Options for a batch whose report and findings go to files."""
        report, findings = self.out / "r.ndjson", self.out / "f.txt"
        return ["--force", "-o", str(report), "--findings-output", str(findings), *files]

    def imported(self, title, files, goal, *options):
        """The import of `files`, against python-calamine, which only reads them."""
        peer = self.python("python_calamine", CALAMINE, *files) if files else None
        return title, self.ours("import", *options, *self.batch(*files)), [
            ("python-calamine, reading only", peer, goal)]


def compiled(source, libraries, folder):
    """The path of a small C program, or nothing where it cannot be built."""
    out = folder / Path(source).stem
    command = ["gcc", "-O2", "-o", str(out), str(HERE / source), *libraries]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return str(out)


def has(*modules):
    code = "import " + ", ".join(modules)
    return subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def once(command, wall):
    """Seconds and peak memory (MiB; this script's own is the least that can be told) of one run."""
    start = time.perf_counter()
    tells = isinstance(command, TellsItsTime)
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE if tells else subprocess.DEVNULL, stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL)
    told = process.stdout.read() if tells else None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command}: {process.returncode}: {errors[-300:]!r}")
    if tells:
        seconds = float(told.split()[1 if wall else 0])
    else:
        seconds = time.perf_counter() - start if wall else usage.ru_utime + usage.ru_stime
    return seconds, usage.ru_maxrss / 1024


def rows(title, ours, peers, rounds, wall):
    """The table's lines for one workload."""
    present = [(name, command, goal) for name, command, goal in peers if command]
    runs = [[] for _ in range(len(present) + 1)]
    for turn in range(rounds + 1):  # the first round only warms up
        for index, command in enumerate([ours, *(command for _, command, _ in present)]):
            result = once(command, wall)
            if turn:
                runs[index].append(result)
    median = [statistics.median(seconds for seconds, _ in run) for run in runs]
    peak = [max(memory for _, memory in run) for run in runs]
    for index, (name, _, goal) in enumerate(present, start=1):
        ratio = statistics.median(a / b for (a, _), (b, _) in zip(runs[0], runs[index]))
        told = "" if goal is None else f"≤ {goal}"
        missed = "" if goal is None or ratio <= goal else " (missed)"
        yield (f"| {title} | {median[0]:.3f} | {peak[0]:.1f} | {name} | {median[index]:.3f} "
               f"| {peak[index]:.1f} | {ratio:.3f} | {told}{missed} |")
    if not peers:
        yield f"| {title} | {median[0]:.3f} | {peak[0]:.1f} | | | | | |"
    for name, command, goal in peers:
        if not command:
            yield f"| {title} | {median[0]:.3f} | {peak[0]:.1f} | {name} | not installed | | | |"


def make_forms(folder):
    """2,000 filled-in forms, the example's workbook under other names."""
    folder.mkdir(parents=True, exist_ok=True)
    example = HERE.parent / "Templates/example-2021.xlsx"
    for number in range(2_000):
        path = folder / f"{number:04}.xlsx"
        if not path.exists():
            shutil.copy(example, path)


def make_mixed_forms(folder):
    """Forms in 60 layouts, and of each other kind."""
    for kind, name, count in [("xlsx", "mixed", 900), *((kind, kind, 300) for kind in KINDS)]:
        made = subprocess.run([
            sys.executable, str(HERE / "make_forms.py"), str(folder / name), "--count", str(count), "--kind", kind])
        if made.returncode:
            print(f"{name}: not made", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--data", type=Path, default=HERE.parent / ".build-bench")
    parser.add_argument("--only", default="", help="workloads whose title has one of these in it")
    parser.add_argument("--wall", action="store_true")
    options = parser.parse_args()
    subprocess.run([sys.executable, str(HERE / "make_workbooks.py"), str(options.data)], check=True)
    make_forms(options.data / "forms")
    make_mixed_forms(options.data)
    wanted = [part for part in options.only.split(",") if part]
    with tempfile.TemporaryDirectory() as out:
        bench = Bench(str(Path(options.binary).resolve()), options.data, Path(out))
        print("| workload | ours, s | MiB | peer | s | MiB | ratio | goal |\n|---|---|---|---|---|---|---|---|")
        for title, ours, peers in bench.workloads():
            if not wanted or any(part in title for part in wanted):
                for row in rows(title, ours, peers, options.rounds, options.wall):
                    print(row, flush=True)


main()
