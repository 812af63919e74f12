"""The whole look: measured against the plan, cut nowhere, named everywhere, in any language and size."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QSpinBox,
    QWidget,
)

from tests.support.pseudo import pseudo
from tests.ui.looking import bare, cut, unnamed
from tests.ui.sights import frame
from vendorrisk.ui.widgets import words
from vendorrisk.ui.widgets.photograph import photograph
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.ui.widgets.tokens import DARK, LIGHT

PAGES = ("home", "vendor", "change", "controls")
SOURCES = sorted((Path(__file__).resolve().parents[3] / "vendorrisk" / "ui" / "widgets").glob("*.py"))


@pytest.fixture
def language():
    yield words.install_translator
    words.install_translator(None)


@pytest.fixture
def shown(theme, qtbot):
    def make(page):
        window = frame()
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.go(page)
        window.show()
        QApplication.processEvents()
        return window

    return make


def runs(image, *, row=None, column=None):
    """Returns the stretches of equal colour along a row or column, as (first, length, colour)."""
    length = image.width() if row is not None else image.height()
    found = []
    for place in range(length):
        colour = (
            (image.pixelColor(place, row) if row is not None else image.pixelColor(column, place))
            .name()
            .upper()
        )
        if found and found[-1][2] == colour:
            found[-1] = (found[-1][0], found[-1][1] + 1, colour)
        else:
            found.append((place, 1, colour))
    return found


@pytest.mark.parametrize(("scheme", "tokens"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_the_frame_has_the_measures_of_the_plan(shown, theme, qapp, scheme, tokens):
    window = shown("home")
    theme.apply(qapp, scheme)
    image = window.grab().toImage()
    across = runs(image, row=300)
    assert (0, 184, tokens.sidebar) in across
    assert (184, 24, tokens.window) in across
    assert (208, 1, tokens.separator) in across
    assert (1342, 24, tokens.window) in across
    down = runs(image, column=600)
    assert (31, 1, tokens.separator) in down
    assert (96, 1, tokens.separator) in down
    assert (740, 1, tokens.separator) in down
    search = runs(image, column=1200)
    assert (3, 1, tokens.control_border) in search
    assert (26, 1, tokens.control_border) in search
    assert image.pixelColor(1341, 14).name().upper() == tokens.control_border
    chosen = runs(image, column=100)
    assert (44, 32, tokens.selection) in chosen


def test_the_vendor_page_has_the_measures_of_the_plan(shown):
    image = shown("vendor").grab().toImage()
    down = runs(image, column=240)
    assert (146, 2, LIGHT.accent) in down
    assert (148, 1, LIGHT.separator) in down
    assert (164, 1, LIGHT.separator) in down


def test_the_change_page_has_the_measures_of_the_plan(shown):
    image = shown("change").grab().toImage()
    assert (157, 2, LIGHT.accent) in runs(image, column=980)
    down = runs(image, column=434)
    assert (172, 1, LIGHT.separator) in down
    assert (186, 40, LIGHT.hair) in down
    assert (239, 1, LIGHT.separator) in down


@pytest.mark.parametrize("page", PAGES)
def test_no_text_is_cut(shown, page):
    assert cut(shown(page)) == []


@pytest.mark.parametrize("page", PAGES)
def test_no_text_is_cut_in_a_language_that_is_longer_by_40_percent(shown, language, page):
    language(pseudo)
    assert cut(shown(page)) == []


@pytest.mark.parametrize("size", [80, 125, 150, 200])
def test_no_text_is_cut_in_another_size(shown, theme, size):
    window = shown("home")
    theme.set_text_size(size)
    window.resize(1366 * size // 100, 768 * size // 100)
    found = {}
    for page in PAGES:
        window.go(page)
        QApplication.processEvents()
        found[page] = cut(window)
    assert found == {page: [] for page in PAGES}


@pytest.mark.parametrize("page", PAGES)
def test_every_word_can_be_translated(shown, language, page):
    language(lambda text: "§" + text)
    window = shown(page)
    names = {
        "Carrier Norte S.A.",
        "Add Norte Cloud S.A.",
        "Example Telecom",
        "M. Horvat",
        "P. Kimura",
        "E. Lind",
    }
    bare = [
        widget.text()
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible() and widget.text()
        if "§" not in widget.text() and widget.text() not in names and type(widget).__name__ != "QCheckBox"
    ]
    facts = {text for text in bare if any(letter.isalpha() for letter in text)}
    assert facts <= {
        "Carrier Norte Serviços S.A., São Paulo",
        "Sub-processor, third party",
        "SMS termination in Latin America, used by Messaging and Verify",
        "Phone number, message text, delivery status",
        "2021-044, signed 2 May 2021, renewed each year",
        "Luísa Prado, privacidade@carriernorte.example",
        "x",
    }


@pytest.mark.parametrize("page", PAGES)
def test_whatever_takes_the_keyboard_has_a_name_for_readers(shown, page):
    assert unnamed(shown(page)) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_button_without_words_has_a_tooltip(shown, page):
    assert bare(shown(page)) == []


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_grey_copy_still_tells_the_kinds_of_a_message_apart(shown, theme, qapp, scheme):
    from vendorrisk.ui.widgets.panels import Banner

    window = shown("controls")
    theme.apply(qapp, scheme)
    marks = set()
    for banner in window.findChildren(Banner):
        image = banner._mark.grab().toImage()
        ground = image.pixelColor(0, 0).lightness()
        marks.add(
            tuple(abs(image.pixelColor(x, y).lightness() - ground) > 60 for x in range(16) for y in range(16))
        )
    assert len(marks) == 6


def test_left_edges_lie_on_the_grid_of_four(shown):
    window = shown("vendor")
    page = window.stack.currentWidget()
    edges = {child.mapTo(window, QPoint(0, 0)).x() for child in page.children() if isinstance(child, QWidget)}
    assert all(edge % 4 == 0 for edge in edges)


def test_a_photograph_is_taken_in_any_scheme_and_leaves_no_trace(shown, theme, tmp_path, qapp):
    window = shown("home")
    photograph(window, tmp_path / "dark.png", Scheme.DARK)
    assert theme.tokens is LIGHT
    from PySide6.QtGui import QImage

    assert QImage(str(tmp_path / "dark.png")).pixelColor(5, 400).name().upper() == DARK.sidebar
    with pytest.raises(OSError, match="could not be written"):
        photograph(window, tmp_path / "missing" / "x.png")


SPEAKING = {
    "setText",
    "setWindowTitle",
    "setToolTip",
    "setPlaceholderText",
    "setAccessibleName",
    "addAction",
    "addTab",
}
SPEAKERS = {
    "Label",
    "ElidingLabel",
    "QLabel",
    "QPushButton",
    "Button",
    "primary",
    "secondary",
    "link",
    "wrapping",
}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_sentence_is_given_to_a_widget_without_passing_tr(path):
    literal = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        first = node.args[0]
        if name in SPEAKING | SPEAKERS and isinstance(first, ast.Constant | ast.JoinedStr):
            value = first.value if isinstance(first, ast.Constant) else "f-string"
            if isinstance(value, str) and any(letter.isalpha() for letter in value):
                literal.append((node.lineno, value))
    assert literal == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_widget_brings_its_own_sheet_and_no_page_its_own_question(path):
    called = {
        getattr(node.func, "attr", getattr(node.func, "id", ""))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    assert "QMessageBox" not in called
    if path.stem != "theme":
        assert "setStyleSheet" not in called


@pytest.mark.parametrize("page", PAGES)
def test_the_tab_key_reaches_everything_and_comes_round_again(shown, qtbot, page):
    window = shown(page)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    stops = {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget.parent(), QComboBox | QSpinBox)
        and not unchosen(widget)
    }
    reached = set()
    for _ in range(3 * len(stops)):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert stops <= reached


def unchosen(widget):
    """A segment that is not chosen is reached with the arrow keys."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked()
