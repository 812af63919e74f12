"""Letters made in the window and on the command line are the same files, byte by byte."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.stories.hands import Hands
from tests.support.calls import Desk
from tests.support.contexts import AtOnce, Journeys, SmallTexts
from tests.support.messages import Recorder
from tests.support.sentences import words
from tests.support.stocked import stock
from tests.support.vaults import KeyringDouble
from vendorrisk.domain.message import UserError
from vendorrisk.domain.notice.records import Customer
from vendorrisk.ui.notice.change_page import ChangePage
from vendorrisk.ui.shell.context import Context
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.workspace import settings


@pytest.fixture
def desk(tmp_path):
    """A command line over a workspace with eight customers; one of them reads German."""
    desk = Desk({"VENDORRISK_WORKSPACE": str(tmp_path / "acme")}, keyring=KeyringDouble())
    desk.ok("workspace", "new", tmp_path / "acme", "--company", "Acme Telecom", "--recovery-out",
            tmp_path / "code.txt")  # fmt: skip
    return desk, stock(desk, tmp_path)


def complete(office):
    for name, value in (("address", "Ulica 1, Zagreb"), ("contact", "privacy@acme.example")):
        settings.change_setting(office, name, value)
    with office.book.act(EDIT[Customer]) as book:
        customer = book.find(Customer, account_id="B")[0]
        book.put(replace(customer, language="de"))


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_window_and_command_line_write_the_same_letters(desk, qtbot, theme, tmp_path):
    at, ids = desk
    with at.opened() as workspace:
        complete(workspace.office)
    told = at("change", "letters", ids["change"], "--out", tmp_path / "line", "--json")
    assert (told.code, len(told.json["letters"])) == (0, 14)
    assert any("written in the language “de”" in one["what"] for one in told.json["problems"])
    assert "written in the language “de”" in told.err
    (tmp_path / "window").mkdir()
    with at.opened() as workspace:
        context = Context(
            office=workspace.office, listings=workspace.listings, words=words(),
            messages=Recorder(answers=[tmp_path / "window"]), jobs=AtOnce(expected=UserError),
            store=SmallTexts(), frame=Journeys(),
        )  # fmt: skip
        page = ChangePage(context)
        qtbot.addWidget(page)
        page.show_item(ids["change"])
        page.show()
        hands = Hands(qtbot, lambda: page)
        with hands.filling("Create 7 letters", "Choose folder…"):
            hands.clicks("Create 7 letters")
    assert files_of(tmp_path / "line") == files_of(tmp_path / "window")
    assert len(files_of(tmp_path / "window")) == 14
