"""The gazetteer: what people write for a country, region, city or cloud region, and its code.

Tables of resources/places/: countries.json is generated from Unicode CLDR, places.json written by hand.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.register.countries import MEMBERSHIPS, is_country
from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MEMBERS = frozenset(membership.country for membership in MEMBERSHIPS if membership.valid_to is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a written place means. `kind` is country, region, state, city, cloud or vague (then no codes)."""

    kind: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Folded words -> meaning. `codes` are the abbreviations as written, in capitals.

    `alpha3` has those that count only where nothing else stands beside them: "VS" is American for the Dutch,
    but in "Sion VS" a canton.
    """

    words: Mapping[str, Known]
    codes: Mapping[str, str]
    alpha3: Mapping[str, str]
    states: Mapping[str, str]
    cloud: Mapping[str, str]
    namesakes: Mapping[str, tuple[str, ...]]
    noise: frozenset[str]
    likely: Mapping[str, str]

    def code(self, written: str) -> str:
        """The country of a two- or three-letter code in capitals; empty for anything else."""
        if written in self.codes:
            return self.codes[written]
        if len(written) == 2 and is_country(written):
            return written
        return self.alpha3.get(written, "")

    def country(self, typed: str) -> str:
        """The country that somebody typed, by name in any language or by code; empty for anything else."""
        known = self.words.get(key(typed))
        if known and known.kind == "country":
            return known.codes[0]
        code = self.code(typed.strip().upper())
        return code if is_country(code) else ""

    def nearest(self, words: str) -> tuple[str, str] | None:
        """The place that a misspelling most likely means: its English name and code."""
        from rapidfuzz import fuzz, process

        if len(words) < 5 or any(char.isdigit() for char in words):
            return None
        found = process.extractOne(words, self.likely.keys(), scorer=fuzz.ratio, score_cutoff=86)
        return (found[0], self.likely[found[0]]) if found else None


@lru_cache(maxsize=4)
def gazetteer(folder: Path) -> Gazetteer:
    """Loads the tables of resources/places/ (about 10 ms); raises OSError when they are missing."""
    names = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    hand = json.loads((folder / "places.json").read_text(encoding="utf-8"))
    return Gazetteer(
        words=_words(names["names"], hand),
        codes={code: country for country, codes in _lists(hand["codes"]) for code in codes},
        alpha3=names["alpha3"] | {code: country for country, codes in _lists(hand["bare"]) for code in codes},
        states=dict.fromkeys(hand["us_states"], "US"),
        cloud={region: country for country, regions in _lists(hand["cloud"]) for region in regions},
        namesakes={fold(city): tuple(countries) for city, countries in _lists(hand["namesakes"])},
        noise=frozenset(hand["noise"][""].split(" | ")),
        likely=_likely(names["english"], hand),
    )


def _words(names: dict[str, str], hand: dict[str, Any]) -> dict[str, Known]:
    """Later tables win over earlier ones: what was written by hand over what was generated."""
    words = {fold(name): Known(kind="vague") for _, vague in _lists(hand["vague"]) for name in vague}
    words |= {key(city): Known(kind="city", codes=(country,)) for country, city in _pairs(hand["cities"])}
    words |= {
        key(part): Known(kind="state", codes=(country,)) for country, part in _pairs(hand["subdivisions"])
    }
    words |= {key(state): Known(kind="state", codes=("US",)) for _, state in _pairs(hand["us_states"])}
    generated = {key(name): _place(code) for name, code in names.items()}
    words |= {name: known for name, known in generated.items() if name not in words or name == "georgia"}
    words |= {key(alias): _place(country) for country, alias in _pairs(hand["aliases"])}
    words |= {key(name): _place(region) for region, name in _pairs(hand["regions"])}
    words |= {key(name): Known(kind="region", codes=tuple(codes)) for name, codes in _lists(hand["groups"])}
    return words


def key(name: str) -> str:
    """The form under which a place is looked up."""
    return fold(name.replace("U.S.", "US")).replace(" & ", " and ")


def _likely(english: dict[str, str], hand: dict[str, Any]) -> dict[str, str]:
    likely = {fold(city): country for country, city in _pairs(hand["cities"])}
    likely |= {fold(state): "US" for _, state in _pairs(hand["us_states"])}
    likely |= {fold(name): region for region, name in _pairs(hand["regions"])}
    likely |= {fold(alias): country for country, alias in _pairs(hand["aliases"])}
    return {name: code for name, code in (likely | english).items() if len(name) >= 5}


def _place(code: str) -> Known:
    return Known(kind="country" if is_country(code) else "region", codes=(code,))


def _lists(table: dict[str, str]) -> list[tuple[str, list[str]]]:
    return [(key, text.split(" | ")) for key, text in table.items()]


def _pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, name) for key, names in _lists(table) for name in names]
