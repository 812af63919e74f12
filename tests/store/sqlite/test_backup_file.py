"""A backup container gives back what went in, or nothing; hostile ones are refused before unpacking."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from uuid import UUID

import pytest

from tests.support.vaults import random_bytes_from
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.sqlite.backup_file import (
    BackupUnreadable,
    extract,
    read_manifest,
    template_member,
    write_container,
)
from vendorrisk.store.sqlite.backup_manifest import Facts, Manifest, dump_manifest, open_facts, parse_manifest

KEY = DataKey(bytes(range(32)))
FACTS = Facts(rows={"vendor": 3}, journal_head=[7, "abc"])
EVIDENCE = "files/ab/ab" + "0" * 62
CONTENTS = {
    "register.db": b"pages",
    "register.keys": b"slots",
    "README.txt": b"words",
    EVIDENCE: b"sealed",
    template_member(("letters", "Übersicht.docx")): b"template",
}
BLANK = Manifest(
    sequence=42,
    created_at=datetime(2026, 11, 21, 9, tzinfo=UTC),
    reason="manual",
    app_version="1.2.3",
    db_uuid=UUID(int=9),
    user_version=2,
)


@pytest.fixture
def backup(tmp_path):
    """A container with one file of every kind."""
    source = tmp_path / "source"
    source.mkdir()
    files = []
    for number, (name, content) in enumerate(CONTENTS.items()):
        (source / str(number)).write_bytes(content)
        files.append((name, source / str(number)))
    path = tmp_path / "000042.vrbackup"
    with path.open("wb") as sink:
        write_container(sink, files, manifest=BLANK, facts=FACTS, key=KEY, random_bytes=random_bytes_from(1))
    return path


def rebuilt(path, change, names=None):
    """Writes the container again with its entries changed, as a forger without the key would."""
    with zipfile.ZipFile(path) as container:
        entries = {name: container.read(name) for name in container.namelist()}
    change(entries)
    with zipfile.ZipFile(path, "w") as container:
        for name, content in entries.items():
            container.writestr((names or {}).get(name, name), content)
    return path


def detail(path):
    with pytest.raises(BackupUnreadable) as caught:
        read_manifest(path)
    return caught.value.what.params["detail"].key.removeprefix("backup.unreadable.")


def with_manifest(path, **fields):
    def change(entries):
        entries["manifest.json"] = json.dumps(json.loads(entries["manifest.json"]) | fields).encode()

    return rebuilt(path, change)


def test_everything_comes_back(backup, tmp_path):
    into = tmp_path / "restored"
    manifest = extract(backup, into)
    found = {str(path.relative_to(into)): path.read_bytes() for path in into.rglob("*") if path.is_file()}
    expected = {name: content for name, content in CONTENTS.items() if not name.startswith("templates")}
    assert found == expected | {"templates/letters/Übersicht.docx": b"template"}
    assert (manifest.sequence, manifest.reason, manifest.user_version) == (42, "manual", 2)


def test_what_it_says_can_be_read_without_a_key_and_what_it_counts_only_with_it(backup):
    manifest = read_manifest(backup)
    assert manifest.created_at == BLANK.created_at
    assert b'vendor"' not in backup.read_bytes()
    assert open_facts(manifest, KEY) == FACTS
    assert open_facts(manifest, DataKey(bytes(32))) is None


def test_a_manifest_reads_back_as_written(backup):
    manifest = read_manifest(backup)
    assert parse_manifest(dump_manifest(manifest)) == manifest


@pytest.mark.parametrize(
    "field", ["sequence", "reason", "created_at", "app_version", "user_version", "db_uuid"]
)
def test_editing_what_it_says_breaks_the_seal(backup, field):
    changes = {"created_at": "2020-01-01T00:00:00+00:00", "db_uuid": str(UUID(int=1))}
    manifest = read_manifest(with_manifest(backup, **{field: changes.get(field, 1)}))
    assert open_facts(manifest, KEY) is None


def test_every_way_to_cut_it_off_is_noticed(backup):
    whole = backup.read_bytes()
    for size in range(0, len(whole) - 1, 37):
        backup.write_bytes(whole[:size])
        assert detail(backup) in {"cut_off", "members"}


def test_a_changed_byte_is_noticed_before_anything_appears_to_be_restored(backup, tmp_path):
    content = bytearray(backup.read_bytes())
    content[content.index(b"pages")] ^= 1
    backup.write_bytes(content)
    with pytest.raises(BackupUnreadable):
        extract(backup, tmp_path / "restored")


def test_a_member_swapped_for_another_of_the_same_size_is_noticed(backup, tmp_path):
    def change(entries):
        entries["register.db"] = b"PAGES"

    with pytest.raises(BackupUnreadable) as caught:
        extract(rebuilt(backup, change), tmp_path / "restored")
    assert caught.value.what.params["detail"].params == {"member": "register.db"}


@pytest.mark.parametrize(
    "name",
    [
        "../escape",
        "/etc/passwd",
        "files/../../escape",
        "templates/../register.db",
        "templates/..",
        "templates/a\\b",
        "templates//x",
        "C:/x",
        "files/ab/short",
        "register.db-wal",
        "manifest.json/x",
        "templates/a\x00b",
    ],
)
def test_names_that_lead_elsewhere_are_refused(backup, tmp_path, name):
    with zipfile.ZipFile(backup) as container:
        entries = {each: container.read(each) for each in container.namelist()}
    fields = json.loads(entries.pop("manifest.json"))
    fields["members"][name] = {"sha256": "0" * 64, "size": 1}
    with zipfile.ZipFile(backup, "w") as container:
        for each, content in entries.items():
            container.writestr(each, content)
        container.writestr(name, b"x")
        container.writestr("manifest.json", json.dumps(fields))
    with pytest.raises(BackupUnreadable):
        extract(backup, tmp_path / "restored")
    assert not (tmp_path / "restored").exists()


@pytest.mark.parametrize("coded", ["%2e%2e", "a%2fb", "a%5Cb", "%00", "con%3A", "dot."])
def test_coded_names_stay_coded_where_their_clear_form_could_lead_elsewhere(backup, tmp_path, coded):
    def change(entries):
        fields = json.loads(entries["manifest.json"])
        fields["members"][f"templates/{coded}"] = fields["members"].pop(EVIDENCE)
        entries["manifest.json"] = json.dumps(fields).encode()

    extract(rebuilt(backup, change, {EVIDENCE: f"templates/{coded}"}), tmp_path / "restored")
    assert (tmp_path / "restored" / "templates" / coded).read_bytes() == b"sealed"


def test_compressed_members_are_refused_so_that_no_bomb_unpacks(backup):
    with zipfile.ZipFile(backup, "a", zipfile.ZIP_DEFLATED) as container:
        container.writestr("templates/bomb", bytes(10_000_000))
    assert detail(backup) == "foreign"


def test_a_member_not_in_the_manifest_is_refused(backup):
    with zipfile.ZipFile(backup, "a") as container:
        container.writestr("templates/extra", b"x")
    assert detail(backup) == "members"


def test_a_member_that_stands_twice_is_refused(backup):
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(backup, "a") as container:
        container.writestr("register.db", b"PAGES")
    assert detail(backup) == "members"


def test_members_that_claim_more_than_the_file_holds_are_refused(backup):
    def change(entries):
        fields = json.loads(entries["manifest.json"])
        fields["members"]["register.db"]["size"] = 10**12
        entries["manifest.json"] = json.dumps(fields).encode()

    assert detail(rebuilt(backup, change)) == "members"


def test_a_backup_without_register_or_keys_is_none(backup):
    def change(entries):
        fields = json.loads(entries["manifest.json"])
        del fields["members"]["register.keys"], entries["register.keys"]
        entries["manifest.json"] = json.dumps(fields).encode()

    assert detail(rebuilt(backup, change)) == "members"


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"schema": "vendorrisk.backup/2"}, "newer"),
        ({"schema": "another/1"}, "foreign"),
        ({"schema": 5}, "foreign"),
        ({"sequence": "x"}, "foreign"),
        ({"members": []}, "foreign"),
        ({"created_at": "yesterday"}, "foreign"),
        ({"sealed": "zz"}, "foreign"),
    ],
)
def test_manifests_of_other_kinds_are_named(backup, fields, named):
    assert detail(with_manifest(backup, **fields)) == named


def test_a_zip_without_manifest_is_foreign(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.vrbackup", "w") as container:
        container.writestr("hello.txt", b"x")
    assert detail(tmp_path / "x.vrbackup") == "foreign"


def test_a_manifest_too_large_to_be_one_is_not_read(backup, monkeypatch):
    from vendorrisk.store.sqlite import backup_file

    monkeypatch.setattr(backup_file, "_MANIFEST_LIMIT", 10)
    assert detail(backup) == "foreign"


@pytest.mark.parametrize("place", ["gone.vrbackup", "."])
def test_a_file_that_cannot_be_opened_is_named(tmp_path, place):
    assert detail(tmp_path / place) == "cannot_open"


def test_troubles_with_another_file_are_not_blamed_on_the_backup(backup, tmp_path):
    def fails(done, whole):
        raise FileNotFoundError(2, "No such file or directory", "elsewhere")

    with pytest.raises(FileNotFoundError):
        extract(backup, tmp_path / "restored", step=fails)


def test_only_members_of_a_backup_can_be_put_into_one(tmp_path):
    (tmp_path / "x").write_bytes(b"")
    with pytest.raises(ValueError, match="no member"):
        write_container(
            io.BytesIO(),
            [("outputs/list.csv", tmp_path / "x")],
            manifest=BLANK,
            facts=FACTS,
            key=KEY,
            random_bytes=random_bytes_from(1),
        )


def test_unpacking_can_be_watched_and_cancelled(backup, tmp_path):
    def stop(done, whole):
        if done == 2:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        extract(backup, tmp_path / "restored", step=stop)
