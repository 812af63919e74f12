"""What an old or a future Python does: hand over to one that fits, or say how to get one."""

from __future__ import annotations

import ast
from pathlib import Path

import bootstrap
import pytest
from find_python import FITS

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
BOOTSTRAP = (
    "bootstrap", "machine", "voice", "environment", "make_environment", "setup_lock", "find_python",
    "system_packages",
)  # fmt: skip
SENTENCE = "vendorrisk needs Python 3.11 to 3.14, and this is Python 3.9; "


def start(machine, voice) -> int:
    try:
        return bootstrap.start(["vendor", "list"], machine, voice)
    except SystemExit as end:
        return end.code


def test_an_old_python_hands_over_to_the_newest_that_fits_and_starts(computer, voice):
    here = computer(version=(3, 9), programs=("python3.13", "python3.12", "python3.11"))
    here.works = ("/usr/bin/python3.12", "/usr/bin/python3.11")  # 3.13 is a name that only complains
    assert start(here, voice) == 0
    assert here.became == ["/usr/bin/python3.12", "./start", "vendor", "list"]
    assert voice.said == []


def test_a_python_from_the_future_hands_over_too(computer, voice):
    here = computer(version=(3, 15), programs=("python3.11",), works=("/usr/bin/python3.11",))
    start(here, voice)
    assert here.became[0] == "/usr/bin/python3.11"


def test_windows_asks_its_launcher(computer, voice):
    here = computer(system="Windows", version=(3, 9), programs=("py",), works=("/usr/bin/py -3.12",))
    start(here, voice)
    assert here.became == ["/usr/bin/py", "-3.12", "./start", "vendor", "list"]


def test_where_there_is_none_one_sentence_says_what_to_do(computer, voice):
    here = computer(system="macOS", version=(3, 9), programs=())
    assert start(here, voice) == 1
    assert voice.said == [
        SENTENCE + "install one from python.org or your system's packages, and run this again."
    ]


def test_where_apt_has_one_the_sentence_says_what_to_type(computer, voice):
    here = computer(version=(3, 9))
    assert start(here, voice) == 1
    command = "sudo apt-get install --no-install-recommends -y python3.11 python3.11-venv"
    assert voice.said == [SENTENCE + "type this and run it again: " + command]


def test_root_gets_one_from_apt(computer, voice):
    here = computer(version=(3, 9), root=True, programs=("apt-get", "python3.11"))
    here.follow = lambda argv, env, hear, **_: setattr(here, "works", ("/usr/bin/python3.11",)) or 0
    assert start(here, voice) == 0
    assert voice.said == [SENTENCE + "installing python3.11."]
    assert here.became[0] == "/usr/bin/python3.11"


def test_a_ready_environment_is_used_whatever_python_asks(computer, voice):
    here = computer()
    bootstrap.start(["vendor", "list"], here, voice)
    here.version = (3, 9)
    assert start(here, voice) == 0
    assert here.became[0] == "~/.venv/bin/python"


@pytest.mark.parametrize("name", BOOTSTRAP)
def test_an_old_python_can_read_set_up(name):
    source = (PACKAGING / f"{name}.py").read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 8))


@pytest.mark.parametrize("name", ["start", "check"])
def test_an_old_python_can_read_the_commands(name):
    assert ast.parse((PACKAGING.parent / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_set_up_imports_nothing_but_the_standard_library_and_itself():
    import sys

    trees = [ast.parse((PACKAGING / f"{name}.py").read_text(encoding="utf-8")) for name in BOOTSTRAP]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    plain = {
        alias.name.partition(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names
    }
    chosen = {node.module.partition(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}
    assert (plain | chosen) - sys.stdlib_module_names <= {*BOOTSTRAP}


@pytest.mark.parametrize(
    ("version", "code"), [((3, 10), True), ((3, 11), False), ((3, 14), False), ((3, 15), True)]
)
def test_the_question_put_to_a_python_is_the_right_one(version, code, monkeypatch):
    import sys

    monkeypatch.setattr(sys, "version_info", (*version, 0, "final", 0))
    with pytest.raises(SystemExit) as end:
        exec(FITS, {})
    assert end.value.code is code
