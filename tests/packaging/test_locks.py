"""The lock files: pinned and hashed, for everyone's index, and the same versions in both."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from lock import CONSTRAINT_NOTE

PROJECT = Path(__file__).resolve().parents[2]
NAMES = ("requirements.txt", "requirements-dev.txt")
# An address, a folder of one machine, or an option to pip.
FORBIDDEN = re.compile(
    r"://|file:|@ |(^|\s)[~./]*/\w|^\s*-(?!-hash=sha256:[0-9a-f]{64}( \\)?$)|^\s*#\s+-", re.MULTILINE
)
ENTRY = re.compile(
    r"^([a-z0-9-]+)==([^ ]+)((?: ;[^\\]*)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def text_of(name: str) -> str:
    return (PROJECT / "packaging" / name).read_text(encoding="utf-8")


def entries(name: str) -> dict[str, tuple[str, ...]]:
    return {match[1]: match.groups()[1:] for match in ENTRY.finditer(text_of(name))}


def names_in(line: str) -> str:
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", line)[0]).lower()


@pytest.mark.parametrize("name", NAMES)
def test_a_lock_names_no_address_no_folder_and_no_option(name):
    assert FORBIDDEN.search(text_of(name)) is None


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://x\n", "-f wheels\n", "--find-links /srv/wheels\n", "x @ file:///srv/x.whl\n",
        "    #   -c packaging/requirements.txt\n", "--extra-index-url=x\n", "./local/x.whl\n", "-e .\n",
    ],
)  # fmt: skip
def test_the_search_for_such_things_finds_them(line):
    assert FORBIDDEN.search(text_of(NAMES[0]) + line)


@pytest.mark.parametrize("name", NAMES)
def test_every_package_is_pinned_with_hashes(name):
    lines = [line for line in text_of(name).splitlines() if line and line[0] not in " #"]
    assert len(lines) == len(entries(name)) > 40


def test_development_repeats_every_line_of_the_other():
    assert entries(NAMES[0]).items() <= entries(NAMES[1]).items()


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run, dev = project["dependencies"], project["optional-dependencies"]["dev"]
    assert {names_in(line) for line in run} <= entries(NAMES[0]).keys()
    assert {names_in(line) for line in [*run, *dev]} <= entries(NAMES[1]).keys()


def test_the_note_of_the_constraint_is_taken_out():
    before = "x==1 \\\n    --hash=sha256:0\n    # via\n    #   -c packaging/requirements.txt\n    #   y\n"
    assert CONSTRAINT_NOTE.sub("", before) == "x==1 \\\n    --hash=sha256:0\n    # via\n    #   y\n"
