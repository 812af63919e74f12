from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from vendorrisk.ui.widgets.column_layout import Wish, drawn_by_hand, share_out


def wish(key: str, wanted: int, least: int = 40, **more) -> Wish:
    return Wish(key=key, wanted=wanted, least=least, **more)


def test_columns_that_fit_keep_their_widths_exactly():
    wishes = [wish("check", 36, 36, fixed=True), wish("name", 164), wish("risk", 112)]
    assert share_out(wishes, 312) == {"check": 36, "name": 164, "risk": 112}


def test_room_to_spare_goes_to_all_but_the_fixed_ones():
    wishes = [wish("check", 36, 36, fixed=True), wish("name", 100), wish("risk", 50)]
    assert share_out(wishes, 216) == {"check": 36, "name": 120, "risk": 60}


def test_room_to_spare_goes_first_to_columns_with_shortened_cells():
    wishes = [wish("name", 100), wish("service", 100, content=180), wish("risk", 100, content=60)]
    assert share_out(wishes, 350) == {"name": 100, "service": 150, "risk": 100}
    assert share_out(wishes, 418) == {"name": 110, "service": 198, "risk": 110}
    assert share_out(wishes, 270) == {"name": 90, "service": 90, "risk": 90}


def test_the_column_with_the_highest_fold_gives_way_first():
    wishes = [wish("name", 100), wish("transfer", 80, fold=2), wish("owner", 80, fold=1)]
    assert set(share_out(wishes, 200)) == {"name", "owner"}
    assert set(share_out(wishes, 150)) == {"name"}
    assert set(share_out(wishes, 260)) == {"name", "transfer", "owner"}


def test_after_folding_columns_shrink_but_never_below_their_least():
    assert share_out([wish("a", 100, 60), wish("b", 100, 90)], 160) == {"a": 68, "b": 92}
    assert share_out([wish("a", 100, 60), wish("b", 100, 90)], 50) == {"a": 60, "b": 90}


def test_a_column_drawn_by_hand_stays_as_drawn():
    by_hand = drawn_by_hand(wish("a", 100, 60), 80)
    assert share_out([by_hand, wish("b", 100)], 300) == {"a": 80, "b": 220}
    assert drawn_by_hand(wish("a", 100, 60), 10).wanted == 60


def test_no_columns_need_no_room():
    assert share_out([], 300) == {}


@given(
    st.lists(
        st.tuples(
            st.integers(20, 400), st.integers(20, 400), st.integers(0, 900), st.integers(0, 3), st.booleans()
        ),
        max_size=10,
    ),
    st.integers(0, 3000),
)
def test_the_room_is_used_to_the_pixel_whenever_it_can_be(columns, available):
    wishes = [
        wish(str(n), max(wanted, least), least, content=content, fold=fold, fixed=fixed)
        for n, (wanted, least, content, fold, fixed) in enumerate(columns)
    ]
    widths = share_out(wishes, available)
    kept = [part for part in wishes if part.key in widths]
    assert all(widths[part.key] >= part.least for part in kept)
    floor = sum(part.wanted if part.fixed else part.least for part in kept)
    assume(kept and floor <= available and not all(part.fixed for part in kept))
    assert sum(widths.values()) == available
