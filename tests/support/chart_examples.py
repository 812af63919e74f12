"""Small charts with invented data, for the tests of what they do and how they look."""

from __future__ import annotations

from datetime import date

from vendorrisk.ui.widgets.charts.bars import Reason, ReasonBars, Share, ShareBars
from vendorrisk.ui.widgets.charts.calendar import Calendar, ClosedDays, Lane, LaneMark, Window
from vendorrisk.ui.widgets.charts.expiry import ExpiryChart, Month
from vendorrisk.ui.widgets.charts.heatmap import Heat, HeatCell, HeatMap
from vendorrisk.ui.widgets.charts.lanes import LanesChart
from vendorrisk.ui.widgets.charts.line import Point
from vendorrisk.ui.widgets.charts.timeline import Event, Timeline
from vendorrisk.ui.widgets.charts.windows import NoticeRow, NoticeWindows, WindowsChart
from vendorrisk.ui.widgets.tokens import Kind

TODAY = date(2026, 11, 23)


def lanes() -> LanesChart:
    chart = LanesChart(name="Next 90 days")
    chart.show_calendar(
        Calendar(
            today=TODAY,
            lanes=(
                Lane(
                    title="Assessments",
                    kind=Kind.INFO,
                    marks=(
                        LaneMark(key="a1", day=date(2026, 11, 27), words="1 assessment due", count=1),
                        LaneMark(key="a2", day=date(2026, 12, 4), words="2 assessments due", count=2),
                        LaneMark(key="gone", day=date(2027, 6, 1), words="beyond", count=1),
                    ),
                ),
                Lane(
                    title="Documents",
                    kind=Kind.WARN,
                    marks=(LaneMark(key="d1", day=date(2026, 12, 3), words="ISO 27001 expires"),),
                ),
            ),
            windows_title="Notices",
            windows=(
                Window(
                    key="w1",
                    begins=date(2026, 12, 1),
                    ends=date(2027, 2, 2),
                    title="Change 2026-07",
                    end="Live 2 Feb",
                    beside="Change 2026-07 live 2 Feb",
                    words="Change 2026-07 goes live on 2 Feb 2027",
                ),
            ),
            closed=(ClosedDays(first=date(2026, 12, 24), last=date(2027, 1, 1), title="Office closed"),),
        )
    )
    return chart


def windows() -> WindowsChart:
    chart = WindowsChart(name="Notice windows")
    rows = (
        NoticeRow(key="14", terms="14 days", sent_by="E-mail", customers=58, ends=date(2026, 12, 15)),
        NoticeRow(
            key="60", terms="60 days", sent_by="Letter", customers=1, ends=date(2027, 2, 1), serious=True
        ),
        NoticeRow(key="c", terms="Written consent", sent_by="E-mail", customers=6, note="2 of 6 have agreed"),
    )
    chart.show_windows(NoticeWindows(starts=date(2026, 12, 1), live=date(2027, 2, 2), rows=rows))
    return chart


def heat() -> HeatMap:
    chart = HeatMap(name="Impact by level of assurance")
    cells = tuple(
        tuple(HeatCell(key=f"{row}{column}", count=row * column, level=column) for column in range(5))
        for row in range(5)
    )
    names = ("Strong", "Good", "Fair", "Weak", "Nothing")
    steps = ("Very high", "High", "Medium", "Low", "Very low")
    chart.show_heat(
        Heat(rows_title="Impact", rows=steps, columns_title="assurance", columns=names, cells=cells)
    )
    return chart


def expiry() -> ExpiryChart:
    chart = ExpiryChart(name="Certificates that expire")
    chart.show_months(
        [
            Month(key="11", first=date(2026, 11, 1), count=1, soon=True),
            Month(key="12", first=date(2026, 12, 1), count=0),
            Month(key="01", first=date(2027, 1, 1), count=4),
        ]
    )
    return chart


def timeline() -> Timeline:
    chart = Timeline(name="Timeline")
    chart.show_events(
        [
            Event(
                key="e2", day=date(2026, 11, 20), kind=Kind.INFO, title="Answers received", detail="61 of 64"
            ),
            Event(key="e1", day=date(2021, 5, 2), kind=Kind.GOOD, title="Engaged"),
        ]
    )
    return chart


def line(kind):
    chart = kind(name="Score", what="Score")
    chart.show_points(
        [
            Point(key=str(year), when=str(year), value=value, said=f"{value} of 100")
            for year, value in ((2024, 50), (2025, 50), (2026, 72))
        ]
    )
    return chart


def reasons() -> ReasonBars:
    chart = ReasonBars(name="Reasons")
    chart.show_reasons(
        [
            Reason(key="m", label="Message content", points=30),
            Reason(key="d", label="No signed DPA", points=22, avoidable=True),
        ]
    )
    return chart


def shares() -> ShareBars:
    chart = ShareBars(name="Register")
    chart.show_shares(
        [
            Share(key="a", label="Valid agreement", part=60, whole=62),
            Share(key="b", label="x", part=0, whole=0),
        ]
    )
    return chart
