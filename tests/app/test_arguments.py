"""Every argument takes an id or the exact name; several matches are named, none is guessed."""

from __future__ import annotations

import unicodedata

import pytest

from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases import editing


def _start(desk):
    return desk.ok("assess", "start", desk.add_vendor()["vendor"], "--questionnaire", "privacy-security")


def test_an_argument_takes_an_id_or_the_exact_name(desk):
    added = desk.add_vendor()
    for wanted in (added["vendor"], "Norte Cloud"):
        assert desk.ok("vendor", "show", wanted)["vendor"] == added["vendor"]
    for wanted in (added["engagement"], added["vendor"], "Norte Cloud"):
        assert desk.ok("engagement", "show", wanted)["engagement"] == added["engagement"]
    assert desk("vendor", "show", "norte cloud").code == 4
    desk.add_vendor("Đuro Šarić")
    assert desk("vendor", "show", unicodedata.normalize("NFD", "Đuro Šarić")).code == 0
    assert desk("vendor", "show", "Norte").code == 4


def test_an_assessment_answers_to_the_name_of_its_only_engagement(desk):
    started = _start(desk)["assessment"]
    for wanted in (started, "Norte Cloud"):
        assert desk.ok("assess", "score", wanted)["assessment"] == started
    assert desk("assess", "score", "Nobody").code == 4


def test_an_engagement_without_assessment_is_said_to_have_none(desk):
    desk.add_vendor()
    answer = desk("assess", "score", "Norte Cloud")
    assert (answer.code, answer.err.splitlines()[0]) == (4, "There is no assessment of Norte Cloud yet.")


def test_a_questionnaire_answers_to_its_title(desk):
    (title,) = [one["title"] for one in desk.ok("questionnaire", "list")["questionnaires"]
                if one["id"] == "privacy-security"]  # fmt: skip
    desk.add_vendor()
    assert desk("assess", "start", "Norte Cloud", "--questionnaire", title).code == 0
    assert desk("assess", "start", "Norte Cloud", "--questionnaire", "nonsense").code == 4


@pytest.mark.parametrize("verb", [("vendor", "show"), ("engagement", "show"), ("assess", "score")])
def test_a_name_of_another_encoding_is_that_of_nothing(desk, verb):
    desk.add_vendor()
    answer = desk(*verb, "Norte \udcff", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (4, "record.unknown")


def test_several_of_a_name_are_all_candidates(desk):
    first, second = desk.add_vendor(), desk.add_vendor(country="DE")
    answer = desk("vendor", "show", "Norte Cloud", "--json")
    assert answer.code == 2
    assert answer.json["candidates"] == [
        {"id": first["vendor"], "name": "Norte Cloud, BR"},
        {"id": second["vendor"], "name": "Norte Cloud, DE"},
    ]
    assert first["vendor"] in answer.err
    assert second["vendor"] in answer.err


def test_a_vendor_with_two_engagements_names_them(desk, tmp_path):
    first = desk.add_vendor()
    (tmp_path / "list.csv").write_text("Name,Purpose\nNorte Cloud,Support\n", encoding="utf-8")
    second = desk.ok("import", "list", tmp_path / "list.csv")["rows"][0]
    answer = desk("engagement", "show", "Norte Cloud", "--json")
    assert answer.code == 2
    assert answer.json["candidates"] == [
        {"id": first["engagement"], "name": "SMS, Hosting"},
        {"id": second["engagement"], "name": "All services, Support"},
    ]


def test_a_vendor_without_engagement_is_said_to_have_none(desk):
    added = desk.add_vendor()
    with desk.opened() as workspace:
        editing.remove(workspace.office, Engagement, added["engagement"])
    answer = desk("engagement", "show", "Norte Cloud")
    assert (answer.code, answer.err.splitlines()[0]) == (4, "Norte Cloud has no engagement.")
