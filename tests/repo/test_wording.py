"""Every text speaks the words of the law, one word per thing, and sets quotes as printers do."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.support.sentences import ROOT, labels, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

INSTEAD = {
    r"\bmend(s|ed|ing)?\b": "fix a file or a fault, remedy a finding",
    r"\b(people|persons) concerned\b": "data subjects",
    r"\bpapers\b|\b(a|an|another|renewed|the|this) paper\b": "document",
    r"(?<!there )\b(is|are) no\b(?! longer)": "is not a",
    r"\bfurther processors?\b": "fourth parties; to customers further sub-processors",
    r"\bseat\b": "country of establishment",
    r"\bgrav(e|est|ity)\b": "severe, severity",
    r"(?<!transfer )(?<!data protection )\bimpact assessment": "transfer impact assessment",
    r"\bnobody has (said|checked|confirmed|computed|reviewed|rated|answered)\b": "it is not recorded",
    r"\bkept off\b|\bkeep\b[^.]{0,24}\boff\b": "excluded from the change",
    r"(?<!e-)\bmail (address|draft|program)": "e-mail",
    r"\bgo(es)? along\b": "included customers",
    r"\breached from\b|\breach(es)? (it|them|the (data|locked|region-locked))\b": "access",
    r"\b(further|first|it is|is) told\b|\b(is|are|was|were|be|not) told\b|\btell (customers|the vendor)\b":
        "notified, informed",
    r"\bartefacts?\b": "document",
    r"\bfor ever\b": "permanently",
    r"\breleased?\b": "approve",
    r"\bon what ground\b": "transfer mechanism",
}  # fmt: skip
"""What a lawyer or a careful reader stumbles over, and what stands there instead."""


@cache
def _in_help() -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{path.name}:{call.lineno}", word.value.value)
        for path in sorted((ROOT / "vendorrisk" / "app" / "cli").glob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        for word in call.keywords
        if word.arg == "help" and isinstance(word.value, ast.Constant) and isinstance(word.value.value, str)
    )


@cache
def _on_paper() -> tuple[tuple[str, str], ...]:
    written = (ROOT / "resources" / "letters" / "en", ROOT / "resources" / "help", ROOT / "questionnaires")
    files = [path for folder in written for path in sorted(folder.iterdir())]
    return tuple(
        (f"{path.name}:{number}", line)
        for path in [*files, ROOT / "README.md"]
        if path.suffix in {".txt", ".md", ".yaml"}
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
    )


def _all() -> Iterator[tuple[str, str]]:
    yield from texts().items()
    yield from labels()
    yield from _in_help()
    yield from _on_paper()


def test_all_rooms_of_text_are_read():
    assert min(len(texts()), len(labels()), len(_in_help()), len(_on_paper())) > 100


@pytest.mark.parametrize("odd", INSTEAD)
def test_no_text_says_what_there_is_a_better_word_for(odd: str):
    found = [(where, text) for where, text in _all() if re.search(odd, _bare(text), re.IGNORECASE)]
    assert found == [], f"better: {INSTEAD[odd]}"


def _bare(text: str) -> str:
    """The text without the facts that are put into it, and without what it quotes from code."""
    return re.sub(r"\{[^{}]*\}|`[^`]*`", "…", text)


@pytest.mark.parametrize("where", ["catalogue", "window"])
def test_quotes_and_apostrophes_are_typographic(where: str):
    read = {"catalogue": tuple(texts().items()), "window": labels()}[where]
    names = "Country."  # a name is typed as well as read
    assert [one for one in read if re.search("[\"']", one[1]) and not one[0].startswith(names)] == []


def test_every_quote_that_is_opened_is_closed():
    marks = {key: "".join(re.findall("[“”]", text)) for key, text in texts().items()}
    assert {key: found for key, found in marks.items() if found.replace("“”", "")} == {}
