"""Verbs of notice: import customers, change new, affected, dates, letters."""

from __future__ import annotations

import csv
import email
import io
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.stocked import CUSTOMERS, NAMES, SENT, customer_file, with_holidays
from vendorrisk.app.cli import importing
from vendorrisk.domain.notice.customer_file import COLUMNS
from vendorrisk.domain.notice.records import Customer, Terms
from vendorrisk.usecases.notice import letters
from vendorrisk.usecases.workspace import settings

ONE = {"A": CUSTOMERS["A"]}


def dates_of(desk, change, *options):
    """The answer of `change dates`, and each customer's dates by account."""
    told = desk.ok("change", "dates", change, *options)
    names = ("clock_date", "last_notice_day", "last_objection_day", "earliest")
    return told, {one["account_id"]: tuple(one[name] for name in names) for one in told["dates"]}


TEST_1 = {
    "A": ("2026-12-01", "2026-12-31", "2026-12-31", "2027-01-01"),
    "B": ("2026-12-02", "2026-12-16", "2026-12-16", "2026-12-17"),
    "C": ("2026-12-01", "2026-12-11", "2026-12-11", "2026-12-12"),
    "D": ("2026-12-01", "2027-03-01", "2027-03-01", "2027-03-02"),
    "E": ("2026-12-01", "2027-01-30", "2027-02-01", "2027-02-02"),
    "F": ("2026-12-01", "2027-01-15", "2027-01-15", "2027-01-16"),
    "G": (None, None, None, None),
}
EARLIEST_2 = {
    "A": "2027-01-05", "B": "2026-12-17", "C": "2026-12-15", "D": "2027-03-03", "E": "2027-02-02",
    "F": "2027-01-20", "G": None,
}  # fmt: skip


def test_new_gives_an_id_and_a_number_that_both_name_it(stocked):
    desk, ids = stocked
    told = desk.ok(
        "change", "new", "--kind", "remove", "--engagement", ids["engagement"], "--planned", "2027-04-01"
    )
    assert (ids["number"], told["number"]) == ("2026-01", "2026-02")
    assert desk.ok("change", "affected", told["change"]) == desk.ok("change", "affected", "2026-02")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--kind", "add", "--regions", "EU"], 0),
        (["--kind", "add", "--regions", "MOON"], 4),
        (["--kind", "replace"], 2),
        (["--kind", "paint"], 2),
    ],
)
def test_new_refuses_unknown_regions_and_a_replacement_of_nothing(stocked, options, code):
    desk, ids = stocked
    call = ("change", "new", "--engagement", ids["engagement"], "--planned", "2027-04-01", *options)
    assert desk(*call).code == code


def test_everybody_is_affected_or_not_with_the_reason(stocked):
    desk, ids = stocked
    told = desk.ok("change", "affected", ids["change"])
    assert [one["account_id"] for one in told["affected"]] == list("ABCDEFG")
    assert [one["account_id"] for one in told["not_affected"]] == ["H"]
    for one in (*told["affected"], *told["not_affected"]):
        assert one["customer"] == NAMES[one["account_id"]]
        assert one["customer_id"]
        assert one["reason"]
    assert told["problems"] == []


def test_while_nobody_has_said_whether_the_locked_environment_is_reached_its_customers_wait(stocked):
    desk, ids = stocked
    desk.ok("engagement", "set", ids["engagement"], "reaches_locked=")
    told = desk.ok("change", "affected", ids["change"])
    assert [one["account_id"] for one in told["affected"]] == list("ABCDEFG")
    (left_out,) = told["not_affected"]
    assert (left_out["account_id"], len(left_out["warnings"])) == ("H", 1)
    (doubt,) = told["problems"]
    assert (doubt["level"], doubt["where"]) == ("warning", "engagement: reaches_locked")
    assert "Region-locked customers left out: 1." in doubt["what"]
    assert "(reaches_locked) of the engagement with yes or no" in doubt["remedy"]
    assert desk.ok("engagement", "show", ids["engagement"])["reaches_locked"] is None


@pytest.mark.parametrize(("answer", "told_to_h"), [("yes", True), ("no", False)])
def test_a_new_engagement_may_say_at_once_whether_it_reaches_the_locked_environment(
    stocked, answer, told_to_h
):
    desk, _ = stocked
    added = desk.ok(
        "vendor", "add", "--name", "Reaching Ltd", "--country", "DE", "--service", "Voice",
        "--purpose", "Support", "--reaches-locked", answer,
    )  # fmt: skip
    made = desk.ok("change", "new", "--kind", "add", "--engagement", added["engagement"],
                   "--planned", "2027-06-01")  # fmt: skip
    told = desk.ok("change", "affected", made["change"])
    assert ("H" in [one["account_id"] for one in told["affected"]]) is told_to_h
    assert told["problems"] == []
    shown = {line.strip() for line in desk("engagement", "show", added["engagement"]).out.splitlines()}
    assert f"Can access the region-locked environment  {answer}" in shown


def test_dates_are_those_of_the_first_worked_example(stocked):
    desk, ids = stocked
    told, dates = dates_of(desk, ids["number"], "--sent", SENT)
    assert dates == TEST_1
    assert (told["earliest_global"], told["blocked_by"]) == (None, [NAMES["G"]])
    (g,) = [one for one in told["dates"] if one["account_id"] == "G"]
    assert "approv" in g["why"]
    assert g["remedy"]
    assert f"Held back by      {NAMES['G']}" in desk("change", "dates", ids["number"], "--sent", SENT).out
    assert all(one["why"] is None or one["earliest"] is None for one in told["dates"])


def test_two_customers_of_one_name_are_told_apart_by_their_accounts(stocked, tmp_path):
    desk, ids = stocked
    twin = customer_file(tmp_path / "x.csv", {"G": CUSTOMERS["G"]}, account_id="X")
    desk.ok("import", "customers", twin)
    told, _ = dates_of(desk, ids["number"], "--sent", SENT)
    by_account = {one["account_id"]: one["customer_id"] for one in told["dates"]}
    assert told["blocked_by"] == [NAMES["G"], NAMES["G"]]
    assert sorted(told["blocked_by_ids"]) == sorted(by_account[one] for one in "GX")
    assert desk.ok("change", "show", ids["number"])["blocked_by_ids"] != []
    for verb in ("dates", "show", "affected"):
        listed = desk("change", verb, ids["number"]).out
        assert [f"{NAMES['G']} ({one})" in listed for one in "GX"] == [True, True]
        assert f"{NAMES['A']} (A)" not in listed


def test_dates_are_those_of_the_second_worked_example(stocked, tmp_path):
    desk, ids = stocked
    with desk.opened() as workspace:
        settings.change_setting(workspace.office, "zone", "Europe/Zagreb")
    answer = desk(
        "import", "customers", customer_file(tmp_path / "c.csv", with_holidays()), "--yes", "--json"
    )
    assert (answer.code, answer.json["changed"], answer.json["problems"]) == (0, 8, [])
    _, dates = dates_of(desk, ids["change"], "--sent", SENT)
    assert {name: earliest for name, (_, _, _, earliest) in dates.items()} == EARLIEST_2
    assert {clock for clock, *_ in dates.values()} == {"2026-12-02", None}


def test_without_the_one_who_must_approve_there_is_a_first_day_for_all(stocked, tmp_path):
    desk, ids = stocked
    customers = {name: terms for name, terms in CUSTOMERS.items() if name == "G"}
    file = customer_file(tmp_path / "g.csv", customers, status="inactive")
    desk.ok("import", "customers", file, "--yes")
    told, _ = dates_of(desk, ids["change"], "--sent", SENT)
    assert (told["earliest_global"], told["blocked_by"]) == ("2027-03-02", [])
    assert (
        desk("change", "dates", ids["number"], "--sent", SENT).out.splitlines()[-1].split()[-1]
        == "2027-03-02"
    )


def test_dates_are_a_what_if_that_records_nothing(stocked):
    desk, ids = stocked
    head = desk.ok("workspace", "info")["journal"]
    dates_of(desk, ids["change"], "--sent", "2030-06-01T00:00Z")
    assert desk.ok("workspace", "info")["journal"] == head


def test_without_a_moment_the_letters_count_as_sent_now(stocked):
    desk, ids = stocked
    _, now = dates_of(desk, ids["change"])
    assert now["A"] == ("2026-11-23", "2026-12-23", "2026-12-23", "2026-12-24")
    _, later = dates_of(desk, ids["change"], "--today", "2026-12-01")
    assert later["A"][0] == "2026-12-01"


@pytest.mark.parametrize(
    "written",
    [
        "2026-12-01T23:30", "yesterday", "2026-12-01T23:30+01:00", "2026-12-01Z",
        "2026-12-01T23:30ZZ", "2026-12-01T23:30+05:00Z", "2026-12-01T25:00Z", "9999-12-31T23:30Z",
        "0001-01-01T00:00Z", "2026-W49-2T23:30Z",
    ],
)  # fmt: skip
def test_a_moment_in_any_other_notation_is_refused(stocked, written):
    desk, ids = stocked
    answer = desk("change", "dates", ids["change"], "--sent", written)
    assert answer.code == 2
    assert "is not a date and time such as 2026-12-01T23:30Z" in answer.err


def test_a_day_without_its_hour_is_refused_with_the_way_to_write_it(stocked):
    desk, ids = stocked
    answer = desk("change", "dates", ids["change"], "--sent", "2026-12-11")
    assert answer.code == 2
    assert "add a time and Z, such as 2026-12-11T09:00Z" in answer.err


def test_an_unknown_change_is_not_found(stocked):
    desk, _ = stocked
    for verb in ("affected", "dates"):
        assert desk("change", verb, "2026-99").code == 4


# letters


def test_letters_are_written_one_per_affected_customer(stocked, tmp_path):
    desk, ids = stocked
    _complete(desk)
    told = desk("change", "letters", ids["change"], "--out", tmp_path / "letters", "--json").json
    written = {one["customer"] for one in told["letters"]}
    named = {name for name in NAMES.values() if any(name in one["where"] for one in told["problems"])}
    assert written | named == {NAMES[name] for name in "ABCDEFG"}
    files = sorted((tmp_path / "letters").iterdir())
    assert files == sorted(Path(one["file"]) for one in told["letters"])
    assert {path.suffix for path in files} == {".pdf", ".eml"}
    for path in (tmp_path / "letters").glob("*.eml"):
        message = email.message_from_bytes(path.read_bytes())
        assert message["To"].endswith("<privacy@customer.example>")
        assert message["X-Unsent"] == "1"


def _complete(desk):
    with desk.opened() as workspace:
        for name, value in {
            "address": "Ulica 1, Zagreb", "contact": "privacy@acme.example", "dpo": "dpo@acme.example",
            "list_address": "https://acme.example/subs",
        }.items():  # fmt: skip
            settings.change_setting(workspace.office, name, value)


@pytest.mark.parametrize("wanted", ["docx", "", "pdf,docx"])
def test_a_format_that_does_not_exist_writes_nothing(stocked, tmp_path, wanted):
    desk, ids = stocked
    answer = desk("change", "letters", ids["change"], "--out", tmp_path / "letters", "--format", wanted)
    assert answer.code == 2
    assert not (tmp_path / "letters").exists()


def test_letters_are_the_same_bytes_from_the_window_and_from_the_command_line(stocked, tmp_path):
    desk, ids = stocked
    _complete(desk)
    desk("change", "letters", ids["change"], "--out", tmp_path / "line")
    with desk.opened() as workspace:
        letters.write_letters(workspace.office, ids["change"], tmp_path / "window")
    line, window = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("line", "window")
    )
    assert len(line) > 0
    assert line == window


# import customers


def test_customers_are_new_changed_or_the_same(desk, tmp_path):
    file = customer_file(tmp_path / "c.csv")
    told = desk.ok("import", "customers", file)
    assert (told["new"], told["changed"], told["same"], told["problems"]) == (8, 0, 0, [])
    assert (told["new_services"], told["new_data_centres"]) == (["Voice"], ["EU"])
    assert {one["action"] for one in told["rows"]} == {"new"}
    told = desk.ok("import", "customers", file)
    assert (told["new"], told["changed"], told["same"]) == (0, 0, 8)
    customer_file(file, {**CUSTOMERS, "A": {**CUSTOMERS["A"], "notice_days": "60"}})
    told = desk.ok("import", "customers", file)
    assert (told["new"], told["changed"], told["same"]) == (0, 1, 7)
    assert told["rows"][0]["changes"] == ["notice_days"]


def test_people_read_which_services_and_data_centres_an_import_would_make(desk, tmp_path):
    out = desk("import", "customers", customer_file(tmp_path / "c.csv"), "--dry-run").out
    assert [line.split() for line in out.splitlines()[-2:]] == [
        ["New", "services", "Voice"], ["New", "data", "centres", "EU"],
    ]  # fmt: skip


def test_an_import_tells_for_which_years_it_records_public_holidays(desk, tmp_path):
    file = customer_file(tmp_path / "c.csv", with_holidays())
    told = desk.ok("import", "customers", file, "--dry-run")["new_holidays"]
    assert {"place": "US", "year": desk.clock.at.year} in told
    assert f"US {desk.clock.at.year}" in desk("import", "customers", file, "--dry-run").out


def test_an_import_of_customers_is_one_step(desk, tmp_path):
    desk.ok("import", "customers", customer_file(tmp_path / "c.csv"))
    assert desk.ok("undo")["action"] == "customer.import"
    assert desk.ok("workspace", "info")["counts"]["customers"] == 0


def test_a_file_that_changes_more_than_a_fifth_asks_first(desk, tmp_path, monkeypatch):
    desk.ok("import", "customers", customer_file(tmp_path / "c.csv"))
    two = {
        name: {**terms, "notice_days": "77"} if name in "AB" else terms for name, terms in CUSTOMERS.items()
    }
    call = ("import", "customers", customer_file(tmp_path / "d.csv", two))
    answer = desk(*call, "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (7, "customers.many_change")
    assert desk.ok(*call, "--dry-run")["changed"] == 2
    monkeypatch.setattr(importing.click, "confirm", lambda *_args, **_more: False)
    assert replace(desk, interactive=True)(*call).code == 7
    monkeypatch.setattr(importing.click, "confirm", lambda *_args, **_more: True)
    assert replace(desk, interactive=True)(*call).code == 0
    desk.ok("undo")
    assert desk.ok(*call, "--yes")["changed"] == 2


def test_new_customers_never_ask(desk, tmp_path):
    desk.ok("import", "customers", customer_file(tmp_path / "c.csv", ONE))
    assert desk.ok("import", "customers", customer_file(tmp_path / "c.csv"))["new"] == 7


def test_another_account_is_another_customer(desk, tmp_path):
    text = "name,account_id\nNorthwind,1\nNorthwind,2\n"
    (tmp_path / "c.csv").write_text(text, encoding="utf-8")
    assert desk.ok("import", "customers", tmp_path / "c.csv")["new"] == 2


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("notice_days", "soon"), ("notice_days", "-1"), ("notice_unit", "WEEKS"), ("authorisation", "MAYBE"),
        ("clock_starts", "LATER"), ("objection_blocks", "ALWAYS"), ("holidays", "everywhere"),
        ("timezone", "Mars/Olympus"), ("email", "nobody"), ("status", "gone"), ("region_lock", "perhaps"),
    ],
)  # fmt: skip
def test_a_wrong_cell_keeps_its_row_out_and_is_named(desk, tmp_path, column, typed):
    wrong = {"A": {**CUSTOMERS["A"], column: typed}, "B": CUSTOMERS["B"]}
    answer = desk("import", "customers", customer_file(tmp_path / "c.csv", wrong), "--json")
    assert (answer.code, answer.json["new"]) == (3, 1)
    (problem,) = answer.json["problems"]
    assert "2" in problem["where"]
    assert problem["remedy"]


@pytest.mark.parametrize("text", ["Colour;Town\nAlpha;Berlin\n", "name,notice_days\nAlpha,soon\n"])
def test_a_file_of_which_nothing_could_be_taken_has_failed(desk, tmp_path, text):
    (tmp_path / "c.csv").write_text(text, encoding="utf-8")
    answer = desk("import", "customers", tmp_path / "c.csv")
    assert (answer.code, answer.out) == (1, "")


def test_a_customer_without_terms_has_none_of_its_own(desk, tmp_path):
    (tmp_path / "c.csv").write_text("name,notice_days,holidays\nNorthwind,,\n", encoding="utf-8")
    assert desk("import", "customers", tmp_path / "c.csv").code == 0
    with desk.opened() as workspace, workspace.office.book.reading() as reader:
        (customer,) = reader.find(Customer)
        assert reader.find(Terms, customer_id=customer.id) == []
    desk.add_vendor(service="Voice")
    new = ("change", "new", "--kind", "add", "--engagement", "Norte Cloud", "--planned", "2027-03-05")
    (dates,) = desk.ok("change", "dates", desk.ok(*new)["change"], "--sent", SENT)["dates"]
    assert dates["earliest"] == "2027-01-01"  # by our standard terms, which are assumed


def test_an_empty_cell_leaves_what_was_agreed(desk, tmp_path):
    desk.ok("import", "customers", customer_file(tmp_path / "c.csv", {"D": CUSTOMERS["D"]}))
    empty = customer_file(tmp_path / "d.csv", {"D": {}}, services="", email="", data_centre="")
    told = desk.ok("import", "customers", empty)
    assert (told["same"], told["rows"][0]["changes"]) == (1, [])
    with desk.opened() as workspace, workspace.office.book.reading() as reader:
        (customer,) = reader.find(Customer)
        (terms,) = reader.find(Terms, customer_id=customer.id)
    assert (terms.notice_days, customer.email, customer.zone) == (
        90, "privacy@customer.example", "America/New_York",
    )  # fmt: skip


def test_empty_cells_take_what_the_contract_says(desk, tmp_path):
    (tmp_path / "c.csv").write_text(
        "name,notice_days,objection_unit,holidays\nNorthwind,30,,\n", encoding="utf-8"
    )
    assert desk("import", "customers", tmp_path / "c.csv").code == 0
    with desk.opened() as workspace, workspace.office.book.reading() as reader:
        (customer,) = reader.find(Customer)
        (terms,) = reader.find(Terms, customer_id=customer.id)
    assert (terms.notice_days, terms.objection_days, terms.objection_unit, terms.holidays) == (
        30,
        None,
        None,
        "",
    )
    assert (customer.zone, customer.language, customer.active) == ("UTC", "en", True)


def test_the_template_has_the_columns_of_the_contract(bare, tmp_path):
    bare.ok("import", "customers", "--template", tmp_path / "template.csv")
    told = bare.ok("import", "customers", "--template", tmp_path / "template.csv")
    assert told["template"] == str(tmp_path / "template.csv")
    text = (tmp_path / "template.csv").read_text(encoding="utf-8-sig")
    assert next(csv.reader(io.StringIO(text))) == list(COLUMNS)
    assert bare("import", "customers").code == 2
