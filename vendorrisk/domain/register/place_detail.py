"""What a written location says beyond its country: the town or the region, never the country again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    CountryOf = Callable[[str], str]
    """The code of a country by its name in any language, or by code; empty for anything else."""

_BETWEEN_PLACES = re.compile(r"[;|\n]")
_WORDS = re.compile(r"[,;:|()\[\]\n]|\s[–—-]\s")
_COMMAS_OUTSIDE_BRACKETS = re.compile(r",(?![^(\[]*[)\]])|\s(?:and|und|et)\s")
_AND = re.compile(r"\s(?:and|und|et)\s")
_WIDER = frozenset({"eu", "eea", "european union", "european economic area", "europe"})


def beyond_country(text: str, country: str, of: Sequence[str], country_of: CountryOf) -> str:
    """The town or region that a text names within a country; empty where it names none.

    `of` are all countries that the text was read as. Where there are several, only the part that names this
    one and no other counts: "Germany (Frankfurt), United States (us-east-1)" says "Frankfurt" of Germany.
    """
    if len(set(of)) <= 1:
        return _without_country(text, country, country_of)
    for part in _parts(text, country_of):
        if _named(part, country_of) == {country}:
            return _without_country(part, country, country_of)
    return ""


def _parts(text: str, country_of: CountryOf) -> list[str]:
    """The places that a text lists; a comma parts them only where what it joins names several countries."""
    parts: list[str] = []
    for place in _BETWEEN_PLACES.split(text):
        several = len(_named(place, country_of)) > 1
        parts += _COMMAS_OUTSIDE_BRACKETS.split(place) if several else [place]
    return parts


def _named(text: str, country_of: CountryOf) -> set[str]:
    """The countries named, also those joined by "and", unless that is the name of one."""
    found = set()
    for words in _words(text):
        joined = [words] if country_of(words) else _AND.split(words)
        found |= {code for one in joined if (code := country_of(one))}
    return found


def _without_country(text: str, country: str, country_of: CountryOf) -> str:
    left = [one for one in _words(text) if country_of(one) != country and fold(one) not in _WIDER]
    return ", ".join(dict.fromkeys(left))


def _words(text: str) -> list[str]:
    return [" ".join(one.split()) for one in _WORDS.split(text) if one.strip(" .")]
