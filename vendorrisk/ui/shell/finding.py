"""What the command palette finds: commands, vendors, customers and documents, the best fit first."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from vendorrisk.ui.widgets.palette import Entry
from vendorrisk.ui.widgets.shortcuts import plain
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.searching import FoundKind, find_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.shortcuts import Command, Commands

SECTIONS = {
    FoundKind.VENDOR: (mark("Vendors"), "vendor"),
    FoundKind.CUSTOMER: (mark("Customers"), "customers"),
    FoundKind.DOCUMENT: (mark("Documents"), "documents"),
}
"""Heading and page of what can be found by name."""
PREFIXES = {">": (), "@": (FoundKind.VENDOR,)}
"""A first letter that narrows the search: only commands, only vendors."""
OF_EACH_KIND = 5
COMMANDS_AT_ONCE = 6
USED_BEFORE = 15
_RECENT = "palette.recent"
_RECENT_KEPT = 12


class _Found(NamedTuple):
    score: float
    entry: Entry


class PaletteSearch:
    """Answers the palette at every letter; what was chosen before comes a little earlier."""

    def __init__(self, context: Context, commands: Commands) -> None:
        self._context = context
        self._commands = commands

    def __call__(self, typed: str) -> list[Entry]:
        """The entries for what was typed, section by section, the section with the best fit first."""
        prefix = typed[:1] if typed[:1] in PREFIXES else ""
        letters = typed.removeprefix(prefix).strip()
        kinds = PREFIXES[prefix] if prefix else tuple(FoundKind)
        sections = [] if prefix == "@" else [self._of_commands(letters)]
        sections += [self._of_kind(kind, letters) for kind in kinds]
        sections.sort(key=lambda section: -max((one.score for one in section), default=0))
        return [one.entry for section in sections for one in section]

    def _of_commands(self, letters: str) -> list[_Found]:
        commands = [one for one in self._commands if one.key != "find"]
        if not letters:
            return [self._command(one, 0.0) for one in commands]
        texts = [self._text(one) for one in commands]
        guesses = self._context.finder.guesses if self._context.finder else None
        hits = find_texts(letters, texts, guesses, limit=COMMANDS_AT_ONCE)
        found = [self._command(commands[hit.place], hit.score) for hit in hits]
        return sorted(found, key=lambda one: -one.score)

    def _command(self, command: Command, score: float) -> _Found:
        entry = Entry(
            section=tr("Commands"), text=self._text(command), detail=self._keys(command),
            why_not=command.why_not(),
            run=self._remembering(command.key, partial(self._commands.run, command.key)),
        )  # fmt: skip
        return _Found(score + self._bonus(command.key), entry)

    def _text(self, command: Command) -> str:
        text = plain(self._commands.action(command.key).text()).partition("\t")[0]
        return tr("Go to {place}", place=text) if command.key.startswith("go.") else text

    def _keys(self, command: Command) -> str:
        keys = self._commands.action(command.key).text().partition("\t")[2]
        return self._commands.shortcut_text(command.key) or keys

    def _of_kind(self, kind: FoundKind, letters: str) -> list[_Found]:
        finder = self._context.finder
        if finder is None or not letters:
            return []
        title, page = SECTIONS[kind]
        found = [
            _Found(
                score + self._bonus(one.id),
                Entry(section=tr(title), text=one.name,
                      run=self._remembering(one.id, partial(self._context.go, page, one.id))),
            )
            for one, score in finder.find(letters, kind, limit=OF_EACH_KIND)
        ]  # fmt: skip
        return sorted(found, key=lambda one: -one.score)

    def _bonus(self, key: str) -> float:
        return USED_BEFORE if key in self._recent() else 0.0

    def _remembering(self, key: str, run: Callable[[], None]) -> Callable[[], None]:
        def remember_and_run() -> None:
            kept = [key, *(one for one in self._recent() if one != key)][:_RECENT_KEPT]
            self._context.store.put(_RECENT, json.dumps(kept))
            run()

        return remember_and_run

    def _recent(self) -> list[str]:
        try:
            kept = json.loads(self._context.store.get(_RECENT) or "[]")
        except ValueError:
            return []
        return [str(one) for one in kept] if isinstance(kept, list) else []
