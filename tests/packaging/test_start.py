"""What ./start does on computers of many kinds, and what it says there."""

from __future__ import annotations

import bootstrap
import pytest
from voice import Voice

from tests.packaging.computers import ALL_LIBRARIES, DEBIAN

PIP = (
    "~/.venv/bin/python -P -m pip install --require-hashes --no-deps --only-binary :all: --no-input"
    " --disable-pip-version-check --progress-bar off --requirement ~/packaging/requirements.txt"
)
INSTALLING = "Installing the pinned packages; each is checked by its hash. This is done once."
APT = "apt-get install --no-install-recommends -y "
WAITING_APT = APT + "-o DPkg::Lock::Timeout=120 "
TYPE_THIS = "Some system packages are missing; type this and run it again: "
LIST = ["~/.venv/bin/python", "-P", "-m", "vendorrisk", "vendor", "list"]


def test_the_first_start_makes_the_environment_and_goes_on(computer, voice):
    here = computer()
    assert bootstrap.start(["vendor", "list"], here, voice) == 0
    assert here.typed == ["/usr/bin/python3 -m venv ~/.venv", PIP]
    assert here.became == LIST
    assert voice.said == [f"Making {here.folder} with Python 3.11.", INSTALLING, "Done."]


def test_set_up_leaves_stdout_to_the_program(capsys):
    own = Voice()
    own.say("Making the environment.")
    own.mention("47 of 60")
    assert capsys.readouterr() == ("", "Making the environment.\n")


def test_the_second_start_does_nothing_but_start(computer, voice):
    here = computer()
    bootstrap.start(["vendor", "list"], here, voice)
    said, typed = voice.said, list(here.typed)
    assert bootstrap.start(["vendor", "list"], here, voice) == 0
    assert (voice.said, here.typed, here.became) == (said, typed, LIST)


def test_without_arguments_the_window_opens(computer, voice):
    here = computer()
    bootstrap.start([], here, voice)
    assert here.became == ["~/.venv/bin/python", "-P", "-m", "vendorrisk", "gui"]


def test_an_ordinary_user_of_a_bare_debian_is_told_one_command_and_nothing_is_made(computer, voice):
    here = computer(modules=("venv",), lacks=("libEGL.so.1",))
    assert bootstrap.start([], here, voice) == 1
    assert voice.said == [TYPE_THIS + "sudo " + APT + "python3.11-venv libegl1"]
    assert not here.folder.exists()


def test_without_sudo_the_command_asks_for_the_administrator(computer, voice):
    here = computer(modules=(), programs=("apt-get",))
    bootstrap.start(["--version"], here, voice)
    assert voice.said == [TYPE_THIS + f"su -c '{APT}python3.11-venv'"]


def test_where_the_package_lists_are_absent_the_command_fetches_them_first(computer, voice):
    here = computer(modules=(), package_names="python3.11")
    bootstrap.start(["--version"], here, voice)
    assert voice.said == [TYPE_THIS + f"sudo apt-get update && sudo {APT}python3.11-venv"]


def test_packages_renamed_for_64_bit_time_are_asked_for_by_their_new_names(computer, voice):
    names = "libglib2.0-0t64\nlibegl1\n"
    here = computer(lacks=("libglib-2.0.so.0", "libEGL.so.1"), package_names=names)
    bootstrap.start([], here, voice)
    assert voice.said == [TYPE_THIS + f"sudo {APT}libglib2.0-0t64 libegl1"]


def test_root_installs_what_is_missing_without_asking(computer, voice):
    here = computer(root=True, modules=("venv",), lacks=("libEGL.so.1",))
    assert bootstrap.start([], here, voice) == 0
    assert here.typed[0] == WAITING_APT + "python3.11-venv libegl1"
    assert voice.said[0] == "Installing system packages: python3.11-venv, libegl1."
    assert here.became[-1] == "gui"


def test_root_fetches_the_package_lists_when_they_are_old(computer, voice):
    here = computer(root=True, modules=(), fails=("apt-get install",))
    assert bootstrap.start(["--version"], here, voice) == 0
    install = WAITING_APT + "python3.11-venv"
    assert here.typed[:3] == [install, "apt-get update", install]


def test_root_learns_why_a_package_could_not_be_installed(computer, voice):
    here = computer(root=True, modules=(), fails=("apt-get install", "apt-get install"))
    assert bootstrap.start(["--version"], here, voice) == 1
    assert voice.said == [
        "Installing system packages: python3.11-venv.",
        "    ERROR: apt-get install did not work",
        TYPE_THIS + APT + "python3.11-venv",
    ]


def test_a_linux_without_apt_names_the_libraries(computer, voice):
    here = computer(programs=(), lacks=("libEGL.so.1", "libGL.so.1"))
    assert bootstrap.start([], here, voice) == 1
    assert voice.said == [
        "This system lacks libGL.so.1, libEGL.so.1; add what is missing from its packages and run this again."
    ]


@pytest.mark.parametrize(
    "args",
    [
        ["vendor", "list"], ["--help"], ["gui", "--help"], ["--json", "vendor", "show", "gui"],
        ["-w", "gui", "vendor", "list"], ["--today", "2026-12-01", "tour", "--out", "x"],
    ],
)  # fmt: skip
def test_missing_qt_libraries_stop_no_other_verb(computer, voice, args):
    here = computer(lacks=ALL_LIBRARIES)
    assert bootstrap.start(args, here, voice) == 0
    assert here.became == [*LIST[:4], *args]


@pytest.mark.parametrize("args", [[], ["gui"], ["-w", "books", "gui"], ["--quiet", "gui"]])
def test_missing_qt_libraries_stop_the_window(computer, voice, args):
    here = computer(lacks=ALL_LIBRARIES)
    assert bootstrap.start(args, here, voice) == 1
    assert here.became == []


def test_without_a_display_the_tour_runs_and_its_folder_is_named(computer, voice, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    here = computer(env={"LANG": "C.UTF-8"}, lacks=ALL_LIBRARIES)
    assert bootstrap.start([], here, voice) == 0
    assert here.became == [*LIST[:4], "tour", "--out", "tour"]
    assert voice.said[0] == "There is no display here, so the window cannot open; the tour runs instead."
    assert voice.said[-1] == f"The results are in {tmp_path / 'tour'}; open index.html there."


def test_a_tour_that_failed_promises_no_results(computer, voice):
    here = computer(env={}, fails=("call",))
    assert bootstrap.start([], here, voice) == 3
    assert voice.said[-1] == "Done."


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_kind_of_display_will_do(computer, voice, name):
    here = computer(env={name: "x"})
    bootstrap.start([], here, voice)
    assert here.became[-1] == "gui"


def test_macos_needs_no_system_packages_and_always_has_a_display(computer, voice):
    here = computer(system="macOS", programs=(), lacks=ALL_LIBRARIES, env={})
    assert bootstrap.start([], here, voice) == 0
    assert here.became == [*LIST[:4], "gui"]
    assert here.became_env == {}


def test_windows_keeps_its_python_elsewhere(computer, voice):
    here = computer(system="Windows", programs=(), lacks=ALL_LIBRARIES, env={})
    assert bootstrap.start([], here, voice) == 0
    assert here.became == ["~/.venv/Scripts/python.exe", "-P", "-m", "vendorrisk", "gui"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"LANG": "C.UTF-8"}),
        ({"LANG": "C", "LC_ALL": "POSIX"}, {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}),
        ({"LANG": "hr_HR.UTF-8"}, {"LANG": "hr_HR.UTF-8"}),
    ],
)
def test_a_linux_without_a_language_gets_unicode(computer, voice, before, after):
    here = computer(env=before)
    bootstrap.start(["vendor", "list"], here, voice)
    assert here.became_env == after


def test_debian_is_asked_for_nothing_that_it_has(computer, voice):
    here = computer(programs=DEBIAN)
    assert bootstrap.start([], here, voice) == 0
    assert not any("apt-get" in line for line in here.typed)


def test_set_up_knows_the_options_that_take_a_value_before_the_verb():
    from vendorrisk.app.cli.verb import common_options

    taking = [option for option in common_options() if not option.is_flag]
    assert {name for option in taking for name in option.opts} == bootstrap.TAKE_VALUE
