"""Back and Forward lead where the person has been."""

from __future__ import annotations

from vendorrisk.ui.widgets.history import History, Visit


def walked(*pages) -> History:
    history = History()
    for page in pages:
        history.go(Visit(page))
    return history


def test_back_and_forward_lead_along_the_line_and_stop_at_its_ends():
    history = walked("home", "vendors", "vendor")
    assert history.step(-1) == Visit("vendors")
    assert history.step(-1) == Visit("home")
    assert history.step(-1) is None
    assert history.step(1) == Visit("vendors")
    assert history.current() == Visit("vendors")


def test_going_somewhere_new_forgets_what_lay_ahead():
    history = walked("home", "vendors")
    history.step(-1)
    history.go(Visit("reports"))
    assert history.step(1) is None
    assert history.step(-1) == Visit("home")


def test_the_same_place_twice_counts_once_but_another_thing_there_does_not():
    history = walked("home", "home")
    assert history.step(-1) is None
    history.go(Visit("vendor", 1))
    history.go(Visit("vendor", 2))
    assert history.step(-1) == Visit("vendor", 1)


def test_nowhere_leads_nowhere():
    assert History().current() is None
    assert History().step(-1) is None


def test_the_line_does_not_grow_for_ever():
    history = walked(*(str(number) for number in range(500)))
    assert len(history.visits) == 100
    assert history.current() == Visit("499")
