"""What a step changed, field by field, in words and with names instead of ids."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from vendorrisk.domain.diligence.records import Assessment
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.records import Engagement, Setting, Vendor, VendorKind
from vendorrisk.usecases.journal.activity import RecordChange, Step, field_changes, words_of


def a_change(kind=Vendor, before=None, after=None, **more):
    return RecordChange(kind=kind, table=kind.__name__.lower(), id="id-1", before=before, after=after, **more)


def told(change):
    return [(one.label.key, one.before, one.after) for one in field_changes(change)]


def test_only_fields_that_differ_are_told_in_the_order_of_the_record():
    before = {"id": "id-1", "name": "Norte", "owner": "A", "country": "BR"}
    after = {"id": "id-1", "name": "Norte", "owner": "B", "country": "PT"}
    assert told(a_change(before=before, after=after)) == [
        ("field.vendor.owner", msg("plain", text="A"), msg("plain", text="B")),
        ("field.vendor.country", msg("plain", text="BR"), msg("plain", text="PT")),
    ]


def test_a_new_record_leaves_out_what_is_empty():
    after = {"id": "id-1", "name": "Norte", "owner": "", "archived_on": None, "tags": (), "note": {}}
    assert [key for key, *_ in told(a_change(after=after))] == ["field.vendor.name"]


@pytest.mark.parametrize("before", [None, {"reaches_locked": None, "critical_function": False}])
def test_a_no_is_told_where_it_is_an_answer_and_not_where_everything_begins_with_it(before):
    after = {"reaches_locked": False, "critical_function": False}
    assert told(a_change(Engagement, before, after)) == [
        ("field.engagement.reaches_locked", None, msg("activity.no"))
    ]


def test_ids_are_told_by_the_name_they_point_to():
    change = a_change(Engagement, after={"id": "e", "vendor_id": "v-1"}, names={"v-1": "Carrier Norte"})
    assert told(change) == [("plain", None, msg("plain", text="Carrier Norte"))]
    assert field_changes(change)[0].label == msg("plain", text="Vendor")


def test_yes_no_texts_in_languages_and_dates_are_told_as_such():
    after = {"purpose": {"en": "Sending", "de": "Senden"}, "critical": True, "live_on": date(2026, 11, 23)}
    assert [one.after for one in field_changes(a_change(after=after))] == [
        msg("plain", text=["Sending (en)", "Senden (de)"]),
        msg("activity.yes"),
        msg("plain", text=date(2026, 11, 23)),
    ]


def test_words_of_a_vocabulary_stay_words():
    change = a_change(before={"kind": VendorKind.AFFILIATE}, after={"kind": VendorKind.THIRD_PARTY})
    assert told(change)[0][1:] == (
        msg("plain", text=VendorKind.AFFILIATE),
        msg("plain", text=VendorKind.THIRD_PARTY),
    )


def test_the_secret_of_a_questionnaire_is_never_told():
    change = a_change(Assessment, after={"id": "a", "token": "secret", "version": "1.0"})
    assert "secret" not in str(told(change))
    assert len(told(change)) == 1


def test_a_setting_is_told_by_its_label():
    change = RecordChange(kind=Setting, table="setting", id="zone", before=None, after={"value": "UTC"})
    assert told(change) == [("field.setting.zone", None, msg("plain", text="UTC"))]
    unknown = RecordChange(kind=Setting, table="setting", id="sample", before=None, after={"value": "yes"})
    assert field_changes(unknown)[0].label == msg("plain", text="Value")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("do", msg("action.vendor.add")), ("undo", msg("log.undo", action=msg("action.vendor.add")))],
)
def test_an_undo_is_told_as_one(kind, expected):
    step = Step(
        id="3", sequence=3, at=datetime(2026, 11, 23, tzinfo=UTC), actor="Ana", action="vendor.add",
        kind=kind, target=None, wall="", undone=False, changes=1,
    )  # fmt: skip
    assert words_of(step) == expected
