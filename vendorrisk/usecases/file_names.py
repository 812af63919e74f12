"""Names for files that people get: whose they are, and never one that is taken."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from vendorrisk.domain.record import text_in

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.domain.register.records import Engagement, Vendor

_NOT_FOR_FILES = re.compile(r"[^\w .()&+-]+", re.UNICODE)
LONGEST_STEM = 80


def workbook_stem(vendor: Vendor, engagement: Engagement, questionnaire: Questionnaire) -> str:
    """A file name that says whose workbook it is; signs that file systems refuse are left out."""
    parts = (vendor.name, text_in(engagement.purpose, "en"), questionnaire.id)
    words = " - ".join(part for part in parts if part)
    return file_stem(words)


def file_stem(words: str) -> str:
    """Words as a file name without its ending; signs that file systems refuse are left out."""
    plain = " ".join(_NOT_FOR_FILES.sub(" ", words).split())
    return plain[:LONGEST_STEM].strip(" .")


def free_path(folder: Path, stem: str, ending: str = "xlsx") -> Path:
    """A path that no file has: neither last year's workbook nor one of this round is written over."""
    names = (f"{stem}.{ending}" if number == 1 else f"{stem} ({number}).{ending}" for number in count(1))
    return next(path for name in names if not (path := folder / name).exists())
