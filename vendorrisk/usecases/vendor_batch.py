"""Doing the same to several vendors: archive them as one step, send each its questionnaire."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Blocked, Refused, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import ENDED_STAGES, Engagement, Vendor
from vendorrisk.usecases.register import ARCHIVE_VENDOR, UNARCHIVE_VENDOR
from vendorrisk.usecases.signals import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk

_NOT_FOR_FILES = re.compile(r"[^\w .()&+-]+", re.UNICODE)
LONGEST_STEM = 80


def archive_several(office: Office, vendor_ids: Sequence[str]) -> list[Vendor]:
    """Takes several vendors out of the lists as one step; refused, naming each, while one is in use."""
    with office.book.act(ARCHIVE_VENDOR, ids=list(vendor_ids)) as desk:
        vendors = [one for one in desk.find(Vendor, id=list(vendor_ids)) if one.archived_on is None]
        blocked = tuple(_in_use(desk, vendors))
        if blocked:
            raise Refused(
                counted("vendors.in_use", len(blocked)), msg("vendor.in_use.remedy"), blocked=blocked
            )
        archived = [replace(one, archived_on=office.clock.today()) for one in vendors]
        desk.put(*archived)
    return archived


def unarchive_several(office: Office, vendor_ids: Sequence[str]) -> list[Vendor]:
    """Brings several vendors back into the lists as one step."""
    with office.book.act(UNARCHIVE_VENDOR, ids=list(vendor_ids)) as desk:
        back = [
            replace(one, archived_on=None)
            for one in desk.find(Vendor, id=list(vendor_ids))
            if one.archived_on
        ]
        desk.put(*back)
    return back


def _in_use(desk: Desk, vendors: Iterable[Vendor]) -> Iterator[Blocked]:
    for vendor in vendors:
        running = [
            one
            for one in desk.find(Engagement, vendor_id=vendor.id)
            if one.stage not in ENDED_STAGES and one.live_since
        ]
        if running:
            what = msg("vendor.in_use", vendor=vendor.name)
            yield Blocked(guard=vendor.name, fact=what, remedy=msg("vendor.in_use.remedy"))


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
