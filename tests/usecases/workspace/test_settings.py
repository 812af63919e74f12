"""Settings: each is read like a field, and an open workspace starts with sound ones."""

from __future__ import annotations

import pytest

from tests.support.law import the_law
from tests.support.offices import NoLaw, make_office
from vendorrisk.domain.message import UserError
from vendorrisk.domain.notice.records import Terms
from vendorrisk.domain.register.records import LawEntry, Setting
from vendorrisk.usecases.notice.changes import STANDARD
from vendorrisk.usecases.workspace.setting_up import NewWorkspace, set_up
from vendorrisk.usecases.workspace.settings import NAMES, Settings, change_setting, settings_of


@pytest.fixture
def office():
    return make_office(law=NoLaw(transfers=the_law()))


def now(office):
    with office.book.reading() as reader:
        return settings_of(reader)


def test_what_was_never_set_has_its_default(office):
    assert now(office) == Settings()
    assert (Settings().zone, Settings().language, Settings().second_person) == ("UTC", "en", False)


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("company", "  Acme Telecom ", "Acme Telecom"),
        ("country", "hr", "HR"),
        ("country", "", ""),
        ("zone", "Europe/Zagreb", "Europe/Zagreb"),
        ("contact", "Privacy@Acme.Example", "Privacy@acme.example"),
        ("list_address", "https://acme.example/subs", "https://acme.example/subs"),
        ("second_person", "yes", True),
        ("second_person", "no", False),
        ("dpf_recheck_days", "20", 20),
    ],
)
def test_a_setting_is_read_and_kept(office, name, typed, kept):
    assert getattr(change_setting(office, name, typed), name) == kept
    assert getattr(now(office), name) == kept


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("zone", "Mars/Olympus"), ("zone", ""), ("country", "Croatia"), ("contact", "nobody"),
        ("list_address", "ftp://x.example"), ("second_person", "perhaps"), ("dpf_recheck_days", "-1"),
        ("sample", "no"), ("nonsense", "1"),
    ],
)  # fmt: skip
def test_a_wrong_value_changes_nothing(office, name, typed):
    with pytest.raises(UserError):
        change_setting(office, name, typed)
    assert now(office) == Settings()


def test_nobody_can_type_away_that_a_workspace_is_a_sample():
    assert "sample" not in NAMES
    office = make_office(law=NoLaw(transfers=the_law()))
    set_up(office.book, office.new_id, office.law, NewWorkspace(company="Acme", sample=True))
    assert now(office).sample is True


def test_a_new_workspace_has_company_zone_the_law_and_our_standard_terms(office):
    set_up(office.book, office.new_id, office.law, NewWorkspace(company="Acme", zone="Europe/Zagreb"))
    settings = now(office)
    assert (settings.company, settings.zone, settings.sample) == ("Acme", "Europe/Zagreb", False)
    with office.book.reading() as reader:
        entries, (terms,) = reader.find(LawEntry), reader.find(Terms)
        assert len(entries) == len(the_law().adequacy)
        assert len({one.id for one in entries}) == len(entries)
        assert terms.customer_id == STANDARD
        assert {one.id for one in reader.find(Setting)} == {"company", "zone"}
    assert office.book.head()[0] == 1


@pytest.mark.parametrize(
    "wanted", [NewWorkspace(company=" "), NewWorkspace(company="A", zone="Mars/Olympus")]
)
def test_a_workspace_without_company_or_zone_is_not_set_up(office, wanted):
    with pytest.raises(UserError):
        set_up(office.book, office.new_id, office.law, wanted)
    assert office.book.head()[0] == 0
