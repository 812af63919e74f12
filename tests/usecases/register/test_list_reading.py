"""Reading lists: our own company's group is known by its name, and no list is no empty list."""

from __future__ import annotations

import pytest

from tests.support.offices import NothingAlike, make_office
from vendorrisk.app.files import OutsideFiles
from vendorrisk.app.wiring import child_argv
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.records import Vendor, VendorKind
from vendorrisk.usecases.register.list_compare import ListSource, compare
from vendorrisk.usecases.register.list_import import import_list, read_list
from vendorrisk.usecases.workspace import settings

LIST = """| Name | Purpose | Location |
|---|---|---|
| Norte Cloud S.A. | Hosting | Brazil |
| Blauwerk Support d.o.o. | Support | Croatia |
"""


@pytest.fixture
def office():
    return make_office(foreign=OutsideFiles(lambda: child_argv("_read")))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "list.md"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("company", "affiliates"),
    [("Blauwerk GmbH", ["Blauwerk Support d.o.o."]), ("", []), ("Other Telecom", [])],
)
def test_what_shares_our_name_is_a_company_of_our_group(office, file, company, affiliates):
    settings.change_setting(office, "company", company)
    import_list(office, read_list(office, file))
    with office.book.reading() as reader:
        kinds = {one.name: one.kind for one in reader.find(Vendor)}
    assert [name for name, kind in kinds.items() if kind is VendorKind.AFFILIATE] == affiliates
    assert len(kinds) == 2


@pytest.mark.parametrize("turned", [False, True])
def test_a_file_without_a_list_is_not_compared_as_an_empty_one(office, file, turned):
    empty = file.with_name("empty.md")
    empty.write_text("# Privacy\n\nWe care about your privacy.\n", encoding="utf-8")
    source = ListSource(
        foreign=office.foreign, likeness=NothingAlike(), office=lambda: office, exists=lambda _name: True
    )
    pair = [str(file), str(empty)]
    with pytest.raises(UserError) as refused:
        compare(source, *(reversed(pair) if turned else pair))
    assert refused.value.where == str(empty)
    found, problems = compare(source, str(file), str(file))
    assert (found.added, found.removed, problems) == ((), (), [])
