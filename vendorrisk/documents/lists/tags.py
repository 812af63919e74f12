"""Tags of HTML that both readers of pages pass over."""

from __future__ import annotations

VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "col", "wbr", "source", "area", "base"})
"""Tags that hold nothing and are never closed."""

UNREAD = frozenset(
    {"script", "style", "template", "svg", "noscript", "nav", "head", "footer", "select", "button"}
)
"""Tags in which no part of a list stands."""
