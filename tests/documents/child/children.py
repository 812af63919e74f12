"""Starts children of this checkout, with the real kinds or with those of strangers.py."""

from __future__ import annotations

import sys
from pathlib import Path

from vendorrisk.documents.child.limits import MIB, Limits
from vendorrisk.documents.child.reader import ForeignReader

HERE = Path(__file__).parent
ROOT = HERE.parents[2]

_PATHS = "import sys; sys.path[:0] = {paths!r}; "
_MAIN = "from vendorrisk.documents.child.serve import main; sys.exit(main({kinds}))"


def a_reader(limits: Limits = Limits()) -> ForeignReader:  # noqa: B008  (frozen)
    code = _PATHS.format(paths=[str(ROOT)]) + _MAIN.format(kinds="")
    return ForeignReader(argv=lambda: [sys.executable, "-I", "-B", "-c", code], limits=limits)


def a_strange_reader(**limits: int) -> ForeignReader:
    code = (
        _PATHS.format(paths=[str(ROOT), str(HERE)])
        + "import strangers; "
        + _MAIN.format(kinds="strangers.KINDS")
    )
    chosen = Limits(**{"wall_seconds": 20, "memory_bytes": 512 * MIB, **limits})
    return ForeignReader(argv=lambda: [sys.executable, "-I", "-B", "-c", code], limits=chosen)
