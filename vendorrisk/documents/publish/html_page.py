"""The published list as one HTML file: no scripts, nothing loaded, everything escaped."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from vendorrisk.documents.publish.columns import COLUMNS, Speaker, change_lines, list_title, shown_columns

if TYPE_CHECKING:
    from vendorrisk.domain.register.public_list import PublicList

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;color:#1a1f26;background:#fff}
body{margin:2rem auto;max-width:80rem;padding:0 1rem}
h1{font-size:1.6rem;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
.about{color:#4a5563;margin:0 0 1.5rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:#4a5563;padding:.25rem 0 .5rem}
th,td{border-bottom:1px solid #d5dae1;padding:.5rem .75rem .5rem 0;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid #8a94a3;white-space:nowrap}
@media (prefers-color-scheme:dark){body{color:#e6e9ee;background:#14181d}.about,caption{color:#aab3bf}
th,td{border-color:#333b45}a{color:#8ab4f8}}
"""

_PLAIN_SCHEMES = frozenset({"https", "http"})


def html_page(public: PublicList, speaker: Speaker) -> bytes:
    """A page that stands alone; the same list gives the same bytes."""
    title = list_title(public, speaker)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(speaker.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{escape(title)}</h1>",
        _about(public, speaker),
        _table(public, speaker) if public.rows else f"<p>{escape(speaker.say('empty'))}</p>",
        f"<p>{escape(speaker.line(public.note))}</p>" if public.note else "",
        _changes(public, speaker),
        _notices(public, speaker),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(filter(None, parts)) + "\n").encode()


def _policy() -> str:
    """Nothing may be loaded or run; only the page's own style, by its digest."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _about(public: PublicList, speaker: Speaker) -> str:
    day = public.updated.isoformat()
    updated = escape(speaker.say("updated", date=day)).replace(day, f'<time datetime="{day}">{day}</time>', 1)
    return f'<p class="about">{updated} {escape(speaker.say("version", version=public.version))}</p>'


def _table(public: PublicList, speaker: Speaker) -> str:
    keys = shown_columns(public, speaker)
    head = "".join(f'<th scope="col">{escape(speaker.say(f"column_{key}"))}</th>' for key in keys)
    lines = [
        '<div class="wide">',
        "<table>",
        f"<caption>{escape(speaker.say('caption', count=len(public.rows)))}</caption>",
        f"<thead><tr>{head}</tr></thead>",
        "<tbody>",
    ]
    for row in public.rows:
        first, *others = (escape(COLUMNS[key](row, speaker)) for key in keys)
        cells = "".join(f"<td>{text}</td>" for text in others)
        lines.append(f'<tr><th scope="row">{first}</th>{cells}</tr>')
    return "\n".join([*lines, "</tbody>", "</table>", "</div>"])


def _changes(public: PublicList, speaker: Speaker) -> str:
    lines = change_lines(public, speaker)
    if not lines or public.changes is None:
        return ""
    heading = escape(speaker.say("changes", version=public.changes.previous_version))
    items = "\n".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h2>{heading}</h2>\n<ul>\n{items}\n</ul>"


def _notices(public: PublicList, speaker: Speaker) -> str:
    lines = []
    if public.subscription_url:
        lines.append(
            f"<p>{escape(speaker.say('subscribe'))} {_link(speaker.line(public.subscription_url))}</p>"
        )
    if public.contact:
        lines.append(f"<p>{escape(speaker.say('contact'))} {_link(speaker.line(public.contact))}</p>")
    return "\n".join(lines)


def _link(text: str) -> str:
    """A link for a plain web or mail address; anything else stays text."""
    address = web_address(text)
    return f'<a href="{escape(address)}">{escape(text)}</a>' if address else escape(text)


def web_address(text: str) -> str:
    """The address behind a link to this text, or empty where there should be none."""
    if " " not in text and text.count("@") == 1 and not text.startswith("@") and ":" not in text:
        return f"mailto:{text}"
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in _PLAIN_SCHEMES and parts.hostname and " " not in text else ""
