from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt

from tests.support.table_rows import COLUMNS, CountingSource, PlainSource, Waiting, vendors
from vendorrisk.ui.widgets.paged_model import PagedModel, Role
from vendorrisk.ui.widgets.query import Filter, Query, Sort
from vendorrisk.ui.widgets.row_cache import KEPT_PAGES, PAGE

BY_NAME = Query(sort=(Sort("name"),))
IN_BRAZIL = Filter("country", "BR", "In Brazil")


def a_model(source, query=BY_NAME, **more) -> PagedModel:
    model = PagedModel(source, COLUMNS, **more)
    model.set_query(query)
    return model


def names(model: PagedModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_contract(qtmodeltester):
    qtmodeltester.check(a_model(CountingSource(vendors(250))))


def test_an_empty_model_keeps_qts_contract(qtmodeltester):
    qtmodeltester.check(PagedModel(CountingSource([]), COLUMNS))


def test_only_the_pages_that_come_into_sight_are_read():
    source = CountingSource(vendors(450))
    model = a_model(source)
    assert model.rowCount() == 450
    assert source.asked == [(0, PAGE)]
    assert model.index(430, 0).data() == "Vendor 00430"
    assert source.asked == [(0, PAGE), (400, PAGE)]
    assert model.index(431, 0).data() == "Vendor 00431"
    assert len(source.asked) == 2


def test_pages_not_looked_at_for_longest_make_room():
    source = CountingSource(vendors(PAGE * (KEPT_PAGES + 2)))
    model = a_model(source, Query())
    for page in range(KEPT_PAGES + 2):
        model.row_at(page * PAGE)
    before = len(source.asked)
    assert model.row_at(PAGE * KEPT_PAGES).name == f"Vendor {PAGE * KEPT_PAGES:05d}"
    assert len(source.asked) == before
    assert model.row_at(0).name == "Vendor 00000"
    assert len(source.asked) == before + 1


def test_words_value_state_row_and_id_are_roles_of_their_own():
    model = a_model(CountingSource(vendors(3)))
    risk = model.index(0, 2)
    assert risk.data() == "High"
    assert risk.data(Role.STATUS).text == "High"
    assert risk.data(Role.ID) == "v0"
    assert risk.data(Role.ROW).name == "Vendor 00000"
    assert model.index(2, 3).data(Role.VALUE) == 2
    assert model.index(2, 4).data() == "25 Nov 2026"
    assert model.index(0, 3).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Vendor"


def test_the_first_column_tells_readers_the_whole_row():
    model = a_model(CountingSource(vendors(3)))
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Vendor 00000, Location: BR, Risk: High, Customers: 0, Due: 23 Nov 2026"
    )


def test_filter_and_order_go_to_the_source(qtbot):
    model = a_model(CountingSource(vendors(90)))
    with qtbot.waitSignal(model.counted) as said:
        model.set_query(Query(filters=(IN_BRAZIL,), sort=(Sort("customers", descending=True),)))
    assert said.args == [30, 90]
    assert names(model)[:2] == ["Vendor 00087", "Vendor 00084"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(model)[0] == "Vendor 00087"
    assert model.query.filters == (IN_BRAZIL,)


def test_missing_values_come_last_in_both_directions():
    source = CountingSource(vendors(3))
    source.edit("v1", customers=None)
    model = a_model(source, Query(sort=(Sort("customers"),)))
    assert names(model) == ["Vendor 00000", "Vendor 00002", "Vendor 00001"]
    model.set_sort((Sort("customers", descending=True),))
    assert names(model) == ["Vendor 00002", "Vendor 00000", "Vendor 00001"]


def test_an_edited_row_that_no_longer_matches_stays_in_place_until_the_list_is_read_afresh():
    source = CountingSource(vendors(9))
    model = a_model(source, Query(filters=(IN_BRAZIL,), sort=(Sort("name"),)))
    assert names(model) == ["Vendor 00000", "Vendor 00003", "Vendor 00006"]
    source.edit("v3", country="IN", name="Vendor 3 moved")
    model.refresh(touched=["v3"])
    assert names(model) == ["Vendor 00000", "Vendor 3 moved", "Vendor 00006"]
    assert [model.index(row, 0).data(Role.STAYED) for row in range(3)] == [False, True, False]
    assert (model.shown, model.rowCount(), model.place_of("v6")) == (2, 3, 2)
    assert list(model.ids()) == ["v0", "v3", "v6"]
    model.refresh()
    assert model.rowCount() == 3
    model.reread()
    assert names(model) == ["Vendor 00000", "Vendor 00006"]


def test_several_stayed_rows_keep_their_places():
    source = CountingSource(vendors(15))
    model = a_model(source, Query(filters=(IN_BRAZIL,), sort=(Sort("name"),)))
    for together in (["v0"], ["v6", "v12"]):
        for row_id in together:
            source.edit(row_id, country="IN")
        model.refresh(touched=together)
    assert names(model) == [f"Vendor {number:05d}" for number in (0, 3, 6, 9, 12)]
    assert [model.place_of(f"v{number}") for number in (0, 3, 6, 9, 12)] == [0, 1, 2, 3, 4]


def test_a_stayed_row_that_matches_again_is_an_ordinary_row():
    source = CountingSource(vendors(9))
    model = a_model(source, Query(filters=(IN_BRAZIL,), sort=(Sort("name"),)))
    source.edit("v3", country="IN")
    model.refresh(touched=["v3"])
    source.edit("v3", country="BR")
    model.refresh(touched=["v3"])
    assert (model.rowCount(), model.index(1, 0).data(Role.STAYED)) == (3, False)


def test_a_row_that_is_gone_altogether_does_not_stay():
    source = CountingSource(vendors(9))
    model = a_model(source)
    source.drop("v3")
    model.refresh(touched=["v3"])
    assert model.rowCount() == 8


def test_the_last_rows_of_a_list_that_shrank_stay_at_its_end():
    source = CountingSource(vendors(9))
    model = a_model(source, Query(filters=(IN_BRAZIL,), sort=(Sort("name"),)))
    source.edit("v0", country="IN")
    source.edit("v6", country="IN")
    source.drop("v3")
    model.refresh(touched=["v6"])
    assert names(model) == ["Vendor 00006"]


def test_another_query_lets_stayed_rows_go():
    source = CountingSource(vendors(9))
    model = a_model(source, Query(filters=(IN_BRAZIL,), sort=(Sort("name"),)))
    source.edit("v3", country="IN")
    model.refresh(touched=["v3"])
    model.set_sort((Sort("name", descending=True),))
    assert names(model) == ["Vendor 00006", "Vendor 00000"]


def test_a_source_that_only_counts_and_reads_is_enough():
    source = CountingSource(vendors(250))
    model = a_model(PlainSource(source), Query(filters=(IN_BRAZIL,), sort=(Sort("name"),)))
    assert model.place_of("v243") == 81
    source.edit("v243", country="IN")
    model.refresh(touched=["v0", "v3"])
    source.edit("v0", country="IN")
    model.refresh(touched=["v0"])
    assert model.index(0, 0).data(Role.STAYED) is True
    assert model.place_of("v3") == 1


def test_rows_are_found_by_id_wherever_they_stand():
    model = a_model(CountingSource(vendors(450)))
    assert model.place_of("v440") == 440
    assert model.place_of("nobody") is None
    assert model.id_at(449) == "v449"
    assert model.id_at(450) is None


def test_a_reading_in_another_thread_shows_the_old_rows_until_it_arrives(qtbot):
    runner = Waiting()
    model = PagedModel(CountingSource(vendors(450)), COLUMNS, run=runner)
    model.set_query(BY_NAME)
    assert (model.rowCount(), model.is_loading) == (0, True)
    runner.finish()
    assert (model.rowCount(), model.is_loading) == (450, False)
    assert model.index(300, 0).data() is None
    with qtbot.waitSignal(model.dataChanged) as told:
        runner.finish()
    assert (told.args[0].row(), told.args[1].row()) == (300, 399)
    assert model.index(300, 0).data() == "Vendor 00300"


def test_a_reading_that_was_overtaken_is_dropped():
    runner = Waiting()
    model = PagedModel(CountingSource(vendors(90)), COLUMNS, run=runner)
    model.set_query(BY_NAME)
    model.set_query(Query(filters=(IN_BRAZIL,), sort=(Sort("name"),)))
    runner.finish(1)
    runner.finish(0)
    assert (model.rowCount(), model.is_loading) == (30, False)


def test_a_reading_that_failed_ends_the_waiting_and_is_not_repeated_for_ever():
    runner = Waiting()
    model = PagedModel(CountingSource(vendors(250)), COLUMNS, run=runner)
    model.set_query(BY_NAME)
    runner.finish()
    assert model.index(150, 0).data() is None
    runner.fail()
    assert (model.index(151, 0).data(), model.is_loading, runner.jobs) == (None, False, [])


def test_refresh_reads_the_page_in_sight_first():
    source = CountingSource(vendors(450))
    model = a_model(source)
    model.row_at(420)
    source.asked.clear()
    model.refresh()
    assert source.asked == [(400, PAGE)]


def test_an_order_by_a_column_that_is_gone_is_passed_over():
    model = a_model(CountingSource(vendors(3)), Query(sort=(Sort("gone"), Sort("name", descending=True))))
    assert model.query.sort == (Sort("name", descending=True),)
    assert names(model)[0] == "Vendor 00002"


def test_a_column_that_does_not_exist_is_a_bug():
    model = a_model(CountingSource([]))
    assert model.column_number("due") == 4
    with pytest.raises(KeyError):
        model.column_number("nonsense")


def test_a_filter_key_over_ten_thousand_rows_costs_the_model_next_to_nothing():
    class Ready:
        """A source that answers at once, so that only the model's own work is measured."""

        page = vendors(PAGE)

        def count(self, query):
            return 10_000

        def rows(self, query, offset, limit):
            return self.page

    model = PagedModel(Ready(), COLUMNS)
    start = time.perf_counter()
    model.set_query(Query(text="n"))
    for row in range(20):
        for column in range(len(COLUMNS)):
            model.index(row, column).data()
    assert time.perf_counter() - start < 0.05


def test_the_model_is_no_proxy_over_rows_it_hides():
    assert issubclass(PagedModel, QAbstractItemModel)
    assert not hasattr(PagedModel, "setSourceModel")
