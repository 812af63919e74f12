"""The sample's past: an imported register, agreements and certificates, customers, and yearly assessments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import cycle, islice
from typing import TYPE_CHECKING

from vendorrisk.app.sample.answers import good_answers
from vendorrisk.app.sample.recipe import COMPANY, SERVICES, SHARES, customers, named
from vendorrisk.domain.diligence.clauses import CLAUSES
from vendorrisk.domain.diligence.records import Assessment, ClauseResult, Severity, Verdict
from vendorrisk.domain.notice.customer_file import CustomersRead
from vendorrisk.domain.notice.records import ObjectionState
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.published import ListRead, ListRow
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    Flow,
    FourthParty,
    Location,
    Role,
    Service,
    Stage,
    Vendor,
)
from vendorrisk.domain.register.vocabulary import Mechanism
from vendorrisk.domain.review.quarters import Quarter, quarter_of
from vendorrisk.usecases import editing
from vendorrisk.usecases.diligence import answer_review, assessments, documents, findings
from vendorrisk.usecases.notice.customer_import import import_customers
from vendorrisk.usecases.register.list_import import import_list
from vendorrisk.usecases.register.publishing import Profile, publish
from vendorrisk.usecases.review.quarterly import freeze
from vendorrisk.usecases.workspace import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vendorrisk.app.sample.build import Step
    from vendorrisk.app.sample.recipe import SampleVendor
    from vendorrisk.app.sample.whole_way import WholeWay
    from vendorrisk.usecases.office import Office

IN_USE = ("live", "overdue", "due", "reassessment", "late")
# Days before today on which the last yearly assessment was finished, by what the vendor stands for.
LAST_ASSESSED = {"overdue": 377, "due": 356, "reassessment": 352}
LOCKED = "CDP"
"""The service whose customers may have their data locked to the EU."""
EXCEPTED = {"BA": "Customer data platform: complex troubleshooting by the group company in Sarajevo."}
SHIFTS = {"BA": "Support from 06:00 to 18:00 UTC", "SG": "Support from 18:00 to 06:00 UTC"}
FURTHER = {
    "Greyheron Cloud": (
        {"name": "Stonemere Backup Inc.", "country": "US", "purpose": "Copies of backups",
         "mechanism": "SCC_2021_914"},
    ),
    "Corvid Monitoring Ltd": ({"name": "Laurel Paging Ltd", "country": "IE", "purpose": "Alarms by phone"},),
}  # fmt: skip
"""To whom sub-processors pass data on."""
CARRIERS = {"Carrier Norte S.A.": "SMS", "Palmeira Telecom": "VOICE"}
"""Licensed operators, which also decide for themselves on the traffic data of their own networks."""
OWN_DATA = "The carrier's own traffic and billing data"
CARRIER_RATIONALE = (
    "Keeps the traffic data of its own network under telecom law and for its own billing "
    "(Directive 2002/58/EC Articles 5, 6 and 9), and decides on that itself."
)
POSITION = "Position of counsel Dr. Example: disclosure to the carrier that ends the message or call."
LISTS = ((640, Profile.GLOBAL), (310, Profile.GLOBAL), (300, Profile.EU_REGION_LOCKED), (90, Profile.GLOBAL))
"""Days before today on which lists were published."""
OBJECTION = (5, "Why do our numbers leave Europe?", "Location")
CONVINCED = "Convinced: numbers alone are passed on, and New Zealand has an adequacy decision."
CERTIFICATES = {"ISO27001": ("ISO 27001", "2022"), "PCI": ("PCI DSS", "4.0.1")}
"""How a certificate is called by people, and its edition."""


@dataclass
class Past:
    """Two years up to now, in order."""

    office: Office
    today: date
    recipe: list[SampleVendor]
    folder: Path
    scratch: Path

    def steps(self, way: WholeWay) -> Iterator[Step]:
        """Each step with how many days ago it happened."""
        yield 730, self._settings
        yield 728, self._register
        for number, vendor in enumerate(self._in_use()):
            yield 725 - number, partial(self._facts, vendor)
        yield 690, self._carriers
        yield 680, self._customers
        yield from self._without_objection(way, named(self.recipe, "announced-before"))
        yield from self._with_objection(way, named(self.recipe, "objected-before"))
        for days, vendor, kind in self._assessments():
            yield days, partial(self._assess, vendor, kind)
        for days, profile in LISTS:
            yield days, partial(self._publish, profile)
        for days, quarter in self._quarters():
            yield days, partial(self._freeze, quarter)

    def _without_objection(self, way: WholeWay, vendor: SampleVendor) -> Iterator[Step]:
        """A change of the first year: letters sent, every window ended, gone live on the planned day."""
        live = 540
        yield live + 100, partial(way.engage, vendor)
        yield live + 92, partial(way.approve, vendor, Stage.APPROVED)
        yield live + 85, partial(way.announce, vendor, self._ago(live))
        yield live + 60, partial(way.answered, vendor)
        yield live, partial(way.go_live, vendor)
        yield live - 250, partial(self._assess, vendor, "annual-delta")

    def _with_objection(self, way: WholeWay, vendor: SampleVendor) -> Iterator[Step]:
        """A change of the last quarter that ended: one customer objects, and is convinced."""
        live = (self.today - quarter_of(self.today).previous.first).days - 20
        yield live + 115, partial(way.engage, vendor)
        yield live + 107, partial(way.approve, vendor, Stage.APPROVED)
        yield live + 90, partial(way.announce, vendor, self._ago(live))
        yield live + 84, partial(way.object, vendor, (OBJECTION,))
        yield live + 82, partial(way.settle, vendor, ObjectionState.IN_DISCUSSION, "Asked for a call.")
        yield live + 74, partial(way.settle, vendor, ObjectionState.WITHDRAWN, CONVINCED)
        yield live + 60, partial(way.answered, vendor)
        yield live, partial(way.go_live, vendor)

    def _ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def _in_use(self) -> list[SampleVendor]:
        return [one for one in self.recipe if one.stage in IN_USE]

    def _settings(self) -> None:
        for name, value in (
            ("country", "HR"), ("address", "Ulica primjera 1, 10000 Zagreb"),
            ("contact", "privacy@telecom.example"), ("dpo", "dpo@telecom.example"), ("list_address", "https://telecom.example/sub-processors"),
        ):  # fmt: skip
            settings.change_setting(self.office, name, value)

    def _register(self) -> None:
        for code in SERVICES:
            mine = [one for one in self._in_use() if one.service == code]
            import_list(self.office, ListRead(rows=tuple(_row(one) for one in mine)), service=code)
        with self.office.book.reading() as reader:
            known = {one.code: one for one in reader.find(Service)}
        for code, name in SERVICES.items():
            if code in known:
                locked = "yes" if code == LOCKED else "no"
                editing.edit(self.office, Service, known[code].id, {"name": name, "region_locked": locked})

    def _carriers(self) -> None:
        """Records what carriers do in their own right: their own traffic and billing data (domain.md 1.3).

        They relay messages and calls on our instructions as sub-processors; for what telecom law has them
        keep about their own network they are controllers. Those are two engagements of one vendor.
        """
        for name, service in CARRIERS.items():
            vendor = next(one for one in self.recipe if one.name == name)
            row = ListRow(name=name, purpose=OWN_DATA, storage=(vendor.country,), source="sample",
                          mechanism=(Mechanism.CARRIER_DISCLOSURE,), seat=vendor.country)  # fmt: skip
            (taken,) = import_list(self.office, ListRead(rows=(row,)), service=service).rows
            typed = {"role": Role.INDEPENDENT_CONTROLLER, "role_reviewed_by": "Head of privacy",
                     "role_rationale": CARRIER_RATIONALE, "data_categories": "USAGE", "owner": vendor.owner,
                     "reaches_locked": "no"}  # fmt: skip
            editing.edit(self.office, Engagement, taken.engagement_id, typed)
            with self.office.book.reading() as reader:
                flows = reader.find(Flow, engagement_id=taken.engagement_id)
            for flow in flows:
                held = {"exporter": COMPANY, "exporter_country": "HR", "ground": POSITION,
                        "valid_from": self.office.clock.today().isoformat()}  # fmt: skip
                editing.edit(self.office, Flow, flow.id, held)

    def _facts(self, vendor: SampleVendor) -> None:
        found, engagement = self.found(vendor)
        editing.edit(
            self.office,
            Vendor,
            found.id,
            {"owner": vendor.owner, "address": f"1 High Street, {vendor.country}"},
        )
        self.describe(vendor, engagement.id)
        self.contact(vendor, found.id)
        self.papers(vendor, found.id)

    def contact(self, vendor: SampleVendor, vendor_id: str) -> None:
        """Says whom to ask at a vendor, at an address that no mail reaches."""
        domain = "".join(letter for letter in fold(vendor.name) if letter.isalnum())
        typed = {"name": "Privacy office", "email": f"privacy@{domain}.example"}
        editing.add(self.office, Contact, typed, vendor_id=vendor_id)

    def describe(self, vendor: SampleVendor, engagement_id: str) -> None:
        """Rates an engagement and says what it touches and why it has its role."""
        typed = {
            **vendor.factors, "data_categories": vendor.data, "role_reviewed_by": "Head of privacy",
            "role_rationale": "Acts on our instructions only.", "fourth_parties_complete": "yes",
            "reaches_locked": "yes" if vendor.service == LOCKED or vendor.country in EXCEPTED else "no",
            "owner": vendor.owner,
        }  # fmt: skip
        if vendor.country in EXCEPTED:
            typed["locked_exception"] = EXCEPTED[vendor.country]
        editing.edit(self.office, Engagement, engagement_id, typed)
        with self.office.book.reading() as reader:
            flows = reader.find(Flow, engagement_id=engagement_id)
            places = reader.find(Location, engagement_id=engagement_id)
        for flow in flows:
            editing.edit(self.office, Flow, flow.id, self._flow(flow))
        for place in places if vendor.kind == "affiliate" else ():
            editing.edit(self.office, Location, place.id, {"purpose": SHIFTS[vendor.country]})
        for party in FURTHER.get(vendor.name, ()):
            editing.add(self.office, FourthParty, party, engagement_id=engagement_id)

    def _flow(self, flow: Flow) -> dict[str, str]:
        ahead = (self.today + timedelta(days=240)).isoformat()
        typed = {"exporter": COMPANY, "exporter_country": "HR", "annexes_complete": "yes"}
        if flow.mechanism == "SCC_2021_914":
            typed |= {"module": "3", "tia_outcome": "POSITIVE_WITH_MEASURES", "tia_valid_until": ahead}
        if flow.mechanism == "DPF":
            typed |= {"condition_met": "yes", "next_due": ahead, "fallback": "SCC_2021_914",
                      "checked_on": self.office.clock.today().isoformat()}  # fmt: skip
        return typed

    def papers(self, vendor: SampleVendor, vendor_id: str) -> None:
        """Adds the vendor's agreement, read against the checklist, and its certificates."""
        for kind, days in vendor.documents:
            typed = {"kind": kind, **self._validity(kind, days)}
            document = documents.add_document(self.office, vendor_id, self._paper(vendor, kind), typed)
            if kind == "DPA":
                results = {item.id: ClauseResult.PRESENT for item in CLAUSES}
                documents.review_clauses(self.office, document.id, results)

    def _paper(self, vendor: SampleVendor, kind: str) -> Path | None:
        """The text of an invented agreement, to be kept as evidence; certificates come without a file."""
        if kind != "DPA":
            return None
        path = self.scratch / f"DPA {vendor.name}.txt"
        path.write_text(
            f"Invented for the sample: agreement of {COMPANY} with {vendor.name}.\n", encoding="utf-8"
        )
        return path

    def _validity(self, kind: str, days: int | None) -> dict[str, str]:
        scope = {"covers_vendor": "yes", "covers_service": "yes", "covers_sites": "yes"}
        if days is None:
            return {
                "title": "Data processing agreement",
                "valid_from": self.office.clock.today().isoformat(),
                "acceptance": "SIGNATURE",
            }
        if kind == "SOC2_II":
            return {**scope, "title": "SOC 2 type II report", "criteria": "CC;A;C", "opinion": "unqualified",
                    "period_start": self._day(days - 364), "period_end": self._day(days)}  # fmt: skip
        name, edition = CERTIFICATES.get(kind, (kind, ""))
        if kind == "PCI":
            scope["issued_on"] = self._day(days - 365)
        return {**scope, "title": f"{name} certificate", "edition": edition, "valid_to": self._day(days),
                "valid_from": self._day(days - 1095), "number": f"{kind}-{abs(days):04d}"}  # fmt: skip

    def _day(self, days: int) -> str:
        return (self.today + timedelta(days=days)).isoformat()

    def _customers(self) -> None:
        import_customers(self.office, CustomersRead(rows=tuple(customers())), agreed=True)

    def _assessments(self) -> list[tuple[int, SampleVendor, str]]:
        """Each vendor twice, a year apart, spread over the year; the latest finish decides what is due."""
        planned: list[tuple[int, SampleVendor, str]] = []
        for number, vendor in enumerate(self._in_use()):
            last, between = LAST_ASSESSED.get(vendor.stage, 30 + number * 13), 340
            if vendor.stage == "late":
                last, between = (self.today - quarter_of(self.today).previous.first).days - 40, 380
            planned.append((last, vendor, "annual-delta" if last < 350 else "privacy-security"))
            if last + between < 670:
                planned.append((last + between, vendor, "privacy-security"))
        return planned

    def _publish(self, profile: Profile) -> None:
        publish(self.office, profile, self.folder / "outputs" / "lists", ["html", "csv"])

    def _quarters(self) -> Iterator[tuple[int, Quarter]]:
        """The last four quarters that ended, each reviewed up to two weeks after its end."""
        quarter = quarter_of(self.today).previous
        for _ in range(4):
            yield max((self.today - quarter.last).days - 14, 0), quarter
            quarter = quarter.previous

    def _freeze(self, quarter: Quarter) -> None:
        freeze(self.office, quarter, comment="Discussed with management and the CISO.")

    def _assess(self, vendor: SampleVendor, questionnaire: str) -> None:
        _, engagement = self.found(vendor)
        made = assessments.start(self.office, engagement.id, questionnaire)
        self.answer(made.id, vendor)
        answer_review.finish(self.office, made.id)

    def answer(self, assessment_id: str, vendor: SampleVendor, *, judge: bool = True) -> None:
        """Fills in invented answers and, with `judge`, gives each a verdict in the vendor's shares."""
        with self.office.book.reading() as reader:
            assessment = reader.get(Assessment, assessment_id)
        questionnaire = self.office.questionnaires.get(assessment.questionnaire, assessment.version)
        today = self.office.clock.today()
        answers = good_answers(questionnaire, today, vendor.storage, vendor.access)
        answer_review.save_answers(self.office, assessment_id, answers)
        if not judge:
            return
        meets, partly, fails = SHARES[vendor.verdicts or "good"]
        pattern = [Verdict.MEETS] * meets + [Verdict.PARTLY] * partly + [Verdict.FAILS] * fails
        asked = list(questionnaire.by_id)
        verdicts = dict(zip(asked, islice(cycle(pattern), len(asked)), strict=True))
        verdicts |= {one: Verdict.NA for one in asked if not answers.get(one)}  # about something absent
        answer_review.review_many(self.office, assessment_id, verdicts)
        if vendor.verdicts == "weak":
            self._gap(assessment.engagement_id, assessment_id)

    def _gap(self, engagement_id: str, assessment_id: str) -> None:
        found = findings.raise_finding(
            self.office, engagement_id, Severity.M, "Logs are kept longer than agreed",
            source="PRV-20", assessment_id=assessment_id,
        )  # fmt: skip
        findings.communicate(self.office, found.id, self.office.clock.today())

    def found(self, vendor: SampleVendor) -> tuple[Vendor, Engagement]:
        """The vendor and its engagement in the register."""
        return self.found_by_name(vendor.name)

    def found_by_name(self, name: str) -> tuple[Vendor, Engagement]:
        """The vendor of a name and its engagement as a sub-processor."""
        with self.office.book.reading() as reader:
            known = reader.find(Vendor, name=name)[0]
            return known, reader.find(Engagement, vendor_id=known.id)[0]


def _row(vendor: SampleVendor) -> ListRow:
    mechanism = (vendor.mechanism,) if vendor.mechanism else ()
    return ListRow(
        name=vendor.name, purpose=vendor.purpose, storage=vendor.storage, access=vendor.access,
        mechanism=mechanism, affiliate=vendor.kind == "affiliate", seat=vendor.country, source="sample",
    )  # fmt: skip
