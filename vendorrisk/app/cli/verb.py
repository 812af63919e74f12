"""Commands and groups that take the common options in front of and behind the verb."""

from __future__ import annotations

import difflib
import errno
import importlib
import os
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.session import EARLIEST_YEAR, LATEST_YEAR, Session, parse_iso

if TYPE_CHECKING:
    from collections.abc import Mapping

pass_session = click.make_pass_decorator(Session, ensure=True)


class IsoDate(click.ParamType[date]):
    """A date written YYYY-MM-DD; any other notation is refused, never guessed."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error that says how to write it."""
        if isinstance(value, date):
            return value
        try:
            return parse_iso(value)
        except ValueError:
            years = f"from {EARLIEST_YEAR} to {LATEST_YEAR}"
            self.fail(f"{value!r} is not a date written YYYY-MM-DD, such as 2026-12-01, {years}.", param, ctx)


ISO_DATE = IsoDate()


class Place(click.Path):
    """A path; one that the system cannot have is a usage error."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, if it can be one."""
        if not str(value):
            self.fail("It is empty.", param, ctx)
        try:
            os.lstat(value)
        except OSError as problem:
            if problem.errno == errno.ENAMETOOLONG:
                self.fail("A name in it is longer than the system takes.", param, ctx)
        except ValueError:
            self.fail("A name in it cannot be one.", param, ctx)
        return super().convert(value, param, ctx)


FILE, FOLDER = Place(path_type=Path, dir_okay=False), Place(path_type=Path, file_okay=False)
ANYWHERE = Place(path_type=Path)
SECRET_FILE = Place(path_type=Path, readable=False)
"""Read by the opening, which says why it cannot be, as of any key that is missing."""


MOST_WORDS = 6


class Word(click.Choice[str]):
    """One word of a vocabulary, in lower or upper case; gives the member of the vocabulary."""

    def __init__(self, words: type[StrEnum], *, title: str = "") -> None:
        self.members = {one.value.lower(): one for one in words}
        self.title = title or words.__name__
        super().__init__(list(self.members), case_sensitive=False)

    @property
    def is_long(self) -> bool:
        """Whether the words need a section of their own in the help."""
        return len(self.members) > MOST_WORDS

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """The words, or what they are called where they are many."""
        return self.title.upper() if self.is_long else super().get_metavar(param, ctx)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The member that was named, by its word or as people read it: "in_review", "In review"."""
        if isinstance(value, StrEnum):
            return value
        return self.members[super().convert(self._word(str(value), ctx), param, ctx)]

    def _word(self, typed: str, ctx: click.Context | None) -> str:
        """The word that is meant by what people read in its place; anything else as it was typed."""
        if typed.lower() in self.members or ctx is None:
            return typed
        say = ctx.ensure_object(Session).outside.words.text
        shown = {
            say(f"{type(one).__name__}.{one.value}").casefold(): word for word, one in self.members.items()
        }
        wanted = " ".join(typed.casefold().split())
        return shown.get(wanted, wanted.replace(" ", "_").replace("-", "_"))


def _kept(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    session = ctx.ensure_object(Session)
    if value is not None and value is not False:
        setattr(session, str(param.name), value)


def _common(flag: str, name: str, text: str, **more: Any) -> click.Option:
    names = [*flag.split("/"), name]
    return click.Option(names, help=text, expose_value=False, callback=_kept, is_eager=True, **more)


def common_options() -> list[click.Parameter]:
    """The options that every verb understands."""
    path = ANYWHERE
    return [
        _common("-w/--workspace", "workspace", "The workspace folder.", type=path, metavar="DIR"),
        _common("--today", "today", "The date for rules and documents.", type=ISO_DATE, metavar="D"),
        _common(
            "--passphrase-file",
            "passphrase_file",
            "A file with the passphrase.",
            type=SECRET_FILE,
            metavar="F",
        ),
        _common("--json", "as_json", "Answer with one JSON object on stdout.", is_flag=True),
        _common("--quiet", "quiet", "Say nothing beside the answer.", is_flag=True),
        _common("--dry-run", "dry_run", "Show the result without storing anything.", is_flag=True),
        _common("--yes", "yes", "Answer every question with yes.", is_flag=True),
    ]


class Helped(click.Command):
    """What gives its help as text, or with --json as the one object."""

    def get_help(self, ctx: click.Context) -> str:
        """The help; `text` holds it where an object was asked for."""
        text = super().get_help(ctx)
        session = ctx.ensure_object(Session)
        return session.json_of("help", {"text": text}) if session.as_json else text


class Verb(Helped):
    """A command with one sentence, an example, its options and its exit codes.

    `words` are further sections of its help: title -> what can be written there.
    """

    def __init__(
        self, *args: Any, example: str = "", words: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.example = example
        self.words = dict(words or {})
        self.own_params = len(self.params)
        self.params += common_options()

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Long lists of words, an example and the exit codes, at the foot of the help."""
        for kind in {id(one.type): one.type for one in self.params}.values():
            if isinstance(kind, Word) and kind.is_long:
                self.words.setdefault(kind.title.upper(), ", ".join(kind.members))
        for title, told in self.words.items():
            with formatter.section(title):
                formatter.write_text(told)
        _foot(self.example, formatter)


EXIT_CODES = (
    ("0", "done, warnings included"),
    ("1", "failed"),
    ("2", "wrong usage"),
    ("3", "part of the input was left out; it is listed"),
    ("4", "not found"),
    ("5", "workspace locked or in use, or no key for it"),
    ("6", "workspace needs migration, or is newer than this program"),
    ("7", "refused by a rule; it is named"),
    ("8", "nothing to do"),
    ("130", "interrupted"),
)


LINE = 90
"""Examples are broken to at most so many columns, so that they can be copied from any terminal."""


def broken(example: str) -> list[str]:
    """An example in lines that a shell reads as one command; broken in front of options only."""
    lines = [""]
    for part in re.split(r" (?=--\w|&&)", example):
        if lines[-1] and len(lines[-1]) + len(part) > LINE:
            lines[-1] += " \\"
            lines.append(f"  {part}")
        else:
            lines[-1] = f"{lines[-1]} {part}" if lines[-1] else part
    return lines


def _foot(example: str, formatter: click.HelpFormatter) -> None:
    if example:
        with formatter.section("Example"):
            for line in broken(example):
                formatter.write(f"  {line}\n")
    with formatter.section("Exit codes"):
        formatter.write_dl(EXIT_CODES)


class Group(Helped, click.Group):
    """A group whose verbs are imported only when called: name -> (module, attribute, sentence)."""

    def __init__(
        self, name: str, verbs: dict[str, tuple[str, str, str]], *, example: str = "", **kwargs: Any
    ) -> None:
        super().__init__(name, **kwargs)
        self.verbs = verbs
        self.example = example
        self.params += common_options()

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of the story."""
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports a verb."""
        if cmd_name not in self.verbs:
            return None
        module, attribute, _ = self.verbs[cmd_name]
        command: click.Command = getattr(importlib.import_module(f"vendorrisk.app.cli.{module}"), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that was asked for, or a near one to suggest."""
        if args and args[0] not in self.verbs and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.verbs, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else " Try --help."
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line per verb, without importing any."""
        shown = {name: told for name, (_, _, told) in self.verbs.items() if not name.startswith("_")}
        with formatter.section("Commands"):
            formatter.write_dl(list(shown.items()))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """An example and the exit codes, at the foot of the help."""
        _foot(self.example, formatter)
