"""A backup is proved by restoring it in another process, through every way a person has."""

from __future__ import annotations

import io
import json
import sys
import zipfile

import pytest

from tests.support.vaults import CANARY, LAYOUT, PASSPHRASE, TRIAL, a_vault, add_vendors, journal_head, needs
from vendorrisk.domain.message import msg
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.keys.unlocking import Typed
from vendorrisk.store.sqlite.verify_child import _nothing_is_written, verify_here
from vendorrisk.store.sqlite.verifying import BackupNotSound, Verified, verify_backup
from vendorrisk.usecases.workspace.opening_outcomes import SlotKind


@pytest.fixture
def made(tmp_path):
    """A workspace with evidence, and a backup of it."""
    created = a_vault(tmp_path / "acme")
    with created.workspace as vault:
        add_vendors(vault, CANARY, "Twilio")
        vault.evidence.keep_stream(io.BytesIO(b"report"))
        backup = vault.back_up(reason="manual", needs=needs()).path
        yield created, vault.register.key, backup


def proved(backup, secret, argv=TRIAL, **options):
    return verify_backup(backup, secret, argv=argv, newest=LAYOUT, scratch=backup.parent, **options)


def problems(backup, secret=None, head=journal_head):
    """What the child says, asked in this process, where it is quick."""
    asked = {"backup": str(backup), "scratch": str(backup.parent / "scratch"), "newest": LAYOUT}
    answer = json.loads(verify_here(json.dumps(asked | secret).encode(), journal_head=head))
    return [problem["key"] for problem in answer["problems"]]


def raw(key):
    return {"raw": key.secret().hex()}


def changed(backup, name, content):
    """Puts another member of the same name into the container and adapts the manifest."""
    import hashlib

    with zipfile.ZipFile(backup) as container:
        entries = {each: container.read(each) for each in container.namelist()}
    fields = json.loads(entries["manifest.json"])
    entries[name] = content(entries[name])
    fields["members"][name] = {
        "sha256": hashlib.sha256(entries[name]).hexdigest(),
        "size": len(entries[name]),
    }
    entries["manifest.json"] = json.dumps(fields).encode()
    with zipfile.ZipFile(backup, "w") as container:
        for each, bytes_ in entries.items():
            container.writestr(each, bytes_)
    return backup


def flipped(content):
    spoiled = bytearray(content)
    spoiled[5000 if len(content) > 5000 else -1] ^= 1
    return bytes(spoiled)


def test_it_is_proved_through_the_passphrase_in_a_process_of_its_own(made):
    _, _, backup = made
    found = proved(backup, Typed(PASSPHRASE))
    assert found == Verified(through=SlotKind.PASSPHRASE, rows=2, evidence=1)
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]


def test_it_is_proved_through_the_recovery_code_and_the_key_itself(made):
    created, key, backup = made
    recovery = {"typed": created.recovery_code}
    assert problems(backup, recovery) == []
    assert proved(backup, key).through is None


def test_a_wrong_passphrase_is_named(made):
    _, _, backup = made
    assert problems(backup, {"typed": "wrong"}) == ["opening.wrong_key"]


@pytest.mark.parametrize(
    ("member", "keys"),
    [
        pytest.param("register.db", ["health.page"], id="register"),
        pytest.param("register.keys", ["opening.damaged"], id="keys"),
        pytest.param("README.txt", ["backup.altered"], id="readme"),
    ],
)
def test_a_member_that_was_altered_with_its_hash_is_found_all_the_same(made, member, keys):
    _, key, backup = made
    spoil = flipped if member != "register.keys" else (lambda content: content[:-9])
    assert problems(changed(backup, member, spoil), raw(key))[:1] == keys


def test_evidence_that_was_altered_is_found(made):
    _, key, backup = made
    with zipfile.ZipFile(backup) as container:
        [name] = [each for each in container.namelist() if each.startswith("files/")]
    assert problems(changed(backup, name, flipped), raw(key)) == ["health.evidence_damaged"]


def test_a_register_of_another_day_under_this_manifest_is_found(made, tmp_path):
    _, key, backup = made

    def other_head(connection):
        return [1, "another"]

    assert problems(backup, raw(key), other_head) == ["backup.journal_differs"]


def test_rows_that_differ_are_named(made, monkeypatch):
    from vendorrisk.store.sqlite import verify_child

    _, key, backup = made
    monkeypatch.setattr(verify_child, "count_rows", lambda connection: {"vendor": 1, "contact": 0})
    assert problems(backup, raw(key)) == ["backup.rows_differ"]


def test_a_layout_that_differs_is_found(made, monkeypatch):
    from vendorrisk.store.sqlite.opener import RegisterFile

    _, key, backup = made
    monkeypatch.setattr(RegisterFile, "stored_version", lambda self: 1)
    assert problems(backup, raw(key)) == ["backup.layout_differs"]


def test_a_half_written_backup_is_not_proved_and_the_reason_comes_back_whole(made):
    _, key, backup = made
    backup.write_bytes(backup.read_bytes()[:-10])
    with pytest.raises(BackupNotSound) as caught:
        proved(backup, key)
    [problem] = caught.value.problems
    assert problem == msg("backup.unreadable", file=backup.name, detail=msg("backup.unreadable.cut_off"))


def test_lists_inside_a_reason_come_back_too(made):
    _, key, backup = made
    changed(backup, "register.keys", lambda content: content[:-9])
    with pytest.raises(BackupNotSound) as caught:
        proved(backup, key)
    [problem] = caught.value.problems
    assert problem.params["details"] == [msg("opening.damage.keys_unreadable")]


def test_a_trial_restore_writes_nothing_that_needs_chance():
    with pytest.raises(AssertionError, match="random"):
        _nothing_is_written(12)


def test_a_trial_that_takes_too_long_is_stopped(made):
    _, key, backup = made
    sleeper = (sys.executable, "-c", "import time; time.sleep(60)")
    with pytest.raises(BackupNotSound) as caught:
        proved(backup, key, sleeper, seconds=0.2)
    assert [problem.key for problem in caught.value.problems] == ["backup.trial_too_slow"]


def test_a_child_that_crashes_is_a_bug_and_not_a_bad_backup(made):
    _, key, backup = made
    with pytest.raises(RuntimeError, match="ended with 3") as caught:
        proved(backup, key, (sys.executable, "-c", "raise SystemExit(3)"))
    assert key.secret().hex() not in str(caught.value)


def test_the_secret_travels_neither_in_arguments_nor_in_the_environment(made, tmp_path):
    _, key, backup = made
    spy = "import sys, os, pathlib; sys.stdin.read(); pathlib.Path(sys.argv[1]).write_text("
    spy += 'repr((sys.argv, dict(os.environ), sys.orig_argv))); print(\'{"problems": [], "through": null,'
    spy += ' "rows": 0, "evidence": 0}\')'
    proved(backup, key, (sys.executable, "-c", spy, str(tmp_path / "seen")))
    assert key.secret().hex() not in (tmp_path / "seen").read_text()


def test_a_key_of_another_workspace_is_named(made):
    _, _, backup = made
    assert problems(backup, raw(DataKey(bytes(32)))) == ["opening.wrong_key"]
