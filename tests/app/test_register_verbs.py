"""Verbs of the register: vendor, engagement, import list."""

from __future__ import annotations

from datetime import date

import pytest

from vendorrisk.domain.decision.dossier import Ask, Attested
from vendorrisk.domain.decision.events import Trigger
from vendorrisk.domain.decision.records import Decision
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.register.records import Origin, Stage
from vendorrisk.usecases.decision import moving

LIST = """| Name | Purpose | Location | Transfer mechanism |
|---|---|---|---|
| Norte Cloud S.A. | Hosting | Brazil | SCC |
| Twirlio Inc. | Sending SMS | United States, Ireland | DPF |
"""


@pytest.fixture
def list_file(tmp_path):
    file = tmp_path / "list.md"
    file.write_text(LIST, encoding="utf-8")
    return file


ADD_NORTE = ("vendor", "add", "--country", "BR", "--service", "SMS", "--purpose", "Hosting")


def test_a_second_vendor_of_exactly_the_same_name_is_pointed_out(desk):
    first = desk.add_vendor("Norte Cloud")
    (warning,) = desk.ok(*ADD_NORTE, "--name", " Norte Cloud")["problems"]
    assert warning["what"] == "There is a vendor named “Norte Cloud” already."
    assert first["vendor"] in warning["remedy"]
    assert len(desk.ok("vendor", "list")["vendors"]) == 2


def test_a_likeness_of_names_only_warns(desk):
    assert desk.ok(*ADD_NORTE, "--name", "Norte Cloud")["problems"] == []
    (warning,) = desk.ok(*ADD_NORTE, "--name", "Norte Cloud Ltda")["problems"]
    assert warning["level"] == "warning"
    assert warning["what"] == "Norte Cloud Ltda looks like Norte Cloud, which is in the register."


def test_add_gives_the_ids_of_vendor_and_engagement(desk):
    added = desk.add_vendor(
        kind="affiliate", storage="BR", access="IN", data="LOGS,ACCOUNT", role="sub_processor",
        website="https://norte.example", owner="Ana", **{"legal-name": "Norte Cloud S.A."},
    )  # fmt: skip
    assert set(added) == {"schema", "vendor", "engagement", "problems"}
    shown = desk.ok("vendor", "show", added["vendor"])
    (own,) = shown["engagements"]
    assert (shown["name"], shown["legal_name"], shown["kind"], shown["country"]) == (
        "Norte Cloud", "Norte Cloud S.A.", "AFFILIATE", "BR",
    )  # fmt: skip
    assert (own["id"], own["service"], own["purpose"]) == (added["engagement"], "SMS", {"en": "Hosting"})
    assert (own["storage"], own["access"], own["locations"]) == (["BR"], ["IN"], ["BR", "IN"])
    assert own["data_categories"] == ["LOGS", "ACCOUNT"]


@pytest.mark.parametrize("missing", ["--name", "--country", "--service", "--purpose"])
def test_add_names_the_option_that_is_missing(desk, missing):
    words = {"--name": "X", "--country": "HR", "--service": "S", "--purpose": "P"}
    answer = desk(
        "vendor", "add", *(part for name, value in words.items() if name != missing for part in (name, value))
    )
    assert (answer.code, answer.out) == (2, "")
    assert missing in answer.err


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", "Norte\u202eCloud"),
        ("name", "x" * 201),
        ("country", "Brazil"),
        ("kind", "friend"),
        ("storage", "XX"),
    ],
)
def test_a_field_that_cannot_be_right_stores_nothing(desk, field, typed):
    words = {"name": "X", "country": "HR", "service": "S", "purpose": "P", field: typed}
    answer = desk(
        "vendor", "add", *(part for name, value in words.items() for part in (f"--{name}", value)), "--json"
    )
    assert answer.code == 2
    assert len(answer.json["problems"]) == 1
    assert desk.ok("workspace", "info")["counts"]["vendors"] == 0


def test_markup_and_formulas_are_kept_as_they_were_typed(desk):
    typed = "=1+1 <b>Norte</b> & {name}"
    desk.add_vendor(typed)
    assert [one["name"] for one in desk.ok("vendor", "list")["vendors"]] == [typed]


def test_countries_of_storage_and_access_are_repeated_or_separated_by_commas(desk):
    desk.add_vendor(storage="DE,FR", access="IN")
    shown = desk.ok("engagement", "show", "Norte Cloud")
    assert (shown["storage"], shown["access"]) == (["DE", "FR"], ["IN"])
    answer = desk(
        "engagement", "add", "Norte Cloud", "--service", "S", "--purpose", "P", "--access", "X", "--json"
    )
    assert (answer.code, answer.json["problems"][0]["where"]) == (2, "access")


def test_people_read_where_a_vendor_is_established(desk):
    desk.add_vendor()
    assert "Country of establishment" in desk("vendor", "list").out


def test_list_leaves_out_what_the_filter_leaves_out(desk):
    desk.add_vendor("Norte Cloud", storage="BR")
    desk.add_vendor("Hrvatski Oblak", country="HR", kind="affiliate", storage="HR")
    names = lambda *options: [one["name"] for one in desk.ok("vendor", "list", *options)["vendors"]]  # noqa: E731
    assert names() == ["Hrvatski Oblak", "Norte Cloud"]
    assert names("--text", "obla") == ["Hrvatski Oblak"]
    assert names("--filter", "affiliate") == ["Hrvatski Oblak"]
    assert names("--filter", "OUTSIDE_EEA") == ["Norte Cloud"]
    assert names("--filter", "archived") == []
    (one,) = desk.ok("vendor", "list", "--text", "norte")["vendors"]
    assert (one["country"], one["services"], one["storage"], one["access"]) == ("BR", ["SMS"], ["BR"], [])


def test_a_name_that_another_vendor_has_is_pointed_out_when_it_is_set_and_taken_all_the_same(desk):
    desk.add_vendor("Norte Cloud")
    other = desk.add_vendor("Blue Harbour")["vendor"]
    (problem,) = desk.ok("vendor", "set", other, "name=Norte Cloud")["problems"]
    assert (problem["level"], problem["where"]) == ("warning", "name")
    assert problem["what"] == "There is a vendor named “Norte Cloud” already."
    assert desk.ok("vendor", "set", other, "name=Blue Harbour")["problems"] == []
    assert desk.ok("vendor", "set", other, "name=Blue Harbor Ltd")["problems"] == []


def test_set_changes_fields_as_one_step(desk):
    added = desk.add_vendor()
    told = desk.ok("vendor", "set", "Norte Cloud", "owner=M. Horvat", "notes=a = b")
    assert told == {
        "schema": "vendor.set/1", "vendor": added["vendor"], "fields": ["notes", "owner"], "problems": [],
    }  # fmt: skip
    shown = desk.ok("vendor", "show", "Norte Cloud")
    assert (shown["owner"], shown["notes"]) == ("M. Horvat", "a = b")
    desk.ok("undo")
    shown = desk.ok("vendor", "show", "Norte Cloud")
    assert (shown["owner"], shown["notes"]) == ("", "")


@pytest.mark.parametrize("assignment", ["owner", "id=x", "archived_on=2026-01-01", "nonsense=1"])
def test_set_refuses_what_is_no_field_of_a_person(desk, assignment):
    desk.add_vendor()
    assert desk("vendor", "set", "Norte Cloud", assignment).code == 2


@pytest.mark.parametrize(
    "assignment", ["stage=LIVE", "live_since=2026-01-01", "anchor=2026-01-01", "factor_data=6"]
)
def test_no_field_goes_round_the_guards(desk, assignment):
    desk.add_vendor()
    assert desk("engagement", "set", "Norte Cloud", assignment).code == 2
    assert desk.ok("engagement", "show", "Norte Cloud")["stage"] == "DRAFT"


def test_engagements_are_listed_by_vendor_and_stage(desk):
    added = desk.add_vendor()
    desk.add_vendor("Other")
    (one,) = desk.ok("engagement", "list", "--vendor", "Norte Cloud")["engagements"]
    assert one == {
        "engagement": added["engagement"], "vendor": added["vendor"], "vendor_name": "Norte Cloud",
        "service": "SMS", "purpose": "Hosting", "role": "SUB_PROCESSOR", "stage": "DRAFT",
        "origin": "REGISTERED", "never_assessed": True, "without_full_gate": False,
    }  # fmt: skip
    assert len(desk.ok("engagement", "list", "--stage", "draft")["engagements"]) == 2
    assert desk.ok("engagement", "list", "--stage", "live")["engagements"] == []


def described(desk):
    """A vendor whose engagement says all that triage asks for."""
    added = desk.add_vendor(storage="BR", access="BR", data="LOGS")
    rationale = "role_rationale=It stores logs on our behalf."
    desk.ok("engagement", "set", "Norte Cloud", rationale, "role_reviewed_by=Ana")
    return added


def test_move_gives_the_new_stage_and_what_was_confirmed_by_hand(desk):
    desk.add_vendor("Sul Cloud", storage="BR", access="BR", data="LOGS")
    assert desk("engagement", "move", "Sul Cloud", "--to", "triaged", "--json").code == 7
    added = described(desk)
    moved = desk.ok("engagement", "move", "Norte Cloud", "--to", "triaged", "--reason", "role checked")
    assert (moved["engagement"], moved["stage"]) == (added["engagement"], "TRIAGED")
    assert moved["not_checked"] == []


def test_move_passes_on_all_that_a_person_says(desk, monkeypatch):
    added, seen = described(desk), []
    real = moving.plan_move
    monkeypatch.setattr(
        moving, "plan_move", lambda dossier, to, ask: seen.append(ask) or real(dossier, to, ask)
    )
    desk.ok(
        "engagement", "move", added["engagement"], "--to", "triaged", "--reason", "R", "--conditions", "C",
        "--approver", "head_of_privacy=M. Horvat", "--approver", "CISO=K. Kos", "--dpo-text", "T",
        "--dpo-opinion", "unfavourable", "--attest", "conditions_met", "--attest", "list_updated",
        "--confirm-unchecked", "W", "--dpo-on", "2026-11-20", "--trigger", "breach", "--authority-order",
        "--decided-by", "M. Horvat",
    )  # fmt: skip
    assert seen == [
        Ask(
            by="M. Horvat", reason="R", conditions="C",
            approvers={Approver.HEAD_OF_PRIVACY: "M. Horvat", Approver.CISO: "K. Kos"},
            dpo_opinion=DpoOpinion.UNFAVOURABLE, dpo_text="T",
            confirmed=frozenset({Attested.CONDITIONS_MET, Attested.LIST_UPDATED}),
            unchecked_confirmed_by="Ana Novak", unchecked_why="W", dpo_on=date(2026, 11, 20),
            trigger=Trigger.BREACH, authority_order=True,
        )
    ]  # fmt: skip
    (entry,) = desk.ok("log", "--limit", "1")["entries"]
    assert (entry["params"]["trigger"], entry["params"]["authority_order"]) == ("BREACH", "yes")


@pytest.mark.parametrize("typed", ["M. Horvat", "dpo=D. Kos", "ciso=", "=K. Kos"])
def test_an_approver_without_function_or_name_is_refused(desk, typed):
    described(desk)
    answer = desk("engagement", "move", "Norte Cloud", "--to", "triaged", "--approver", typed)
    assert answer.code == 2
    assert "head_of_privacy" in answer.err


@pytest.mark.parametrize(
    ("options", "person"), [({}, "Ana Novak"), ({"requested-by": "Bo Business"}, "Bo Business")]
)
def test_who_asked_for_a_vendor_is_kept(desk, options, person):
    added = desk.add_vendor(**options)
    assert desk.ok("engagement", "show", added["engagement"])["requested_by"] == person


# import list


def test_an_imported_list_is_in_use_and_never_approved(desk, list_file):
    told = desk.ok("import", "list", list_file)
    first, second = told["rows"]
    assert (first["name"], first["purpose"], first["locations"], first["mechanism"], first["action"]) == (
        "Norte Cloud S.A.", "Hosting", ["BR"], ["SCC_2021_914"], "new",
    )  # fmt: skip
    assert second["locations"] == ["US", "IE"]
    assert set(first) >= {
        "name", "purpose", "data", "storage", "access", "locations", "mechanism", "group", "affiliate",
        "source", "action",
    }  # fmt: skip
    assert told["problems"] == [] or {one["level"] for one in told["problems"]} == {"warning"}
    shown = desk.ok("engagement", "show", first["engagement"])
    assert (shown["stage"], shown["origin"], shown["service"]) == (
        Stage.LIVE,
        Origin.IN_USE_BEFORE,
        "All services",
    )
    assert (shown["never_assessed"], shown["without_full_gate"]) == (True, True)
    told = desk("engagement", "show", first["engagement"]).out
    assert "Never assessed" in told
    assert "Without full gate" in told
    with desk.opened() as workspace, workspace.office.book.reading() as reader:
        assert reader.find(Decision) == []


def test_as_draft_and_for_one_service(desk, list_file):
    told = desk.ok("import", "list", list_file, "--as", "draft", "--service", "SMS")
    shown = desk.ok("engagement", "show", told["rows"][0]["engagement"])
    assert (shown["stage"], shown["origin"], shown["service"]) == (Stage.DRAFT, Origin.REGISTERED, "SMS")


def test_an_import_is_one_step(desk, list_file):
    desk.ok("import", "list", list_file)
    assert desk.ok("undo")["action"] == "list.import"
    assert desk.ok("workspace", "info")["counts"]["vendors"] == 0


def test_the_same_list_again_changes_nothing(desk, list_file):
    desk.ok("import", "list", list_file)
    head = desk.ok("workspace", "info")["journal"]
    assert {one["action"] for one in desk.ok("import", "list", list_file)["rows"]} == {"same"}
    assert desk.ok("workspace", "info")["journal"] == head


def test_a_list_that_is_not_there_is_not_found(desk, tmp_path):
    assert desk("import", "list", tmp_path / "none.md").code == 4


def test_a_list_of_which_only_a_part_was_read_is_said_to_be_left_out(desk, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("Name,Purpose,Country\nAlpha,Hosting,DE\n,Mail,FR\n")
    answer = desk("import", "list", file, "--json")
    assert (answer.code, [row["name"] for row in answer.json["rows"]]) == (3, ["Alpha"])


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"Dear customer,\n\nwe changed nothing.\n"])
def test_a_file_without_a_list_is_said_to_hold_none(desk, tmp_path, content):
    file = tmp_path / "list.md"
    file.write_bytes(content)
    answer = desk("import", "list", file, "--json")
    assert answer.code == 1
    assert desk.ok("workspace", "info")["counts"]["vendors"] == 0


def test_what_was_said_for_a_move_is_shown_again(desk):
    desk.add_vendor()
    desk.ok("engagement", "move", "Norte Cloud", "--to", "WITHDRAWN", "--reason", "Found in-house")
    (moved,) = desk.ok("engagement", "show", "Norte Cloud")["moves"]
    assert (moved["from"], moved["to"], moved["reason"]) == ("DRAFT", "WITHDRAWN", "Found in-house")
    assert (moved["step"], moved["by"]) == ("withdraw", "Ana Novak")
    shown = desk("engagement", "show", "Norte Cloud").out
    assert "Draft -> Withdrawn, Ana Novak; reason: Found in-house" in shown


def test_an_import_that_leaves_a_row_out_ends_with_three_and_names_it(desk, tmp_path):
    file = tmp_path / "list.md"
    head = "| Sub-processor | Purpose | Storage location |\n|---|---|---|\n"
    file.write_text(
        f"# Sub-processors\n\n{head}| Norte Cloud | Hosting | Germany |\n\n"
        f"## Independent controllers\n\n{head}| Telco S.A. | Carrier | France |\n"
    )
    answer = desk("import", "list", file, "--json")
    assert (answer.code, [one["name"] for one in answer.json["rows"]]) == (3, ["Norte Cloud"])
    assert "Telco S.A. was left out" in answer.err
