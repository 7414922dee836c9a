#!/usr/bin/env python3
"""The faults of score_faults, sixty runs of them.

usage: check_faults.py BINARY
"""
import shutil
import sys
import tempfile
from pathlib import Path

import score_faults


def main():
    root = Path(tempfile.mkdtemp())
    is_right = score_faults.disturb(sys.argv[1], rounds=60, seed=1, root=root)
    shutil.rmtree(root, ignore_errors=True)
    sys.exit(0 if is_right else 1)


main()
