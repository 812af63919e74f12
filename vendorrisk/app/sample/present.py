"""The sample's present: a change under way with objections, a vendor in due diligence, answers to review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.app.sample.recipe import named
from vendorrisk.domain.diligence.records import Assessment
from vendorrisk.domain.register.records import Stage
from vendorrisk.usecases.diligence import assessments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.app.sample.build import Step
    from vendorrisk.app.sample.past import Past
    from vendorrisk.app.sample.recipe import SampleVendor
    from vendorrisk.app.sample.whole_way import WholeWay

OBJECTIONS = (
    (7, "Our bank's policy excludes Brazil.", "Location"),
    (31, "Please tell us who can read the logs.", "Location"),
)


@dataclass
class Present:
    """What goes on today, begun in the last two months."""

    way: WholeWay
    past: Past
    today: date

    def steps(self) -> Iterator[Step]:
        """Each step with how many days ago it happened."""
        norte, northgate, eastline = (
            named(self.past.recipe, stage) for stage in ("announced", "diligence", "reassessment")
        )
        planned = self.today + timedelta(days=70)
        yield 75, partial(self.way.engage, norte)
        yield 62, partial(self.way.approve, norte, Stage.APPROVED_WITH_CONDITIONS)
        yield 24, partial(self._ask_again, eastline)
        yield 18, partial(self._question, northgate)
        yield 12, partial(self.way.announce, norte, planned)
        yield 3, partial(self.way.object, norte, OBJECTIONS)
        yield 3, partial(self._answered, eastline)

    def _question(self, vendor: SampleVendor) -> None:
        engagement_id = self.way.add(vendor)
        self.way.move(engagement_id, Stage.TRIAGED, Stage.IN_DUE_DILIGENCE)
        made = assessments.start(self.way.office, engagement_id, "privacy-security")
        target = self.way.folder / "outputs" / "Northgate questionnaire.xlsx"
        assessments.write_workbook(self.way.office, made.id, target)

    def _ask_again(self, vendor: SampleVendor) -> None:
        _, engagement = self.past.found(vendor)
        assessments.start(self.way.office, engagement.id, "annual-delta")

    def _answered(self, vendor: SampleVendor) -> None:
        _, engagement = self.past.found(vendor)
        with self.way.office.book.reading() as reader:
            made = reader.find(Assessment, engagement_id=engagement.id)[-1]
        self.past.answer(made.id, vendor, judge=False)
