"""python -m tests.bench [NAME ...]: measures how long people wait, and prints one table.

Every module bench_NAME.py here has `rows()`, which gives Rows. Each is measured in a process of its own, so
that its memory is its own, with compiled modules as on a person's computer. The exit code is 1 if a number is
over its goal. Run it on a quiet computer: figures depend on the machine and on what else it does.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.bench.ground import Ground
from tests.bench.rows import Row, table

PREFIX = "bench_"
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    known = sorted(path.stem.removeprefix(PREFIX) for path in Path(__file__).parent.glob(f"{PREFIX}*.py"))
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(known)}")
    parser.add_argument("--child", metavar="NAME", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return measure(options.child)
    names = options.names or known
    unknown = sorted(set(names) - set(known))
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; known: {', '.join(known)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")
    with tempfile.TemporaryDirectory(prefix="vendorrisk-bench-", ignore_cleanup_errors=True) as folder:
        ground = Ground(Path(folder))
        (ground.folder / "run").mkdir(mode=0o700)
        rows = [row for name in names for row in measured(name, ground)]
    print(table(rows))
    if hasattr(os, "getloadavg"):
        print(f"\n{os.cpu_count()} processors; load at the end {os.getloadavg()[0]:.1f}")
    return int(any(row.verdict == "OVER" for row in rows))


def measured(name: str, ground: Ground) -> Iterator[Row]:
    """The rows of one module; what it measured before a failure is kept, and the failure is said."""
    print(f"measuring {name} ...", file=sys.stderr)
    argv = [sys.executable, "-m", "tests.bench", "--child", name]
    done = subprocess.run(
        argv, cwd=ROOT, env=ground.environ(), stdout=subprocess.PIPE, text=True, check=False
    )
    for line in done.stdout.splitlines():
        yield Row(**json.loads(line))
    if done.returncode:
        yield Row(f"{name} failed with code {done.returncode}", 1, unit="", limit=0.5, note="see above")


def measure(name: str) -> int:
    """Measures one module here and writes its rows as lines of JSON."""
    for row in importlib.import_module(f"tests.bench.{PREFIX}{name}").rows():
        print(json.dumps(asdict(row)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
