"""A customer file before it is imported: nothing stays, everything that would happen is said."""

from __future__ import annotations

import csv
import io

import pytest

from tests.support.books import dump
from tests.support.offices import make_office
from vendorrisk.domain.message import Problem, msg
from vendorrisk.domain.notice.customer_file import COLUMNS, CustomerRow, CustomersRead, read_customer
from vendorrisk.usecases.notice.customer_import import CustomerAction, import_customers
from vendorrisk.usecases.notice.customer_preview import preview_customers, read_customers
from vendorrisk.usecases.notice.customer_template import save_template, template


@pytest.fixture
def office():
    return make_office()


def a_row(name, **facts):
    return CustomerRow(where=f"c.csv:{name}", given=tuple(COLUMNS), name=name, account_id=name, **facts)


def a_file(*rows, problems=()):
    return CustomersRead(rows=rows, problems=problems)


def test_a_preview_says_what_would_happen_and_changes_nothing(office):
    import_customers(office, a_file(a_row("A"), a_row("B", services=("Voice",), email="b@b.example")))
    before = dump(office.book.writer)
    found = preview_customers(
        office,
        a_file(
            a_row("A"), a_row("B", notice_days=45, services=("SMS",), active=False),
            a_row("C", data_centre="EU"),
            problems=(Problem("c.csv:9, column email", msg("customers.days"), msg("customers.days.remedy")),),
        ),
    )  # fmt: skip
    assert dump(office.book.writer) == before
    assert [(one.action, one.ends, one.is_wrong) for one in found.lines] == [
        (CustomerAction.SAME, False, False),
        (CustomerAction.CHANGED, True, False),
        (CustomerAction.NEW, False, False),
        (None, False, True),
    ]
    assert [office.say(one) for one in found.lines[1].changes] == [
        "Active: yes → no",
        "Services: Voice → SMS",
        "E-mail for notices: b@b.example → nothing",
        "Notice days: 30 → 45",
    ]
    assert (found.stored, found.changes, found.problems) == (2, 2, 1)
    assert (found.done.new_services, found.done.new_centres) == (("SMS",), ("EU",))


def test_every_column_that_is_not_read_has_a_line_of_its_own(office):
    unread = [
        Problem(
            "c.csv:1",
            msg("files.customers_column_unknown", heading=one),
            msg("files.customers_column_unknown.remedy"),
        )
        for one in ("Deemed receipt", "Contract no.")
    ]
    found = preview_customers(office, a_file(a_row("A"), problems=tuple(unread)))
    assert [one.problems for one in found.lines] == [(), (unread[0],), (unread[1],)]
    assert found.problems == 2


def test_the_terms_of_a_new_customer_are_said_as_they_were_read(office):
    told = {"name": "A", "notice_days": "ten (10) business days", "holidays": "HR"}
    row, _ = read_customer({name: (text, "c.csv:2") for name, text in told.items()}, "c.csv:2")
    bare, _ = read_customer({"name": ("B", "c.csv:3")}, "c.csv:3")
    first, second = preview_customers(office, a_file(row, bare)).lines
    assert [office.say(one) for one in first.terms][1] == (
        "Notice is given 10 business days ahead, counted from the day it is sent."
    )
    assert second.terms == ()
    import_customers(office, a_file(row))
    assert preview_customers(office, a_file(row)).lines[0].terms == ()


def test_more_than_a_fifth_asks_first_and_new_ones_never_do(office):
    rows = [a_row(str(number)) for number in range(10)]
    import_customers(office, a_file(*rows))
    two = [a_row(str(number), notice_days=45) for number in range(2)]
    three = [a_row(str(number), notice_days=45) for number in range(3)]
    many_new = [a_row(f"new {number}") for number in range(30)]
    asks = [preview_customers(office, a_file(*some)).asks_first for some in (two, three, many_new)]
    assert asks == [False, True, False]


def test_a_file_is_read_by_the_reader_of_foreign_files(tmp_path):
    class Reader:
        def customers(self, path):
            return a_file(a_row(path.stem))

    found = read_customers(make_office(foreign=Reader()), tmp_path / "crm.xlsx")
    assert [one.name for one in found.rows] == ["crm"]


def test_every_cell_of_the_template_can_be_read(tmp_path):
    save_template(tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == template()
    (row,) = csv.DictReader(io.StringIO(template().decode("utf-8-sig")))
    assert list(row) == list(COLUMNS)
    taken, problems = read_customer({name: (text, name) for name, text in row.items()}, "row")
    assert (taken.name, problems) == ("Example Retail Ltd", [])
