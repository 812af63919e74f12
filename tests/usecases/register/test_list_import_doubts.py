"""What an import says beside its rows: what changed since, who is gone, what is not taken from the list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support.law import framework_decision
from tests.support.offices import TODAY, make_office, put
from vendorrisk.app.files import OutsideFiles
from vendorrisk.app.wiring import child_argv
from vendorrisk.domain.register.published import LEFT_OUT, ListRead, ListRow
from vendorrisk.domain.register.records import Engagement, Stage, Vendor
from vendorrisk.usecases.register.list_import import RowAction, import_list, read_list
from vendorrisk.usecases.register.list_preview import preview

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


@pytest.fixture
def office():
    office = make_office(foreign=OutsideFiles(lambda: child_argv("_read")))
    put(office, framework_decision())
    return office


def a_row(name="Norte Cloud S.A.", **facts):
    return ListRow(**{"name": name, "purpose": "Hosting", "storage": ("US",), "source": "list.md:3"} | facts)


def taken(office, *rows, name="list.md"):
    return import_list(office, ListRead(rows=rows, name=name))


def told(done):
    return [(one.where, one.what.key.removeprefix("import.")) for one in done.problems]


def engagements(office):
    with office.book.reading() as reader:
        return reader.find(Engagement)


@pytest.mark.parametrize(
    ("facts", "stage", "since", "planned"),
    [
        ({"planned_from": YESTERDAY}, Stage.LIVE, YESTERDAY, None),
        ({"planned_from": TODAY}, Stage.LIVE, TODAY, None),
        ({"planned_from": TOMORROW}, Stage.DRAFT, None, TOMORROW),
        ({"planned_from": YESTERDAY, "status": "planned"}, Stage.DRAFT, None, YESTERDAY),
    ],
)
def test_only_a_day_to_come_makes_a_draft(office, facts, stage, since, planned):
    done = taken(office, a_row(**facts))
    (one,) = engagements(office)
    assert (one.stage, one.live_since, one.planned_live) == (stage, since, planned)
    assert [row.stage for row in done.rows] == [stage]
    assert told(done) == ([("list.md:3", "planned_past")] if "status" in facts else [])


@pytest.mark.parametrize(("until", "keys", "rows"), [(YESTERDAY, ["ended"], 0), (TODAY, ["ends"], 1)])
def test_who_has_ended_is_left_out_and_told(office, until, keys, rows):
    done = taken(office, a_row(until=until))
    assert ([key for _, key in told(done)], len(done.rows)) == (keys, rows)
    assert ("import.ended" in LEFT_OUT, len(engagements(office))) == (True, rows)


def test_what_a_newer_list_says_otherwise_is_told_and_changes_nothing(office):
    taken(office, a_row(storage=("US", "DE"), mechanism=("DPF",), data="Names"))
    done = taken(office, a_row(mechanism=("SCC_2021_914",), data="Names, messages"))
    assert [one.action for one in done.rows] == [RowAction.SAME]
    assert [key for _, key in told(done)] == ["differs.mechanism", "differs.data", "differs.places"]
    (mechanism, data, places) = (one.what.params for one in done.problems)
    assert (mechanism["here"], data["here"], places["there"]) == (
        "Data Privacy Framework", "Names", "United States",
    )  # fmt: skip
    assert engagements(office)[0].data_note == {"en": "Names"}


def test_the_same_list_again_has_nothing_to_say(office):
    row = a_row(mechanism=("NOT_A_TRANSFER", "DPF", "SCC_2021_914"), data="Names")
    taken(office, row)
    assert told(taken(office, row)) == []


def test_who_stands_on_a_newer_list_no_more_is_named_once(office):
    taken(office, a_row(), a_row("Fjordmail AS"), a_row("Eastline Ltd"))
    (gone,) = taken(office, a_row(), name="new.md").problems
    assert (gone.where, gone.what.key, gone.what.params["names"]) == (
        "new.md", "import.gone", ["Eastline Ltd", "Fjordmail AS"],
    )  # fmt: skip


def test_another_list_says_nothing_of_those_it_never_named(office):
    taken(office, a_row())
    assert told(taken(office, a_row("Fjordmail AS"))) == []


def test_a_purpose_in_new_words_is_pointed_out(office):
    taken(office, a_row())
    done = taken(office, a_row(purpose="Cloud hosting"))
    assert told(done) == [("list.md:3", "other_purpose")]
    assert (done.problems[0].what.params["here"], len(engagements(office))) == ("Hosting", 2)


def test_columns_without_a_field_and_another_language_are_told_once(office, tmp_path):
    path = tmp_path / "list.md"
    path.write_text(
        "# Sous-traitants ultérieurs\n\nVoici la liste des sous-traitants que nous utilisons pour les"
        " services et les données de nos clients dans le cadre du contrat.\n\n"
        "| Nom | Finalité | Lieu de stockage | Remarques |\n|---|---|---|---|\n"
        "| Alpha SAS | Hébergement des données de la plateforme | France | pour les clients du service |\n"
    )
    keys = {one.what.key: one.what.params for one in read_list(office, path).problems}
    assert set(keys) == {"import.columns_left", "import.language"}
    assert keys["import.columns_left"]["columns"] == ["Remarques"]


def test_a_day_of_use_is_that_of_the_column(office):
    taken(office, a_row(since=date(2024, 5, 1), planned_from=date(2024, 6, 1)))
    assert engagements(office)[0].live_since == date(2024, 5, 1)


def test_rows_left_out_are_not_imported_and_their_vendors_not_taken_for_gone(office):
    fjord, eastline = a_row("Fjordmail AS", source="l:4"), a_row("Eastline Ltd", source="l:5")
    taken(office, a_row(), fjord)
    read = ListRead(rows=(a_row(), fjord, eastline), name="new.md")
    done = import_list(office, read, left_out={1, 2})
    assert [(row.row.name, row.action) for row in done.rows] == [("Norte Cloud S.A.", RowAction.SAME)]
    assert told(done) == []
    assert len(engagements(office)) == 2


def test_the_preview_keeps_rows_that_are_left_out_in_their_place(office):
    rows = (a_row(), a_row("Fjordmail AS", source="list.md:4"), a_row("Norte Cloud", source="list.md:5"))
    found = preview(office, ListRead(rows=rows, name="list.md"), left_out={0})
    assert [(one.number, one.left_out, one.action) for one in found.lines] == [
        (0, True, None),
        (1, False, RowAction.NEW),
        (2, False, RowAction.NEW),
    ]
    assert (found.rows, found.left_out, found.changes) == (3, 1, 2)
    assert engagements(office) == []


def test_a_legal_entity_that_is_not_the_whole_name_is_told(office):
    done = taken(office, a_row("Swisscom (Schweiz) AG"), a_row("Brevo (Sendinblue SAS)", source="list.md:4"))
    with office.book.reading() as reader:
        recorded = {one.name: one.legal_name for one in reader.find(Vendor)}
    assert recorded == {"Swisscom (Schweiz) AG": "", "Brevo (Sendinblue SAS)": "Sendinblue SAS"}
    assert told(done) == [("list.md:4", "legal_name")]
    assert done.problems[0].what.params["legal"] == "Sendinblue SAS"


@pytest.mark.parametrize(("service", "keys"), [("", ["services_left"]), ("SMS", ["services_left.of_one"])])
def test_products_that_a_list_names_and_nobody_imports_are_told_with_their_rows(office, service, keys):
    rows = (a_row(services=("SMS",)), a_row("Eastline Ltd", services=("Voice", "SMS")), a_row("Fjordmail AS"))
    done = import_list(office, ListRead(rows=rows, name="list.md"), service=service)
    assert told(done) == [("list.md", key) for key in keys]
    assert done.problems[0].what.params["count"] == (1 if service else 2)


def test_a_list_of_the_very_service_that_is_chosen_says_nothing_of_products(office):
    done = import_list(office, ListRead(rows=(a_row(services=("sms",)),), name="list.md"), service="SMS")
    assert told(done) == []
