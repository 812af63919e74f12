"""After the lock nothing that was read from the register, and no key that was typed, is kept in memory."""

from __future__ import annotations

import gc

from PySide6.QtCore import Qt

from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.register.records import Vendor
from vendorrisk.ui.opening.locked_pane import LockedPane
from vendorrisk.ui.opening.unlock_pane import UnlockPane
from vendorrisk.ui.shell.context import Context
from vendorrisk.ui.shell.places import SPOTS
from vendorrisk.ui.widgets.palette import CommandPalette
from vendorrisk.usecases.editing import add
from vendorrisk.usecases.workspace.secret_keeper import KeeperState

VENDOR = "Quetzal Undersea Cables"
CUSTOMER = "Vexillum Parcel Lockers"
PASSPHRASE = "seven otters knit a rain coat"


def held(*secrets):
    """Returns how many of these texts something in this process still holds, on its own or within another."""
    found = set()
    others = (one for one in gc.get_objects() if one is not secrets)
    for holder in others:
        for thing in gc.get_referents(holder):
            if type(thing) is str:
                for number in range(len(secrets)):
                    if secrets[number] in thing:
                        found.add(number)
    return len(found)


def alive(*kinds):
    return [type(one).__qualname__ for one in gc.get_objects() if isinstance(one, kinds)]


def reads_everything(person):
    """Adds a vendor and a customer, and looks at them in every place, in a panel and in the palette."""
    office = person.program.session.context.office
    vendor = add(office, Vendor, {"name": VENDOR, "country": "BR"})
    add(office, Customer, {"name": CUSTOMER, "account_id": "C-1"})
    for spot in SPOTS:
        person.window.go(spot.key, vendor.id if spot.key == "vendor" else None)
        person.bot.waitUntil(lambda: not person.program.session.jobs.running(), timeout=10_000)
    for place in ("vendors", "customers"):
        person.window.go(place)
        table = person.window.page(place).pane.table
        table.setFocus()
        person.presses(Qt.Key.Key_Down, on=table)
        person.presses(Qt.Key.Key_Space, on=table)
    person.window.unfold_palette(VENDOR[:7])
    palette = person.window.findChild(CommandPalette)
    person.bot.waitUntil(lambda: palette.model.rowCount() > 1)
    person.presses(Qt.Key.Key_Escape, on=palette.line)
    person.waits_for_window()


def test_of_a_register_that_was_looked_through_nothing_is_left_after_the_lock(person):
    person.makes_a_workspace()
    person.clicks(person.pane.go_on)
    person.waits_for_window()
    reads_everything(person)
    assert held(VENDOR, CUSTOMER) == 2
    locks(person)
    person.bot.waitUntil(lambda: not alive(Context), timeout=5_000)
    assert held(VENDOR, CUSTOMER) == 0
    assert alive(Vendor, Customer) == []


def test_of_a_passphrase_that_was_typed_nothing_is_left_once_the_workspace_is_open(person, ring):
    ring.state = KeeperState.ABSENT
    person.makes_a_workspace(passphrase=PASSPHRASE)
    person.clicks(person.pane.go_on)
    person.waits_for_window()
    locks(person)
    person.clicks(person.pane.unlock)
    person.waits_for_pane(UnlockPane)
    person.types(PASSPHRASE, person.pane.key)
    person.clicks(person.pane.unlock)
    person.waits_for_window()
    # The worker that opened the workspace may not have left its last frame yet.
    person.bot.waitUntil(lambda: gc.collect() >= 0 and held(PASSPHRASE) == 0, timeout=5_000)


def locks(person):
    person.bot.waitUntil(lambda: not person.program.session.jobs.running(), timeout=10_000)
    person.presses(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, on=person.window)
    person.waits_for_pane(LockedPane)
