"""A review page over a vendor that answered twice, shown in a window of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow

from tests.support.assessed import Desk, FewQuestionnaires, an_engagement, answered, reviewed
from tests.support.contexts import make_context
from vendorrisk.domain.diligence.records import Answer, Assessment
from vendorrisk.ui.shell.context import Context


@pytest.fixture
def context(theme) -> Context:
    """A context over an empty register in memory that knows the small questionnaire."""
    desk = Desk()
    return make_context(questionnaires=FewQuestionnaires(), foreign=desk, papers=desk)


@dataclass
class Round:
    """An assessment that came back: PRV-07 changed to No, PRV-10 blank, TRF-01 with a country too many."""

    context: Context
    vendor: Any
    engagement: Any
    assessment: Assessment

    def answer(self, question: str) -> Answer:
        with self.context.office.book.reading() as reader:
            return reader.find(Answer, assessment_id=self.assessment.id, question=question)[0]

    def stored(self) -> Assessment:
        with self.context.office.book.reading() as reader:
            return reader.get(Assessment, self.assessment.id)


@pytest.fixture
def back(context) -> Round:
    """Last year everything met; this year's answers have come in."""
    office = context.office
    office.clock.day = date(2025, 11, 3)
    vendor, engagement = an_engagement(office)
    reviewed(office, engagement)
    office.clock.day = date(2026, 11, 23)
    made = answered(office, engagement, PRV_07="NO", PRV_10="", TRF_01="DE;PH")
    return Round(context, vendor, engagement, made)


@pytest.fixture
def show(qtbot):
    """Shows a page in a window, large enough for all of it."""

    windows = []

    def shown(page):
        window = QMainWindow()
        windows.append(window)
        window.setCentralWidget(page)
        window.resize(1182, 708)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        return page

    return shown
