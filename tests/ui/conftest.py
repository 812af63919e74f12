"""Fixtures of the window's tests: no display is needed, and each test gets the theme it asks for."""

from __future__ import annotations

import gc
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from vendorrisk.ui.widgets.theme import Scheme, Theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="module", autouse=True)
def what_outlives_a_module_is_kept_out_of_the_collection():
    """Modules and fixtures of the whole run are never rubbish; looking through them takes half a second."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def rubbish_is_collected_between_tests():
    """A window whose last name went out of use must not be collected while it is being painted.

    What a test made is the youngest generation, since nothing was collected meanwhile.
    """
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(0)
    gc.enable()


@pytest.fixture(scope="session")
def whole_theme(qapp) -> Theme:
    """The one theme of the program; it lives as long as the application object."""
    theme = Theme(RESOURCES)
    theme.apply(qapp, Scheme.LIGHT)
    qapp.setCursorFlashTime(0)
    yield theme
    qapp.clipboard().clear()  # offscreen, Qt deletes what was copied last after Python has gone, and crashes


@pytest.fixture
def theme(whole_theme: Theme, qapp, monkeypatch) -> Theme:
    """The light look at ordinary text size, put back afterwards whatever the test did to it.

    It is the one in force, also after a story that brought the whole program with a look of its own.
    """
    monkeypatch.setattr("vendorrisk.ui.widgets.theme._current", whole_theme)
    yield whole_theme
    whole_theme.set_text_size(100)
    whole_theme.apply(qapp, Scheme.LIGHT)
