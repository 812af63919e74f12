"""The real lists that are not part of the project; tests that read them are skipped where they are absent."""

from __future__ import annotations

from functools import lru_cache

import pytest

from tests.documents.lists.reading import PLACES
from tests.documents.words import ROOT
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.lists.reading import read_list

LISTS = ROOT.parent / "shared" / "cases" / "lists"

needs_cases = pytest.mark.skipif(not LISTS.is_dir(), reason="the folder ../shared/cases/lists is not there")


@lru_cache(maxsize=32)
def case(start):
    """The list whose path below the folder begins like this."""
    (path,) = LISTS.glob(f"{start}*")
    return read_list(path, Limits(), PLACES)
