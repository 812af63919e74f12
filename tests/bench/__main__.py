"""python -m tests.bench [NAME ...]: measures what the numbers of the README speak of, and prints one table.

Every module bench_NAME.py here has `rows() -> list[Row]`. The exit code is 1 if a number is over its goal.
Run it on a quiet computer; `--repeat N` raises the number of runs where a module asks for it.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

from tests.bench.rows import table

PREFIX = "bench_"


def main() -> int:
    known = sorted(path.stem.removeprefix(PREFIX) for path in Path(__file__).parent.glob(f"{PREFIX}*.py"))
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(known)}")
    names = parser.parse_args().names or known
    unknown = sorted(set(names) - set(known))
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; known: {', '.join(known)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")
    rows = []
    for name in names:
        print(f"measuring {name} ...", file=sys.stderr)
        rows += importlib.import_module(f"tests.bench.{PREFIX}{name}").rows()
    print(table(rows))
    return int(any(row.verdict == "OVER" for row in rows))


if __name__ == "__main__":
    sys.exit(main())
