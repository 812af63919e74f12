"""The tour's index page: every stop in order, its files as links, invented facts marked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vendorrisk.app.tour.stages import Station
    from vendorrisk.app.words import Catalogue
    from vendorrisk.domain.message import Message, Problem

MARK = '<meta name="generator" content="vendorrisk tour">'
"""By this a folder is known to be a tour's, so that a new tour clears nobody else's."""

_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem;
       color: #1b1f24; background: #fff }
h1 { font-size: 1.7rem } h2 { font-size: 1.15rem; margin: 2rem 0 .3rem }
ol, ul { padding-left: 1.3rem } li { margin: .15rem 0 }
.invented { color: #7a4a00; background: #fcebc8; border-radius: 4px; padding: .1rem .5rem;
            display: inline-block }
.problem { color: #4a525e }
a { color: #1a56b0 }
@media (prefers-color-scheme: dark) {
  body { color: #e8eaed; background: #1b1d21 } a { color: #8dbaf7 }
  .invented { color: #f6d38b; background: #4a3710 } .problem { color: #b6bdc7 }
}
"""
_POLICY = """<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'">"""
MOST_LINKS = 12


def index_page(
    title: Message,
    about: Message,
    stations: Sequence[Station],
    problems: Sequence[Problem],
    out: Path,
    words: Catalogue,
) -> str:
    """The page as HTML; every text is escaped, links are relative."""
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        MARK,
        _POLICY,
        f"<title>{escape(words.say(title))}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(words.say(title))}</h1><p>{escape(words.say(about))}</p>",
        *(_station(number, one, out, words) for number, one in enumerate(stations, start=1)),
        _problems(problems, words),
        "</body></html>",
    ]
    return "\n".join(part for part in parts if part)


def _station(number: int, station: Station, out: Path, words: Catalogue) -> str:
    told = "".join(f"<p>{escape(words.say(one))}</p>" for one in station.told)
    invented = "".join(f'<p class="invented">{escape(words.say(one))}</p>' for one in station.invented)
    return (
        f"<h2>{number}. {escape(words.say(station.title))}</h2>{told}{invented}{_links(station.files, out)}"
    )


def _links(files: Sequence[Path], out: Path) -> str:
    shown = [path.relative_to(out).as_posix() for path in files[:MOST_LINKS]]
    items = "".join(f'<li><a href="{quote(name)}">{escape(name)}</a></li>' for name in shown)
    rest = f"<li>… {len(files) - MOST_LINKS} more</li>" if len(files) > MOST_LINKS else ""
    return f"<ul>{items}{rest}</ul>" if items else ""


def _problems(problems: Sequence[Problem], words: Catalogue) -> str:
    if not problems:
        return ""
    lines = [f"{one.where}: {words.say(one.what)} {words.say(one.remedy)}" for one in problems]
    items = "".join(f'<li class="problem">{escape(line)}</li>' for line in lines)
    return f"<h2>What the list left open</h2><ul>{items}</ul>"
