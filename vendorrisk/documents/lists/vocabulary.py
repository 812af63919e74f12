"""What headings, phrases and transfer grounds mean, in many languages; the words lie in list_words.json."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.vocabulary import Mechanism

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PLURAL = re.compile(r"\((?:s|es|ies|n|en|e)\)", re.IGNORECASE)
_OR = re.compile(r"/|,\s|\s(?:or|oder|ou)\s")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_FILLERS = frozenset([
    "a", "our", "the", "this", "to", "of", "in", "for", "and", "on", "page", "list", "der", "die", "des",
    "de", "los", "las", "du", "les", "aux",
])  # fmt: skip
_NO = frozenset(
    ["no", "not", "without", "kein", "keine", "keinen", "ohne", "sans", "pas", "sin", "senza", "geen", "bez"]
)
_NOT_REQUIRED = (
    "not required", "not needed", "not necessary", "not applicable", "nicht erforderlich", "nicht notwendig",
    "nicht notig", "non requis", "no requerid", "non necessari", "niet nodig",
)  # fmt: skip
_INADEQUATE = re.compile(
    r" (?:non|not|no|without|kein\w*|nicht|ohne|pas|sans|sin|senza|niet|geen)"
    r" (?:an? |yet )?(?:adequa|adecua|angemessen)"
)
"""What says that there is no adequacy, where the word alone would say that there is."""

_NEW_CLAUSES = re.compile(r" (?:2021 914|4 june 2021|module (?:[1-4]|one|two|three|four)) ")
"""What says of standard contractual clauses that they are those of 2021."""

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u1100-\u11ff\uac00-\ud7af]")
"""Letters of scripts that write words together, in which a phrase may stand anywhere in a text."""

TELLING = frozenset([
    "purpose", "data", "services", "storage", "access", "location", "seat", "address", "mechanism",
])  # fmt: skip
"""What columns tell of a vendor beside its name; not the web address, which any table of links has too."""

FACTS = TELLING | {"website"}
"""What a key beside a name may stand for ("Website: https://...")."""

_AND = r" (?:and|or|und|oder|et|ou|y|e|en|och|og|i|&)(?: \w+)? "
_BOTH = re.compile(r"(.+) (?:and|und|et|y|e|en|och|og|i) (?:(?:its|their|the|deren|dessen|son|su) )?(.+)")
_WITH_NAME = frozenset(["address", "seat", "location", "website", "contact"])
_CONNECTED = ("of", "for", "where", "der", "des", "von", "fur", "de", "du", "del", "di", "van")

_BESIDE_EACH_OTHER = frozenset(
    [*_CONNECTED, "and", "or", "und", "oder", "et", "ou", "y", "e", "en", "i", "&"]
)

_LEADS_ON = frozenset(
    ["page", "pages", "pagina", "seite", "link", "links", "url", "list", "lista", "liste", "doc", "docs"]
)

# "Relevant Acme services": what of the publisher's the row is for.
_OURS = frozenset([
    "relevant", "applicable", "related", "affected", "our", "impacted", "corresponding", "betroffene",
    "unsere",
])  # fmt: skip
_OF_US = frozenset(["our", "an", "unser", "unsere", "notre", "nuestra", "nostra", "nossa", "onze", "nase"])
_OFFERED = frozenset([
    "service", "services", "product", "products", "feature", "features", "offering", "offerings", "dienste",
    "produkte",
])  # fmt: skip

# Single words that say too little when they stand among others.
_WEAK = frozenset([
    "data", "name", "type", "use", "service", "services", "link", "links", "no", "id", "date", "key",
    "status", "state", "region", "group", "section", "from", "art", "stand", "land", "privacy", "security",
    "terms", "contract", "active", "tool", "platform", "role", "reason", "task", "site", "sites", "daten",
    "dienst", "od", "dal", "start", "added", "email", "contact", "vrsta", "url", "why", "where",
])  # fmt: skip


def spaced_out(key: str) -> str:
    """The words of a key that programs write in one: "isActive"."""
    return _CAMEL.sub(" ", key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Folded phrases and what they stand for; those of `mechanisms` with the spaces around whole words."""

    columns: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    mechanisms: tuple[tuple[str, str], ...]
    unspaced: tuple[tuple[str, str], ...]
    languages: Mapping[str, frozenset[str]]

    def meaning(self, heading: str, *, exact: bool = False) -> str:
        """What a column of this heading holds, such as "purpose"; empty when nobody knows.

        `exact`: only a heading that stands in the table as it is, for telling a header from other rows.
        """
        spaced = spaced_out(_PLURAL.sub("", heading))
        folded = fold(_BRACKETS.sub(" ", spaced)) or fold(spaced)
        if not folded:
            return "id" if heading.strip() else ""
        if exact or folded in self.columns:
            return self.columns.get(folded, "")
        if _UNSPACED.search(folded):
            return next((meaning for phrase, meaning in self.unspaced if phrase in folded), "")
        parts = [self.columns.get(fold(part), "") for part in _OR.split(spaced)] if _OR.search(spaced) else []
        return next(filter(None, parts), "") or self._name_with_more(folded) or self._contained(folded)

    def misspelt(self, heading: str) -> str:
        """The heading that a single unknown word most likely means ("Localtion"); empty when none is near."""
        from rapidfuzz import fuzz, process  # slow import

        folded = fold(heading)
        if len(folded) < 6 or " " in folded:
            return ""
        known = [word for word in self.columns if " " not in word and len(word) >= 6]
        found = process.extractOne(folded, known, scorer=fuzz.ratio, score_cutoff=86)
        return found[0] if found else ""

    def has(self, group: str, text: str) -> bool:
        """Whether the text contains a phrase of this group as whole words."""
        return bool(self._phrases(group, text))

    def first_of(self, group: str, text: str) -> str:
        """The longest phrase of the group in the text; empty if there is none."""
        return max(self._phrases(group, text), key=len, default="")

    def is_exactly(self, group: str, text: str) -> bool:
        """Whether the text is a phrase of the group and nothing else; empty text is none."""
        return (fold(text) or "\0") in self.words[group]

    def says_planned(self, title: str) -> bool:
        """Whether a title heads what is planned; of "Current and planned" nobody knows which is which."""
        phrase = self.first_of("planned", title)
        return bool(phrase) and not self.has("current", fold(title).replace(phrase, " "))

    def says_apart(self, title: str) -> bool:
        """Whether a title heads what is no sub-processor: carriers, controllers, or what is not used."""
        return any(self.has(group, title) for group in ("apart", "left_aside", "not_customer_data"))

    def names_both(self, title: str) -> bool:
        """Whether a title names sub-processors and group companies side by side, not one as the other."""
        ours, all_of_them = (self._phrases(group, title) for group in ("affiliate", "sub_processor"))
        return any(
            re.search(rf"\b(?:{one}{_AND}{other}|{other}{_AND}{one})\b", fold(title))
            for one in map(re.escape, ours)
            for other in map(re.escape, all_of_them)
        )

    def is_affiliate(self, text: str) -> bool:
        """Whether a bracket says that a company is of the group: "our affiliate", not "its affiliates"."""
        first, _, rest = fold(text).partition(" ")
        return self.is_exactly("affiliate", text) or (first in _OF_US and self.is_exactly("affiliate", rest))

    def heads_other_things(self, title: str) -> bool:
        """Whether a heading speaks of changes, measures, rights or contacts, not of who the vendors are."""
        words = [word for word in fold(title).split() if not word.isdigit()]
        padded = f" {' '.join(words)} "
        phrases = self.words["other_section"]
        if any(f" {phrase} " in padded for phrase in phrases if " " in phrase):
            return True
        vendors = {word for phrase in self.words["sub_processor"] for word in phrase.split()}
        kept = [word for word in words if word not in vendors and word not in _FILLERS]
        return " ".join(kept) in phrases

    def _phrases(self, group: str, text: str) -> list[str]:
        padded = f" {fold(text)} "
        if not _UNSPACED.search(padded):
            return [phrase for phrase in self.words[group] if f" {phrase} " in padded]
        return [phrase for phrase in self.words[group] if _as_found(phrase) in padded]

    def behind(self, group: str, text: str) -> str:
        """What follows the longest phrase of the group in the text, as written; empty without one."""
        phrase = self.first_of(group, text)
        words = r"[\W_]+".join(map(re.escape, phrase.split()))
        found = re.search(rf"(?i)(?<!\w){words}(?!\w)", text) if phrase else None
        return text[found.end() :] if found else ""

    def mechanisms_of(self, text: str) -> tuple[str, ...]:
        """Codes of the transfer grounds a text names, longest phrases first so that none is counted twice."""
        folded = padded = f" {fold(text)} "
        found: list[tuple[int, str]] = []
        of_old_act = False
        for phrase, code in self.mechanisms:
            at = padded.find(phrase)
            if at >= 0:
                of_old_act |= code == Mechanism.OLD_SCC and any(map(str.isdigit, phrase))
                if code == Mechanism.NOT_A_TRANSFER or not _is_denied(padded, at, at + len(phrase)):
                    found.append((at, code))
                padded = padded.replace(phrase, " " + "\0" * len(phrase) + " ")
        codes = dict.fromkeys(code for _, code in sorted(found))
        if of_old_act and not _NEW_CLAUSES.search(folded):
            codes.pop(Mechanism.SCC_2021_914, None)  # the general name stands there for those of that act
        return tuple(code for code in codes if code != Mechanism.ADEQUACY or not _INADEQUATE.search(folded))

    def without_mechanisms(self, text: str) -> str:
        """The text with the names of transfer grounds taken out, so that "EU-US" in them is no place.

        What says that there is no transfer stays: "within the EU" names the place where data is.
        """
        padded = f" {fold(text)} "
        for phrase, code in self.mechanisms:
            if phrase in padded and code != Mechanism.NOT_A_TRANSFER:
                words = r"[\W_]+".join(re.escape(word) for word in phrase.split())
                text = re.sub(rf"(?i)(?<!\w){words}(?!\w)\.?", " ", text)
        return text

    def is_no_name(self, text: str) -> bool:
        """Whether a short text is a label or the title of a paper ("Stripe data processing agreement")."""
        folded = fold(text)
        return folded in self.words["not_a_name"] or self.has("paper", folded)

    def language_of(self, text: str) -> str:
        """The language whose small words clearly prevail; empty when there is too little text or a doubt.

        Versions that seem to be in different languages are compared more loosely: a guess would hide changes.
        """
        counted = fold(text).split()
        scores = {tag: sum(word in small for word in counted) for tag, small in self.languages.items()}
        first, second = sorted(scores, key=lambda tag: -scores[tag])[:2]
        return first if scores[first] >= 4 and scores[first] >= 2 * scores[second] else ""

    def _name_with_more(self, folded: str) -> str:
        """Of "Sub-processor and address" the name counts; what follows is told apart later."""
        found = _BOTH.fullmatch(folded)
        is_both = found and self.columns.get(found[1]) == "name" and self.columns.get(found[2]) in _WITH_NAME
        return "name" if is_both else ""

    def _contained(self, folded: str) -> str:
        """The leading word before "of", else the longest known phrase inside, else the last word.

        "Location of our data storage" speaks of storage: a narrower kind of place wins over "location".
        """
        words = folded.split()
        if len(words) > 1 and words[0] in _OURS and words[-1] in _OFFERED:
            return "services"
        inside = self._longest_inside(words)
        if len(words) > 1 and words[1] in _CONNECTED and (leading := self.columns.get(words[0])):
            return inside if leading == "location" and inside in {"storage", "access", "seat"} else leading
        strong = [word for word in words if word in self.columns and word not in _WEAK]
        last = self.columns[strong[-1]] if strong and strong[-1] == words[-1] and 1 < len(words) <= 3 else ""
        first = self.columns.get(words[0], "") if 1 < len(words) <= 3 else ""
        placed = first if first in {"location", "storage"} else ""
        found = inside or (placed if last in {"", "data"} else last)
        return (self._head_noun(words) or found) if found == "name" else found

    def _head_noun(self, words: list[str]) -> str:
        """What stands behind "sub-processor" and says what of it: "Sub-processor agreement"."""
        if not _LEADS_ON.isdisjoint(words):
            return "website"
        if any(word in _BESIDE_EACH_OTHER for word in words):
            return ""
        tails = (" ".join(words[start:]) for start in range(1, len(words)))
        return next((self.columns[tail] for tail in tails if tail in self.columns), "")

    def _longest_inside(self, words: list[str]) -> str:
        for length in range(min(6, len(words) - 1), 1, -1):
            for start in range(len(words) - length + 1):
                if meaning := self.columns.get(" ".join(words[start : start + length])):
                    return meaning
        return ""


def _is_denied(text: str, start: int, end: int) -> bool:
    """Whether a transfer ground is named to say that there is none: "no SCCs required"."""
    before = text[:start].split()[-1:]
    return (before[0] in _NO if before else False) or text[end:].lstrip().startswith(_NOT_REQUIRED)


def _as_found(phrase: str) -> str:
    """A phrase as it stands in a folded text: whole words, except in scripts that do not part them."""
    return phrase if _UNSPACED.search(phrase) else f" {phrase} "


@lru_cache(maxsize=4)
def vocabulary(folder: Path) -> Vocabulary:
    """Loads list_words.json from resources/places/; raises OSError when it is missing."""
    data = json.loads((folder / "list_words.json").read_text(encoding="utf-8"))
    phrases = [
        (fold(phrase), code) for code, text in data["mechanisms"].items() for phrase in text.split(" | ")
    ]
    phrases += [(fold(code), code.value) for code in Mechanism]
    written = [(word, meaning) for meaning, text in data["columns"].items() for word in text.split(" | ")]
    columns = {key: meaning for word, meaning in written if (key := fold(word))}
    unspaced = [pair for pair in columns.items() if len(pair[0]) > 1 and _UNSPACED.search(pair[0])]
    return Vocabulary(
        columns=columns,
        unspaced=tuple(sorted(unspaced, key=lambda pair: -len(pair[0]))),
        words={
            group: frozenset(map(fold, text.split(" | "))) - {""} for group, text in data["words"].items()
        },
        mechanisms=tuple(
            (_as_found(phrase), code) for phrase, code in sorted(phrases, key=lambda pair: -len(pair[0]))
        ),
        languages={tag: frozenset(map(fold, text.split(" | "))) for tag, text in data["languages"].items()},
    )
