"""What headings and introducing sentences say about the entries below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.entries import Context
from vendorrisk.documents.lists.page_date import date_in
from vendorrisk.documents.place_text import read_places
from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.documents.lists.blocks import Heading, Text
    from vendorrisk.documents.lists.entries import Tools

_MOST_OF_A_HEADING, _MOST_OF_A_BOLD_LINE = 14, 9


class Above:
    """The headings and the last paragraph above the point that is being read."""

    def __init__(self, tools: Tools, title: str, *, titles: int = 1) -> None:
        self.tools = tools
        self.title = title
        self.own_level = 1 if titles <= 1 else 0  # of several headings of the first rank none is the title
        self.headings: list[tuple[int, str]] = []
        self.intro = ""

    def close(self, level: int) -> None:
        """Sections of this level and deeper ones end."""
        self.headings = [kept for kept in self.headings if kept[0] < level]
        self.intro = ""

    def heading(self, heading: Heading) -> None:
        """A new section begins."""
        self.close(heading.level)
        self.headings.append((heading.level, one_line(heading.text.plain)))

    def paragraph(self, text: Text) -> None:
        """The sentence before a list may say what its entries are; a bold line is a small heading."""
        plain = one_line(text.plain)
        is_bold = bool(text.bolds) and plain.strip(" :.") == " ".join(text.bolds).strip(" :.")
        if is_bold and len(plain.split()) < _MOST_OF_A_BOLD_LINE and not date_in(plain)[1]:
            self.headings = [kept for kept in self.headings if kept[0] < 7]
            self.headings.append((7, plain.strip(" :")))
            self.intro = ""
        else:
            self.intro = plain

    @property
    def section(self) -> str:
        """The nearest heading, the page's own title excepted."""
        return self.headings[-1][1] if self.headings and self.headings[-1][0] > self.own_level else ""

    @property
    def level(self) -> int:
        """The rank of the nearest heading; 0 without one."""
        return self.headings[-1][0] if self.headings else 0

    def context(self, title: str = "") -> Context:
        """What holds for entries here; `title` is a caption of their own."""
        words = self.tools.words
        near = [text for text in (title, self.section, self.intro) if text]
        labels = [text for text in (title, *(text for _, text in reversed(self.headings))) if text]
        codes, place_text = self._places(title)
        sections = [text for level, text in self.headings if level > self.own_level] + [title]
        told = [*sections, self._lead_in()]
        return Context(
            group=title or self._group() or (place_text if codes else ""),
            affiliate=self._is_affiliate([*labels, self.intro]),
            former=any(words.has("former", text) and self._is_label(text) for text in told),
            planned=any(words.says_planned(text) and self._is_label(text) for text in told),
            about_list=any(words.has("sub_processor", text) for text in (*near, *labels[:1])),
            announced=self._is_announced(sections),
            other=any(words.heads_other_things(text) and not words.says_apart(text) for text in sections),
            apart=any(words.says_apart(text) and self._is_label(text) for text in sections),
            locations=codes,
            place_text=place_text,
        )

    def _lead_in(self) -> str:
        """The end of the paragraph before, where it leads on to one list: "We no longer use:"."""
        said = self.intro.split(". ")[-1] if self.intro.endswith(":") else ""
        return "" if self.tools.words.has("current", said) else said

    def _is_affiliate(self, texts: Iterable[str]) -> bool:
        """The nearest text that speaks of group companies or outsiders decides; of both: neither."""
        for text in filter(None, texts):
            ours, theirs = (self.tools.words.has(group, text) for group in ("affiliate", "third_party"))
            if (ours or theirs) and self._is_label(text):
                return ours and not theirs and not self.tools.words.names_both(text)
        return False

    def _group(self) -> str:
        """The nearest heading; one that is a date ("Version of 18 November 2020") groups nothing."""
        return "" if date_in(self.section)[1] else self.section

    def _is_announced(self, sections: Iterable[str]) -> bool:
        """Whether a heading of a section, or the end of the sentence before, names sub-processors.

        A short line before counts as well: not every document marks its headings.
        """
        said = self.intro.split(". ")[-1] if self.intro.endswith(":") or self._is_label(self.intro) else ""
        return any(self.tools.words.has("sub_processor", text) for text in (*sections, said))

    def _is_label(self, text: str) -> bool:
        return len(text.split()) <= _MOST_OF_A_HEADING

    def _places(self, title: str) -> tuple[tuple[str, ...], str]:
        """Places from a heading that is only a place, or from a sentence that says where entries are."""
        for label in filter(None, (title, self.section)):
            read = read_places(self._without_generic(label), self.tools.places)
            if read.codes and not read.unread and not read.guessed:
                return read.codes, label
        for sentence in self.intro.split(". "):
            codes = read_places(self.tools.words.behind("located", sentence), self.tools.places).codes
            if codes:
                return codes, sentence.rstrip(" :.")
        return (), ""

    def _without_generic(self, label: str) -> str:
        generic = self.tools.words.words["generic_head"] | self.tools.words.words["sub_processor"]
        return " ".join(word for word in label.split() if fold(word) not in generic)
