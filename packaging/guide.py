"""Makes the guide that F1 opens (resources/help/guide.html) from guide.md: python packaging/guide.py."""

from __future__ import annotations

import sys
from pathlib import Path

from markdown_it import MarkdownIt

HELP = Path(__file__).resolve().parents[1] / "resources" / "help"
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>vendorrisk: user guide</title>
<style>
:root {{ color-scheme: light dark }}
body {{ max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }}
h1 {{ font-size: 1.5rem }}
h2 {{ font-size: 1.125rem; margin-top: 2rem }}
img {{ max-width: 100%; border: 1px solid #8888; border-radius: 6px }}
</style>
</head>
<body>
{body}</body>
</html>
"""


def page(markdown: str) -> str:
    """The guide as a page of its own; markup in the text is shown, not followed."""
    return PAGE.format(body=MarkdownIt("commonmark", {"html": False}).render(markdown))


def main() -> int:
    text = (HELP / "guide.md").read_text(encoding="utf-8")
    (HELP / "guide.html").write_text(page(text), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
