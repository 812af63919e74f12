"""Every place, tab and step of the sample, looked at in light and in dark for many things at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from tests.support.whole_window import open_sample, rest
from tests.ui.looking import bare, cut, unnamed
from tests.ui.widgets.test_tokens import contrast
from vendorrisk.domain.notice.records import Change, ChangeState, Objection, ObjectionState
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.domain.register.records import Role as SupplierRole
from vendorrisk.domain.review.quarters import quarter_of
from vendorrisk.ui.notice.letter_paper import LetterPaper
from vendorrisk.ui.review.page_preview import PagePreview
from vendorrisk.ui.widgets.buttons import Button, primary
from vendorrisk.ui.widgets.fields import Field
from vendorrisk.ui.widgets.page_head import PageHead
from vendorrisk.ui.widgets.paged_model import Role
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.ui.widgets.tokens import SPACE_3
from vendorrisk.usecases.review.quarterly import figures_of

READABLE, SEEN = 4.5, 3.0
"""The contrast of text, and of what is no text, with their ground, at least (WCAG 2.2, 1.4.3 and 1.4.11)."""
FINE = 3
"""Dots per pixel when letters are looked at: their strokes are as strong there as their colour says."""
HALF_ROW = 4
"""Pixels: controls whose middles are no further apart stand side by side."""
BOX = 24
"""Pixels: nothing but a box is that wide and high in one colour."""


# Looks: each returns what it finds wrong in the window.


def picture(widget, dots=1):
    image = QImage(widget.size() * dots, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dots)
    widget.render(image)
    return image


def colours(image):
    """How often each colour is in a picture."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return Counter(memoryview(plain.constBits()).cast("I"))


def name(colour):
    return QColor.fromRgb(colour).name()


def is_whole(widget):
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def worded(window):
    """The widgets wholly in sight that show words of their own and can be used."""
    for one in window.findChildren(QWidget):
        if is_whole(one) and one.isEnabled():
            shows = isinstance(one, QLabel | QAbstractButton) and one.text()
            typed = isinstance(one, QLineEdit) and (one.text() or one.placeholderText())
            if shows or typed or isinstance(one, QComboBox):
                yield one


def pale(window):
    """Words that do not stand out from what lies behind them, told by the pixels.

    At one dot per pixel thin strokes look paler than they are, so what fails there is looked at closely.
    """
    plain = picture(window)
    doubtful = [one for one in worded(window) if standing_out(one, window, plain) < READABLE]
    fine = picture(window, FINE) if doubtful else plain
    return [said(one) for one in doubtful if standing_out(one, window, fine) < READABLE]


def standing_out(widget, window, image):
    """The contrast with its ground of what stands out most in a widget."""
    dots = round(image.devicePixelRatio())
    corner = widget.mapTo(window, QPoint(0, 0)) * dots
    counted = colours(image.copy(QRect(corner, widget.size() * dots)))
    ground = name(counted.most_common(1)[0][0])
    return max(contrast(name(one), ground) for one in counted)


def frameless(window):
    """Fields and framed buttons whose edge cannot be told from what lies round them."""
    image = picture(window)
    found = []
    for one in window.findChildren(QWidget):
        framed = isinstance(one, QLineEdit | QComboBox | QSpinBox) or (
            isinstance(one, Button) and one.kind in {"primary", "secondary"}
        )
        if not framed or not is_whole(one) or not one.isEnabled() or isinstance(one.parent(), QComboBox):
            continue
        left, middle = one.mapTo(window, QPoint(0, one.height() // 2)).toTuple()
        across = [image.pixelColor(left + step, middle).name() for step in range(-3, 3)]
        if max(contrast(across[0], edge) for edge in across[2:]) < SEEN:
            found.append((type(one).__name__, one.accessibleName() or one.objectName(), across))
    return found


def glaring(window, wanted=lambda lightness: lightness > 200):
    """Boxes in the colour of the other scheme; what is shown as paper is white by intent."""
    image = picture(window)
    paper = [
        QRect(one.mapTo(window, QPoint(0, 0)), one.size())
        for one in window.findChildren(QWidget)
        if isinstance(one, LetterPaper | PagePreview) and one.isVisible()
    ]
    found = []
    for top in range(0, image.height() - BOX, BOX):
        for left in range(0, image.width() - BOX, BOX):
            box = QRect(left, top, BOX, BOX)
            spots = (QPoint(x, y) for x in (left, left + 12, left + 23) for y in (top, top + 12, top + 23))
            if all(wanted(image.pixelColor(spot).lightness()) for spot in spots) and not any(
                one.intersects(box) for one in paper
            ):
                found.append((left, top))
    return found


def black_boxes(window):
    return glaring(window, lambda lightness: lightness < 60)


def uneven(window):
    """Controls side by side that are not of one height."""
    beside = defaultdict(list)
    for one in window.findChildren(QWidget):
        is_button = isinstance(one, Button) and one.kind != "link" and one.property("bare") is not True
        if not is_button and not isinstance(one, QLineEdit | QComboBox | QSpinBox):
            continue
        if one.isVisible() and not isinstance(one.parent(), QComboBox | QSpinBox):
            holder = one.parentWidget()
            beside[holder.parentWidget() if isinstance(holder, Field) else holder].append(one)
    return [
        (said(one), one.height(), said(other), other.height())
        for controls in beside.values()
        for one, other in combinations(controls, 2)
        if abs(middle(one, window) - middle(other, window)) <= HALF_ROW and one.height() != other.height()
    ]


def said(widget):
    return widget.accessibleName() or getattr(widget, "text", str)()


def middle(widget, window):
    return widget.mapTo(window, widget.rect().center()).y()


def off_grid(window):
    """Panels, tables and page heads whose left edge is not on the grid of four.

    Columns at the right are counted from the right margin: a width of 1366 is no multiple of four.
    """
    blocks = (one for kind in (PageHead, Panel, TableFrame) for one in window.findChildren(kind))
    edges = {
        (type(one).__name__, one.accessibleName(), one.mapTo(window, QPoint(0, 0)).x())
        for one in blocks
        if one.isVisible()
    }
    return sorted(edge for edge in edges if edge[2] % 4 and (window.width() - edge[2]) % 4)


def squeezed(window):
    """Tables that scroll sideways, or whose titles are cut."""
    found = []
    for table in window.findChildren(Table):
        if not table.isVisible():
            continue
        head = table.head
        shown = [at for at in range(head.count()) if not head.isSectionHidden(at)]
        narrow = [table.rows.columns[at].title for at in shown if head.sectionSize(at) < head.least_width(at)]
        if narrow or table.horizontalScrollBar().maximum() > 0:
            found.append((table.accessibleName(), narrow, table.horizontalScrollBar().maximum()))
    return found


def unread(window):
    """Tables without a name, or whose first cell does not tell the row to readers."""
    found = []
    for table in window.findChildren(Table):
        if table.isVisible() and table.model().rowCount():
            first = table.model().index(0, 0)
            words = str(first.data(Qt.ItemDataRole.AccessibleTextRole) or "")
            shown = {
                str(table.model().index(0, at).data() or "")
                for at in range(table.model().columnCount())
                if not table.isColumnHidden(at)
            } - {""}
            if not table.accessibleName() or not any(text in words for text in shown) or len(words) < 3:
                found.append((table.accessibleName(), words))
    return found


IN_LIGHT = (pale, frameless, black_boxes, cut, uneven, off_grid, squeezed, unnamed, bare, unread)
IN_DARK = (pale, frameless, glaring)


# The walk, once per scheme.


@pytest.fixture(scope="module")
def sample(whole_theme, tmp_path_factory):
    made = open_sample(tmp_path_factory.mktemp("sample"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(sample):
    return sample.window()


def walked(sample, window, looks):
    """Goes everywhere and returns, for each look, what it found where."""
    found = {look: {} for look in looks}
    for sight in sample.walk(window):
        for look in looks:
            wrong = look(window)
            if wrong:
                found[look][sight] = wrong
    return found


@pytest.fixture(scope="module")
def in_light(sample, window):
    return walked(sample, window, IN_LIGHT)


@pytest.fixture(scope="module")
def in_dark(sample, window, whole_theme, qapp):
    whole_theme.apply(qapp, Scheme.DARK)
    found = walked(sample, window, IN_DARK)
    whole_theme.apply(qapp, Scheme.LIGHT)
    return found


@pytest.mark.parametrize("look", IN_LIGHT, ids=lambda look: look.__name__)
def test_in_light_nothing_is(in_light, look):
    assert in_light[look] == {}


@pytest.mark.parametrize("look", IN_DARK, ids=lambda look: look.__name__)
def test_in_dark_nothing_is(in_dark, look):
    assert in_dark[look] == {}


# Check 2: what the sample begins with.


def test_the_sample_begins_with_overdue_tasks_and_says_what_it_is(sample, window):
    home = sample.go(window, "home")
    first = home.tasks.tasks.line(0)
    assert "all of it is invented" in home.head.title.text()
    assert first.title == "Overdue"
    assert first.count >= 3


# Check 36: in a grey picture states can still be told apart, by shape and text; for the map see test_charts.

MARK_ROOM = 20
"""Pixels at the left of a state that hold its mark, and nothing of its words."""


def marks_in_grey(table):
    """The shape of the mark of each kind of state in sight: which of its pixels stand out in grey."""
    grey = picture(table.viewport()).convertToFormat(QImage.Format.Format_Grayscale8)
    shapes = {}
    for row in range(table.model().rowCount()):
        for at in range(table.model().columnCount()):
            index = table.model().index(row, at)
            status, box = index.data(Role.STATUS), table.visualRect(index)
            if status is None or table.isColumnHidden(at) or not table.viewport().rect().contains(box):
                continue
            assert status.text
            centre, left = box.center().y(), box.left() + SPACE_3
            room = [(left + x, centre + y) for y in range(-7, 8) for x in range(MARK_ROOM)]
            ground = grey.pixelColor(left + 2, centre - 7).lightness()
            shapes[status.kind] = [abs(grey.pixelColor(*spot).lightness() - ground) > 40 for spot in room]
    return shapes


def test_states_of_the_register_are_told_apart_in_grey(sample, window):
    page = sample.go(window, "vendors")
    page.pane.use_view("All active")
    rest(window)
    shapes = marks_in_grey(page.pane.table)
    assert len(shapes) >= 5
    for one, other in combinations(shapes, 2):
        different = sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True))
        assert different >= 6, (one, other)


# The looks see what they are for.


@pytest.fixture
def plain(theme, qtbot):
    """A window with one control of each kind, in order."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    whole.words, whole.field, whole.verb = QLabel("Plain words"), QLineEdit("typed"), primary("Do it")
    for widget in (whole.words, whole.field, whole.verb):
        row.addWidget(widget)
    qtbot.addWidget(whole)
    whole.resize(400, 80)
    whole.show()
    return whole


def tint(widget, role, colour):
    palette = widget.palette()
    palette.setColor(role, QColor(colour))
    widget.setPalette(palette)


def test_a_plain_window_is_clean(plain):
    assert [look(plain) for look in (pale, frameless, black_boxes, cut, uneven, bare)] == [[]] * 6


def test_pale_words_are_seen(plain):
    tint(plain.words, QPalette.ColorRole.WindowText, "#9AA0A8")
    assert pale(plain) == ["Plain words"]


def test_a_field_without_an_edge_is_seen(plain):
    plain.field.setFrame(False)
    plain.field.setStyleSheet("border: 1px solid #F0F0F0; background: white")
    assert len(frameless(plain)) == 1


def test_boxes_of_the_other_scheme_are_seen(plain, theme, qapp):
    plain.resize(400, 300)
    plain.setAutoFillBackground(True)
    tint(plain, QPalette.ColorRole.Window, "#101010")
    assert black_boxes(plain)
    assert not glaring(plain)
    tint(plain, QPalette.ColorRole.Window, "#FAFAFA")
    assert glaring(plain)


def test_uneven_controls_are_seen(plain):
    plain.field.setFixedHeight(40)
    assert [(found[1], found[3]) for found in uneven(plain)] == [(40, 32)]


def test_a_panel_off_the_grid_is_seen(plain):
    panel = Panel("Facts")
    panel.setParent(plain)
    panel.setGeometry(9, 4, 100, 40)
    panel.show()
    assert [edge[2] for edge in off_grid(plain)] == [9]


def test_the_sample_has_two_changes_gone_live_and_an_objection_that_was_settled(sample):
    """What its figures rest on; the same build is looked at above, so that this costs nothing."""
    with sample.workspace.office.book.reading() as reader:
        states = [one.state for one in reader.find(Change)]
        settled = [one.state for one in reader.find(Objection) if one.closed_on is not None]
        roles = Counter(one.role for one in reader.find(Engagement))
        sub_processors = {one.vendor_id for one in reader.find(Engagement, role=SupplierRole.SUB_PROCESSOR)}
        everybody = {one.id for one in reader.find(Vendor)}
    assert states == [ChangeState.LIVE, ChangeState.LIVE, ChangeState.RUNNING]
    assert settled == [ObjectionState.WITHDRAWN]
    assert roles == {SupplierRole.SUB_PROCESSOR: 24, SupplierRole.INDEPENDENT_CONTROLLER: 2}
    assert sub_processors == everybody, "carriers relay for us, and are controllers of their own data besides"
    ended = quarter_of(sample.workspace.office.clock.today()).previous
    figures = {one.id: one for one in figures_of(sample.workspace.office, ended)}
    assert (figures["K-17"].n, figures["K-17"].d) == (3, 4)
    assert figures["K-04"].n > 0
    assert figures["K-04"].others
