"""Merged cells and hidden rows, as they stand in a sheet's own part."""

from __future__ import annotations

import io

import pytest

from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.tabular import layout
from vendorrisk.documents.tabular.layout import layout_of
from vendorrisk.domain.message import UserError

SHEET = (
    b'<x:sheetData><x:row r="2" spans="1:3" hidden="1"/><x:row hidden="true" r="4"/><x:row r="5" hidden="0"/>'
    b'</x:sheetData><x:mergeCells><x:mergeCell ref="B3:C5"/><x:mergeCell ref="AA1:AB1"/></x:mergeCells>'
)


def found(content, limits=Limits(), targets=b""):  # noqa: B008  (frozen)
    return layout_of(io.BytesIO(content), targets, limits, "book.xlsx")


@pytest.mark.parametrize("chunk", [100, 4096])
def test_cells_below_the_first_of_a_merged_range_show_its_value(monkeypatch, chunk):
    monkeypatch.setattr(layout, "_CHUNK", chunk)
    seen = found(SHEET)
    assert seen.merged == {(4, 1): (3, 1), (5, 1): (3, 1)}
    assert seen.hidden_rows == {2, 4}


def test_only_web_addresses_behind_cells_are_links():
    content = (
        b'<hyperlinks><hyperlink ref="A2" r:id="rId1"/><hyperlink r:id="rId2" ref="B3:C3"/>'
        b'<hyperlink ref="A4" location="Sheet2!A1"/><hyperlink ref="A5" r:id="rId3"/></hyperlinks>'
    )
    targets = (
        b'<Relationships><Relationship Id="rId1" Type="x" Target="https://a.example/?b=1&amp;c=2"/>'
        b'<Relationship Target="https://c.example" Id="rId2"/>'
        b'<Relationship Id="rId3" Target="file:///etc/passwd"/></Relationships>'
    )
    assert found(content, targets=targets).links == {
        (2, 0): "https://a.example/?b=1&c=2",
        (3, 1): "https://c.example",
    }


def test_a_range_counts_only_within_the_rows_that_are_read():
    assert len(found(b'<mergeCell ref="A1:A1048576"/>', Limits(rows=10)).merged) == 9


def test_ranges_over_each_other_without_end_are_refused():
    with pytest.raises(UserError) as refused:
        found(b'<mergeCell ref="A1:A1048576"/>' * 1000)
    assert refused.value.what.key == "files.workbook_damaged"


def test_tags_that_are_never_closed_cost_no_time():
    assert found(b"<row " * 400_000 + b"<mergeCell " * 100_000).merged == {}
