"""The rows of a question's sheet: evidence on file, what the register does not know, findings raised."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.diligence.register_check import DeniedTransfer, Difference, PlaceDifference
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.records import LocationKind
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.diligence.review_words import SEVERITY_KINDS
from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.columns import Status, day
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon, draw_icon
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, line, tip, wrapping
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.panels import Mark
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import ICON_SMALL, LINE, ROW, SPACE_2, Kind
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.diligence.register_differences import difference_words
from vendorrisk.usecases.diligence.review_sheet import AgedBy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QPaintEvent

    from vendorrisk.domain.diligence.records import Finding
    from vendorrisk.domain.diligence.register_check import AnswerDifference, CompanyDifference, CompanyLine
    from vendorrisk.domain.message import Message
    from vendorrisk.ui.widgets.buttons import Button
    from vendorrisk.usecases.diligence.review_sheet import Evidence

    Say = Callable[[Message], str]
    Adders = tuple[Callable[[str, str], None], Callable[[CompanyLine], None]]

PAGE: Final = 52
DATED: Final = 156
PICTURE: Final = 18
OUT: Final = 4


class Row(QWidget):
    """One row of 32: a drawing or mark, what it is about, then facts and a verb at the right."""

    def __init__(self, *, under_another: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if under_another:
            column.addWidget(line(kind="hair"))
        holder = QWidget()
        self.cells = QHBoxLayout(holder)
        self.cells.setContentsMargins(0, 0, 0, 0)
        self.cells.setSpacing(SPACE_2)
        current_theme().keep_height(holder, ROW - LINE if under_another else ROW, may_grow=True)
        column.addWidget(holder)

    def add_verb(self, verb: Button) -> None:
        """Adds a link at the right, its words on the edge."""
        verb.setProperty("ends", "true")
        self.cells.addWidget(verb)
        self.cells.addSpacing(-OUT)


class Drawing(QWidget):
    """A small drawing in front of a row."""

    def __init__(self, drawing: Icon) -> None:
        super().__init__()
        self._drawing = drawing
        current_theme().keep_width(self, PICTURE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it in the middle."""
        side = current_theme().px(ICON_SMALL)
        painter = QPainter(self)
        box = QRect(0, (self.height() - side) // 2, side, side)
        draw_icon(painter, box, self._drawing, current_theme().tokens.text2)
        painter.end()


def evidence_rows(evidence: Iterable[Evidence], say: Say, look: Callable[[str], None]) -> list[QWidget]:
    """Returns a row per line of evidence; what names no document on file is shown as it was written."""
    return [_evidence_row(one, say, look, number) for number, one in enumerate(evidence)]


def _evidence_row(one: Evidence, say: Say, look: Callable[[str], None], number: int) -> QWidget:
    row = Row(under_another=number > 0)
    document = one.credit.document if one.credit else None
    row.cells.addWidget(Drawing(Icon.DOCUMENT))
    name = (document.title or document.file_name) if document else one.line.text
    row.cells.addWidget(ElidingLabel(name, role=FontRole.MEDIUM if document else FontRole.BODY), 1)
    if document is None or one.credit is None:
        row.cells.addWidget(Label(tr("Not on file"), tone="text2"))
        return row
    if one.credit.standing.status is not ArtefactStatus.VALID:
        row.cells.addWidget(_warning(say(one.credit.standing.why)))
    page = Label(tr("Page {page}", page=one.line.page) if one.line.page else "", tone="text2")
    current_theme().keep_width(page, PAGE)
    dated = ElidingLabel(_age_words(one), tone="text2")
    current_theme().keep_width(dated, DATED)
    dated.setToolTip(tip("\n".join(map(say, one.remarks))))
    row.cells.addWidget(page)
    row.cells.addWidget(dated)
    verb = link(tr("Look"))
    verb.setAccessibleName(tr("Look at {document}", document=name))
    verb.clicked.connect(partial(look, document.id))
    row.add_verb(verb)
    return row


def _age_words(one: Evidence) -> str:
    if one.aged is None:
        return ""
    by, on = one.aged
    return tr(_AGES[by], on=day(on))


_AGES: Final = {
    AgedBy.PERIOD: mark("Period to {on}"),
    AgedBy.VALID: mark("Valid until {on}"),
    AgedBy.DATED: mark("Dated {on}"),
}


def difference_rows(
    differences: Iterable[AnswerDifference], say: Say, adders: Adders | None
) -> list[QWidget]:
    """Returns a row per difference, or one that says that answer and register agree."""
    found = list(differences)
    if not found:
        return [_plain_row(Kind.GOOD, tr("The answer agrees with the register"))]
    return [_difference_row(one, say, adders) for one in found]


def _difference_row(one: AnswerDifference, say: Say, adders: Adders | None) -> QWidget:
    if isinstance(one, DeniedTransfer):
        return _plain_row(Kind.WARN, say(difference_words(one)))
    is_new = one.difference is Difference.NOT_ON_FILE
    row = _plain_row(Kind.WARN if is_new else Kind.NEUTRAL, _difference_words(one, say))
    if not is_new or adders is None:
        return row
    add_place, add_company = adders
    if isinstance(one, PlaceDifference):
        verb = link(tr("Add location"))
        verb.clicked.connect(partial(add_place, one.kind, one.country))
    else:
        verb = link(tr("Add company"))
        verb.clicked.connect(partial(add_company, one.company))
    row.add_verb(verb)
    return row


def _difference_words(one: PlaceDifference | CompanyDifference, say: Say) -> str:
    is_new = one.difference is Difference.NOT_ON_FILE
    if not isinstance(one, PlaceDifference):
        words = tr("{name} is not on file") if is_new else tr("{name} is on file, but not in the answer")
        return words.format(name=one.company.name)
    known = country_name(one.country)
    place = known if isinstance(known, str) else say(known)
    if one.kind == LocationKind.STORAGE:
        words = (
            tr("{place} is not on file as a storage location")
            if is_new
            else tr("{place} is on file as a storage location, but not in the answer")
        )
    else:
        words = (
            tr("{place} is not on file as an access location")
            if is_new
            else tr("{place} is on file as an access location, but not in the answer")
        )
    return words.format(place=place)


def finding_rows(findings: Iterable[Finding], say: Say) -> list[QWidget]:
    """Returns a row per finding that was raised from this question."""
    rows = []
    for number, one in enumerate(findings):
        row = Row(under_another=number > 0)
        row.cells.addWidget(Chip(Status(SEVERITY_KINDS[one.severity], say(label(one.severity)))))
        row.cells.addWidget(ElidingLabel(one.title), 1)
        row.cells.addWidget(Label(say(label(one.state)), tone="text2"))
        rows.append(row)
    return list(rows)


def _plain_row(kind: Kind, words: str) -> Row:
    row = Row(under_another=False)
    row.cells.addWidget(Mark(kind))
    row.cells.addWidget(wrapping(words, tone="text"), 1)
    return row


def _warning(why: str) -> Mark:
    mark = Mark(Kind.WARN)
    mark.setToolTip(tip(why))
    mark.setAccessibleName(why)
    return mark
