"""The words of a change that customers read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Refused, msg
from vendorrisk.domain.notice.records import Change, Notice
from vendorrisk.domain.record import FALLBACK_LANGUAGE
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases.editing import EDIT

if TYPE_CHECKING:
    from vendorrisk.usecases.office import Office


def write_text(office: Office, change_id: str, text: str, *, language: str = "en") -> Change:
    """Changes what the letters say of the purpose; an approval of the former words falls away with them.

    An empty text goes back to the purpose of the engagement. With a text in another language the English one
    is written down too, so that nobody who reads English gets that other one. Refused once a notice was sent.
    """
    with office.book.act(EDIT[Change], id=change_id, fields=["text"]) as desk:
        change = desk.get(Change, change_id)
        if any(one.sent_at is not None for one in desk.find(Notice, change_id=change_id)):
            raise Refused(msg("change.text.sent"), msg("change.text.sent.remedy"))
        words = {key: value for key, value in change.text.items() if key != language}
        if text.strip():
            words[language] = text.strip()
        english = desk.get(Engagement, change.engagement_id).purpose.get(FALLBACK_LANGUAGE)
        if words and english:
            words.setdefault(FALLBACK_LANGUAGE, english)
        changed = replace(change, text=words, text_approved_by="", text_approved_on=None)
        desk.put(changed)
    return changed
