"""Short ways to name what is wrong in a file; the texts stand in resources/i18n/en/files.po."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.documents.cleaning import shown
from vendorrisk.domain.message import Level, Problem, UserError, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.message import Message


def error(where: str, key: str, **params: Any) -> Problem:
    """Something that keeps its row or file out."""
    return Problem(shown(where), *_texts(key, params))


def warning(where: str, key: str, **params: Any) -> Problem:
    """Something to look at; what was read stays."""
    return Problem(shown(where), *_texts(key, params), Level.WARNING)


def refusal(where: str, key: str, **params: Any) -> UserError:
    """The whole file cannot be read."""
    what, remedy = _texts(key, params)
    return UserError(what, remedy, where=shown(where))


def _texts(key: str, params: Mapping[str, Any]) -> tuple[Message, Message]:
    """A stranger's words in them are spelt out where they could turn a sentence round."""
    facts = {name: shown(value) if isinstance(value, str) else value for name, value in params.items()}
    return msg(f"files.{key}", **facts), msg(f"files.{key}.remedy", **facts)


def as_problem(refused: UserError) -> Problem:
    """A refusal as one line of a problem list."""
    return Problem(refused.where, refused.what, refused.remedy)


def has_errors(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Whether anything was left out."""
    return any(problem.level is Level.ERROR for problem in problems)
