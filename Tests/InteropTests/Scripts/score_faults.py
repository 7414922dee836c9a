#!/usr/bin/env python3
"""Disturb every command that writes, and look at what it leaves behind.

usage: score_faults.py BINARY [--rounds N] [--seed N] [--keep FOLDER]

Each round runs one command under one fault: killed or interrupted at any moment, a disk that fills up or is
read-only, an input that changes while it is read, few open files, little memory, streams that are closed,
nobody or a slow one reading. Every output must be the whole old file or the whole new one, a run that says it
succeeded must have written the new one, only KILL may leave a temporary file, whose name is never an
output's, and nothing may hang, end with a code that is not meant for the fault, or fail without one line
that says why. Exit 1 when one thing is not so.
"""
import argparse
import collections
import csv
import ctypes
import itertools
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
TEMPORARY = re.compile(r"\.xlsxreport-[0-9a-z]+\.tmp")
LIMIT = 60
DONE, SAID = {0, 1}, {64, 65, 66, 70, 73, 74}
OLD = b"the old file\n"


class Command:
    """A command line below the inputs' folder, what it writes into `out`, and what it prints."""

    def __init__(self, name, *arguments, outputs=(), reads=None):
        self.name, self.arguments = name, arguments
        self.outputs, self.reads = outputs, reads or (arguments[1] if len(arguments) > 1 else None)
        self.files, self.printed, self.seconds = {}, b"", 1.0

    def line(self, binary, force):
        return [binary, *self.arguments, "--language", "en", *(["--force"] if force and self.outputs else [])]


COMMANDS = [
    Command("export .xlsx", "export", "broken.json", "-o", "out/a.xlsx", outputs=["a.xlsx"]),
    Command("export .csv", "export", "broken.xlsx", "-o", "out/a.csv", outputs=["a.csv"]),
    Command("export .json", "export", "broken.xlsx", "-o", "out/a.json", outputs=["a.json"]),
    Command("export --template", "export", "broken.json", "-o", "out/a.xlsx", "--template", "office.xlsx",
            outputs=["a.xlsx"]),
    Command("template", "template", "-o", "out/a.xlsx", "--previous", "broken.xlsx", outputs=["a.xlsx"],
            reads="broken.xlsx"),
    Command("convert to xlsx", "convert", "big.csv", "-o", "out/a.xlsx", outputs=["a.xlsx"]),
    Command("convert lines to xlsx", "convert", "sheets.ndjson", "-o", "out/a.xlsx", outputs=["a.xlsx"]),
    Command("convert to csv", "convert", "big.xlsx", "-o", "out/a.csv", outputs=["a.csv"]),
    Command("convert to tsv", "convert", "big.xlsx", "-o", "out/a.tsv", outputs=["a.tsv"]),
    Command("convert to ndjson", "convert", "big.xlsx", "-o", "out/a.ndjson", outputs=["a.ndjson"]),
    Command("convert to a folder", "convert", "sheets.xlsx", "--all-sheets", "--to", "csv", "-o", "out",
            outputs=[f"S{number}.csv" for number in range(1, 7)]),
    Command("convert to stdout", "convert", "big.xlsx", "--to", "ndjson", "-o", "-"),
    Command("import -o", "import", "broken.xlsx", "-o", "out/a.json", outputs=["a.json"]),
    Command("import a folder", "import", "inbox", "-f", "csv", "-o", "out/a.csv", outputs=["a.csv"],
            reads="inbox/3.xlsx"),
    Command("import to stdout", "import", "inbox", reads="inbox/3.xlsx"),
    Command("import everywhere", "import", "broken.xlsx", "-o", "out/a.json", "--annotate", "out/a.xlsx", "--findings",
            "sarif", "--findings-output", "out/a.sarif", outputs=["a.json", "a.xlsx", "a.sarif"]),
    Command("check --annotate", "check", "broken.xlsx", "--annotate", "out/a.xlsx", outputs=["a.xlsx"]),
    Command("check --annotate a csv", "check", "broken.csv", "--annotate", "out/a.xlsx", outputs=["a.xlsx"]),
    Command("check --annotate a folder", "check", "inbox", "--annotate", "out",
            outputs=[f"{number}.xlsx" for number in range(8)], reads="inbox/3.xlsx"),
    Command("check --findings-output", "check", "inbox", "--findings", "json", "--findings-output", "out/a.jsonl",
            outputs=["a.jsonl"], reads="inbox/3.xlsx"),
    Command("import with findings", "import", "broken.xlsx", "--findings", "json", "--findings-output", "out/a.jsonl",
            outputs=["a.jsonl"]),
    Command("diff", "diff", "broken.xlsx", "report.json", "--format", "json"),
]


class Disk:
    """A file system of our own for the outputs, which can be filled up and made read-only."""

    def __init__(self, folder):
        self.folder, self.is_mounted = folder, False
        folder.mkdir()
        libc = ctypes.CDLL(None, use_errno=True)
        new_user, new_mounts, private, is_recursive = 0x10000000, 0x20000, 1 << 18, 1 << 14
        flags = new_mounts | (0 if os.geteuid() == 0 else new_user)
        if libc.unshare(flags) == 0 and libc.mount(None, b"/", None, private | is_recursive, None) == 0:
            self.mount = lambda options, flags=0: libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", flags, options)
            self.is_mounted = self.mount(b"size=16m") == 0

    def set_read_only(self, is_read_only):
        if self.is_mounted:
            return self.mount(b"size=16m", 32 | is_read_only) == 0
        os.chmod(self.folder, 0o555 if is_read_only else 0o755)
        return os.geteuid() != 0

    def fill(self, free):
        """Leaves `free` bytes; the file that takes the others is the caller's to remove."""
        status = os.statvfs(self.folder)
        size = status.f_bavail * status.f_frsize - free
        with open(self.folder / "filler", "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, size))


class Round:
    """One run of a command in the folder of inputs, and what has become of it."""

    def __init__(self, scene, command, has_old):
        self.scene, self.command, self.has_old = scene, command, has_old
        self.printed = b""
        self.force, self.input_changes, self.wrong, self.options = True, False, [], []
        # Inputs that were gone before the command saw their folder.
        self.missing = 0
        self.out = scene.root / "out"
        for path in self.out.iterdir():
            path.unlink()
        if has_old:
            for name in command.outputs:
                (self.out / name).write_bytes(OLD)

    def start(self, prepare=None, **options):
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **options}
        return subprocess.Popen(self.command.line(self.scene.binary, self.force) + self.options, cwd=self.scene.root,
                                env=self.scene.environment, preexec_fn=prepare, **options)

    def end(self, process):
        """Waits for the process; the limit stands for ever."""
        try:
            self.printed, self.said = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            self.wrong.append("hangs")
            self.printed, self.said = b"", b""
        self.code = process.returncode

    def judge(self, expected, may_leave=False):
        """Holds outputs, exit code and message against what the fault allows."""
        old, new = 0, 0
        for name in self.command.outputs:
            path = self.out / name
            content = path.read_bytes() if path.exists() else None
            if content == (OLD if self.has_old else None):
                old += 1
            elif self.is_new(name, content):
                new += 1
            else:
                size = "no" if content is None else len(content)
                self.wrong.append(f"output: {name} has {size} bytes, neither the old file nor the new one")
        if self.code in DONE and new < len(self.command.outputs) - self.missing:
            self.wrong.append(f"output: exit {self.code}, but only {new} of {len(self.command.outputs)} are new")
        for path in self.out.iterdir():
            if path.name in self.command.outputs or path.name == "filler":
                continue
            if not may_leave or not TEMPORARY.fullmatch(path.name):
                self.wrong.append(f"leftover: {path.name}")
        if self.code not in expected:
            self.wrong.append(f"code: exit {self.code}, not one of {sorted(expected)}: {self.said[-300:]}")
        # An input that cannot be read is a finding, which goes where findings go.
        is_elsewhere = self.code in (65, 66) and "--findings-output" in self.command.arguments
        if self.code in SAID and self.said is not None and not is_elsewhere:
            lines = (self.said + (self.printed or b"")).decode(errors="replace").splitlines()
            reasons = [line for line in lines if re.match(r"[^ ].*: .", line) and "error[" not in line]
            if not (reasons or any("error[file." in line or "error[form." in line for line in lines)):
                self.wrong.append(f"message: {self.said[-300:]!r}")
        return "old" if old and not new else "new" if new and not old else "both" if new else "none"

    def is_new(self, name, content):
        if content == self.command.files.get(name):
            return True
        return self.input_changes and content is not None and is_whole(name, content)


def is_whole(name, content):
    """Whether the file reads to its end; what it holds is another matter."""
    try:
        if name.endswith(".xlsx"):
            with tempfile.NamedTemporaryFile() as file:
                file.write(content)
                file.flush()
                return bool(zipfile.ZipFile(file.name).namelist())
        if name.endswith((".json", ".sarif")):
            return bool(json.loads(content))
        if name.endswith("l") or name.endswith("ndjson"):
            return all(json.loads(line) for line in content.splitlines()) and content.endswith((b"\n", b""))
        return content.endswith(b"\n") and bool(list(csv.reader(content.decode("utf-8-sig").splitlines())))
    except Exception:
        return False


class Scene:
    """The inputs, a disk for the outputs, and what each command writes when nothing is in its way."""

    def __init__(self, binary, root, seed):
        self.binary, self.root, self.random = str(Path(binary).resolve()), root, random.Random(seed)
        # The toolchain's own backtraces, which no installed binary has, hang where memory is short.
        self.environment = {**os.environ, "TMPDIR": str(root / "spool"), "SWIFT_BACKTRACE": "enable=no"}
        root.mkdir(exist_ok=True)
        (root / "spool").mkdir()
        self.disk = Disk(root / "out")
        self.make_inputs()
        for command in COMMANDS:
            round = Round(self, command, False)
            begin = time.monotonic()
            round.end(round.start())
            command.seconds = time.monotonic() - begin
            if round.code not in DONE:
                raise SystemExit(f"{command.name}: exit {round.code}: {round.said.decode()}")
            command.printed = round.printed
            command.files = {name: (round.out / name).read_bytes() for name in command.outputs}

    def make_inputs(self):
        report = json.loads((CHECKOUT / "Templates/example-2021.json").read_text())
        self.write("report.json", json.dumps(report, ensure_ascii=False))
        rows = report["tables"]["requests"]
        row = next(iter(rows))
        for column in list(rows[row])[:3]:
            rows[row][column] = 77
        self.write("broken.json", json.dumps(report, ensure_ascii=False))
        self.run("export", "broken.json", "-o", "broken.xlsx")
        self.run("export", "broken.json", "-o", "broken.csv")
        self.run("template", "-o", "office.xlsx")
        self.write("big.csv", "".join(
            f"{number},name {number % 97},{number / 7},2024-01-{number % 28 + 1:02},{'x' * (number % 40)}\r\n"
            for number in range(20000)))
        self.run("convert", "big.csv", "-o", "big.xlsx")
        self.write("sheets.ndjson", "".join(
            json.dumps({"sheet": f"S{sheet}", "ref": f"A{row}", "type": "number", "value": row * sheet}) + "\n"
            for sheet in range(1, 7) for row in range(1, 4000)))
        self.run("convert", "sheets.ndjson", "-o", "sheets.xlsx")
        (self.root / "inbox").mkdir()
        for number in range(8):
            shutil.copy(self.root / "broken.xlsx", self.root / f"inbox/{number}.xlsx")

    def write(self, name, text):
        (self.root / name).write_text(text, newline="")

    def run(self, *arguments):
        subprocess.run([self.binary, *arguments], cwd=self.root, check=True, capture_output=True, timeout=LIMIT)


def moment(round):
    """Waits until some moment of the run, the end among them."""
    time.sleep(round.scene.random.uniform(0, 1.15) * round.command.seconds)


def killed(number):
    def fault(round):
        process = round.start()
        moment(round)
        process.send_signal(number)
        round.end(process)
        return round.judge(DONE | {-number}, may_leave=number == signal.SIGKILL)
    return fault


def full_disk(round):
    if not round.scene.disk.is_mounted:
        return None
    size = sum(map(len, round.command.files.values()))
    round.scene.disk.fill(int(round.scene.random.uniform(0, 1.3) * size))
    round.end(round.start())
    return round.judge(DONE | {73, 74})


def limited(kind, draw, expected):
    def fault(round):
        limit = draw(round)

        def prepare():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(kind, (limit, limit))
        if kind in (resource.RLIMIT_AS, resource.RLIMIT_NOFILE):
            # What cannot be opened is a finding, and the others go on.
            round.input_changes = True
            if "inbox" in round.command.arguments:
                round.options = ["--jobs", "3"]
        round.end(round.start(prepare))
        return round.judge(expected)
    return fault


def draw_size(round):
    return int(round.scene.random.uniform(0, 1.2) * max(map(len, round.command.files.values()), default=100))


def read_only(round):
    if not round.scene.disk.set_read_only(True):
        return None
    try:
        round.end(round.start())
        return round.judge({73} if round.command.outputs else DONE)
    finally:
        round.scene.disk.set_read_only(False)


def changing_input(round):
    path = round.scene.root / round.command.reads
    whole = path.read_bytes()
    process = round.start()
    moment(round)
    change = round.scene.random.choice(["shorter", "empty", "other", "longer", "gone"])
    with open(path, "r+b") as file:
        if change in ("shorter", "empty"):
            file.truncate(round.scene.random.randrange(len(whole)) if change == "shorter" else 0)
        elif change == "other":
            file.seek(round.scene.random.randrange(len(whole)))
            file.write(os.urandom(4096))
        elif change == "longer":
            file.seek(0, 2)
            file.write(whole)
        else:
            path.unlink()
            round.missing = int("inbox" in round.command.arguments)
    round.end(process)
    path.write_bytes(whole)
    round.input_changes = True
    return round.judge(DONE | {65, 66, 74})


def head(round):
    process = round.start()
    process.stdout.readline()
    process.stdout.close()
    process.stdout = None
    round.end(process)
    if b"stdout" in round.said or b"standard output" in round.said or b"writing failed" in round.said:
        round.wrong.append(f"message: {round.said[-300:]!r} where it should be quiet")
    return round.judge(DONE | {-signal.SIGPIPE})


def nobody_reads(round):
    reading, writing = os.pipe()
    os.close(reading)
    errors = subprocess.PIPE if round.scene.random.random() < 0.5 else writing
    process = round.start(stdout=writing, stderr=errors)
    os.close(writing)
    round.end(process)
    return round.judge(DONE | {-signal.SIGPIPE})


def slow_reader(round):
    process = round.start()
    parts = []

    def read():
        while part := process.stdout.read1(1 << 16):
            parts.append(part)
            time.sleep(0.01)
    thread = threading.Thread(target=read)
    thread.start()
    thread.join(LIMIT)
    round.said = process.stderr.read()
    round.code = process.wait(LIMIT)
    if b"".join(parts) != round.command.printed:
        round.wrong.append("output: not all was printed")
    return round.judge(DONE)


def closed_streams(round):
    closed = [number for number in range(3) if round.scene.random.random() < 0.5] or [1]
    round.end(round.start(lambda: [os.close(number) for number in closed]))
    if 2 in closed:
        round.said = None
    return round.judge(DONE | {74})


def full_stdout(round):
    with open("/dev/full", "wb") as full:
        round.end(round.start(stdout=full))
    return round.judge({74} if round.command.printed else DONE)


def no_force(round):
    round.force = not round.has_old
    round.end(round.start())
    return round.judge({73} if round.has_old and round.command.outputs else DONE)


FAULTS = {
    "KILL": (6, killed(signal.SIGKILL)),
    "TERM": (2, killed(signal.SIGTERM)),
    "INT": (2, killed(signal.SIGINT)),
    "HUP": (1, killed(signal.SIGHUP)),
    "full disk": (3, full_disk),
    "largest file size": (1, limited(resource.RLIMIT_FSIZE, draw_size, DONE | {73, 74})),
    "read-only disk": (1, read_only),
    "input changes": (3, changing_input),
    # The loader needs one descriptor of its own before the program begins.
    "few open files": (1, limited(resource.RLIMIT_NOFILE, lambda round: round.scene.random.randrange(4, 10),
                                  DONE | {65, 66, 73, 74})),
    # With too little the loader itself ends with 127; where an allocation fails, Swift ends the program.
    "little memory": (2, limited(resource.RLIMIT_AS, lambda round: round.scene.random.randrange(64 << 20, 110 << 20),
                                 DONE | SAID | {127, -signal.SIGABRT, -signal.SIGILL, -signal.SIGTRAP,
                                                -signal.SIGSEGV})),
    "stdout: first line only": (2, head),
    "stdout: nobody reads": (1, nobody_reads),
    "stdout: slow reader": (1, slow_reader),
    "stdout: full device": (1, full_stdout),
    "streams closed": (2, closed_streams),
    "output exists": (1, no_force),
}


def disturb(binary, rounds, seed, root):
    """Runs the rounds and prints the table; whether all went well."""
    scene = Scene(binary, root, seed)
    order = [name for name, (weight, _) in FAULTS.items() for _ in range(weight)]
    counts, failures = collections.defaultdict(collections.Counter), []
    # Each fault meets all commands, in an order of its own, before it meets one again.
    decks = {name: itertools.cycle(scene.random.sample(COMMANDS, len(COMMANDS))) for name in FAULTS}
    for number, name in enumerate(itertools.islice(itertools.cycle(order), rounds)):
        if number % 100 == 99:
            print(f"{number + 1} of {rounds} runs", file=sys.stderr, flush=True)
        command = next(decks[name])
        round = Round(scene, command, scene.random.random() < 0.6)
        outcome = FAULTS[name][1](round)
        for path in [*(root / "spool").iterdir()]:
            if name != "KILL" or not TEMPORARY.fullmatch(path.name):
                round.wrong.append(f"leftover: {path.name} in TMPDIR")
            path.unlink()
        count = counts[name]
        count["runs"] += 1
        count[outcome if outcome else "skipped"] += 1
        count["undisturbed"] += outcome is not None and round.code in DONE
        for kind in ("output", "leftover", "hangs", "code", "message"):
            count[kind] += any(each.startswith(kind) for each in round.wrong)
        failures += [f"WRONG {name}, {command.name}: {each}" for each in round.wrong]
    print("| fault | runs | done all the same | all old | all new | some new | no outputs | torn | leftovers | hangs "
          "| wrong codes | no message |\n" + "|---" * 12 + "|")
    columns = ["runs", "undisturbed", "old", "new", "both", "none", "output", "leftover", "hangs", "code", "message"]
    counts["all"] = sum(counts.values(), collections.Counter())
    for name, count in counts.items():
        note = " (skipped: needs a mount)" if count["skipped"] and name != "all" else ""
        print(f"| {name}{note} | " + " | ".join(str(count[column]) for column in columns) + " |")
    print(*failures[:60], sep="\n")
    print(f"faults: {rounds} runs, seed {seed}, {len(failures)} wrong")
    return not failures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep")
    options = parser.parse_args()
    root = Path(options.keep or tempfile.mkdtemp())
    is_right = disturb(options.binary, options.rounds, options.seed, root)
    if not options.keep:
        # Where a disk is mounted, its folder goes with this process.
        shutil.rmtree(root, ignore_errors=True)
    sys.exit(0 if is_right else 1)


if __name__ == "__main__":
    main()
