"""Moving an engagement: the step, every guard with fact and remedy, and what the person brings for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from vendorrisk.domain.decision.dossier import Ask, Attested
from vendorrisk.domain.decision.events import Trigger
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.records import Stage
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.decision.guard_list import GuardList
from vendorrisk.ui.widgets.dialogs import LARGE, Dialog
from vendorrisk.ui.widgets.fields import CheckField, ChoiceField, Field, MultiLineField, TextField
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.tokens import PAGE_MARGIN, SPACE_3
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.decision.move_view import Bring, MoveDraft, Wanted
from vendorrisk.usecases.decision.moving import move

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.decision.move import Plan
    from vendorrisk.domain.message import Message
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.decision.moving import Moved

REST_MS: Final = 200
"""Milliseconds without a letter before the guards are asked again."""
HIGHEST_SHARE: Final = 0.6
"""How much of the screen's height the step may take before it scrolls."""
TO: Final = "to"
DPO_TEXT: Final = "DPO_TEXT"
LABELS: Final = {
    Bring.REASON: mark("Reason"),
    Bring.CONDITIONS: mark("Conditions"),
    Bring.DECIDER: mark("Decided by"),
    Bring.HEAD_OF_PRIVACY: mark("Head of privacy agrees"),
    Bring.CISO: mark("CISO agrees"),
    Bring.DPO_OPINION: mark("DPO’s opinion"),
    Bring.TRIGGER: mark("Event that calls for it"),
    Bring.AUTHORITY_ORDER: mark("Ordered by an authority"),
    Bring.UNCHECKED: mark("How the unchecked guards were verified"),
}


class MoveDialog(Dialog):
    """Shows at every letter what still stands in the way; the verb works once nothing does."""

    def __init__(
        self, context: Context, parent: QWidget, engagement_id: str, *, to: Stage | None = None
    ) -> None:
        super().__init__(parent.window(), tr("Move to another stage"), width=LARGE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._draft = MoveDraft(context.office, engagement_id)
        self.form = Form()
        self.guards = GuardList(context.say)
        self.follows = Label(tr("What the program does"), role=FontRole.STRONG)
        self.consequences = wrapping("")
        self.remains = Label(tr("What is left to you"), role=FontRole.STRONG)
        self.duties = wrapping("")
        self._steady = self._placed = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._build_form()
        self._lay_out()
        self.verb = self.offer(tr("Move"))
        self.why_not = self.say_beside_buttons()
        self.guards.turned.connect(lambda: QTimer.singleShot(0, self, self._take_height))
        self.form.edited.connect(lambda _key: self._rest.start())
        self.form.committed.connect(self._on_committed)
        self._rest.timeout.connect(self.show_plan)
        self._choose(to)

    # Building.

    def _build_form(self) -> None:
        say, draft = self._context.say, self._draft
        steps = [
            (
                step.target.value,
                tr("{step}: {stage}", step=say(draft.title(step)), stage=say(label(step.target))),
            )
            for step in draft.steps()
        ]
        self.form.add(TO, tr("Step"), ChoiceField(steps))
        self.form.add_part(self.guards.missing)
        for bring, make in self._fields().items():
            self.form.add(bring, tr(LABELS[bring]), make())
            if bring is Bring.DPO_OPINION:
                self.form.add(DPO_TEXT, tr("In the DPO’s words"), TextField())
        for fact in Attested:
            self.form.add(fact, tr("Confirmed"), CheckField(say(label(fact))))

    def _fields(self) -> dict[Bring, Callable[[], Field]]:
        say = self._context.say
        opinions = [(one.value, say(label(one))) for one in DpoOpinion]
        triggers = [(one.value, say(label(one))) for one in Trigger]
        return {
            Bring.DECIDER: TextField,
            Bring.REASON: lambda: MultiLineField(lines=2),
            Bring.CONDITIONS: lambda: MultiLineField(lines=2),
            Bring.HEAD_OF_PRIVACY: lambda: TextField(placeholder=tr("Name")),
            Bring.CISO: lambda: TextField(placeholder=tr("Name")),
            Bring.DPO_OPINION: lambda: ChoiceField(opinions),
            Bring.TRIGGER: lambda: ChoiceField(triggers),
            Bring.AUTHORITY_ORDER: lambda: CheckField(tr("Yes")),
            Bring.UNCHECKED: lambda: MultiLineField(lines=2),
        }

    def _lay_out(self) -> None:
        stands = tr("Current stage: {stage}.", stage=self._context.say(label(self._draft.engagement.stage)))
        self.body.addWidget(wrapping(stands))
        self._inside = QWidget()
        self._inside.setProperty("page", "true")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(self.form)
        column.addWidget(self.guards)
        for widget in (self.follows, self.consequences, self.remains, self.duties):
            column.addWidget(widget)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self.body.addWidget(self._area, 1)

    def _choose(self, to: Stage | None) -> None:
        steps = self._draft.steps()
        first = next((step.target for step in steps), None)
        chosen = to if to is not None and any(step.target is to for step in steps) else first
        values: dict[str, Any] = {
            TO: chosen.value if chosen else None,
            Bring.DECIDER: self._context.office.actor,
        }
        self.form.load(values)
        self._show_fields()

    # Showing.

    @property
    def target(self) -> Stage | None:
        """The stage that is chosen."""
        chosen = self.form.field(TO).value()
        return Stage(chosen) if chosen else None

    def _on_committed(self, key: str) -> None:
        if key == TO:
            self._show_fields()
        self.show_plan()

    def _show_fields(self) -> None:
        self._steady = False
        to = self.target
        wanted = self._draft.wanted(to) if to is not None else Wanted()
        self.form.setVisible(to is not None)
        for bring in LABELS:
            self.form.show_row(bring, visible=bring in wanted.brings)
        self.form.show_row(DPO_TEXT, visible=Bring.DPO_OPINION in wanted.brings)
        for fact in Attested:
            self.form.show_row(fact, visible=fact in wanted.attested)
        self.show_plan()

    def show_plan(self) -> None:
        """Asks all guards again with what was brought so far."""
        self._rest.stop()
        to = self.target
        if to is None:
            self._show_end()
            return
        plan = self._draft.plan(to, self.brought())
        self.guards.show_plan(plan)
        self._tell(self.follows, self.consequences, plan.transition.consequences if plan.transition else ())
        duties = self._draft.left_to_do(plan.transition) if plan.transition else ()
        self._tell(self.remains, self.duties, duties)
        stage = self._context.say(label(to))
        self.verb.setText(tr("Renew the approval") if plan.stays else tr("Move to {stage}", stage=stage))
        self._bar(self._why_not(plan))
        QTimer.singleShot(0, self, self._take_height)

    def _tell(self, title: Label, text: Label, told: Sequence[Message]) -> None:
        """Shows sentences under a heading, or neither."""
        text.setText(" ".join(self._context.say(one) for one in told))
        for widget in (title, text):
            widget.setVisible(bool(told))

    def _show_end(self) -> None:
        """Says that nothing leads on from here."""
        nowhere = tr("No step leads out of this stage.")
        for widget in (self.follows, self.remains, self.duties):
            widget.hide()
        self.consequences.setText(nowhere)
        self._bar(nowhere)
        QTimer.singleShot(0, self, self._take_height)

    def _bar(self, reason: str) -> None:
        self.verb.disable_because(reason)
        self.why_not.setText(reason)

    def _take_height(self) -> None:
        """Takes the height that the step needs, once its rows know theirs.

        Within one step it only grows, and never while the mouse is held: the verb stays where it is aimed at.
        """
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._rest.start()
            return
        inside, layout = self._inside.layout(), self.layout()
        if inside is None or layout is None:
            return
        inside.activate()
        most = round(self.screen().availableGeometry().height() * HIGHEST_SHARE)
        across = self._area.viewport().width() if self.isVisible() else self.width() - 2 * PAGE_MARGIN
        wanted = inside.totalHeightForWidth(across)
        kept = self._area.height() if self._steady else 0
        self._area.setFixedHeight(min(most, max(wanted, kept)))
        layout.activate()
        self.take_height(layout.totalHeightForWidth(self.width()))
        if self.isVisible() and not self._placed:  # before that the rows do not know their heights
            self._placed = True
            self.take_place()
        self._steady = self._placed

    def _fit(self, *, may_shrink: bool) -> None:  # noqa: ARG002  (the step knows whether it may)
        self._take_height()

    @staticmethod
    def _why_not(plan: Plan) -> str:
        if plan.may_go:
            return ""
        count = len(plan.blocked)
        return tr_count("{count} point blocks this step.", "{count} points block this step.", count)

    # What the person brings.

    def brought(self) -> Ask:
        """Returns what was brought so far."""
        approvers = {
            function: self._text(bring)
            for function, bring in (
                (Approver.HEAD_OF_PRIVACY, Bring.HEAD_OF_PRIVACY), (Approver.CISO, Bring.CISO),
            )
            if self._text(bring)
        }  # fmt: skip
        opinion, trigger = self._text(Bring.DPO_OPINION), self._text(Bring.TRIGGER)
        unchecked = self._text(Bring.UNCHECKED)
        return Ask(
            by=self._text(Bring.DECIDER) or self._context.office.actor,
            reason=self._text(Bring.REASON),
            conditions=self._text(Bring.CONDITIONS),
            approvers=approvers,
            dpo_opinion=DpoOpinion(opinion) if opinion else None,
            dpo_text=self._text(DPO_TEXT),
            trigger=Trigger(trigger) if trigger else None,
            authority_order=self.form.is_row_shown(Bring.AUTHORITY_ORDER)
            and bool(self.form.field(Bring.AUTHORITY_ORDER).value()),
            confirmed=frozenset(fact for fact in Attested if self._is_ticked(fact)),
            unchecked_confirmed_by=self._context.office.actor if unchecked else "",
            unchecked_why=unchecked,
        )

    def _text(self, key: str) -> str:
        return str(self.form.field(key).value() or "") if self.form.is_row_shown(key) else ""

    def _is_ticked(self, fact: Attested) -> bool:
        return self.form.is_row_shown(fact) and bool(self.form.field(fact).value())

    def accept(self) -> None:
        """Makes the move as one step; what stands in the way meanwhile is shown."""
        to = self.target
        if to is None:
            return
        try:
            self._move(to)
        except UserError as error:
            self._context.explain(error)
            self._draft = MoveDraft(self._context.office, self._draft.engagement.id)
            self.show_plan()
            return
        super().accept()
        self._context.changes.happened.emit()

    def _move(self, to: Stage) -> Moved:
        return move(self._context.office, self._draft.engagement.id, to, ask=self.brought())


def move_engagement(context: Context, parent: QWidget, engagement_id: str) -> MoveDialog:
    """Opens the dialog for moving an engagement."""
    dialog = MoveDialog(context, parent, engagement_id)
    dialog.open()
    return dialog
