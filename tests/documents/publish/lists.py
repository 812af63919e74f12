"""Published lists for tests: builders with quiet defaults."""

from __future__ import annotations

from datetime import date

from tests.documents.words import say as say_of_this_room
from tests.support.words import english
from vendorrisk.domain.register.public_list import PublicAccess, PublicList, PublicRow
from vendorrisk.domain.register.records import VendorKind


def a_public_row(legal_name="Alpha Cloud GmbH", **more):
    return PublicRow(**{"legal_name": legal_name, "purpose": "Hosting", "storage": ("DE",), **more})


def a_full_row(**more):
    return a_public_row(
        **{
            "kind": VendorKind.AFFILIATE,
            "seat": "IE",
            "services": ("SMS", "Voice"),
            "purpose": "Answering support requests",
            "data_categories": ("Phone numbers", "Message content"),
            "storage": ("DE", "IE"),
            "access": (
                PublicAccess(country="IN", purpose="support"),
                PublicAccess(country="BA", purpose="support"),
            ),
            "mechanisms": ("SCC_2021_914", "DPF"),
            "since": date(2024, 5, 1),
            "planned_from": date(2027, 1, 15),
            "exception": "Voice troubleshooting only",
            **more,
        }
    )


def a_public_list(*rows, **more):
    return PublicList(
        **{
            "profile": "GLOBAL",
            "version": 3,
            "updated": date(2026, 11, 21),
            "company": "Example Ltd",
            "contact": "privacy@example.example",
            "subscription_url": "https://example.example/subscribe",
            "rows": rows,
            **more,
        }
    )


class Catalogue:
    """The program's words; this room's own texts are read fresh, so that no compiled file is needed."""

    def say(self, message, *, language="en"):
        if message.key.startswith("files."):
            return say_of_this_room(message)
        return english().say(message, language=language)


WORDS = Catalogue()
