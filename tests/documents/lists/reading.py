"""Short ways to read a list written down in a test."""

from __future__ import annotations

from tests.documents.words import ROOT, say
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.lists.reading import read_list

PLACES = ROOT / "resources" / "places"


HEADER = "| Sub-processor | Purpose | Country |\n|---|---|---|\n"


def table(*rows):
    """A Markdown list with these rows under name, purpose and country."""
    return f"# Sub-processors\n\n{HEADER}" + "".join(f"{row}\n" for row in rows)


def read(folder, text, name="list.md", company="", limits=Limits()):  # noqa: B008  (frozen)
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = read_list(path, limits, PLACES, company=company)
    for problem in found.problems:
        assert say(problem.what)
        assert say(problem.remedy)
    return found


def names(found):
    return [row.name for row in found.rows]


def told(found):
    """What was said about the file: (place, key) pairs."""
    return [(problem.where, problem.what.key.removeprefix("files.")) for problem in found.problems]
