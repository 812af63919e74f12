"""The stand-in for the one door to the person."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class Recorder:
    """Stands in for the dialogs in tests: remembers what was said and gives prepared answers.

    An answer that was not prepared is an error, so that no test passes on a question it did not expect.
    """

    answers: list[Any] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def explain(self, what: str, remedy: str = "", details: str = "") -> None:
        """Remembers what was told."""
        del details
        self.told.append((what, remedy))

    def confirm(
        self, question: str, *, yes: str, no: str = "", about: str = "", destroys: bool = False
    ) -> bool:
        """Gives the next prepared answer."""
        del yes, no, about, destroys
        return bool(self._answer(question))

    def choose(
        self, question: str, options: Sequence[tuple[str, ...]], *, yes: str, titles: Sequence[str] = ()
    ) -> str | None:
        """Gives the next prepared answer, which must be one of the options or None."""
        del yes, titles
        answer = self._answer(question)
        if answer is not None and answer not in {key for key, *_texts in options}:
            raise AssertionError(f"{answer!r} was not offered for {question!r}")
        return None if answer is None else str(answer)

    def pick_file(self, title: str, *, kinds: str = "", start: Path | None = None) -> Path | None:
        """Gives the next prepared path."""
        del kinds, start
        return self._picked(title)

    def pick_target(self, title: str, *, kinds: str = "", start: Path | None = None) -> Path | None:
        """Gives the next prepared path."""
        del kinds, start
        return self._picked(title)

    def pick_folder(self, title: str, *, start: Path | None = None) -> Path | None:
        """Gives the next prepared path."""
        del start
        return self._picked(title)

    def _picked(self, title: str) -> Path | None:
        answer = self._answer(title)
        return None if answer is None else Path(answer)

    def _answer(self, question: str) -> Any:
        self.asked.append(question)
        if not self.answers:
            raise AssertionError(f"Nothing was prepared for {question!r}")
        return self.answers.pop(0)
