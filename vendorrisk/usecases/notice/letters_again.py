"""The letters of a change once more, byte by byte as they were written, or not at all.

A letter is printed from the register as it was known when it was written, and counts only if its digest is
the one that was kept then. What cannot be printed again (another version of the program, a person erased
since) is looked for among files.
"""

from __future__ import annotations

import email
import hashlib
from dataclasses import replace
from email.policy import default
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.records import Change, Notice
from vendorrisk.usecases.journal.history import journal_of
from vendorrisk.usecases.notice.letters import WRITE_LETTERS, facts_of_all
from vendorrisk.usecases.notice.letters_to_send import OnThatDay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from vendorrisk.usecases.journal.history import Line
    from vendorrisk.usecases.office import Office

MOST_BYTES = 20_000_000
"""A letter is never that large; a larger file is none."""


def letters_again(
    office: Office,
    change_id: str,
    notices: list[Notice],
    *,
    folder: Path | None = None,
    step: Callable[[int, int], None] = lambda _done, _all: None,
) -> dict[str, tuple[str, bytes]]:
    """The PDF of each letter with its file name, by the id of its notice; what is not found is left out.

    `folder` is where the letters were written to; `step(done, all)` may raise to cancel.
    """
    wanted = {one.id: one for one in notices if one.content_sha256}
    found: dict[str, tuple[str, bytes]] = {}
    for line in journal_of(office, lambda one: one.params.get("change") == change_id):
        missing = {key: one for key, one in wanted.items() if key not in found}
        if line.action == WRITE_LETTERS.key and missing:
            for key, letter in _printed(office, change_id, missing, line):
                found[key] = letter
                step(len(found), len(wanted))
    kept = _in_folder(folder) if folder is not None and len(found) < len(wanted) else {}
    for key, notice in wanted.items():
        if key not in found and notice.content_sha256 in kept:
            found[key] = kept[notice.content_sha256]
    return found


def _printed(
    office: Office, change_id: str, missing: dict[str, Notice], line: Line
) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Those letters that were written by one step and are the same again."""
    with office.book.reading_as_of(line.at) as reader:
        written = {
            one.customer_id: one
            for one in reader.find(Notice, change_id=change_id)
            if one.id in missing and one.content_sha256 == missing[one.id].content_sha256
        }
        days = {one.written_on for one in written.values() if one.written_on is not None}
        if not days:
            return
        then = replace(office, clock=OnThatDay(max(days), line.at), actor=line.actor)
        facts = [
            one
            for one in facts_of_all(then, reader, reader.get(Change, change_id))
            if one.customer.id in written
        ]
    for one in facts:
        notice = written[one.customer.id]
        files = office.papers.letter(one, ("pdf",))
        pdf = files.contents.get("pdf", b"")
        if hashlib.sha256(pdf).hexdigest() == notice.content_sha256:
            yield notice.id, (f"{files.stem}.pdf", pdf)


def _in_folder(folder: Path) -> dict[str, tuple[str, bytes]]:
    """The PDF files of a folder and those inside its mail drafts, by their digest."""
    found: dict[str, tuple[str, bytes]] = {}
    for path in sorted(folder.glob("*.*")):
        if path.suffix not in {".pdf", ".eml"} or path.stat().st_size > MOST_BYTES:
            continue
        content = path.read_bytes()
        for pdf in [content] if path.suffix == ".pdf" else _attached(content):
            found[hashlib.sha256(pdf).hexdigest()] = (f"{path.stem}.pdf", pdf)
    return found


def _attached(content: bytes) -> list[bytes]:
    message = email.message_from_bytes(content, policy=default)
    parts = (one for one in message.walk() if one.get_content_type() == "application/pdf")
    return [one for part in parts if isinstance(one := part.get_payload(decode=True), bytes)]
