"""Every visible text of the window passes through here, so that it can be shown in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Translator = Callable[[str], str]


def _as_written(text: str) -> str:
    return text


_translator: Translator = _as_written


def install_translator(translator: Translator | None) -> None:
    """Chooses how the English sources are turned into what is shown; None shows them as written.

    Install it before the first widget is made: texts are taken when a widget is built.
    """
    global _translator  # noqa: PLW0603  (one language per program)
    _translator = translator or _as_written


def tr(text: str, /, **facts: object) -> str:
    """Returns a text in the person's language, with its {named} facts filled in."""
    shown = _translator(text)
    return shown.format(**facts) if facts else shown


def tr_count(one: str, many: str, count: int, /, **facts: object) -> str:
    """Returns the form of a text that suits a number, which is available as {count}."""
    return tr(one if count == 1 else many, count=count, **facts)


def joined(*parts: str, by: str = ", ") -> str:
    """Returns those of some texts that say something, one after the other."""
    return by.join(part for part in parts if part)


def mark(text: str) -> str:
    """Marks a text kept in a table of data as one that `tr` will be asked for later."""
    return text
