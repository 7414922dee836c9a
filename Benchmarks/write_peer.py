#!/usr/bin/env python3
"""The Rust peers for writing, by their Python packages: 1 M cells, 50,000 rows of 20, ready in memory.

usage: write_peer.py rust_xlsxwriter|jetxl numbers|mixed OUT.xlsx

Prints the CPU seconds of the library's call alone, all threads together, and its time by the clock: neither
Python's start nor making the values counts. Half of the numbers are whole, a third have two decimals, the rest
all the digits of a double; mixed, three columns in ten hold one of 5,000 texts, as in write_cells.c.
  pip install rustpy-xlsxwriter jetxl polars pyarrow
"""
import random
import sys
import time

import pyarrow

ROWS, COLUMNS = 50_000, 20
TEXTS = [("政府信息公开年度报告" if index % 2 else "total income ") + str(index) for index in range(5_000)]


def number(source):
    kind = source.random()
    if kind < 0.5:
        return float(source.randrange(1_000_000))
    if kind < 0.85:
        return source.randrange(10_000_000) / 100
    return source.getrandbits(32) / 4294967.296


def table(is_mixed):
    """The values as columns."""
    source = random.Random(1)
    columns = {}
    for column in range(COLUMNS):
        if is_mixed and column % 10 < 3:
            columns[f"c{column}"] = pyarrow.array(source.choices(TEXTS, k=ROWS))
        else:
            columns[f"c{column}"] = pyarrow.array([number(source) for _ in range(ROWS)])
    return pyarrow.table(columns)


def rust_xlsxwriter(values, out):
    from rustpy_xlsxwriter import FastExcel
    import polars
    frame = polars.from_arrow(values)
    return lambda: FastExcel(out).sheet("Data", frame).save()


def jetxl(values, out):
    import jetxl
    return lambda: jetxl.write_sheet_arrow(values, out)


def main():
    peer, kind, out = sys.argv[1:]
    call = {"rust_xlsxwriter": rust_xlsxwriter, "jetxl": jetxl}[peer](table(kind == "mixed"), out)
    before = time.process_time(), time.perf_counter()
    call()
    after = time.process_time(), time.perf_counter()
    print(*(end - start for start, end in zip(before, after)))


main()
