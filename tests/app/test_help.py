"""--help of every verb: one sentence, an example that parses, options, exit codes; narrow, and without Qt."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import click
import pytest

from tests.support.sentences import texts
from tests.support.verbs import command_at, paths_below
from vendorrisk.app.cli import ROOT
from vendorrisk.app.cli.session import Session
from vendorrisk.app.cli.verb import EXIT_CODES, Group, broken
from vendorrisk.domain.decision.dossier import Attested
from vendorrisk.domain.decision.events import Trigger
from vendorrisk.domain.diligence.acceptance import DpoOpinion
from vendorrisk.domain.notice import customer_file
from vendorrisk.domain.register.records import Stage

COLUMNS = 100
SLOW = {
    "PySide6", "sqlalchemy", "alembic", "openpyxl", "reportlab", "holidays", "rapidfuzz", "babel", "jinja2",
    "cryptography", "argon2", "keyring", "pypdf", "sqlcipher3",
}  # fmt: skip


ALL = list(paths_below())
LEAVES = [path for path in ALL if not isinstance(command_at(path), Group)]


def each(paths):
    return pytest.mark.parametrize("path", paths, ids=lambda path: " ".join(path) or "vendorrisk")


@each(ALL)
def test_help_is_complete_and_narrow(bare, path):
    answer = bare(*path, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert max(map(len, answer.out.splitlines())) < COLUMNS
    for line in broken(command_at(path).example):
        assert line.strip() in answer.out
    for part in ("Usage: ", "Options:", "--json", "--today", "-w, --workspace", "Example:", "Exit codes:"):
        assert part in answer.out
    assert [code for code, _ in EXIT_CODES if f"\n  {code.ljust(3)}  " not in answer.out] == []


@each(LEAVES)
def test_help_says_what_the_verb_does_in_one_sentence(path):
    told = " ".join((command_at(path).help or "").split())
    assert told.endswith(".")
    assert ". " not in told


@each(ALL)
def test_every_own_option_says_what_it_is_for(path):
    silent = [one.name for one in command_at(path).params if isinstance(one, click.Option) and not one.help]
    assert silent == []


def test_help_names_every_column_that_customers_can_have(bare):
    told = " ".join(bare("import", "customers", "--help").out.split())
    named = told.partition("COLUMNS: ")[2].partition(";")[0]
    assert named.split(", ") == list(customer_file.COLUMNS)


def test_help_of_moving_names_every_word_and_what_is_taken_where_nothing_is_said(bare):
    told = " ".join(bare("engagement", "move", "--help").out.split())
    for words in (Stage, Trigger, DpoOpinion, Attested):
        assert ", ".join(one.value.lower() for one in words) in told
    for sentence in (
        "The day of that opinion; today by default.",
        "What calls for a reassessment before its time.",
        "An authority ordered the suspension.",
        "Who decides; you, if nobody is named.",
    ):
        assert sentence in told


@each(ALL)
def test_the_example_is_a_call_of_that_verb(bare, path):
    words = shlex.split(" ".join(line.removesuffix("\\") for line in broken(command_at(path).example)))
    calls = " ".join("\0" if one == "&&" else shlex.quote(one) for one in words).split("\0")
    parsed = [_parsed(shlex.split(call), bare) for call in calls]
    assert any(one[: len(path)] == path for one in parsed)


def _parsed(words, bare):
    """The verb that a command line leads to; parsing it raises a usage error where it is wrong."""
    assert words[0] == "vendorrisk"
    session = Session(outside=bare.outside())
    context = ROOT.make_context("vendorrisk", words[1:], obj=session)
    path, rest, command = [], [*context._protected_args, *context.args], ROOT
    while isinstance(command, Group):
        name, command, rest = command.resolve_command(context, rest)
        path.append(name)
        context = command.make_context(name, list(rest), parent=context)
        rest = [*context._protected_args, *context.args]
    return tuple(path)


def test_help_of_all_verbs_imports_no_qt_and_nothing_slow():
    """One process for all: what any of them imports is still there at the end."""
    script = (
        "import sys\n"
        "from vendorrisk.app.cli import run\n"
        "from vendorrisk.app.cli.session import Session\n"
        f"codes = [run([*path, '--help'], Session()) for path in {ALL!r}]\n"
        f"print(set(codes), sorted({SLOW!r} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "{0} []\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["vendr", "list"], "vendor"),
        (["vendor", "lst"], "list"),
        (["workspace", "backp"], "backup"),
        (["vendor", "list", "--jsn"], "--json"),
    ],
)
def test_a_wrong_word_suggests_a_near_one(bare, typed, meant):
    answer = bare(*typed)
    assert (answer.code, answer.out) == (2, "")
    assert meant in answer.err.split("Error: ")[1]


def test_a_word_like_no_other_points_to_the_help(bare):
    answer = bare("xyzzy")
    assert answer.code == 2
    assert "There is no command 'xyzzy'. Try --help." in answer.err


def test_without_a_verb_the_help_is_shown(bare):
    answer = bare()
    assert (answer.code, answer.out) == (0, bare("--help").out)


def test_hidden_verbs_are_not_listed(bare):
    assert "_verify" not in bare("--help").out


def test_the_version_is_told(bare):
    answer = bare("--version")
    assert answer.code == 0
    assert answer.out.startswith("vendorrisk, version 0.")


PAGE = re.compile(r"\b(vendor|customer|change)('s)? page\b")
"""A page of the window, by its name."""
VERB = re.compile(r"on the command line: ([a-z][a-z -]*)\)")


def test_a_remedy_that_names_a_page_of_the_window_names_a_verb_too():
    remedies = {key: said for key, said in texts().items() if key.endswith(".remedy")}
    lost = [key for key, said in remedies.items() if PAGE.search(said) and not VERB.search(said)]
    assert lost == []
    verbs = {named for said in remedies.values() for named in VERB.findall(said)}
    assert "engagement move" in verbs
    assert verbs - {" ".join(path) for path in LEAVES} == set()
