"""Every call ends with a code that says how; a refusal names guard, fact and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorrisk.app.cli import failures
from vendorrisk.domain.message import NothingToDo, UserError, msg
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.workspace import opening_outcomes

FACTS = {
    opening_outcomes.NeedsKey: {"slots": ()},
    opening_outcomes.WrongKey: {"reason": opening_outcomes.WrongKeyReason.NO_SLOT_FITS},
    opening_outcomes.InUse: {"by": "", "host": "", "pid": 0, "since": ""},
    opening_outcomes.NeedsMigration: {"stored": 1, "wanted": 2},
    opening_outcomes.NewerFile: {"file": "register.db", "stored": 2, "newest": 1},
    opening_outcomes.Damaged: {"details": ()},
    opening_outcomes.NotAWorkspace: {"folder": "x"},
    opening_outcomes.FolderTaken: {"folder": "x", "holds_data": False},
    opening_outcomes.NetworkFolder: {"kind": "nfs", "folder": "x"},
    opening_outcomes.ReadOnlyFolder: {"folder": "x"},
    opening_outcomes.NoCipher: {},
}


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (opening_outcomes.NeedsKey, 5),
        (opening_outcomes.WrongKey, 5),
        (opening_outcomes.InUse, 5),
        (opening_outcomes.NeedsMigration, 6),
        (opening_outcomes.NewerFile, 6),
        (opening_outcomes.NotAWorkspace, 4),
        (opening_outcomes.NetworkFolder, 7),
        (opening_outcomes.FolderTaken, 7),
        (opening_outcomes.Damaged, 1),
        (opening_outcomes.ReadOnlyFolder, 1),
        (opening_outcomes.NoCipher, 1),
    ],
)
def test_every_ending_of_an_opening_has_its_code(kind, code):
    assert failures.exit_code(kind(**FACTS[kind]).as_error()) == code


def test_no_ending_of_an_opening_is_forgotten():
    assert set(FACTS) == set(opening_outcomes.Refusal.__args__)


def raising(error):
    def verb(*_args, **_kwargs):
        raise error

    return verb


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UserError(msg("bug.what"), msg("bug.what")), 1),
        (NothingToDo(msg("undo.nothing"), msg("undo.nothing.remedy")), 8),
        (opening_outcomes.WorkspaceLocked(), 5),
        (KeyboardInterrupt(), 130),
    ],
)
def test_every_kind_of_ending_has_its_code(desk, monkeypatch, error, code):
    monkeypatch.setattr(history, "verify", raising(error))
    assert desk("verify").code == code


def test_an_interrupted_call_gives_an_object_too(desk, monkeypatch):
    monkeypatch.setattr(history, "verify", raising(KeyboardInterrupt()))
    answer = desk("verify", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (130, "interrupted")
    assert "interrupted" in answer.err


def test_nothing_to_undo_or_redo_is_nothing_to_do(desk):
    assert desk("redo").code == 8
    answer = desk("undo", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (8, "undo.nothing")


def test_a_refused_move_names_guard_fact_and_remedy(desk):
    desk.add_vendor()
    answer = desk("engagement", "move", "Norte Cloud", "--to", "live", "--json")
    assert answer.code == 7
    assert answer.json["blocked"]
    for one in answer.json["blocked"]:
        assert set(one) == {"guard", "fact", "remedy"}
        assert f"  {one['guard']}: {one['fact']}\n    {one['remedy']}\n" in answer.err


def test_a_refused_move_names_the_options_for_what_only_a_person_can_say(desk):
    desk.add_vendor()
    answer = desk("engagement", "move", "Norte Cloud", "--to", "rejected", "--json")
    assert "--reason" in answer.json["error"]["remedy"]
    refused = desk("engagement", "move", "Norte Cloud", "--to", "live", "--json")
    assert "--" not in refused.json["error"]["remedy"], "no option helps where no step leads"


def test_a_part_left_out_is_listed_and_has_its_code(desk, tmp_path):
    file = tmp_path / "customers.csv"
    rows = "name,authorisation,notice_days\nNorthwind,GENERAL,30\nMeridova,GENERAL,soon\n"
    file.write_text(rows, encoding="utf-8")
    answer = desk("import", "customers", file, "--json")
    assert (answer.code, answer.json["new"]) == (3, 1)
    (problem,) = answer.json["problems"]
    assert (problem["level"], "3" in problem["where"]) == ("error", True)
    assert f"{problem['where']}: {problem['what']} {problem['remedy']}" in answer.err


def test_a_quiet_call_still_lists_what_was_left_out_and_no_warning(desk, tmp_path):
    file = tmp_path / "customers.csv"
    rows = "name,authorisation,notice_days,notice_unit\nNorthwind,GENERAL,9,BUSINESS\nMeridova,GENERAL,no,\n"
    file.write_text(rows, encoding="utf-8")
    answer = desk("import", "customers", file, "--quiet", "--dry-run")
    assert (answer.code, [line.split(":")[0] for line in answer.err.splitlines()]) == (3, ["error"])
    loud = desk("import", "customers", file, "--dry-run")
    assert "warning" in {line.split(":")[0] for line in loud.err.splitlines()}


def test_warnings_leave_the_code_at_done(desk, monkeypatch):
    warned = history.Verdict(entries=1, changes=1, erased=(), erasures=(), problems=(), head="")
    monkeypatch.setattr(history, "verify", lambda _office: warned)
    assert desk("verify").code == 0


def test_a_bug_is_told_as_such_and_leaves_a_report_without_data(desk, monkeypatch):
    monkeypatch.setattr(history, "verify", raising(ZeroDivisionError("Meridova Insurance")))
    answer = desk("verify", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (1, "bug")
    path = answer.err.split(": ")[-1].strip()
    report = Path(path).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in report
    assert "Meridova" not in report
    assert "Meridova" not in answer.err + answer.out


def test_after_a_bug_the_workspace_is_free_again(desk, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(history, "verify", raising(ZeroDivisionError()))
        assert desk("verify").code == 1
    assert desk("verify").code == 0
