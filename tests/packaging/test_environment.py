"""When .venv is used as it is, brought up to date, or made anew."""

from __future__ import annotations

import shutil

import bootstrap
import pytest

NOT_INSTALLED = (
    "The packages cannot be installed. Mend what it names, such as the network or the disk space, and run"
    " this again; all it said is in {}."
)
MAKE = "/usr/bin/python3 -m venv ~/.venv"


@pytest.fixture
def here(computer, voice):
    """A computer on which ./start ran once."""
    machine = computer()
    assert bootstrap.start(["vendor", "list"], machine, voice) == 0
    machine.typed.clear()
    return machine


def again(machine, voice) -> list[str]:
    """Start once more and tell what set-up did: nothing, filled, or made and filled."""
    machine.became = []
    assert bootstrap.start(["vendor", "list"], machine, voice) == 0
    assert machine.became
    return ["made" if line == MAKE else "filled" for line in machine.typed]


def test_a_new_lock_file_is_installed_into_the_environment_that_stands(here, voice):
    (here.checkout / "packaging" / "requirements.txt").write_text("click==9\n", encoding="utf-8")
    assert again(here, voice) == ["filled"]


def test_a_lost_python_is_noticed(here, voice):
    here.python.unlink()
    assert again(here, voice) == ["made", "filled"]


def test_another_python_in_its_place_is_noticed(here, voice):
    (here.folder / "pyvenv.cfg").write_text("version = 3.13.0\n", encoding="utf-8")
    assert again(here, voice) == ["made", "filled"]


def test_lost_packages_are_noticed(here, voice):
    shutil.rmtree(here.folder / "lib")
    assert again(here, voice) == ["made", "filled"]


def test_a_moved_checkout_is_noticed(here, voice, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "moved"
    here.checkout.rename(elsewhere)
    here.checkout = elsewhere
    assert again(here, voice) == ["made", "filled"]


@pytest.mark.parametrize("record", ["", "[]", "{"])
def test_an_unreadable_record_counts_as_interrupted(here, voice, record):
    (here.folder / "vendorrisk-setup.json").write_text(record, encoding="utf-8")
    assert again(here, voice) == ["made", "filled"]


def test_what_an_interrupted_set_up_left_is_removed(computer, voice):
    machine = computer()
    machine.follow = interrupted
    assert bootstrap.start(["vendor", "list"], machine, voice) == 130
    assert voice.said[-1] == "Interrupted; the next run begins the set-up anew."
    (machine.folder / "bin").mkdir()
    (machine.folder / "bin" / "half").write_text("half", encoding="utf-8")
    del machine.follow
    assert again(machine, voice) == ["made", "filled"]
    assert not (machine.folder / "bin" / "half").exists()


def interrupted(argv, env, hear, *, holding=-1) -> int:
    raise KeyboardInterrupt


def test_a_package_that_cannot_be_installed_is_named_with_the_remedy(computer, voice):
    machine = computer(fails=("pip install",))
    assert bootstrap.start(["vendor", "list"], machine, voice) == 1
    log = machine.folder / "vendorrisk-setup.log"
    assert voice.said[-2:] == ["    ERROR: pip install did not work", NOT_INSTALLED.format(log)]
    assert machine.became == []
    assert again(machine, voice)[-2:] == ["made", "filled"]


def test_an_environment_made_by_someone_else_is_kept_and_filled(computer, voice):
    machine = computer(works=("pip",))
    machine.make_environment()
    own = machine.folder / "bin" / "my-tool"
    own.write_text("mine", encoding="utf-8")
    assert again(machine, voice) == ["filled"]
    assert own.read_text(encoding="utf-8") == "mine"


def test_an_environment_made_by_someone_else_without_pip_is_made_anew(computer, voice):
    machine = computer()
    machine.make_environment()
    assert again(machine, voice) == ["made", "filled"]


def test_pip_is_not_led_astray_by_a_setting_for_the_user(computer, voice):
    machine = computer(env={"PIP_USER": "1", "PIP_INDEX_URL": "kept"})
    seen = {}
    machine.follow = lambda argv, env, hear, **_: seen.update(env) or machine.make_environment() or 0
    bootstrap.start(["vendor", "list"], machine, voice)
    assert (seen["PIP_USER"], seen["PIP_INDEX_URL"]) == ("0", "kept")


def test_the_checkout_is_importable_from_everywhere(here):
    path_file = here.folder / "lib/python3.11/site-packages/vendorrisk-checkout.pth"
    assert path_file.read_text(encoding="utf-8") == f"{here.checkout}\n"


def test_a_folder_that_cannot_be_written_is_named(computer, voice):
    machine = computer()
    machine.folder.write_text("a file in the way", encoding="utf-8")
    assert bootstrap.start(["vendor", "list"], machine, voice) == 1
    assert voice.said[-1].startswith(f"Set-up cannot write to {machine.folder}: ")
