"""Verbs on the journal: log, undo, redo, verify."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text


def test_the_log_names_every_step_newest_first(desk):
    added = desk.add_vendor()
    desk.ok("vendor", "set", "Norte Cloud", "owner=Ana")
    entries = desk.ok("log")["entries"]
    assert [(one["action"], one["label"], one["kind"]) for one in entries] == [
        ("vendor.edit", "Edit a vendor", "do"), ("vendor.add", "Add a vendor", "do"),
        ("workspace.set_up", "Set up the workspace", "do"),
    ]  # fmt: skip
    assert entries[0]["touched"] == [{"table": "vendor", "id": added["vendor"]}]
    assert {one["actor"] for one in entries} == {"Ana Novak"}


def test_since_leaves_out_what_was_before(desk):
    desk.add_vendor()
    desk.clock.at += timedelta(days=3)
    desk.add_vendor("Later")
    assert len(desk.ok("log", "--since", "2026-11-26")["entries"]) == 1
    assert len(desk.ok("log", "--since", "2026-11-01")["entries"]) == 3
    assert len(desk.ok("log", "--limit", "2")["entries"]) == 2
    assert desk("log", "--since", "26/11/2026").code == 2


def test_undo_and_redo_say_what_they_concern(desk):
    added = desk.add_vendor()
    told = desk.ok("undo")
    assert (told["action"], told["label"]) == ("vendor.add", "Add a vendor")
    assert {"table": "vendor", "id": added["vendor"]} in told["touched"]
    assert desk.ok("workspace", "info")["counts"]["vendors"] == 0
    assert desk("redo").out == "Redo: Add a vendor\n"
    assert desk.ok("workspace", "info")["counts"]["vendors"] == 1
    assert [one["label"] for one in desk.ok("log", "--limit", "3")["entries"]] == [
        "Redo: Add a vendor", "Undo: Add a vendor", "Add a vendor",
    ]  # fmt: skip


def test_an_intact_journal_is_proved(desk):
    desk.add_vendor()
    told = desk.ok("verify")
    assert (told["intact"], told["entries"], told["erased"], told["problems"]) == (True, 2, [], [])
    assert told["head"] == desk.ok("workspace", "info")["journal"]["head"]
    assert desk("verify").out == "The journal is intact: 2 entries.\n"


def test_a_journal_that_was_altered_is_found_out(desk):
    desk.add_vendor()
    with desk.opened() as workspace, workspace.vault.engines.writer.begin() as connection:
        connection.execute(text("UPDATE vendor SET country = 'FR'"))
    answer = desk("verify", "--json")
    assert (answer.code, answer.json["intact"]) == (1, False)
    assert [one["level"] for one in answer.json["problems"]] == ["error"]
    assert answer.json["problems"][0]["what"] in answer.err
    assert "was altered" in desk("verify").out


def test_a_person_is_erased_only_after_a_second_word(desk):
    desk.ok("import", "customers", _customers(desk))
    asked = desk("erase", "luisa@norte.example")
    assert asked.code == 7
    assert "Permanently erase luisa@norte.example? Records: 1. This cannot be undone." in asked.err
    tried = desk.ok("erase", "LUISA@norte.example", "--dry-run")
    done = desk.ok("erase", "luisa@norte.example", "--yes")
    assert tried["erased"] == done["erased"]
    assert [(one["kind"], one["of"]) for one in done["erased"]] == [("customer", "Alder")]
    assert done["kept"] == 0
    assert len(desk.ok("verify")["erased"]) == done["changes"]
    assert desk("erase", "luisa@norte.example", "--yes").code == 4


def _customers(desk):
    file = desk.workspace.parent / "customers.csv"
    file.write_text("name,account_id,email\nAlder,a1,luisa@norte.example\n", encoding="utf-8")
    return str(file)
