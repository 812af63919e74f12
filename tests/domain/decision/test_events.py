"""Events of domain.md 4.4."""

from tests.support.sentences import say
from vendorrisk.domain.decision.events import Trigger
from vendorrisk.domain.register.vocabulary import label


def test_every_event_has_words():
    assert len({say(label(one)) for one in Trigger}) == len(Trigger) == 14
