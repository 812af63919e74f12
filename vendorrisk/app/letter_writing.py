"""Letters put together: facts and template become words, the words become PDF and mail drafts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from vendorrisk.app import paths
from vendorrisk.domain.message import Level, Problem, UserError, msg
from vendorrisk.domain.notice.letter import letter_content
from vendorrisk.domain.notice.records import ChangeKind
from vendorrisk.domain.record import FALLBACK_LANGUAGE
from vendorrisk.domain.register.fields import is_language
from vendorrisk.usecases.letters import LetterFiles, Preview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.app.words import Catalogue
    from vendorrisk.documents.letters.letter import Letter
    from vendorrisk.documents.letters.template import LetterTemplate
    from vendorrisk.documents.pdf.letter import LetterPress
    from vendorrisk.domain.notice.letter_facts import LetterFacts


@dataclass(frozen=True, slots=True)
class LetterWriter:
    """Writes single letters with the words of the catalogue and the templates that come with the program."""

    words: Catalogue

    def preview(self, facts: LetterFacts) -> Preview:
        """One customer's letter as words to read, without writing anything."""
        from vendorrisk.documents.letters.fill import compose  # noqa: PLC0415  (slow import)
        from vendorrisk.documents.letters.words import letter_text  # noqa: PLC0415  (slow import)

        readable, doubts = _in_a_language_of_ours(facts)
        composed = compose(
            _template(facts.change.kind, readable.language), letter_content(readable), self.words,
            language=readable.language,
        )  # fmt: skip
        text = letter_text(composed.letter) if composed.letter is not None else None
        return Preview(text=text, problems=(*composed.problems, *doubts))

    def files(self, facts: LetterFacts, formats: Sequence[str]) -> LetterFiles:
        """One customer's letter in the customer's language, as files by their ending."""
        from vendorrisk.documents.letters.fill import compose  # noqa: PLC0415  (slow import)

        readable, doubts = _in_a_language_of_ours(facts)
        template = _template(facts.change.kind, readable.language)
        composed = compose(template, letter_content(readable), self.words, language=readable.language)
        letter = composed.letter
        if letter is None:
            return LetterFiles(stem="", contents={}, problems=(*composed.problems, *doubts))
        pdf = self._press().print(letter)
        contents = {"pdf": pdf}
        problems = [*composed.problems, *doubts, *self._press().problems(letter)]
        if "eml" in formats:
            try:
                contents["eml"] = _draft(letter, pdf, facts)
            except UserError as error:
                problems.append(Problem(facts.customer.name, error.what, error.remedy))
        wanted = {ending: contents[ending] for ending in formats if ending in contents}
        return LetterFiles(
            stem=letter.file_stem, contents=wanted, problems=tuple(problems),
            sha256=hashlib.sha256(pdf).hexdigest(),
        )  # fmt: skip

    def _press(self) -> LetterPress:
        from vendorrisk.documents.pdf.letter import LetterPress  # noqa: PLC0415  (slow import)

        return LetterPress(fonts_folder=paths.resources() / "fonts" / "noto", words=self.words)


def _in_a_language_of_ours(facts: LetterFacts) -> tuple[LetterFacts, tuple[Problem, ...]]:
    """The facts for a letter in the customer's language; where none is written in it, English and a warning.

    Words and dates follow the language of the letter, not the customer's, so that no letter speaks two.
    """
    wanted = facts.language
    for tag in (wanted, wanted.partition("-")[0]) if is_language(wanted) else ():
        if (paths.resources() / "letters" / tag).is_dir():
            return replace(facts, language=tag), ()
    warning = Problem(
        f"{facts.customer.name}: language", msg("letter.no_template", language=wanted),
        msg("letter.no_template.remedy"), Level.WARNING,
    )  # fmt: skip
    return replace(facts, language=FALLBACK_LANGUAGE), (warning,)


@cache
def _template(kind: ChangeKind, language: str) -> LetterTemplate:
    from vendorrisk.documents.letters.template import read_template  # noqa: PLC0415  (slow import)

    name = "removal.txt" if kind is ChangeKind.REMOVE else "notice.txt"
    return read_template(paths.resources() / "letters" / language / name)


def _draft(letter: Letter, pdf: bytes, facts: LetterFacts) -> bytes:
    from vendorrisk.documents.mail.eml import mail_draft  # noqa: PLC0415  (slow import)

    identity = f"{facts.change.id}/{facts.customer.id}"
    return mail_draft(letter, pdf, to=facts.customer.email, reply_to=facts.sender.contact, identity=identity)
