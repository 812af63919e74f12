"""What the command palette finds: commands, and the register by name or number; the best fit first."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence, QTextDocumentFragment

from vendorrisk.domain.diligence.records import JUDGED, AssessmentKind, AssessmentState
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.shell.letter_visit import LetterVisit
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.palette import Entry
from vendorrisk.ui.widgets.shortcuts import plain
from vendorrisk.ui.widgets.words import joined, mark, tr
from vendorrisk.usecases.searching import FoundKind, find_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.shortcuts import Command, Commands
    from vendorrisk.usecases.searching import Named

SECTIONS = {
    FoundKind.VENDOR: (mark("Vendors"), "vendor"),
    FoundKind.CUSTOMER: (mark("Customers"), "customers"),
    FoundKind.DOCUMENT: (mark("Documents"), "documents"),
    FoundKind.CHANGE: (mark("Changes"), "change"),
    FoundKind.LETTER: (mark("Letters"), "change"),
    FoundKind.ASSESSMENT: (mark("Assessments"), "assessments"),
}
"""Heading and page of what can be found by name or number."""
REVIEWED_AT = "answer_review"
"""Where an assessment is opened whose answers are there."""
HAS_ANSWERS = frozenset({AssessmentState.ANSWERED, *JUDGED})
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

    def __init__(
        self, context: Context, commands: Commands, here: Callable[[], Sequence[QAction]] = list
    ) -> None:
        """Takes what returns the actions of the page in sight: they are found like commands."""
        self._context = context
        self._commands = commands
        self._here = here

    def __call__(self, typed: str) -> list[Entry]:
        """The entries for what was typed, section by section, the section with the best fit first."""
        prefix = typed[:1] if typed[:1] in PREFIXES else ""
        letters = typed.removeprefix(prefix).strip()
        kinds = PREFIXES[prefix] if prefix else tuple(FoundKind)
        sections = [] if prefix == "@" else [self._of_page(letters), self._of_commands(letters)]
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

    def _of_page(self, letters: str) -> list[_Found]:
        known = {self._text(one) for one in self._commands}
        actions = {text: one for text, one in self._offered().items() if text not in known}
        texts = list(actions)
        if not letters:
            return [self._action(text, actions[text], 0.0) for text in texts]
        guesses = self._context.finder.guesses if self._context.finder else None
        hits = find_texts(letters, texts, guesses, limit=COMMANDS_AT_ONCE)
        found = [self._action(texts[hit.place], actions[texts[hit.place]], hit.score) for hit in hits]
        return sorted(found, key=lambda one: -one.score)

    def _offered(self) -> dict[str, QAction]:
        """What can be done in the page in sight, by its words."""
        actions = [one for one in self._here() if not one.isSeparator() and one.menu() is None]
        return {text: one for one in actions if (text := plain(one.text().partition("\t")[0]))}

    def _action(self, text: str, action: QAction, score: float) -> _Found:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        entry = Entry(
            section=tr("On this page"), text=text, detail=keys or action.text().partition("\t")[2],
            why_not="" if action.isEnabled() else _reason(action), run=partial(self._trigger, text),
        )  # fmt: skip
        return _Found(score, entry)

    def _trigger(self, text: str) -> None:
        """Does it by the action that has these words now: menus are filled anew when they are opened."""
        action = self._offered().get(text)
        if action is not None:
            action.trigger()

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
        found = [self._thing(one, score) for one, score in finder.find(letters, kind, limit=OF_EACH_KIND)]
        return sorted(found, key=lambda one: -one.score)

    def _thing(self, one: Named, score: float) -> _Found:
        title, page = SECTIONS[one.kind]
        item: object = one.id
        detail = ""
        if one.kind is FoundKind.LETTER:
            item = LetterVisit(change_id=one.of[0], customer_id=one.id)
        elif one.kind is FoundKind.ASSESSMENT:
            kind, state = AssessmentKind(one.of[0]), AssessmentState(one.of[1])
            page = REVIEWED_AT if state in HAS_ANSWERS else page
            begun = tr("begun {day}", day=day(one.day)) if one.day else ""
            detail = joined(self._context.say(label(kind)), begun)
        key = "/".join((*one.of, one.id)) if one.kind is FoundKind.LETTER else one.id
        go = self._remembering(key, partial(self._context.go, page, item))
        entry = Entry(section=tr(title), text=one.name, detail=detail, run=go)
        return _Found(score + self._bonus(key), entry)

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


def _reason(action: QAction) -> str:
    """Why something cannot be done now: its tooltip says so, unless that only repeats its words."""
    told = QTextDocumentFragment.fromHtml(action.toolTip()).toPlainText()
    return told if told != plain(action.text()) else tr("This cannot be done now.")
