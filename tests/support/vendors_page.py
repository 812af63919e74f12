"""The vendors' page over a register in memory, and the hands that work on it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel

from tests.support.assessed import FewQuestionnaires
from tests.support.changing import a_context
from tests.support.law import the_law
from tests.support.offices import NoLaw, put, stored
from vendorrisk.app.files import NameLikeness
from vendorrisk.app.paths import resources
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.lists.reading import read_list
from vendorrisk.documents.places import gazetteer
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.register.records import Engagement, Location, LocationKind, Service, Stage, Vendor

PLACES = resources() / "places"
SMS = Service(id="s1", code="SMS", name={"en": "SMS"})


class Foreign:
    """Reads published lists in this process, and PDFs as the texts it was given by their names."""

    def __init__(self):
        self.texts: dict[str, str] = {}

    def published_list(self, path: Path, *, company: str = ""):
        return _read_once(path.name, path.read_bytes(), company)

    def country(self, typed: str) -> str:
        return gazetteer(PLACES).country(typed)

    def pdf_text(self, path: Path) -> str:
        return self.texts.get(path.name, "")


@cache
def _read_once(name: str, content: bytes, company: str):
    with TemporaryDirectory() as folder:
        copy = Path(folder) / name
        copy.write_bytes(content)
        return read_list(copy, Limits(), PLACES, company=company)


def a_vendors_context(**parts: Any):
    """A context over an empty register, with the law as shipped, real names' likeness and real papers."""
    given = {"foreign": Foreign(), "likeness": NameLikeness(), "law": NoLaw(transfers=the_law()),
             "questionnaires": FewQuestionnaires()}  # fmt: skip
    return a_context(**(given | parts))


def a_vendor(number: int, name: str, *, place: str = "DE", **facts: Any):
    """A vendor with an engagement in use that stores data in one place."""
    purpose, stage = facts.pop("purpose", "Hosting"), facts.pop("stage", Stage.LIVE)
    at = f"{number:04}"
    engagement = Engagement(id=f"e{at}", vendor_id=f"v{at}", service_id="s1", stage=stage,
                            purpose={"en": purpose})  # fmt: skip
    where = Location(id=f"l{at}", engagement_id=f"e{at}", kind=LocationKind.STORAGE, country=place)
    return (
        Vendor(id=f"v{at}", name=name, **{"country": place, **facts}),
        replace(engagement, live_since=facts.get("live_since")),
        where,
    )


FIVE = (("Amberline SMS", "DE"), ("Bluefen Analytics", "US"), ("Carrier Norte S.A.", "BR"),
        ("Delta Mail", "DE"), ("Eastline Voice", "IN"))  # fmt: skip


def with_five(context):
    """Stores five vendors of different places, two of them in Germany; all belong to Ana Novak."""
    put(context, SMS)
    for number, (name, place) in enumerate(FIVE, start=1):
        put(context, *a_vendor(number, name, place=place, owner="Ana Novak"))
    return context


def owners(context) -> dict[str, str]:
    """Who looks after each vendor, by name."""
    return {one.name: one.owner for one in stored(context, Vendor)}


def papers(context) -> list[Document]:
    """All documents."""
    return stored(context, Document)


def names(page) -> list[str]:
    """The vendors in sight, in order."""
    return [page.model.row_at(place).row.name for place in range(page.model.rowCount())]


def cell(page, place: int, key: str) -> str:
    """What a cell says."""
    return cell_of(page.model, place, key)


def cell_of(model, place: int, key: str) -> str:
    """What a cell of any table says."""
    return model.index(place, model.column_number(key)).data()


def press(qtbot, widget, key, *modifiers):
    """Presses a key on a widget."""
    held = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        held |= one
    qtbot.keyClick(widget, key, held)


def choose(menu, *path: str):
    """Takes a way through a menu, unfolding each part as the mouse would."""
    for title in path[:-1]:
        menu.aboutToShow.emit()
        menu = next(one.menu() for one in menu.actions() if one.text() == title)
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text() == path[-1]).trigger()


def button(widget, text: str):
    """The button of a widget that says this."""
    (found,) = [one for one in widget.findChildren(QAbstractButton) if one.text() == text]
    return found


def dialog_of(kind=QDialog):
    """The one dialog of a kind that is open."""
    QApplication.processEvents()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    assert len(found) == 1, [one.windowTitle() for one in found]
    return found[0]


def no_dialog(kind=QDialog) -> bool:
    """Whether no dialog of a kind is open."""
    return not [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


def said(widget) -> str:
    """Every word in sight on labels of a widget."""
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def drop(page, place: int, *files: Path) -> str | None:
    """Drops files on a row (-1: below the last one); returns what was promised, None where it is refused."""
    table = page.pane.table
    spot = table.row_rect(place).center() if place >= 0 else QPoint(40, table.viewport().height() - 4)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(table.viewport(), QDragEnterEvent(spot, *how))
    promised = page.drop.words
    if not promised:
        return None  # as Qt, which brings no drop to a widget that refused the files
    event = QDropEvent(QPointF(spot), *how)
    QApplication.sendEvent(table.viewport(), event)
    assert event.isAccepted()
    return promised
