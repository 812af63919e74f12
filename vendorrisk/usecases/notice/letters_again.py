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

    from vendorrisk.domain.notice.letter_facts import LetterFacts
    from vendorrisk.usecases.journal.history import Line
    from vendorrisk.usecases.notice.letters import LetterFiles, Preview
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


class SentLetters:
    """The letters of one change as they went out, to be read one by one; what they said is gathered once."""

    def __init__(self, office: Office, change_id: str) -> None:
        self._office, self._change_id = office, change_id
        self._facts: dict[str, LetterFacts] | None = None

    def read(self, notice: Notice) -> Preview | None:
        """One letter in its own words, if it can be printed again as it was; else None."""
        if self._facts is None:
            self._facts = self._gathered()
        facts = self._facts.get(notice.id)
        if facts is None or _again(self._office, facts, notice) is None:
            return None
        return self._office.papers.letter_text(facts)

    def _gathered(self) -> dict[str, LetterFacts]:
        """What each sent letter stated, by the id of its notice."""
        office, change_id = self._office, self._change_id
        with office.book.reading() as reader:
            sent = {one.id: one for one in reader.find(Notice, change_id=change_id) if one.sent_at}
        found: dict[str, LetterFacts] = {}
        for line in journal_of(office, lambda one: one.params.get("change") == change_id):
            missing = {key: one for key, one in sent.items() if key not in found}
            if line.action == WRITE_LETTERS.key and missing:
                found |= {one.id: facts for one, facts in _stated_then(office, change_id, missing, line)}
        return found


def _printed(
    office: Office, change_id: str, missing: dict[str, Notice], line: Line
) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Those letters that were written by one step and are the same again."""
    for notice, facts in _stated_then(office, change_id, missing, line):
        files = _again(office, facts, notice)
        if files is not None:
            yield notice.id, (f"{files.stem}.pdf", files.contents["pdf"])


def _again(office: Office, facts: LetterFacts, notice: Notice) -> LetterFiles | None:
    """The letter printed once more, if it is the same byte by byte."""
    files = office.papers.letter(facts, ("pdf",))
    same = hashlib.sha256(files.contents.get("pdf", b"")).hexdigest() == notice.content_sha256
    return files if same else None


def _stated_then(
    office: Office, change_id: str, missing: dict[str, Notice], line: Line
) -> Iterator[tuple[Notice, LetterFacts]]:
    """What those letters stated that were written by one step, by the register as it was then."""
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
        yield written[one.customer.id], one


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
