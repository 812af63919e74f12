"""The paper: never inverted, as high as its letter, read aloud whole, turned with the arrow keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from vendorrisk.ui.notice.letter_paper import LetterPaper
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.usecases.notice.letters import LetterText

LETTER = LetterText(
    language="en", company="Example Telecom", date="1 December 2026",
    address=("Meridova Insurance SE", "Lindenhof 4, 1010 Vienna"),
    subject="Change to our sub-processors: Norte Cloud S.A. from 2 February 2027",
    paragraphs=(
        ("text", "Dear Ms Keller,"), ("fact", "Purpose\tHosting of message logs"),
        ("fact", "Stored in\tBrazil"), ("heading", "Your right to object"), ("text", "Please write. " * 30),
    ),
    reference="Reference 2026-07/92F7C1",
)  # fmt: skip


@pytest.fixture
def paper(qtbot, theme):
    paper = LetterPaper(name="Letter")
    qtbot.addWidget(paper)
    paper.resize(420, 700)
    paper.show_letter(LETTER)
    paper.show()
    return paper


def colour_at(paper, x, y):
    return paper.grab().toImage().pixelColor(QPoint(x, y))


def ink_on(paper):
    """How many pixels of the sheet are much darker than its paper."""
    image = paper.grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(30, image.width() - 30, 2)
        for y in range(30, image.height() - 20, 2)
    )


def test_the_sheet_is_white_in_light_and_stays_paper_in_dark(paper, theme, qapp):
    assert colour_at(paper, 210, 22) == QColor(theme.tokens.paper)
    theme.apply(qapp, Scheme.DARK)
    assert colour_at(paper, 210, 22) == QColor(theme.tokens.paper)
    assert QColor(theme.tokens.paper).lightness() > 220
    assert ink_on(paper) > 200


def test_the_words_are_drawn(paper):
    before = ink_on(paper)
    paper.show_letter(None)
    assert ink_on(paper) == 0
    assert before > 500


def test_the_paper_is_as_high_as_its_letter(paper, theme):
    short = paper.minimumHeight()
    paper.show_letter(replace(LETTER, paragraphs=LETTER.paragraphs * 3))
    assert paper.minimumHeight() > 1.5 * short
    assert paper.sizeHint().height() == paper.minimumHeight()


def test_a_narrower_paper_is_higher(paper):
    wide = paper.minimumHeight()
    paper.resize(300, 700)
    assert paper.minimumHeight() > wide


def test_larger_text_needs_more_paper(paper, theme):
    before = paper.minimumHeight()
    theme.set_text_size(150)
    paper.show_letter(LETTER)
    assert paper.minimumHeight() > 1.2 * before


def test_a_screen_reader_hears_the_whole_letter(paper):
    heard = paper.accessibleDescription()
    assert heard.startswith(LETTER.subject)
    assert "Purpose: Hosting of message logs" in heard
    assert heard.endswith(LETTER.paragraphs[-1][1])
    paper.show_letter(None)
    assert paper.accessibleDescription() == ""
    assert paper.letter() is None


@pytest.mark.parametrize(
    ("key", "turned"), [(Qt.Key.Key_Left, [-1]), (Qt.Key.Key_Right, [1]), (Qt.Key.Key_A, [])]
)
def test_arrow_keys_turn_the_page(paper, qtbot, key, turned):
    seen = []
    paper.turned.connect(seen.append)
    qtbot.keyClick(paper, key)
    assert seen == turned


def test_a_date_that_does_not_fit_beside_the_company_stands_above_it(paper):
    before = paper.minimumHeight()
    paper.show_letter(replace(LETTER, company="Example Telecommunications of the Whole Wide World Ltd"))
    assert paper.minimumHeight() > before
