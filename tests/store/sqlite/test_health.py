"""A check reads everything once and names every problem with its place."""

from __future__ import annotations

import io

import pytest

from tests.support.vaults import CANARY, a_vault, add_vendors
from vendorrisk.domain.message import Level
from vendorrisk.store.sqlite.health import check_register, require_sound
from vendorrisk.usecases.workspace.opening_outcomes import Damaged, OpeningRefused


@pytest.fixture
def vault(tmp_path):
    with a_vault(tmp_path / "acme").workspace as opened:
        add_vendors(opened, *[CANARY * 20] * 300)
        opened.engines.checkpoint()
        yield opened


def spoil(vault, page, byte=100):
    content = bytearray(vault.folder.register.read_bytes())
    content[(page - 1) * 4096 + byte] ^= 1
    vault.folder.register.write_bytes(content)


def found(problems):
    return [(problem.where, problem.what.key, problem.what.params) for problem in problems]


def test_a_sound_workspace_has_no_problems(vault):
    kept = vault.evidence.keep_stream(io.BytesIO(b"report"))
    assert vault.check([kept.evidence_id]) == []
    require_sound(vault.register)


def test_a_log_that_was_not_moved_yet_is_no_damage(vault):
    add_vendors(vault, *["late"] * 50)
    assert vault.check([]) == []


def test_every_spoiled_page_is_named(vault):
    spoil(vault, 10)
    spoil(vault, 20, byte=4000)
    pages = [("register.db", "health.page", {"page": number}) for number in ("10", "20")]
    assert found(check_register(vault.register)) == pages


def test_a_spoiled_first_page_is_named(vault):
    vault.engines.reader.dispose()
    vault.engines.writer.dispose()
    spoil(vault, 1)
    [problem] = check_register(vault.register)
    assert problem.what.key == "opening.damaged"
    assert [detail.key for detail in problem.what.params["details"]] == ["opening.damage.register_first_page"]


def test_a_broken_structure_is_named(vault):
    from contextlib import closing

    from vendorrisk.store.sqlite.opener import open_register

    with closing(open_register(vault.register)) as connection:
        connection.execute("CREATE INDEX by_name ON vendor (name)")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql='CREATE INDEX by_name ON vendor (id)' WHERE name='by_name'"
        )
    keys = {problem.what.key for problem in check_register(vault.register)}
    assert keys == {"health.structure"}


def test_a_reference_to_nothing_is_named(vault):
    from contextlib import closing

    from vendorrisk.store.sqlite.opener import open_register

    with closing(open_register(vault.register)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("INSERT INTO contact (id, vendor) VALUES (7, 999)")
    assert found(check_register(vault.register)) == [
        ("register.db", "health.reference", {"table": "contact", "row": "7", "other": "vendor"})
    ]


def test_evidence_is_missing_damaged_or_wanted_by_nobody(vault):
    good, bad = (vault.evidence.keep_stream(io.BytesIO(content)) for content in (b"good", b"bad"))
    (vault.folder.files / bad.evidence_id[:2] / bad.evidence_id).write_bytes(b"")
    problems = vault.check([bad.evidence_id, "e" * 64])
    assert [(problem.where, problem.what.key, problem.level) for problem in problems] == [
        ("e" * 64, "health.evidence_missing", Level.ERROR),
        (bad.evidence_id, "health.evidence_damaged", Level.ERROR),
        (good.evidence_id, "health.evidence_orphan", Level.WARNING),
    ]


def test_a_register_that_breaks_while_being_read_is_a_problem_and_no_crash(vault, monkeypatch):
    from vendorrisk.store.sqlite import health

    def breaks(connection):
        connection.execute("SELECT * FROM nowhere")
        yield

    monkeypatch.setattr(health, "_findings", breaks)
    assert found(check_register(vault.register)) == [
        ("register.db", "health.unreadable", {"detail": "SQLITE_ERROR"})
    ]


def test_going_on_with_a_spoiled_register_is_refused(vault):
    spoil(vault, 10)
    with pytest.raises(OpeningRefused) as caught:
        require_sound(vault.register)
    assert isinstance(caught.value.outcome, Damaged)
