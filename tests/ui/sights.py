"""Compositions of the widgets with invented contents, for pictures and for tests that walk them all."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.buttons import (
    IconButton,
    MenuButton,
    SegmentedControl,
    danger,
    link,
    more_button,
    primary,
    quiet,
    secondary,
)
from vendorrisk.ui.widgets.columns import Status
from vendorrisk.ui.widgets.date_field import DateField
from vendorrisk.ui.widgets.facts import FACT_BLEED, FactList
from vendorrisk.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    CountryField,
    MultiLineField,
    NumberField,
    TextField,
)
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, Phrase, Piece, figure, key_hint
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.nav import Place
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.panels import Banner, EmptyState, Figure, FigureStrip, Panel
from vendorrisk.ui.widgets.shortcuts import Command, Commands
from vendorrisk.ui.widgets.stepper import Stepper, StepState
from vendorrisk.ui.widgets.tabs import TabBar
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr

GROUPS = (
    (("home", "Home", Icon.HOME),),
    (
        ("vendors", "Vendors", Icon.VENDORS),
        ("assessments", "Assessments", Icon.ASSESSMENTS),
        ("findings", "Findings", Icon.FLAG),
        ("documents", "Documents", Icon.DOCUMENT),
    ),
    (("changes", "Changes", Icon.CHANGES), ("customers", "Customers", Icon.CUSTOMERS)),
    (
        ("calendar", "Calendar", Icon.CALENDAR),
        ("reports", "Reports", Icon.REPORTS),
        ("activity", "Activity", Icon.ACTIVITY),
    ),
)
MENUS = ("&File", "&Edit", "&View", "Ven&dor", "&Assessment", "&Notice", "&Report", "&Help")
FACTS = (
    ("entity", "Legal entity", "Carrier Norte Serviços S.A., São Paulo"),
    ("role", "Role", "Sub-processor, third party"),
    ("service", "Service", "SMS termination in Latin America, used by Messaging and Verify"),
    ("data", "Personal data", "Phone number, message text, delivery status"),
    ("contract", "Contract", "2021-044, signed 2 May 2021, renewed each year"),
    ("contact", "Privacy contact", "Luísa Prado, privacidade@carriernorte.example"),
)


class Memory:
    """A store that forgets with the process."""

    def __init__(self):
        self.kept = {}

    def get(self, key):
        return self.kept.get(key, "")

    def put(self, key, value):
        self.kept[key] = value


def places():
    return [
        [Place(key=key, text=tr(text), drawing=drawing) for key, text, drawing in group] for group in GROUPS
    ]


def some_commands():
    commands = Commands()
    for number, menu in enumerate(MENUS):
        commands.add(Command(key=f"sample{number}", menu=tr(menu), text=tr("Sample"), run=lambda: None))
    return commands


def frame(store=None, commands=None):
    window = MainFrame(
        title=tr("vendorrisk"),
        groups=places(),
        commands=commands or some_commands(),
        store=store or Memory(),
    )
    for group in GROUPS:
        for key, text, _drawing in group:
            window.register(key, lambda text=text: Page(PageHead(tr(text))))
    window.register("home", home_page)
    window.register("vendor", vendor_page, place="vendors")
    window.register("change", change_page, place="changes")
    window.register("controls", controls_page, place="reports")
    window.nav.set_counts({"home": 9, "assessments": 4, "findings": 3, "documents": 5, "changes": 2})
    window.nav.set_foot("Example Telecom", tr("Ana Novak, analyst"))
    window.status.say_saved(tr("Saved {time}", time="14:02"))
    window.status.offer_undo(tr("change owner of Ostvik Data Centres"))
    return window


def beside(*widgets, gap=16, stretches=()):
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, stretches[number] if number < len(stretches) else 0)
    if not stretches:
        row.addStretch(1)
    return holder


def under(*widgets, gap=16):
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return holder


def home_page():
    head = PageHead(tr("My week"), beside=tr("Monday 23 November 2026"))
    head.add_action(SegmentedControl([("all", tr("Everybody")), ("mine", tr("Only mine"))], name=tr("Whose")))
    head.add_action(secondary(tr("Draft reminders…")))
    page = Page(head)
    page.hints = (tr("Backup today 08:55"),)
    tasks = Panel(tr("Overdue"), count=2)
    tasks.add_stretch()
    side = under(register_panel(), since_panel())
    side.setFixedWidth(280)
    upper = beside(tasks, side, stretches=(1,))
    upper.setMinimumHeight(440)
    page.add(upper)
    lanes = Panel(tr("Next 90 days"), note=tr("23 Nov 2026 to 20 Feb 2027"))
    lanes.add_stretch()
    page.add(lanes, 1)
    return page


def register_panel():
    panel = Panel(tr("Register"))
    panel.add_gap(12)
    panel.add(beside(figure("62", tr("active vendors"), role=FontRole.BIG_NUMBER)))
    for name, have in (
        (tr("Assessed in 12 months"), 58),
        (tr("Valid agreement"), 60),
        (tr("Valid certificate or report"), 55),
    ):
        panel.add_gap(8)
        amount = Label(tr("{have} of {all}", have=have, all=62), role=FontRole.MEDIUM)
        panel.add(beside(ElidingLabel(name), amount, stretches=(1,)))
        bar = QProgressBar()
        bar.setRange(0, 62)
        bar.setValue(have)
        bar.setTextVisible(False)
        bar.setAccessibleName(name)
        panel.add_gap(4)
        panel.add(bar)
    panel.add_stretch()
    panel.setMinimumHeight(252)
    return panel


def since_panel():
    panel = Panel(tr("Since Friday"))
    panel.add_link(tr("Activity"))
    for who, what in (
        ("M. Horvat", tr("closed 2 findings")),
        ("P. Kimura", tr("added a SOC 2 report")),
        ("E. Lind", tr("sent 3 questionnaires")),
        ("M. Horvat", tr("created change 2026-07")),
    ):
        row = Phrase(Piece(text=who, role=FontRole.MEDIUM), Piece(text=what, tone="text2"), gap=5)
        row.setFixedHeight(28)
        panel.add(row)
    panel.add_gap(6)
    return panel


def vendor_page():
    head = PageHead("Carrier Norte S.A.", back_to=tr("Vendors"))
    head.set_chips(
        [
            Chip(Status(Kind.SERIOUS, tr("High"))),
            Chip(Status(Kind.INFO, tr("In review"))),
        ]
    )
    for text in (tr("Raise finding…"), tr("Send questionnaire"), tr("Start change…")):
        head.add_action(secondary(text))
    menu = QMenu()
    menu.addAction(tr("Archive"))
    head.add_action(more_button(menu, tr("More")))
    head.set_line(
        (
            tr("SMS carrier, Brazil"),
            tr("Engaged 2 May 2021"),
            tr("Owner M. Horvat"),
            tr("86 customers affected"),
        )
    )
    head.add_to_line(Label(tr("4 of 19 outside the EEA"), tone="text2"))
    page = Page(head)
    tabs = TabBar(name=tr("Vendor"))
    for name, count in (
        (tr("Overview"), None),
        (tr("Assessments"), 6),
        (tr("Documents"), 4),
        (tr("Findings"), 2),
        (tr("Locations and transfers"), None),
        (tr("Notices"), 3),
        (tr("Log"), None),
    ):
        tabs.add(name, count=count)
    page.add_tabs(tabs)
    attention = Panel(tr("Needs attention"), count=3)
    attention.setMinimumHeight(160)
    attention.add(
        beside(Label(tr("No signed DPA on file"), role=FontRole.MEDIUM), primary(tr("Add document")))
    )
    attention.add_stretch()
    facts = Panel(tr("Facts"), gap=7, foot=7)
    facts.add(fact_list(), bleed=FACT_BLEED)
    facts.add_stretch()
    facts.setMinimumHeight(204)
    left = under(attention, facts)
    left.setFixedWidth(718)
    right = Panel(tr("Risk"))
    right.add_link(tr("How it is computed"))
    right.add(figure("72", tr("of 100, high"), role=FontRole.SCORE))
    right.add_stretch()
    page.add(beside(left, right, stretches=(0, 1)), 1)
    return page


def fact_list():
    facts = FactList()
    for key, label, text in FACTS:
        facts.add(key, tr(label), TextField)
        facts.set_fact(key, text, text)
    return facts


def change_page():
    head = PageHead("Add Norte Cloud S.A.", back_to=tr("Changes"))
    head.set_chips([Chip(Status(Kind.INFO, tr("Letters ready")))])
    head.add_action(secondary(tr("Evidence bundle…")))
    sent = secondary(tr("Mark as sent…"))
    sent.disable_because(tr("No letter was created yet."))
    head.add_action(sent)
    head.add_action(primary(tr("Create 148 letters")))
    head.set_line(
        (tr("Change 2026-07"), tr("Hosting of message logs in São Paulo, Brazil"), tr("Owner A. Novak"))
    )
    page = Page(head)
    names = ("What changes", "Who is affected", "Dates", "Text", "Letters", "Window", "Live")
    steps = Stepper([tr(name) for name in names], name=tr("Steps"))
    done, ahead = [StepState.DONE] * 4, [StepState.AHEAD] * 2
    steps.set_states([*done, StepState.CURRENT, *ahead])
    page.add_steps(steps)
    strip = FigureStrip(
        [
            Figure(value="148", unit=tr("of 412"), caption=tr("customers affected")),
            Figure(value=tr("1 Dec"), unit="2026", caption=tr("notice goes out, in 8 days")),
            Figure(value=tr("2 Feb"), unit="2027", caption=tr("goes live, earliest for all")),
        ]
    )
    strip.setFixedWidth(694)
    page.add(strip)
    page.column.addStretch(1)
    return page


def a_form():
    form = Form()
    form.add_heading(tr("Who"))
    form.add("name", tr("Legal name"), TextField(placeholder=tr("As in the contract")), required=True)
    form.add("country", tr("Country"), CountryField([("BR", "Brazil"), ("HR", "Croatia"), ("IE", "Ireland")]))
    form.add("tier", tr("Tier"), ChoiceField([("high", tr("High")), ("low", tr("Low"))]))
    form.add("since", tr("Engaged on"), DateField(), hint=tr("The day of the signature."))
    form.add("days", tr("Notice"), NumberField(most=365, unit=tr("days")))
    form.add("group", tr("Group"), CheckField(tr("Company of our group")))
    form.add("notes", tr("Notes"), MultiLineField(lines=3))
    form.load({"name": "Carrier Norte S.A.", "country": "BR", "since": date(2021, 5, 2), "days": 30})
    return form


def all_buttons():
    menu = QMenu()
    menu.addAction(tr("Set tier"))
    off = primary(tr("Finish review"))
    off.disable_because(tr("37 questions have no verdict."))
    return beside(
        primary(tr("New vendor")), secondary(tr("Export…")), quiet(tr("Add filter")),
        danger(tr("Erase")), link(tr("Ask to renew")), off, MenuButton(tr("More"), menu),
        IconButton(Icon.COLUMNS, tr("Columns")), key_hint(tr("Alt+1")), gap=8,
    )  # fmt: skip


def small_buttons():
    menu = QMenu()
    menu.addAction(tr("Set tier"))
    return beside(
        secondary(tr("Send questionnaire"), small=True),
        MenuButton(tr("More"), menu, small=True), IconButton(Icon.CROSS, tr("Clear"), small=True),
        link(tr("Send reminder"), small=True), gap=8,
    )  # fmt: skip


def controls_page():
    page = Page(PageHead(tr("Controls"), beside=tr("everything a page is made of")))
    buttons = Panel(tr("Buttons"))
    buttons.add(all_buttons())
    buttons.add_gap(8)
    buttons.add(small_buttons())
    form = Panel(tr("Form"))
    shown = a_form()
    shown.show_problem(
        "since", tr("03/04/2026 can be 3 April or 4 March."), tr("Write it as 2026-04-03 or 2026-03-04.")
    )
    form.add(shown)
    form.add_stretch()
    empty = Panel(tr("Empty"))
    empty.add(
        EmptyState(
            tr("No vendors yet. Import your Excel register, add one, or open the sample."),
            first=primary(tr("New vendor")),
            second=secondary(tr("Import…")),
        )
    )
    banners = [Banner(kind, tr("A message of this kind, with what to do about it.")) for kind in Kind]
    left, right = under(buttons, form), under(*banners, empty, gap=8)
    page.add_scrolled(beside(left, right, stretches=(1, 1)))
    return page
