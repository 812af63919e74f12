"""Short ways to name what is wrong in a file; the texts stand in resources/i18n/en/files.po."""

from __future__ import annotations

from typing import Any

from vendorrisk.domain.message import Level, Problem, UserError, msg


def error(where: str, key: str, **params: Any) -> Problem:
    """Something that keeps its row or file out."""
    return Problem(where, msg(f"files.{key}", **params), msg(f"files.{key}.remedy", **params))


def warning(where: str, key: str, **params: Any) -> Problem:
    """Something to look at; what was read stays."""
    return Problem(where, msg(f"files.{key}", **params), msg(f"files.{key}.remedy", **params), Level.WARNING)


def refusal(where: str, key: str, **params: Any) -> UserError:
    """The whole file cannot be read."""
    return UserError(msg(f"files.{key}", **params), msg(f"files.{key}.remedy", **params), where=where)


def as_problem(refused: UserError) -> Problem:
    """A refusal as one line of a problem list."""
    return Problem(refused.where, refused.what, refused.remedy)


def has_errors(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Whether anything was left out."""
    return any(problem.level is Level.ERROR for problem in problems)
