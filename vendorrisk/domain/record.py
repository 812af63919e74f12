"""What every stored thing has in common: an id, and texts in several languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

LangText: TypeAlias = dict[str, str]
"""Language tag -> text, such as {"en": "Sending text messages", "de": "..."}."""

FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A stored thing. `id` is a UUIDv7 in text form; one dataclass is one table, one field one column."""

    id: str


def text_in(texts: LangText, language: str) -> str:
    """The text in the wished language, else in English, else in any, else empty."""
    for tag in (language, language.split("-", maxsplit=1)[0], FALLBACK_LANGUAGE):
        if texts.get(tag):
            return texts[tag]
    return next((text for text in texts.values() if text), "")


def is_fallback(texts: LangText, language: str) -> bool:
    """Whether a reader of this language would get another one (the letter then warns)."""
    return not (texts.get(language) or texts.get(language.split("-", maxsplit=1)[0]))
