"""Names of companies as lists write them: which belong together, whatever form or trade name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_STROKES = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_NOT_A_WORD = re.compile(r"[^\w&+]+|_+")

# Legal forms as folded words; dots are gone by then, so "d.o.o." is "d o o". Longer ones are tried first.
_FORM_WORDS = """
d o o | gesellschaft mit beschrankter haftung | gmbh & co kgaa | gmbh & co kg | gmbh co kg |
ag & co kg | gmbh & co | s p z o o | sp z o o | spolka z o o | spol s r o | s a r l | s a s u |
s de r l de c v | s a de c v | s a b de c v | pvt ltd | pty ltd | pte ltd | co ltd |
private limited | proprietary limited | pty limited | pte limited | pvt limited |
public limited company | limited liability company | limited partnership |
designated activity company | unlimited company | j d o o | d d | a d | e o o d | e k | e v |
k k | g k | s a | s a s | s p a | s r l | s r l s | s r o | a s | b v | n v | c v | v o f |
b v b a | s c a | s c r l | s e | s l | s l u | l l c | l l p | l p | p b c | p l c | o u | o y |
o y j | a b | a g | z r t | k f t | n y r t | i n c | ltd | limited | ltda | llc | llp | lllp |
lp | plc | pbc | inc | incorporated | corp | corporation | co | company | gmbh | ggmbh | mbh |
ag | kg | kgaa | ohg | ug | haftungsbeschrankt | se | sarl | sas | sasu | sa | spa | srl | srls |
sl | slu | bv | nv | vof | bvba | cvba | ab | as | asa | aps | a/s | oy | oyj | ou | sia | uab |
kft | zrt | nyrt | doo | dd | jdoo | ad | ead | eood | ood | spzoo | sro | pty | pte | pvt | bhd |
sdn | kk | ulc | dac | scrl | sprl | gbr | ev | ek | tbk | pt | sapi | cv | lda | unipessoal
"""
_FORMS = sorted((tuple(form.split()) for form in _FORM_WORDS.split("|")), key=len, reverse=True)

_OTHER_NAME = re.compile(
    r"(?i)[\s,(]+(?:d/b/a|d\.b\.a\.?|dba|a/k/a|a\.k\.a\.?|aka|doing business as|trading as|t/a"
    r"|also known as|known as|formerly known as|formerly|f/k/a|fka|previously|ehemals|vormals)[\s:]+"
)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_DASH = re.compile(r"\s+[–—-]\s+|\s+\|\s+")
_LEADING = re.compile(
    r"(?i)^(?:aka|a\.k\.a\.?|a/k/a|dba|d/b/a|d\.b\.a\.?|formerly(?: known as)?|previously|fka|f/k/a"
    r"|ehemals|vormals|now|jetzt|part of|via|through|by|known as|also known as|trading as|t/a)\s*:?\s+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """A published name taken apart: the legal name as written, and other names given beside it."""

    legal: str
    others: tuple[str, ...] = ()


def fold(text: str) -> str:
    """Lower case, without accents and punctuation, single spaces: only for comparing."""
    lowered = unicodedata.normalize("NFKD", text).casefold().translate(_STROKES)
    decomposed = unicodedata.normalize("NFKD", lowered)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(_NOT_A_WORD.sub(" ", plain).split())


def same_name(one: str, other: str) -> bool:
    """Whether two names of people or companies are the same: blanks and capitals do not make a second one."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


@lru_cache(maxsize=4096)
def name_parts(name: str) -> NameParts:
    """The legal name and what stands beside it: "NexMo Inc (aka Vonage)", "Wildbit LLC – Postmark"."""
    beside = [found for found in _BRACKETS.finditer(name) if not _is_within(name, found)]
    others = [_LEADING.sub("", found[1].strip()) for found in beside]
    rest = name
    for found in reversed(beside):
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    rest = rest.strip()
    first, *more = [part for part in _OTHER_NAME.split(rest) if part and part.strip(" ,")] or [name]
    legal, *behind = _DASH.split(first)
    others = [*behind, *more, *others]
    return NameParts(
        legal=" ".join(legal.split()).strip(" ,"),
        others=tuple(
            dict.fromkeys(clean for other in others if (clean := " ".join(other.split()).strip(" ,.")))
        ),
    )


def _is_within(name: str, bracket: re.Match[str]) -> bool:
    """Whether a bracket is part of the name: words of it stand on both sides, "Acme (Schweiz) AG"."""
    inside, before, behind = bracket[1].strip(), name[: bracket.start()], name[bracket.end() :]
    named_apart = _LEADING.match(inside) or _OTHER_NAME.match(f" {behind}")
    return bool(before.strip()) and behind[:1].isalnum() and not named_apart


@lru_cache(maxsize=4096)
def contract_name(name: str) -> str:
    """The company of a published name as it is to be recorded; nothing in brackets is dropped unasked.

    A company in brackets or behind a dash is the one where a brand stands before it ("Brevo (Sendinblue
    SAS)"). Other brackets stay in the name; only what says that it is another name of it does not.
    """
    parts = name_parts(name)
    labelled = [found for found in _BRACKETS.findall(name) if _LEADING.match(found.strip())]
    if not has_legal_form(parts.legal) and not labelled and not _OTHER_NAME.search(name):
        companies = [other for other in parts.others if has_legal_form(other)]
        if len(companies) == 1:
            return companies[0]
    unlabelled = len(labelled) < sum(not _is_within(name, one) for one in _BRACKETS.finditer(name))
    return name if unlabelled else parts.legal


@lru_cache(maxsize=65_536)
def normalise(name: str) -> str:
    """One name for comparing: folded, legal form dropped ("Acme Cloud, Inc." becomes acme cloud)."""
    words = fold(name).split()
    while kept := _without_form(words):
        if kept == words:
            break
        words = kept
    return " ".join(words)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """The key under which rows of the same vendor are grouped: the normalised legal part of the name."""
    return normalise(name_parts(name).legal) or fold(name)


@lru_cache(maxsize=4096)
def other_keys(name: str) -> frozenset[str]:
    """Normalised trade names, former names and abbreviations given beside the legal name."""
    return frozenset(filter(None, map(normalise, name_parts(name).others))) - {name_key(name)}


def same_vendor(one: str, other: str) -> bool:
    """Whether two names say that they mean one company: equal, or one given as the other's second name.

    Two second names alone do not count: "Acme (Ireland)" and "Beta (Ireland)" are two companies.
    """
    return (
        name_key(one) == name_key(other)
        or name_key(one) in other_keys(other)
        or name_key(other) in other_keys(one)
    )


_WRITTEN_OUT = {
    "limited": "ltd", "incorporated": "inc", "corporation": "corp", "company": "co", "private": "pvt",
    "proprietary": "pty",
}  # fmt: skip


def legal_form(name: str) -> str:
    """The legal form of a name, however it is written: "doo" for d.o.o., "pvtltd" for Private Limited."""
    words = fold(name_parts(name).legal).split()
    bare = normalise(name_parts(name).legal).split()
    return "".join(_WRITTEN_OUT.get(word, word) for word in words[len(bare) :])


def has_legal_form(name: str) -> bool:
    """Whether the name ends in a legal form such as Ltd or d.o.o."""
    words = fold(name).split()
    return _without_form(words) != words


def _without_form(words: list[str]) -> list[str]:
    for form in _FORMS:
        if len(words) > len(form) and tuple(words[-len(form) :]) == form:
            return words[: -len(form)]
    return words
