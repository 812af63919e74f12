"""Workbooks get names that say whose they are, and none is written over another file."""

from __future__ import annotations

from tests.support.assessed import an_engagement, an_office, stored
from vendorrisk.domain.diligence.records import AssessmentState
from vendorrisk.usecases.diligence import assessments
from vendorrisk.usecases.diligence.kit_files import kit_stem, write_into


def test_several_workbooks_are_written_beside_what_is_there(tmp_path):
    office = an_office()
    both = [
        assessments.start(office, an_engagement(office, name)[1].id, "small")
        for name in ("Eastline: Voice/Pvt", "Northgate")
    ]
    assert kit_stem(office, both[0].id) == "Eastline Voice Pvt - Carrying calls - small"
    (tmp_path / "Northgate - Carrying calls - small.xlsx").write_bytes(b"last year's")
    seen = []
    written = write_into(
        office, [one.id for one in both], tmp_path, lambda done, count, name: seen.append((done, count))
    )
    assert [one.file.name for one in written] == [
        "Eastline Voice Pvt - Carrying calls - small.xlsx",
        "Northgate - Carrying calls - small (2).xlsx",
    ]
    assert seen == [(0, 2), (1, 2)]
    assert [one.mail for one in written] == [None, None]
    assert {stored(office, one).state for one in both} == {AssessmentState.SENT}
