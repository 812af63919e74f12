"""What ./check brings before it runs."""

from __future__ import annotations

import bootstrap

CHECKS = ["~/.venv/bin/python", "~/packaging/checks.py"]
APT = "apt-get install --no-install-recommends -y "
TYPE_THIS = "Some system packages are missing; type this and run it again: "
X = ("apt-get", "sudo")


def test_it_installs_the_development_lock_and_passes_its_arguments_on(computer, voice):
    here = computer()
    assert bootstrap.check(["-k", "notice"], here, voice) == 0
    assert here.typed[-1].endswith("--requirement ~/packaging/requirements-dev.txt")
    assert here.became == [*CHECKS, "-k", "notice"]


def test_the_program_needs_no_further_set_up_after_it(computer, voice):
    here = computer()
    bootstrap.check([], here, voice)
    here.typed.clear()
    bootstrap.start(["vendor", "list"], here, voice)
    assert here.typed == []


def test_it_adds_to_what_the_program_set_up(computer, voice):
    here = computer()
    bootstrap.start(["vendor", "list"], here, voice)
    here.typed.clear()
    bootstrap.check([], here, voice)
    assert [line.rpartition("/")[2] for line in here.typed] == ["requirements-dev.txt"]


def test_without_the_x_programs_it_says_what_to_type_and_goes_on(computer, voice):
    here = computer(programs=X)
    assert bootstrap.check([], here, voice) == 0
    assert voice.said[0] == f"{TYPE_THIS}sudo {APT}xvfb openbox xdotool"
    assert here.became == CHECKS


def test_without_qt_libraries_it_asks_for_everything_at_once_and_stops(computer, voice):
    here = computer(programs=X, modules=(), lacks=("libEGL.so.1",))
    assert bootstrap.check([], here, voice) == 1
    assert voice.said == [
        f"{TYPE_THIS}sudo {APT}python3.11-venv libegl1 xvfb openbox xdotool",
    ]


def test_root_gets_the_x_programs(computer, voice):
    here = computer(programs=X, root=True)
    assert bootstrap.check([], here, voice) == 0
    assert here.typed[0] == APT + "-o DPkg::Lock::Timeout=120 xvfb openbox xdotool"


def test_root_without_a_network_goes_on_without_the_x_programs(computer, voice):
    here = computer(programs=X, root=True, fails=("apt-get install", "apt-get install"))
    assert bootstrap.check([], here, voice) == 0
    assert voice.said[2] == f"{TYPE_THIS}{APT}xvfb openbox xdotool"
    assert here.became == CHECKS


def test_macos_has_no_tests_on_a_display_of_their_own(computer, voice):
    here = computer(system="macOS", programs=())
    assert bootstrap.check([], here, voice) == 0
    assert here.became == CHECKS
