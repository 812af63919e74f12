"""Importing a published list: one undoable step, never approved, nothing twice, nothing planned as in use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.books import dump
from tests.support.law import framework_decision
from tests.support.offices import TODAY, AllAlike, make_office, put, stored
from vendorrisk.app.files import OutsideFiles
from vendorrisk.app.wiring import child_argv
from vendorrisk.domain.decision.records import Decision
from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.register.public_list import as_list_row
from vendorrisk.domain.register.published import KIND_UNSAID, ListRead, ListRow, is_kind_unsaid
from vendorrisk.domain.register.records import (
    Engagement,
    Flow,
    Location,
    LocationKind,
    Origin,
    Service,
    Stage,
    Vendor,
    VendorKind,
)
from vendorrisk.store.tables import KINDS
from vendorrisk.usecases.checks import problems_of
from vendorrisk.usecases.register.list_import import ImportAs, RowAction, import_list, read_list
from vendorrisk.usecases.register.places import edit_place
from vendorrisk.usecases.register.publishing import Profile, prepare
from vendorrisk.usecases.workspace.settings import change_setting


@pytest.fixture
def office():
    office = make_office()
    change_setting(office, "company", "Acme Telecom")
    change_setting(office, "country", "HR")
    put(office, framework_decision())
    return office


def a_row(name="Norte Cloud S.A.", **facts):
    return ListRow(**{"name": name, "purpose": "Hosting", "source": "list.md:3"} | facts)


def read(*rows, problems=()):
    return ListRead(rows=rows, problems=problems)


def published(office):
    with office.book.reading() as reader:
        return prepare(office, reader, Profile.GLOBAL)


def test_what_is_imported_is_in_use_since_before_and_approved_by_nobody(office):
    done = import_list(office, read(a_row(since=date(2024, 5, 1))))
    (planned,) = done.rows
    (engagement,) = stored(office, Engagement)
    assert (planned.action, planned.engagement_id) == (RowAction.NEW, engagement.id)
    assert (engagement.stage, engagement.origin) == (Stage.LIVE, Origin.IN_USE_BEFORE)
    assert (engagement.live_since, engagement.anchor) == (date(2024, 5, 1), None)
    assert stored(office, Decision) == []
    assert [one.name for one in stored(office, Service)] == [{"en": "All services"}]


def test_a_place_says_beside_its_country_only_what_the_country_does_not_say():
    office = make_office(foreign=OutsideFiles(lambda: child_argv("_read")))
    written = {
        "One": ("United States (us-east-1)", ("US",)), "Two": ("Frankfurt (Germany)", ("DE",)),
        "Three": ("Germany (Frankfurt), USA (us-east-1), Ireland", ("DE", "US", "IE")),
        "Four": ("us-east-1 and eu-central-1", ("US", "DE")),
    }  # fmt: skip
    rows = [a_row(name, place_text=text, storage=codes) for name, (text, codes) in written.items()]
    import_list(office, read(*rows))
    vendors = {one.id: one.name for one in stored(office, Vendor)}
    named = {one.id: vendors[one.vendor_id] for one in stored(office, Engagement)}
    told = {(named[one.engagement_id], one.country): one.place for one in stored(office, Location)}
    assert told == {
        ("One", "US"): "us-east-1", ("Two", "DE"): "Frankfurt", ("Three", "DE"): "Frankfurt",
        ("Three", "US"): "us-east-1", ("Three", "IE"): "", ("Four", "US"): "", ("Four", "DE"): "",
    }  # fmt: skip


def test_drafts_are_drafts_of_the_service_that_was_named(office):
    import_list(office, read(a_row(since=date(2024, 5, 1))), service="SMS", become=ImportAs.DRAFT)
    (engagement,) = stored(office, Engagement)
    assert (engagement.stage, engagement.origin, engagement.live_since) == (
        Stage.DRAFT,
        Origin.REGISTERED,
        None,
    )
    assert [one.code for one in stored(office, Service)] == ["SMS"]


def test_what_is_only_planned_is_never_in_use(office):
    import_list(office, read(a_row(status="planned", planned_from=date(2027, 2, 1))))
    (engagement,) = stored(office, Engagement)
    assert (engagement.stage, engagement.origin) == (Stage.DRAFT, Origin.REGISTERED)
    assert (engagement.planned_live, engagement.live_since) == (date(2027, 2, 1), None)


def test_what_a_list_merely_calls_a_location_is_marked_until_somebody_says_what_happens_there(office):
    import_list(office, read(a_row(storage=("BR",), locations=("BR", "US"), access=("IN",))))
    (marked,) = [one for one in stored(office, Location) if is_kind_unsaid(one.purpose)]
    assert (marked.country, marked.kind) == ("US", LocationKind.STORAGE)
    (public,) = published(office).rows
    assert (public.storage, [one.country for one in public.access]) == (("BR",), ["IN"])
    assert public.locations == ("US",)
    typed = {"country": "US", "purpose": KIND_UNSAID}
    edit_place(office, [marked.id], typed, stores=False, reaches=True)
    (public,) = published(office).rows
    assert (sorted(one.country for one in public.access), public.locations) == (["IN", "US"], ())


def test_what_two_rows_of_one_list_say_of_the_data_is_kept_together(office):
    rows = (a_row(data="Names"), a_row(data="Logs"), a_row(data="Names"))
    import_list(office, read(*rows))
    (engagement,) = stored(office, Engagement)
    assert engagement.data_note == {"en": "Names; Logs"}
    import_list(office, read(a_row(data="Messages")))
    assert stored(office, Engagement) == [engagement]


def test_a_country_that_was_only_inferred_is_not_published_as_storage(office):
    import_list(office, read(a_row(locations=("US",), assumed=True)))
    (public,) = published(office).rows
    assert (public.storage, public.locations) == ((), ("US",))


def test_the_mark_of_a_location_is_cleared_by_hand(office):
    import_list(office, read(a_row(locations=("US",))))
    (marked,) = stored(office, Location)
    edit_place(office, [marked.id], {"purpose": ""}, stores=True, reaches=False)
    assert published(office).rows[0].storage == ("US",)


def test_a_location_of_a_known_kind_teaches_nothing(office):
    import_list(office, read(a_row(access=("US",))))
    again = import_list(office, read(a_row(locations=("US",))))
    assert again.rows[0].action is RowAction.SAME
    assert [one.kind for one in stored(office, Location)] == [LocationKind.ACCESS]


def test_locations_of_an_untold_kind_are_told_of_once_with_their_count(tmp_path):
    office = make_office(foreign=OutsideFiles(lambda: child_argv("_read")))
    path = tmp_path / "list.md"
    path.write_text(
        "# Sub-processors\n\n| Name | Purpose | Location |\n|---|---|---|\n"
        "| Alpha GmbH | Hosting | Germany |\n| Beta Inc. | Mail | US |\n| Gamma Ltd | Search | |\n"
    )
    (told,) = [one for one in read_list(office, path).problems if one.what.key == "import.kind_unsaid"]
    assert (told.where, told.what.params["count"], told.level) == ("list.md", 2, Level.WARNING)
    path.write_text(path.read_text().replace("Location", "Data stored in"))
    assert "import.kind_unsaid" not in {one.what.key for one in read_list(office, path).problems}


def test_the_data_of_an_imported_list_is_published_again(office):
    import_list(office, read(a_row(data="Recipient’s number; delivery receipts"), a_row("Beta", data="Logs")))
    rows = published(office).rows
    assert {as_list_row(one).data for one in rows} == {"Recipient’s number; delivery receipts", "Logs"}


def test_a_mere_location_counts_as_storage_and_the_mechanism_goes_with_each_place(office):
    row = a_row(storage=("BR",), locations=("US",), access=("IN",), mechanism=("SCC_2021_914", "DPF"))
    import_list(office, read(row))
    kinds = {(one.country, one.kind) for one in stored(office, Location)}
    assert kinds == {("BR", LocationKind.STORAGE), ("US", LocationKind.STORAGE), ("IN", LocationKind.ACCESS)}
    flows = stored(office, Flow)
    assert {(one.importer_country, one.mechanism) for one in flows} == {
        (country, "SCC_2021_914") for country in ("BR", "US", "IN")
    }
    assert {one.importer_country: one.fallback for one in flows} == {"BR": "", "US": "DPF", "IN": ""}
    assert {(one.exporter, one.exporter_country) for one in flows} == {("Acme Telecom", "HR")}


def test_what_is_said_of_places_inside_the_eea_is_no_mechanism_for_the_others(office):
    import_list(office, read(a_row(storage=("DE", "IN"), mechanism=("NOT_A_TRANSFER", "SCC_2021_914"))))
    (flow,) = stored(office, Flow)
    assert (flow.importer_country, flow.mechanism, flow.fallback) == ("IN", "SCC_2021_914", "")


@pytest.mark.parametrize("country", ["DE", "NO", "EU", "EEA"])
def test_a_place_inside_the_eea_gets_no_mechanism(office, country):
    import_list(office, read(a_row(locations=(country,), mechanism=("SCC_2021_914",))))
    assert len(stored(office, Location)) == 1
    assert stored(office, Flow) == []


@pytest.mark.parametrize(
    ("facts", "keys"),
    [
        ({"locations": ("LU",), "mechanism": ("OLD_SCC",)}, ["import.ground_unused"]),
        ({"mechanism": ("OLD_SCC",)}, ["import.ground_placeless"]),
        ({"locations": ("LU",), "mechanism": ("NOT_A_TRANSFER",)}, []),
        ({"locations": ("LU", "US"), "mechanism": ("DPF",)}, []),
        ({"locations": ("US",)}, []),
        ({"locations": ("US",), "mechanism": ("DPF", "SCC_2021_914", "BCR_P")}, ["import.grounds_left"]),
        ({"locations": ("IN",), "mechanism": ("NOT_A_TRANSFER", "SCC_2021_914")}, []),
    ],
)
def test_a_ground_that_becomes_no_transfer_is_said_to_be_left_out(office, facts, keys):
    problems = import_list(office, read(a_row(**facts))).problems
    assert [(one.where, one.what.key) for one in problems] == [("list.md:3", key) for key in keys]


def test_an_affiliate_is_marked_and_only_a_safe_address_is_kept(office):
    rows = (
        a_row("Acme Ltda", affiliate=True, seat="BR", website="https://acme.example"),
        a_row("Other", seat="EEA", website="http://other.example"),
    )
    import_list(office, read(*rows))
    first, second = sorted(stored(office, Vendor), key=lambda one: one.name)
    assert (first.kind, first.country, first.website) == (VendorKind.AFFILIATE, "BR", "https://acme.example")
    assert (second.kind, second.country, second.website) == (VendorKind.THIRD_PARTY, "", "")


def test_the_same_list_again_is_the_same(office):
    rows = (a_row(locations=("BR",)), a_row("Other", locations=("US",)))
    import_list(office, read(*rows))
    before = dump(office.book.writer), office.book.head()
    assert [one.action for one in import_list(office, read(*rows)).rows] == [RowAction.SAME, RowAction.SAME]
    assert (dump(office.book.writer), office.book.head()) == before


def test_another_purpose_is_another_engagement_and_another_place_is_added(office):
    import_list(office, read(a_row(locations=("BR",))))
    done = import_list(office, read(a_row(purpose="Support"), a_row(locations=("BR", "CL"))))
    assert [one.action for one in done.rows] == [RowAction.NEW_ENGAGEMENT, RowAction.MORE_PLACES]
    assert (len(stored(office, Vendor)), len(stored(office, Engagement)), len(stored(office, Location))) == (
        1,
        2,
        2,
    )


def test_a_likeness_only_warns():
    alike = make_office(likeness=AllAlike())
    done = import_list(alike, read(a_row("Twirlio"), a_row("Twilrio")))
    assert len(stored(alike, Vendor)) == 2
    (warning,) = done.problems
    assert (warning.level, warning.where) == (Level.WARNING, "list.md:3")


def test_two_legal_forms_in_one_list_are_two_companies_also_the_second_time(office):
    twins = read(a_row("Acme d.o.o.", storage=("RS",)), a_row("Acme Pvt Ltd", storage=("IN",)))
    for action in (RowAction.NEW, RowAction.SAME):
        assert [one.action for one in import_list(office, twins).rows] == [action, action]
    assert [one.name for one in stored(office, Vendor)] == ["Acme d.o.o.", "Acme Pvt Ltd"]
    assert [one.country for one in stored(office, Location)] == ["RS", "IN"]


@pytest.mark.parametrize("again", ["Acme Limited", "ACME, Ltd.", "Acme"])
def test_one_company_may_be_spelt_in_two_ways(office, again):
    import_list(office, read(a_row("Acme Ltd"), a_row(again, purpose="Support")))
    assert len(stored(office, Vendor)) == 1


def test_what_the_reader_found_doubtful_is_passed_on(office):
    doubt = Problem("list.md:9", msg("a"), msg("b"))
    assert import_list(office, read(problems=(doubt,))).problems == (doubt,)


def test_an_import_is_taken_back_whole(office):
    before = dump(office.book.writer)
    import_list(office, read(a_row(locations=("BR",), mechanism=("SCC_2021_914",)), a_row("Other")))
    office.book.undo()
    assert dump(office.book.writer) == before


def test_a_preview_shows_everything_and_keeps_nothing(office):
    before = dump(office.book.writer), office.book.head()
    trying = replace(office, book=office.book.trying_out())
    assert [one.action for one in import_list(trying, read(a_row())).rows] == [RowAction.NEW]
    assert (dump(office.book.writer), office.book.head()) == before


MIXED = """# Sub-processors

| Entity | Purpose | Country | Safeguard |
|---|---|---|---|
| Norte Cloud S.A. | Hosting | Brazil, Germany | Standard Contractual Clauses |
| Eastline Ltd | Support | United Kingdom | Adequacy |
"""


def test_everything_that_a_real_file_brings_in_could_have_been_typed(office, tmp_path):
    (tmp_path / "list.md").write_text(MIXED, encoding="utf-8")
    done = import_list(office, OutsideFiles(lambda: child_argv("_read")).published_list(tmp_path / "list.md"))
    assert [one.row.name for one in done.rows] == ["Norte Cloud S.A.", "Eastline Ltd"]
    with office.book.reading() as reader:
        for kind in KINDS.values():
            for record in reader.find(kind):
                assert [one for one in problems_of(record, TODAY) if one.level is Level.ERROR] == []
