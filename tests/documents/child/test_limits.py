from __future__ import annotations

import pytest

from vendorrisk.documents.child.limits import Limits, limits_from_plain, limits_to_plain


def test_limits_travel_unchanged():
    assert limits_from_plain(limits_to_plain(Limits(rows=7))) == Limits(rows=7)


@pytest.mark.parametrize("plain", [{"rows": "7"}, {"rows": True}, {"rows": 1.5}, {"unknown": 1}])
def test_anything_but_known_whole_numbers_is_refused(plain):
    with pytest.raises(ValueError):
        limits_from_plain(plain)
