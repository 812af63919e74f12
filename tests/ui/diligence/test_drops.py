"""Files dropped anywhere on the window find their way: workbooks to their assessment, papers to a vendor."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.support.assessed import an_engagement, filled
from tests.support.questionnaires import GOOD
from vendorrisk.domain.diligence.records import Answer
from vendorrisk.ui.diligence.document_dialog import DocumentForm
from vendorrisk.ui.diligence.drops import promise
from vendorrisk.ui.diligence.taking_in import ReceivedSheet
from vendorrisk.ui.shell.window import Window
from vendorrisk.usecases.diligence import assessments


@pytest.fixture
def window(context, qtbot):
    made = Window(context)
    qtbot.addWidget(made)
    made.show()
    return made


def drop(window, *names):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/tmp/{name}") for name in names])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), *how))
    event = QDropEvent(QPointF(9, 9), *how)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def opened(kind):
    QApplication.processEvents()
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["a.xlsx"], "Take answers in"), (["a.XLSX", "b.xlsx"], "Take in 2 workbooks, one after the other"),
        (["a.pdf"], "Add as document"), (["a.pdf", "b.png"], "Add 2 documents"), (["a.pdf", "b.xlsx"], ""),
        (["a.exe"], ""),
    ],
)  # fmt: skip
def test_what_would_happen_is_said_before(names, said):
    assert promise([Path(name) for name in names]) == said


def test_a_returned_workbook_is_taken_in_from_any_page(context, window):
    made = assessments.start(context.office, an_engagement(context.office)[1].id, "small")
    assessments.write_workbook(context.office, made.id, Path("kit.xlsx"))
    seen = filled(context.office.papers.kits[-1], GOOD)
    context.office.foreign.returned[Path("/tmp/returned.xlsx")] = (seen, "sha-1")
    window.go("home")
    assert drop(window, "returned.xlsx")
    opened(ReceivedSheet).accept()
    with context.office.book.reading() as reader:
        assert len(reader.find(Answer, assessment_id=made.id)) == len(GOOD)
    assert window.where().page == "answer_review"


def test_a_paper_asks_for_its_vendor_unless_its_name_says_it(context, window):
    vendor, _ = an_engagement(context.office)
    an_engagement(context.office, "Northgate Identity")
    window.go("home")
    assert drop(window, "Eastline-Voice_ISO27001.pdf")
    form = opened(DocumentForm)
    assert form.form.field("vendor").value() == vendor.id
    form.reject()
    assert not drop(window, "program.exe")
