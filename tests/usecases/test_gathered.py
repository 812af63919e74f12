"""A reader that answers from a few large readings."""

from __future__ import annotations

from tests.support.offices import make_office
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases.gathered import Gathered
from vendorrisk.usecases.register.new_vendors import take_in


class Counting:
    """Counts how often a reader is asked."""

    def __init__(self, reader):
        self._reader, self.asked = reader, 0

    def find(self, kind, **equals):
        self.asked += 1
        return self._reader.find(kind, **equals)


def test_a_whole_table_is_read_once_and_a_part_of_it_as_ever():
    office = make_office()
    take_in(office, {"name": "Norte Cloud"}, {})
    with office.book.reading() as reader:
        counting = Counting(reader)
        gathered = Gathered(counting)
        (vendor,) = first = gathered.find(Vendor)
        first.clear()  # what was asked for belongs to whoever asked
        assert gathered.find(Vendor) == [vendor]
        assert counting.asked == 1
        assert gathered.find(Vendor, name="Norte Cloud") == [vendor]
        assert gathered.find(Vendor, name="Sur") == []
        assert counting.asked == 3
