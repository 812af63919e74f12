"""verify FILE and verify QUARTER: what left the house is as it was kept, or what of it is not."""

from __future__ import annotations

import errno
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.calls import Desk, TickingClock
from vendorrisk.domain.review.quarters import Quarter
from vendorrisk.usecases.review.quarterly import freeze

LIST = """| Name | Purpose | Location |
|---|---|---|
| Norte Cloud | Hosting | Brazil |
| Twirlio Inc. | Sending SMS | United States |
"""


@pytest.fixture(scope="module")
def published(template, tmp_path_factory):
    """The place of a workspace that has published a list of two rows, of the files, and the moment after."""
    keyring, empty = template
    place = tmp_path_factory.mktemp("published")
    shutil.copytree(empty / "acme", place / "acme")
    (place / "list.md").write_text(LIST, encoding="utf-8")
    desk = Desk({"VENDORRISK_WORKSPACE": str(place / "acme")}, keyring=replace(keyring, asked=[]))
    desk.ok("import", "list", place / "list.md")
    desk.ok("publish", "--profile", "GLOBAL", "--out", place / "public")
    return place, desk.clock.at


@pytest.fixture
def desk(bare, template, published):
    """A command line over a copy of that workspace."""
    place, moment = published
    shutil.copytree(place / "acme", bare.workspace)
    keyring = replace(template[0], entries=dict(template[0].entries), asked=[])
    return replace(bare, keyring=keyring, clock=TickingClock(moment))


@pytest.fixture
def public(published, tmp_path):
    """Copies of the files."""
    shutil.copytree(published[0] / "public", tmp_path / "public")
    return tmp_path / "public"


def named(public, ending):
    return public / f"sub-processors-global-v1.{ending}"


@pytest.mark.parametrize("ending", ["html", "md", "csv", "json"])
def test_a_published_file_is_intact_until_a_byte_of_it_changes(desk, public, ending):
    file = named(public, ending)
    desk.ok("vendor", "set", "Norte Cloud", "website=https://norte.example")
    assert desk.ok("verify", file)["intact"]
    file.write_bytes(file.read_bytes().replace(b"Norte Cloud", b"Sul Cloud"))
    answer = desk("verify", file, "--json")
    assert (answer.code, answer.json["intact"]) == (1, False)
    assert "Altered" in answer.json["what"]


def test_a_file_that_may_not_be_read_is_told(desk, public, monkeypatch):
    def refuses(_path):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "read_bytes", refuses)
    answer = desk("verify", named(public, "html"), "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (1, "files.unreadable")


def test_a_file_may_have_another_name(desk, public):
    copy = public / "copy.html"
    copy.write_bytes(named(public, "html").read_bytes())
    assert "version 1 of the list GLOBAL" in desk("verify", copy).out


def test_a_json_list_names_the_rows_that_differ(desk, public):
    file = named(public, "json")
    plain = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(plain), encoding="utf-8")
    assert desk.ok("verify", file)["intact"]
    plain["rows"][1]["storage"] = ["DE"]
    file.write_text(json.dumps(plain), encoding="utf-8")
    assert desk("verify", file, "--json").json["differs"] == ["Twirlio Inc."]
    file.write_text(json.dumps(plain | {"rows": plain["rows"][:1]}), encoding="utf-8")
    assert desk("verify", file, "--json").json["differs"] == ["Twirlio Inc."]


HEAD = {
    "company": "Evil Ltd", "contact": "mallory@evil.example", "subscription_url": "https://evil.example",
    "changes": {"added": ["Evil Ltd"]}, "updated": "2020-01-01", "extra": "pay here",
}  # fmt: skip


@pytest.mark.parametrize("name", HEAD)
def test_a_json_list_with_another_head_is_altered(desk, public, name):
    file = named(public, "json")
    plain = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(plain | {name: HEAD[name]}, indent=2), encoding="utf-8")
    answer = desk("verify", file, "--json")
    assert (answer.code, answer.json["intact"], answer.json["differs"]) == (1, False, [])
    assert "the rows are those of version 1" in answer.json["what"]


def test_a_json_list_in_another_order_of_names_says_the_same(desk, public):
    file = named(public, "json")
    plain = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(plain, sort_keys=True), encoding="utf-8")
    assert "only the layout of the file differs" in desk.ok("verify", file)["what"]


def test_a_json_list_that_says_a_thing_twice_is_altered(desk, public):
    file = named(public, "json")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"company"', '"company": "Evil Ltd", "company"', 1), encoding="utf-8")
    answer = desk("verify", file, "--json")
    assert (answer.code, answer.json["intact"]) == (1, False)


@pytest.mark.parametrize("rows", [None, "x", [1], {"a": 1}])
def test_a_json_list_of_another_shape_is_altered(desk, public, rows):
    file = named(public, "json")
    plain = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(plain | {"rows": rows}), encoding="utf-8")
    told = desk("verify", file, "--json").json
    assert (told["intact"], told["differs"]) == (False, ["Norte Cloud", "Twirlio Inc."])


@pytest.mark.parametrize("wanted", ["strange.json", "nowhere.html", "2026Q3"])
def test_what_was_never_kept_here_is_not_found(desk, public, wanted):
    (public / "strange.json").write_text("[" * 5000, encoding="utf-8")
    wanted = public / wanted if "." in wanted else wanted
    assert desk("verify", wanted).code == 4


def test_a_frozen_quarter_is_intact_until_its_figures_change(desk):
    with desk.opened() as workspace:
        freeze(workspace.office, Quarter(2026, 3))
    assert desk.ok("verify", "2026Q3")["intact"]
    with desk.opened() as workspace, workspace.vault.engines.writer.begin() as connection:
        connection.execute(text("UPDATE frozen_quarter SET figures = figures || ' '"))
    assert desk("verify", "2026Q3").code == 1
