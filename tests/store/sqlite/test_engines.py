"""One writer, readers that never wait, and sentences for what the disk does."""

from __future__ import annotations

import io
import logging
import sys
import threading
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from tests.support.vaults import CANARY, a_vault, add_vendors, vendors
from vendorrisk.domain.message import UserError
from vendorrisk.store.sqlite.opener import open_register
from vendorrisk.usecases.safe_files import DiskFull
from vendorrisk.usecases.workspace.opening_outcomes import Damaged, OpeningRefused, WorkspaceLocked

INSERT = text("INSERT INTO vendor (name) VALUES (:name)")


@pytest.fixture
def vault(tmp_path):
    with a_vault(tmp_path / "acme").workspace as opened:
        yield opened


def test_readers_see_the_old_state_and_do_not_wait_while_a_writer_writes(vault):
    add_vendors(vault, "Twilio")
    with vault.engines.writer.begin() as writing:
        writing.execute(INSERT, {"name": "Mailgun"})
        assert vendors(vault) == ["Twilio"]
    assert vendors(vault) == ["Twilio", "Mailgun"]


def test_a_reading_moment_stays_the_same_while_others_write(vault):
    add_vendors(vault, "Twilio")
    with vault.engines.reader.begin() as reading:
        count = text("SELECT count(*) FROM vendor")
        before = reading.execute(count).scalar()
        add_vendors(vault, "Mailgun")
        assert reading.execute(count).scalar() == before


def test_readers_cannot_write(vault):
    with vault.engines.reader.begin() as reading, pytest.raises(OperationalError, match="readonly"):
        reading.execute(INSERT, {"name": "x"})


def test_a_failed_transaction_takes_its_tables_back_too(vault):
    def half_way():
        with vault.engines.writer.begin() as writing:
            writing.exec_driver_sql("CREATE TABLE half (x)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_way()
    with vault.engines.reader.connect() as reading:
        names = reading.exec_driver_sql("SELECT name FROM sqlite_schema").scalars().all()
    assert "half" not in names


def test_a_step_inside_a_transaction_can_be_taken_back(vault):
    with vault.engines.writer.begin() as writing:
        writing.execute(INSERT, {"name": "kept"})
        step = writing.begin_nested()
        writing.execute(INSERT, {"name": "given up"})
        step.rollback()
    assert vendors(vault) == ["kept"]


def test_two_writers_take_turns(vault):
    names = [f"vendor {number}" for number in range(20)]
    threads = [threading.Thread(target=add_vendors, args=(vault, name)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(vendors(vault)) == sorted(names)


def test_a_full_disk_is_a_sentence_with_file_and_bytes_and_loses_nothing(vault):
    add_vendors(vault, "Twilio")
    with vault.engines.writer.connect() as writing:
        pages = writing.exec_driver_sql("PRAGMA page_count").scalar()
        writing.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DiskFull) as caught:
        add_vendors(vault, *["long name " * 200] * 50)
    assert caught.value.file == vault.folder.register
    assert caught.value.needed > caught.value.free
    assert vendors(vault) == ["Twilio"]


def test_a_damaged_page_is_a_sentence_when_it_is_met(vault):
    add_vendors(vault, *[CANARY * 20] * 300)
    vault.engines.checkpoint()
    content = bytearray(vault.folder.register.read_bytes())
    content[20 * 4096 + 9] ^= 1
    vault.folder.register.write_bytes(content)
    vault.engines.reader.dispose()
    with pytest.raises(OpeningRefused) as caught:
        vendors(vault)
    assert isinstance(caught.value.outcome, Damaged)


@pytest.mark.parametrize(
    ("code", "key"),
    [
        pytest.param(10, "opening.disk_error", id="IOERR"),
        pytest.param(10 | 4 << 8, "opening.disk_error", id="IOERR_FSYNC"),
        pytest.param(8, "opening.disk_read_only", id="READONLY"),
        pytest.param(14, "opening.disk_gone", id="CANTOPEN"),
        pytest.param(5, "opening.busy", id="BUSY"),
    ],
)
def test_what_the_disk_does_is_told_in_words(vault, code, key):
    import sqlcipher3.dbapi2 as sqlcipher

    def fails(*_):
        problem = sqlcipher.OperationalError("no")
        problem.sqlite_errorcode = code
        raise problem

    with vault.engines.writer.connect() as writing:
        writing.dialect.do_execute = fails
        with pytest.raises(UserError) as caught:
            writing.exec_driver_sql("SELECT 1")
        del writing.dialect.do_execute
    assert caught.value.what.key == key


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")
@pytest.mark.parametrize("away", ["deleted", "moved", "replaced"])
def test_nothing_is_written_into_a_register_that_was_taken_away(vault, away):
    """It would be shown as saved, in a file that nobody finds again."""
    add_vendors(vault, "Twilio")
    register = vault.folder.register
    kept = register.read_bytes()
    register.unlink() if away == "deleted" else register.rename(register.with_name("elsewhere.db"))
    if away == "replaced":
        register.write_bytes(kept)
    with pytest.raises(UserError) as caught:
        add_vendors(vault, "Norte")
    assert caught.value.what.key == "opening.disk_gone"
    assert caught.value.where == str(register)
    assert not vault.engines.busy()


def test_a_programmers_mistake_stays_an_error_and_hides_values(vault):
    statement = text("INSERT INTO contact (vendor, mail) VALUES (99, :mail)")
    with vault.engines.writer.connect() as writing, pytest.raises(IntegrityError) as caught:
        writing.execute(statement, {"mail": CANARY})
    assert CANARY not in str(caught.value)


def test_neither_key_nor_values_reach_the_log(vault):
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    logger = logging.getLogger("sqlalchemy")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        add_vendors(vault, CANARY)
    finally:
        logger.setLevel(logging.NOTSET)
        logger.removeHandler(handler)
    assert CANARY not in heard.getvalue()
    assert vault.register.key.secret().hex() not in heard.getvalue()


def test_temporary_files_on_disk_are_noticed_at_the_next_use(vault):
    with vault.engines.reader.connect() as reading:
        reading.exec_driver_sql("PRAGMA temp_store=FILE")
        reading.rollback()
    with pytest.raises(AssertionError, match="in clear"):
        vendors(vault)


def test_a_checkpoint_empties_the_log_and_says_when_it_could_not(vault):
    add_vendors(vault, CANARY)
    log = vault.folder.root / "register.db-wal"
    assert log.stat().st_size > 0
    assert vault.engines.checkpoint()
    assert log.stat().st_size == 0
    with vault.engines.reader.begin() as reading:
        reading.execute(text("SELECT count(*) FROM vendor"))
        add_vendors(vault, "while somebody reads")
        with closing(open_register(vault.register)) as impatient:
            impatient.execute("PRAGMA busy_timeout=1")
            assert impatient.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 1


def test_connections_in_use_are_counted(vault):
    assert vault.engines.busy() == 0
    with vault.engines.reader.connect(), vault.engines.writer.connect():
        assert vault.engines.busy() == 2


def test_after_disposing_neither_engine_opens_again(vault):
    vault.engines.dispose()
    for engine in (vault.engines.reader, vault.engines.writer):
        with pytest.raises(WorkspaceLocked):
            engine.connect()
    with pytest.raises(WorkspaceLocked):
        vault.engines.checkpoint()
