from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.register.list_diff import FieldChange, diff
from vendorrisk.domain.register.published import ListRow


def likeness(one, other):
    """The standard library's measure stands in for the adapter's; both run from 0 to 1."""
    first, second = one.casefold(), other.casefold()
    return SequenceMatcher(None, *sorted((first, second)), autojunk=False).ratio()


def a_row(name, purpose="Hosting", locations=("US",), **more):
    return ListRow(name=name, purpose=purpose, locations=locations, **more)


def compare(old, new, **more):
    return diff(old, new, likeness=likeness, **more)


def says_the_same(found):
    """Nothing changed but wording, layout and order."""
    return not (found.added or found.removed or found.renamed or found.changed)


def names(rows):
    return [row.name for row in rows]


def renames(found):
    return [(change.old.name, change.new.name) for change in found.renamed]


def test_who_came_and_who_went():
    found = compare([a_row("Alpha"), a_row("Beta", "Mail")], [a_row("Alpha"), a_row("Gamma", "Chat")])
    assert (names(found.added), names(found.removed)) == (["Gamma"], ["Beta"])
    assert (found.renamed, found.changed, found.editorial) == ((), (), ())


@pytest.mark.parametrize(("name", "places"), [("AppSignal", ("EU",)), ("Deepwatcher", ("US",))])
def test_a_replacement_for_the_same_purpose_is_no_rename(name, places):
    old = [a_row("Datahound", "Infrastructure monitoring")]
    found = compare(old, [a_row(name, "Infrastructure monitoring", places)])
    assert (names(found.added), names(found.removed), found.renamed) == ([name], ["Datahound"], ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Functional Widgets, Inc. d/b/a Watchdog", "Watchdog"),
        ("Twillio", "Twilio"),
        ("Alpha Cloud", "Alpha Cloud Storage"),
        ("Alpha Inc.", "Alpha GmbH"),
        ("NexGo Inc (aka Vontage)", "Vontage B.V."),
    ],
)
def test_a_vendor_called_otherwise_is_renamed(before, after):
    found = compare([a_row(before)], [a_row(after)])
    assert renames(found) == [(before, after)]
    assert (found.added, found.removed, found.changed) == ((), (), ())


def test_a_rename_is_seen_by_the_web_site_too():
    old = [a_row("Wildbyte", "Sending of mail", website="https://www.postmail.example/a")]
    new = [a_row("Postmail", "Sending of mail", website="https://postmail.example/b")]
    assert renames(compare(old, new)) == [("Wildbyte", "Postmail")]


def test_a_site_that_many_share_proves_nothing():
    site = "https://codehub.example/x"
    old = [a_row("Alpha", website=site), a_row("Beta", website=site)]
    new = [a_row("Alpha", website=site), a_row("Gamma", website=site)]
    found = compare(old, new)
    assert (names(found.added), names(found.removed)) == (["Gamma"], ["Beta"])


@pytest.mark.parametrize(("before", "after"), [("Alpha Web", "Alpha Mail"), ("Alpha", "Alpha Mail")])
def test_a_relative_for_another_purpose_is_another_vendor(before, after):
    found = compare([a_row(before, "Hosting of pages")], [a_row(after, "Fraud checks")])
    assert (names(found.added), names(found.removed)) == ([after], [before])


def test_facts_that_changed_are_listed_with_both_values():
    old = [a_row("Alpha", mechanism=("PRIVACY_SHIELD",), seat="US", since=date(2020, 1, 1))]
    new = [
        a_row("Alpha", "Hosting and AI training", ("US", "CA"), mechanism=("DPF",), seat="IE", affiliate=True)
    ]
    (change,) = compare(old, new).changed
    assert change.fields == (
        FieldChange(field="purpose", old="Hosting", new="Hosting and AI training"),
        FieldChange(field="places", old="US", new="US, CA"),
        FieldChange(field="mechanism", old="PRIVACY_SHIELD", new="DPF"),
        FieldChange(field="seat", old="US", new="IE"),
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"purpose": "Sending of email messages"}, {"purpose": "Sending emails  messages."}),
        ({"purpose": "Mail, chat"}, {"purpose": "chat and MAIL"}),
        ({"website": "https://a.example"}, {"website": "https://b.example"}),
        ({"group": "Core"}, {"group": "Core infrastructure"}),
        ({"address": "1 High St"}, {"address": "1 High Street"}),
        ({"locations": ("US", "DE")}, {"locations": ("DE", "US")}),
        ({"place_text": "USA"}, {"place_text": "United States"}),
        ({"other": (("Note", "a"),)}, {"other": (("Note", "b"),)}),
        ({"locations": ("US", "DE")}, {"locations": (), "storage": ("US",), "access": ("DE",)}),
    ],
)
def test_wording_layout_and_order_are_editorial(before, after):
    found = compare([a_row("Alpha", **before)], [a_row("Alpha", **after)])
    assert says_the_same(found)
    assert (found.changed, found.renamed) == ((), ())


def test_places_that_one_side_has_only_as_codes_are_no_change():
    found = compare([a_row("Alpha")], [a_row("Alpha", place_text="USA")])
    assert (says_the_same(found), found.editorial) == (True, ())


def test_a_trade_name_beside_the_legal_name_is_editorial():
    found = compare([a_row("Wildbyte LLC")], [a_row("WILDBYTE LLC – Postmail")])
    assert says_the_same(found)
    assert [change.wording[0].field for change in found.editorial] == ["name"]


def test_a_legal_form_that_is_merely_added_is_editorial():
    assert says_the_same(compare([a_row("Slick")], [a_row("Slick, Inc.")]))


@pytest.mark.parametrize("purpose", ["Hosting and support", "Support", "Not hosting", ""])
def test_a_word_more_or_less_is_a_fact(purpose):
    (change,) = compare([a_row("Alpha"), a_row("B", "x")], [a_row("Alpha", purpose), a_row("B", "x")]).changed
    assert [field.field for field in change.fields] == ["purpose"]


def test_a_country_that_moves_from_storage_to_access_is_a_fact():
    old = [ListRow(name="Alpha", storage=("DE", "IN"), access=("DE",))]
    new = [ListRow(name="Alpha", storage=("DE",), access=("DE", "IN"))]
    (change,) = compare(old, new).changed
    assert change.fields == (
        FieldChange(field="storage", old="DE, IN", new="DE"),
        FieldChange(field="access", old="DE", new="DE, IN"),
    )


def test_a_new_column_is_not_held_against_every_row():
    old = [a_row("Alpha"), a_row("Beta", "Mail"), a_row("Gamma", "Chat")]
    new = [a_row("Alpha", data="Names"), a_row("Beta", "Mail", data="Logs"), a_row("Gamma", "Chat")]
    found = compare(old, new)
    assert (says_the_same(found), found.columns) == (True, ("data",))
    back = compare(new, old)
    assert (back.changed, back.columns) == ((), ("data",))


def test_a_new_location_column_is_no_move():
    found = compare(
        [a_row("Alpha", locations=())], [ListRow(name="Alpha", purpose="Hosting", storage=("DE",))]
    )
    assert (found.changed, found.columns) == ((), ("places",))


def test_one_flat_table_that_became_three_shows_only_what_is_new():
    old = [
        a_row("Alpha Web, Inc.", "Cloud"),
        a_row("Gogol LLC", "Cloud"),
        a_row("Datahound, Inc.", "Analytics"),
    ]
    new = [
        a_row("Alpha Web, Inc.", "Cloud", group="Core"),
        a_row("Datahound, Inc.", "Analytics", group="Core"),
        a_row("Slick, Inc.", "Support", group="Support"),
        a_row("Gogol LLC.", "Cloud", group="Specific", services=("Warehouse", "Personas")),
    ]
    found = compare(old, new)
    assert (names(found.added), found.removed, found.renamed) == (["Slick, Inc."], (), ())
    assert [(change.name, change.fields) for change in found.changed] == [
        ("Gogol LLC.", (FieldChange(field="services", old="", new="Warehouse, Personas"),))
    ]
    assert found.columns == ()


def test_several_rows_of_one_vendor_find_their_counterparts():
    old = [a_row("Mikro", "Hosting"), a_row("Mikro", "Support tickets"), a_row("Mikro", "Search", ("DE",))]
    new = [a_row("Mikro", "Search", ("DE",)), a_row("Mikro", "Hosting"), a_row("Mikro", "Support tickets")]
    found = compare(old, new)
    assert (says_the_same(found), found.editorial) == (True, ())


def test_a_row_more_for_a_known_vendor_is_a_change_not_a_new_vendor():
    found = compare(
        [a_row("Mikro", "Hosting")], [a_row("Mikro", "Hosting"), a_row("Mikro", "Speech", ("SE",))]
    )
    assert (found.added, [(c.old, c.new.purpose) for c in found.changed]) == ((), [(None, "Speech")])
    assert found.changed[0].fields == (FieldChange(field="row", old="", new="Speech"),)
    back = compare(
        [a_row("Mikro", "Hosting"), a_row("Mikro", "Speech", ("SE",))], [a_row("Mikro", "Hosting")]
    )
    assert (back.removed, [(c.old.purpose, c.new) for c in back.changed]) == ((), [("Speech", None)])


def test_texts_of_two_languages_are_not_compared():
    old = [a_row("Post GmbH", "Sending of mail", mechanism=("NOT_A_TRANSFER",))]
    new = [a_row("Post GmbH", "Versand von Nachrichten", mechanism=("NOT_A_TRANSFER",))]
    assert says_the_same(compare(old, new, translated=True))
    assert not says_the_same(compare(old, new))


def test_nothing_against_something_is_all_added():
    assert names(compare([], [a_row("Alpha")]).added) == ["Alpha"]
    assert names(compare([a_row("Alpha")], []).removed) == ["Alpha"]
    assert says_the_same(compare([], []))


rows = st.lists(
    st.builds(
        ListRow,
        name=st.sampled_from(
            ["Alpha", "Beta Inc.", "Beta GmbH", "Gamma (aka Delta)", "Delta", "Epsilon Web"]
        ),
        purpose=st.sampled_from(["Hosting", "Sending mail", "Support", ""]),
        locations=st.sampled_from([(), ("US",), ("US", "DE")]),
        mechanism=st.sampled_from([(), ("DPF",)]),
    ),
    max_size=6,
)


@given(rows)
def test_a_list_does_not_differ_from_itself(some):
    found = compare(some, some)
    assert (says_the_same(found), found.editorial, found.columns) == (True, (), ())


@given(rows, st.randoms(use_true_random=False))
def test_order_alone_changes_nothing(some, random):
    mixed = list(some)
    random.shuffle(mixed)
    assert says_the_same(compare(some, mixed))


@given(rows, rows)
def test_every_row_is_accounted_for_once_on_each_side(old, new):
    found = compare(old, new)
    changes = (*found.renamed, *found.changed, *found.editorial)
    assert len(found.removed) + sum(change.old is not None for change in changes) <= len(old)
    assert len(found.added) + sum(change.new is not None for change in changes) <= len(new)
    unseen_old = len(old) - len(found.removed) - sum(change.old is not None for change in changes)
    unseen_new = len(new) - len(found.added) - sum(change.new is not None for change in changes)
    assert unseen_old == unseen_new


@given(rows, rows)
def test_the_way_back_removes_what_the_way_there_added(old, new):
    there, back = compare(old, new), compare(new, old)
    assert len(there.added) == len(back.removed)
    assert len(there.removed) == len(back.added)
