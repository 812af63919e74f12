"""Pins every package with its hashes, for all systems and Pythons: from pyproject.toml to two lock files.

Use: python packaging/lock.py [--upgrade]. It needs uv, as nothing else here does. Without --upgrade a version
stays as long as pyproject.toml allows it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN = "packaging/requirements.txt"
DEV = "packaging/requirements-dev.txt"
# No header, because it repeats the command line; no index, because each machine has its own.
COMPILE = (
    "uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet",
)  # fmt: skip
CONSTRAINT_NOTE = re.compile(r"^ +#   -c .*\n", re.MULTILINE)


def main(options: list[str]) -> None:
    """Write the lock for running, then the one for development, which repeats it with the same versions."""
    _compile("--output-file", RUN, *options)
    _compile("--extra", "dev", "--constraint", RUN, "--output-file", DEV, *options)
    development = ROOT / DEV
    development.write_text(CONSTRAINT_NOTE.sub("", development.read_text("utf-8")), "utf-8")


def _compile(*options: str) -> None:
    subprocess.run([*COMPILE, *options], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(sys.argv[1:])
