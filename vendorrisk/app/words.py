"""The catalogue at work: keys and facts become sentences, in the language of the reader."""

from __future__ import annotations

import gettext
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Message
from vendorrisk.domain.record import FALLBACK_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Catalogue:
    """Renders messages; a language without a catalogue falls back to English."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._load = cache(self._loaded)

    def say(self, message: Message, *, language: str = "en") -> str:
        """The sentence in a language, English where it has none."""
        template = self._load(language).gettext(message.key)
        return template.format_map(_Facts(self, message.params, language))

    def text(self, key: str, *, language: str = "en") -> str:
        """A word of the catalogue that needs no facts, such as a label."""
        return self._load(language).gettext(key)

    def knows(self, key: str) -> bool:
        """Whether the English catalogue has this key."""
        return self.text(key) != key

    def value(self, fact: Any, language: str) -> str:
        """One fact as a reader sees it: a date in words, a word of a vocabulary by its label."""
        match fact:
            case Message():
                return self.say(fact, language=language)
            case datetime():
                day = fact.astimezone(UTC)
                return f"{self._day(day.date(), language)} {day:%H:%M} UTC"
            case date():
                return self._day(fact, language)
            case StrEnum():
                key = f"{type(fact).__name__}.{fact.value}"
                return self.text(key, language=language) if self.knows(key) else fact.value
            case list() | tuple():
                texts = [self.value(one, language) for one in fact]
                sentences = all(isinstance(one, Message) for one in fact) and all(
                    text.endswith(".") for text in texts
                )
                return (" " if sentences else ", ").join(texts)
            case set() | frozenset():
                return ", ".join(sorted(self.value(one, language) for one in fact))
            case float():
                return f"{fact:.2f}".rstrip("0").rstrip(".")
            case _:
                return str(fact)

    def _day(self, day: date, language: str) -> str:
        return f"{day.day} {self.text(f'month.{day.month}', language=language)} {day.year}"

    def _loaded(self, language: str) -> gettext.NullTranslations:
        plain = language.isascii() and language.replace("-", "").isalnum()  # it becomes part of a path
        wanted = (language, language.split("-", maxsplit=1)[0]) if plain else ()
        for tag in (*wanted, FALLBACK_LANGUAGE):
            path = self._folder / tag / "vendorrisk.mo"
            if path.is_file():
                with path.open("rb") as file:
                    found = gettext.GNUTranslations(file)
                if tag != FALLBACK_LANGUAGE:
                    found.add_fallback(self._load(FALLBACK_LANGUAGE))
                return found
        return gettext.NullTranslations()


class _Facts(dict[str, str]):
    """The facts of a message by name, rendered when the sentence asks for them."""

    def __init__(self, catalogue: Catalogue, params: Mapping[str, Any], language: str) -> None:
        super().__init__()
        self._catalogue, self._params, self._language = catalogue, params, language

    def __missing__(self, name: str) -> str:
        return self._catalogue.value(self._params[name], self._language)
