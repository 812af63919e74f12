"""Letters put together: facts and template become words, the words become PDF and mail drafts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from vendorrisk.app import paths
from vendorrisk.domain.message import Problem, UserError
from vendorrisk.domain.notice.letter import letter_content
from vendorrisk.domain.notice.records import ChangeKind
from vendorrisk.domain.report import Paragraph
from vendorrisk.usecases.notice.letter_languages import in_a_language_of_ours
from vendorrisk.usecases.notice.letter_signs import names_unprintable
from vendorrisk.usecases.notice.letters import LetterFiles, Preview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.app.words import Catalogue
    from vendorrisk.documents.letters.letter import Letter
    from vendorrisk.documents.letters.template import LetterTemplate
    from vendorrisk.documents.pdf.letter import LetterPress
    from vendorrisk.domain.notice.letter_facts import LetterFacts


@dataclass(frozen=True, slots=True)
class LetterWriter:
    """Writes single letters with the words of the catalogue and the templates that come with the program.

    `foreword` is a sentence that stands before every letter, such as the mark of an invented one.
    """

    words: Catalogue
    foreword: str = ""

    def preview(self, facts: LetterFacts) -> Preview:
        """One customer's letter as words to read, without writing anything."""
        from vendorrisk.documents.letters.fill import compose  # noqa: PLC0415  (slow import)
        from vendorrisk.documents.letters.words import letter_text  # noqa: PLC0415  (slow import)

        readable, doubts = in_a_language_of_ours(facts, languages())
        composed = compose(
            _template(facts.change.kind, readable.language), letter_content(readable), self.words,
            language=readable.language,
        )  # fmt: skip
        letter, nameless = composed.letter, tuple(names_unprintable(unprintable, facts))
        text = letter_text(letter) if letter is not None and not nameless else None
        return Preview(text=text, problems=(*composed.problems, *doubts, *nameless))

    def files(self, facts: LetterFacts, formats: Sequence[str]) -> LetterFiles:
        """One customer's letter in the customer's language, as files by their ending."""
        from vendorrisk.documents.letters.fill import compose  # noqa: PLC0415  (slow import)

        readable, doubts = in_a_language_of_ours(facts, languages())
        template = _template(facts.change.kind, readable.language)
        composed = compose(template, letter_content(readable), self.words, language=readable.language)
        letter, nameless = composed.letter, tuple(names_unprintable(unprintable, facts))
        if letter is None or nameless:
            return LetterFiles(stem="", contents={}, problems=(*composed.problems, *doubts, *nameless))
        if self.foreword:
            letter = replace(letter, blocks=(Paragraph(text=self.foreword), *letter.blocks))
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

        return LetterPress(fonts_folder=paths.pdf_fonts(), words=self.words)


@cache
def languages() -> frozenset[str]:
    """The languages that letters are written in: one folder of templates each."""
    return frozenset(one.name for one in (paths.resources() / "letters").iterdir() if one.is_dir())


def unprintable(text: str) -> str:
    """The characters of a text that no PDF can show, each once."""
    from vendorrisk.documents.pdf import fonts  # noqa: PLC0415  (slow import)

    return fonts.unprintable(text, fonts.register(paths.pdf_fonts()))


@cache
def _template(kind: ChangeKind, language: str) -> LetterTemplate:
    from vendorrisk.documents.letters.template import read_template  # noqa: PLC0415  (slow import)

    name = "removal.txt" if kind is ChangeKind.REMOVE else "notice.txt"
    return read_template(paths.resources() / "letters" / language / name)


def _draft(letter: Letter, pdf: bytes, facts: LetterFacts) -> bytes:
    from vendorrisk.documents.mail.eml import mail_draft  # noqa: PLC0415  (slow import)

    identity = f"{facts.change.id}/{facts.customer.id}"
    return mail_draft(letter, pdf, to=facts.customer.email, reply_to=facts.sender.contact, identity=identity)
