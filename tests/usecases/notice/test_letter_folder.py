"""Letters appear together or not at all: a cancel leaves folder and register as they were."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.changing import a_change, a_context, all_lacks
from vendorrisk.domain.message import Refused
from vendorrisk.domain.notice.records import Change, ChangeState, Notice
from vendorrisk.usecases.notice.changes import plan_for
from vendorrisk.usecases.notice.letter_folder import staged
from vendorrisk.usecases.notice.letters import write_letters
from vendorrisk.usecases.notice.notices import exclude
from vendorrisk.usecases.safe_files import NotWritable


class Stopped(Exception):
    """The person has thought better of it."""


def stop_at(number):
    def step(done, _all):
        if done == number:
            raise Stopped

    return step


@pytest.fixture
def office():
    return a_context().office


@pytest.fixture
def change(office):
    return a_change(office)


def notices_of(office):
    with office.book.reading() as reader:
        return reader.find(Notice), [one.state for one in reader.find(Change)]


@pytest.mark.parametrize("number", [0, 2, 3])
def test_a_cancel_leaves_neither_files_nor_notices(office, change, tmp_path, number):
    folder = tmp_path / "new" / "letters"
    with pytest.raises(Stopped):
        write_letters(office, change.id, folder, step=stop_at(number))
    assert list(tmp_path.iterdir()) == []
    assert notices_of(office) == ([], [ChangeState.DRAFT])


def test_a_cancel_leaves_the_letters_of_the_time_before(office, change, tmp_path):
    write_letters(office, change.id, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = notices_of(office)
    office.clock.day = date(2026, 11, 25)
    with pytest.raises(Stopped):
        write_letters(office, change.id, tmp_path, step=stop_at(2))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert notices_of(office) == kept


def test_what_stops_at_the_seal_leaves_nothing_either(office, change, tmp_path):
    def seal():
        raise Stopped

    with pytest.raises(Stopped):
        write_letters(office, change.id, tmp_path, seal=seal)
    assert list(tmp_path.iterdir()) == []
    assert notices_of(office)[0] == []


def test_a_register_changed_meanwhile_is_not_contradicted(office, change, tmp_path):
    def step(done, _all):
        if done == 1:
            plan_for(office, change.id, date(2027, 3, 1))

    with pytest.raises(Refused) as refused:
        write_letters(office, change.id, tmp_path, step=step)
    assert refused.value.what.key == "letters.meanwhile"
    assert list(tmp_path.iterdir()) == []
    assert notices_of(office)[0] == []


def test_other_work_on_the_register_goes_on_meanwhile(office, change, tmp_path):
    def step(done, _all):
        if done == 1:
            exclude(office, a_change_apart.id, "c1", "not this one")

    with office.book.act(write_letters_action()) as desk:
        a_change_apart = Change(**{**fields_of(change), "id": "apart", "number": "2026-99"})
        desk.put(a_change_apart)
    written = write_letters(office, change.id, tmp_path, step=step)
    assert len(written.letters) == 8


def write_letters_action():
    from vendorrisk.usecases.editing import ADD

    return ADD[Change]


def fields_of(change):
    return {name: getattr(change, name) for name in change.__dataclass_fields__}


def test_who_is_kept_off_gets_no_letter(office, change, tmp_path):
    exclude(office, change.id, "c1", "stays on the old set-up")
    written = write_letters(office, change.id, tmp_path)
    assert {customer.name for customer, _ in written.letters} == {"Birch", "Cedar", "Dogwood"}
    assert all("c1" not in lack.customers for lack in all_lacks(office, change.id))


def test_each_letter_keeps_the_day_that_it_bears(office, change, tmp_path):
    write_letters(office, change.id, tmp_path)
    assert {one.written_on for one in notices_of(office)[0]} == {date(2026, 11, 23)}


def test_a_folder_that_takes_no_files_is_named(tmp_path, monkeypatch):
    def refuse(**_options):
        raise PermissionError(13, "no")

    monkeypatch.setattr("vendorrisk.usecases.notice.letter_folder.tempfile.mkdtemp", refuse)
    with pytest.raises(NotWritable), staged(tmp_path):
        pass


def test_nothing_is_written_in_a_dry_run(tmp_path):
    with staged(tmp_path / "letters", keep=False) as stage:
        assert stage.add("a.pdf", b"x") == tmp_path / "letters" / "a.pdf"
        stage.settle()
    assert list(tmp_path.iterdir()) == []
