"""The published list as Markdown: a table that no cell can break out of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vendorrisk.documents.publish.columns import COLUMNS, Speaker, change_lines, list_title, shown_columns

if TYPE_CHECKING:
    from vendorrisk.domain.register.public_list import PublicList

_MARKS = re.compile(r"([\\`*_{}\[\]<>#+!|~$^=]|(?<!\w)-|-(?!\w))")
"""A hyphen inside a word or date is none, nor are brackets behind a square one that is written out itself."""
_ENTITY = re.compile(r"&(?=#?\w+;)")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def markdown_page(public: PublicList, speaker: Speaker) -> bytes:
    """The same list gives the same bytes."""
    title = list_title(public, speaker)
    updated = speaker.say("updated", date=public.updated.isoformat())
    parts = [
        f"# {escaped(title)}",
        f"{escaped(updated)} {escaped(speaker.say('version', version=public.version))}",
        _table(public, speaker) if public.rows else escaped(speaker.say("empty")),
        *([escaped(speaker.line(public.note))] if public.note else []),
        *_changes(public, speaker),
    ]
    if public.subscription_url:
        parts.append(f"{escaped(speaker.say('subscribe'))} {escaped(speaker.line(public.subscription_url))}")
    if public.contact:
        parts.append(f"{escaped(speaker.say('contact'))} {escaped(speaker.line(public.contact))}")
    return ("\n\n".join(parts) + "\n").encode()


def escaped(text: str) -> str:
    """One line in which every mark of Markdown and HTML is a plain character."""
    return _NUMBERED.sub(r"\1\\\2", _ENTITY.sub(r"\\&", _MARKS.sub(r"\\\1", text)))


def _table(public: PublicList, speaker: Speaker) -> str:
    keys = shown_columns(public, speaker)
    lines = [[escaped(speaker.say(f"column_{key}")) for key in keys], ["---"] * len(keys)]
    lines += [[escaped(COLUMNS[key](row, speaker)) for key in keys] for row in public.rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _changes(public: PublicList, speaker: Speaker) -> list[str]:
    lines = change_lines(public, speaker)
    if not lines or public.changes is None:
        return []
    heading = speaker.say("changes", version=public.changes.previous_version)
    return [f"## {escaped(heading)}", "\n".join(f"- {escaped(line)}" for line in lines)]
