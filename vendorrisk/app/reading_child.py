"""The child that reads files from outside: this program again, so that it works when frozen too."""

from __future__ import annotations

from vendorrisk.documents.child.serve import main


def read_files() -> int:
    """Reads files from outside, confined; request on stdin, answers on stdout, exit code returned."""
    return main()
