"""Renders messages with the texts of some rooms, and lists which keys a module uses."""

from __future__ import annotations

import ast
import gettext
import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from vendorrisk.app.words import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.message import Message

ROOT = Path(__file__).parents[2]
EN = ROOT / "resources" / "i18n" / "en"
_SHOWN = frozenset({"tr", "mark", "tr_count"})
_KEY = re.compile(r"[A-Za-z][A-Za-z_0-9]*(\.[A-Za-z_0-9]+)+")


@cache
def texts(*rooms: str) -> dict[str, str]:
    """Key -> English text of some rooms' .po files; of all rooms if none is named."""
    found: dict[str, str] = {}
    for room in rooms or sorted(path.stem for path in EN.glob("*.po")):
        with (EN / f"{room}.po").open("rb") as file:
            found |= {entry.id: entry.string for entry in read_po(file, abort_invalid=True) if entry.id}
    return found


@cache
def labels() -> tuple[tuple[str, str], ...]:
    """Where each text of the window stands in the code, and the text."""
    return tuple(
        (f"{path.name}:{call.lineno}", part.value)
        for path in sorted((ROOT / "vendorrisk" / "ui").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _SHOWN
        for argument in call.args
        for part in ast.walk(argument)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )


class Words(Catalogue):
    """The program's own rendering over freshly read .po files."""

    def _loaded(self, language: str) -> gettext.NullTranslations:
        catalog, compiled = Catalog(locale="en", fuzzy=False), io.BytesIO()
        for key, text in texts().items():
            catalog.add(key, text)
        write_mo(compiled, catalog)
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)


@cache
def words() -> Words:
    """One catalogue for all tests of a run."""
    return Words(EN.parent)


def say(message: Message) -> str:
    """The English sentence; fails where the key or a fact is missing."""
    assert message.key in texts(), f"no text for {message.key}"
    return words().say(message)


def keys_in(paths: Iterable[Path], prefixes: tuple[str, ...]) -> set[str]:
    """Every constant in these modules that looks like a message key with one of the prefixes."""
    found: set[str] = set()
    for path in paths:
        tree = ast.parse(path.read_text("utf-8"))
        parts = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                found |= {node.value} if _KEY.fullmatch(node.value) else set()
    return {key for key in found if key.startswith(prefixes)}
