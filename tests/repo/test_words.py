"""Words and code agree: no sentence without a text, no text without a use, no fact that is not given."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import string
import typing
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.support.sentences import EN, ROOT, texts
from vendorrisk.domain.diligence.inherent import FACTORS
from vendorrisk.usecases import actions
from vendorrisk.usecases import typed as typed_fields
from vendorrisk.usecases.editing import EDITED, label_of
from vendorrisk.usecases.workspace.settings import NAMES

KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z0-9_-]+)+")
HOLE = "\0"
FILES = {".csv", ".db", ".html", ".json", ".md", ".pdf", ".txt", ".vendorrisk", ".xlsx", ".yaml"}
FOR_LATER = ("notice.rule.",)  # the rule behind a counted day, which the window explains


@dataclass(frozen=True)
class Spoken:
    """One place in the code that names a text: its key, or a pattern of keys, and the facts it gives."""

    where: str
    key: str | None
    pattern: str | None
    facts: frozenset[str] | None


@dataclass(frozen=True)
class Heard:
    """What of one module may name a text: calls, constants that look like keys, and patterns of keys."""

    spoken: tuple[Spoken, ...]
    constants: frozenset[str]
    patterns: frozenset[str]


@cache
def modules() -> dict[str, Heard]:
    """Every module is read and walked once, and only what was found is kept."""
    paths = sorted((ROOT / "vendorrisk").rglob("*.py"))
    return {name: _heard(name, path) for path in paths for name in [path.relative_to(ROOT).as_posix()]}


def _heard(name: str, path: Path) -> Heard:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    calls = [one for one in nodes if isinstance(one, ast.Call) and _names_a_text(one)]
    return Heard(
        spoken=tuple(found for call in calls for found in _of_call(f"{name}:{call.lineno}", call)),
        constants=frozenset(_whole_constants(nodes)),
        patterns=frozenset(_patterns(nodes)),
    )


@cache
def spoken() -> tuple[Spoken, ...]:
    return tuple(found for one in modules().values() for found in one.spoken)


def _names_a_text(call: ast.Call) -> bool:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    return name == "msg" and bool(call.args)


def _of_call(where: str, call: ast.Call) -> list[Spoken]:
    given = {one.arg for one in call.keywords}
    facts = None if None in given else frozenset(filter(None, given))
    first = call.args[0]
    chosen = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    return [Spoken(where, *_key_of(one), facts) for one in chosen]


def _key_of(node: ast.expr) -> tuple[str | None, str | None]:
    if isinstance(node, ast.Constant):
        return str(node.value), None
    return None, _pattern(node)


def _pattern(node: ast.expr) -> str | None:
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else HOLE for part in node.values]
        return "".join(map(str, parts))
    if isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
        return f"{node.left.value}{HOLE}"
    return None


@cache
def vocabularies() -> dict[str, type[StrEnum]]:
    found: dict[str, type[StrEnum]] = {}
    for package in ("domain", "usecases", "store"):
        root = importlib.import_module(f"vendorrisk.{package}")
        for info in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            if ".versions" in info.name or info.name.endswith("migrations.env"):
                continue
            module = importlib.import_module(info.name)
            found |= {
                name: thing
                for name, thing in vars(module).items()
                if isinstance(thing, type) and issubclass(thing, StrEnum) and thing.__module__ == info.name
            }
    return found


def families() -> dict[str, set[str]]:
    """The families of keys that the code builds and that can be counted here; rooms count their own."""
    for info in pkgutil.walk_packages(
        importlib.import_module("vendorrisk.usecases").__path__, "vendorrisk.usecases."
    ):
        importlib.import_module(info.name)
    tables = importlib.import_module("vendorrisk.store.tables")
    return {
        "actions": {f"action.{key}" for key in actions.REGISTRY},
        "walls": {f"wall.{one}" for one in actions.Wall if one is not actions.Wall.BEGUN},
        "log": {"log.undo", "log.redo"},
        "kinds": {f"kind.{name}" for name in tables.KINDS},
        "months": {f"month.{number}" for number in range(1, 13)},
        "factors": {f"factor.{name}" for name in FACTORS},
        "fields": {label_of(kind, name).key for kind in EDITED for name in typed_fields.fields_of(kind)},
        "settings": {f"field.setting.{name}" for name in NAMES},
        "words": {f"{name}.{one.value}" for name in spoken_words() for one in vocabularies()[name]},
    }


def spoken_words() -> set[str]:
    """Vocabularies that people read: those of stored records, and those of which one word has a text."""
    tables = importlib.import_module("vendorrisk.store.tables")
    hints = [hint for kind in tables.KINDS.values() for hint in typing.get_type_hints(kind).values()]
    stored = {
        one.__name__ for hint in hints for one in (hint, *typing.get_args(hint)) if isinstance(one, type)
    }
    named = {key.split(".")[0] for key in texts()}
    return {name for name in vocabularies() if name in stored | named}


def test_every_key_in_the_code_has_a_text():
    missing = {(one.where, one.key) for one in spoken() if one.key and one.key not in texts()}
    assert missing == set()


@pytest.mark.parametrize("family", families())
def test_every_key_of_a_family_has_a_text(family):
    assert sorted(families()[family] - set(texts())) == []


def test_every_pattern_of_keys_finds_a_text():
    patterns = {(one.where, one.pattern) for one in spoken() if one.pattern and one.pattern != HOLE}
    lost = {
        (where, pattern.replace(HOLE, "*"))
        for where, pattern in patterns
        if not any(_expression(pattern).fullmatch(key) for key in texts())
    }
    assert lost == set()


def test_every_constant_that_reads_like_a_key_has_a_text():
    """Keys also reach a message through a variable or a helper; names of schemas are no keys."""
    rooms = {key.split(".")[0] for key in texts()}
    found = {
        (name, constant)
        for name, heard in modules().items()
        if not name.startswith(("vendorrisk/app/cli/", "vendorrisk/ui/"))
        for constant in heard.constants
        if constant.split(".")[0] in rooms and Path(constant).suffix not in FILES
    }
    prefixes = tuple(texts())
    lost = {
        (name, one)
        for name, one in found
        if one not in texts() and not any(key.startswith(f"{one}.") for key in prefixes)
    }
    assert lost == set()


def _whole_constants(nodes: list[ast.AST]) -> set[str]:
    """Constants that look like keys and are no part of a longer text and no action's key."""
    parts = {
        id(part)
        for node in nodes
        for part in (node.values if isinstance(node, ast.JoinedStr) else _action_key(node))
    }
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in parts
        and KEY.fullmatch(node.value)
    }


def _action_key(node: ast.AST) -> list[ast.expr]:
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "action"
    return node.args[:1] if called else []


def test_every_text_is_used():
    constants = set().union(*(one.constants for one in modules().values()))
    counted = constants.union(*families().values(), {one.key for one in spoken()})
    stems = tuple(f"{one}." for one in constants)
    built = [_expression(found) for found in set().union(*(one.patterns for one in modules().values()))]
    unused = {
        key
        for key in texts()
        if key not in counted
        and not key.startswith((*stems, *FOR_LATER))
        and not any(one.fullmatch(key) for one in built)
    }
    assert sorted(unused) == []


def _patterns(nodes: list[ast.AST]) -> set[str]:
    found = {_pattern(node) for node in nodes if isinstance(node, ast.JoinedStr | ast.BinOp)}
    return {one for one in found if one and re.match(r"[A-Za-z_]+\.", one)}


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9_.-]+".join(re.escape(part) for part in pattern.split(HOLE)))


def test_every_fact_that_a_text_names_is_given():
    lacking = {
        (one.where, one.key, tuple(sorted(_placeholders(texts()[one.key]) - one.facts)))
        for one in spoken()
        if one.key in texts() and one.facts is not None and _placeholders(texts()[one.key]) - one.facts
    }
    assert lacking == set()


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_placeholders_are_plain_names():
    odd = {key: text for key, text in texts().items() if not all(map(str.isidentifier, _placeholders(text)))}
    assert odd == {}


def test_no_key_stands_twice():
    ids: list[str] = []
    for path in sorted(EN.glob("*.po")):
        ids += re.findall(r'^msgid "(.+)"$', path.read_text("utf-8"), re.MULTILINE)
    assert sorted({one for one in ids if ids.count(one) > 1}) == []


def test_the_compiled_catalogue_is_current():
    with (ROOT / "packaging" / "catalogue.py").open("rb") as script:
        namespace: dict = {"__name__": "catalogue", "__file__": script.name}
        exec(compile(script.read(), script.name, "exec"), namespace)
    current = (EN / "vendorrisk.mo").read_bytes() == namespace["merged"](EN)  # bytes are no use in a report
    assert current, "run packaging/catalogue.py"


@pytest.mark.parametrize("path", sorted(EN.glob("*.po")), ids=lambda path: path.stem)
def test_texts_are_finished_sentences_of_plain_typography(path: Path):
    with path.open("rb") as file:
        entries = [one for one in read_po(file, abort_invalid=True) if one.id]
    assert [one.id for one in entries if one.fuzzy or not one.string.strip()] == []
    assert [one.id for one in entries if one.string != one.string.strip() and "\n" not in one.string] == []
    assert [one.id for one in entries if re.search(r"\u2014| [,:;]|\.\.\.", one.string)] == []
