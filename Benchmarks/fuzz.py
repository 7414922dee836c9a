"""Runs every fuzz target for a while and tells what it did: executions, edges, inputs kept, findings.

    python3 Benchmarks/fuzz.py FUZZ [--seconds 900] [--only sheet csv] [--kept .fuzz]

FUZZ is the program that `make fuzz` builds. Inputs that reached something new stay in the folder of kept
inputs, a folder for each target, and the next run carries on with them. Seeds are parts of the workbooks
of ../shared/corpus where it stands beside the checkout, and the texts of Tests and Templates.
"""

import argparse
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORPUS = ROOT / "../shared/corpus"
TARGETS = ["zip", "markup", "sheet", "strings", "styles", "csv", "format", "formula", "definition", "html"]
LONGEST = 16_384
MOST = 400


def workbooks():
    """The corpus' workbooks, small ones first."""
    files = [path for path in CORPUS.rglob("*.xls[xm]") if path.is_file()]
    return sorted(files, key=lambda path: path.stat().st_size)


def parts(pattern):
    """The parts of the corpus whose name matches, no two alike."""
    for path in workbooks():
        try:
            with zipfile.ZipFile(path) as archive:
                for info in archive.infolist():
                    if re.search(pattern, info.filename, re.I) and info.file_size <= LONGEST:
                        yield archive.read(info)
        except Exception:
            continue


def texts(pattern):
    """What `pattern` finds in the sheets and styles of the corpus, each once."""
    for part in parts(r"(sheet\d+|styles)\.xml$"):
        for found in re.findall(pattern, part):
            yield found.replace(b"&quot;", b'"').replace(b"&amp;", b"&").replace(b"&lt;", b"<")


def files(*patterns):
    """The files of the project that match."""
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if path.stat().st_size <= 4 * LONGEST:
                yield path.read_bytes()


def seeds(target):
    """Inputs to start from."""
    if target == "zip":
        return (path.read_bytes() for path in workbooks() if path.stat().st_size <= LONGEST)
    if target == "markup":
        # The first byte tells how long the pieces are.
        return (b"\0" + part for part in parts(r"(\.rels|styles\.xml|workbook\.xml|/[^/]*sheet\d+\.xml)$"))
    if target == "sheet":
        return parts(r"worksheets/[^/]+\.xml$")
    if target == "strings":
        return parts(r"sharedstrings\.xml$")
    if target == "styles":
        return parts(r"styles\.xml$")
    if target == "csv":
        return (path.read_bytes() for path in CORPUS.rglob("*.csv") if path.stat().st_size <= LONGEST)
    if target == "format":
        return texts(rb'formatCode="([^"]*)"')
    if target == "formula":
        return texts(rb"<f[^>]*>([^<]+)</f>")
    if target == "definition":
        return files("Templates/gov-*.json")
    return files("Tests/**/*.html", "Tests/**/*.htm")


def plant(target, folder):
    """Writes the seeds of `target` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    names = set()
    for text in seeds(target):
        names.add(hashlib.sha1(text).hexdigest())
        (folder / hashlib.sha1(text).hexdigest()).write_bytes(text)
        if len(names) >= MOST:
            break


def run(program, target, seconds, kept):
    """Runs one target; its row of the table, and whether it found nothing."""
    folder, finds = kept / target, kept / f"{target}-findings"
    finds.mkdir(parents=True, exist_ok=True)
    plant(target, kept / f"{target}-seeds")
    folder.mkdir(exist_ok=True)
    command = [
        program, str(folder), str(kept / f"{target}-seeds"), f"-max_total_time={seconds}",
        f"-artifact_prefix={finds}/", "-print_final_stats=1", "-timeout=20", "-rss_limit_mb=1024",
        "-ignore_timeouts=0", f"-max_len={4 * LONGEST if target in ('definition', 'html') else LONGEST}",
    ]
    # The runtime's own backtraces would take the signals that libFuzzer waits for.
    environment = dict(os.environ, FUZZ_TARGET=target, SWIFT_BACKTRACE="enable=no")
    result = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace")
    log = result.stderr
    (kept / f"{target}.log").write_text(log)
    executions = re.findall(r"stat::number_of_executed_units:\s*(\d+)", log) or re.findall(r"#(\d+)", log)
    edges = re.findall(r"cov: (\d+)", log)
    row = [
        target, f"{int(executions[-1]):,}" if executions else "0", edges[-1] if edges else "0",
        str(len(list(folder.iterdir()))), str(len(list(finds.iterdir()))),
    ]
    return row, result.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--seconds", type=int, default=900)
    parser.add_argument("--only", nargs="*", default=TARGETS, choices=TARGETS)
    parser.add_argument("--kept", type=pathlib.Path, default=ROOT / ".fuzz")
    options = parser.parse_args()
    print("| target | executions | edges | inputs kept | findings |\n|---|---|---|---|---|")
    clean = True
    for target in options.only:
        row, passed = run(options.program, target, options.seconds, options.kept)
        clean = clean and passed
        print(f"| {' | '.join(row)} |", flush=True)
    sys.exit(0 if clean else 1)


if __name__ == "__main__":
    main()
