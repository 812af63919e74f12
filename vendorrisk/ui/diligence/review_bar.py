"""Under an answer review: what can be done with many answers at once, and finishing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from vendorrisk.ui.diligence.review_words import section_name
from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.labels import ElidingLabel, tip
from vendorrisk.ui.widgets.panels import Mark
from vendorrisk.ui.widgets.tokens import SPACE_2, Kind
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.diligence.review_view import LineState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.usecases.diligence.review_view import Review


class ReviewBar(QWidget):
    """Four verbs; those that do not apply are not there, and finishing says what stands against it."""

    def __init__(self) -> None:
        super().__init__()
        self.accept = secondary("")
        self.ask = secondary("")
        self.mark = Mark(Kind.NEUTRAL)
        self.reason = ElidingLabel(tone="text2")
        self.report = secondary(tr("Assessment report…"))
        self.finish = secondary(tr("Finish review"))
        self.decide = primary(tr("Go to the decision"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self.accept)
        row.addWidget(self.ask)
        row.addStretch(1)
        row.addLayout(_tight(self.mark, self.reason))
        row.addSpacing(SPACE_2)
        for button in (self.report, self.finish, self.decide):
            row.addWidget(button)

    def show_review(self, review: Review) -> None:
        """Shows what can be done now."""
        over = review.is_over
        unjudged, blanks = len(review.found.unreviewed), len(review.found.blank)
        self.accept.setText(
            tr_count("Accept {count} unchanged answer", "Accept {count} unchanged answers", review.acceptable)
        )
        self.accept.setToolTip(tip(tr("They read as last time: {sections}.", sections=_sections_of(review))))
        self.accept.setVisible(not over and review.acceptable > 0)
        self.ask.setText(
            tr_count("Ask for {count} missing answer…", "Ask for {count} missing answers…", blanks)
        )
        self.ask.setVisible(not over and blanks > 0)
        reasons = reasons_against(review)
        self.finish.disable_because(" ".join(reasons))
        self.finish.set_kind("secondary" if reasons else "primary")
        self.finish.setVisible(not over)
        self.reason.setText(reasons[0] if reasons else "")
        self.mark.setVisible(bool(reasons) and not over)
        self.reason.setVisible(bool(reasons) and not over)
        self.report.setVisible(over or unjudged == 0)
        self.decide.setVisible(over)


def _sections_of(review: Review) -> str:
    """The sections in which answers read as last time; most of them are folded while one reviews another."""
    same = (one.section for one in review.lines if one.state is LineState.SAME)
    return ", ".join(dict.fromkeys(section_name(one) for one in same))


def _tight(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2)
    for widget in widgets:
        row.addWidget(widget)
    return row


def reasons_against(review: Review) -> Sequence[str]:
    """Returns everything that stands against finishing, the first being the broadest."""
    unjudged, knock_outs = len(review.found.unreviewed), len(review.found.knock_outs_open)
    reasons = []
    if unjudged:
        one, many = tr("{count} question has no verdict"), tr("{count} questions have no verdict")
        reasons.append((one if unjudged == 1 else many).format(count=unjudged))
    if knock_outs:
        one, many = tr("{count} of them is a knock-out"), tr("{count} of them are knock-outs")
        reasons.append((one if knock_outs == 1 else many).format(count=knock_outs))
    return reasons
