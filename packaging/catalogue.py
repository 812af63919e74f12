"""Merges the texts of all rooms into one catalogue: resources/i18n/<language>/*.po to vendorrisk.mo.

Use: python packaging/catalogue.py. A test keeps the committed catalogue equal to its sources.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

I18N = Path(__file__).parents[1] / "resources" / "i18n"
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # the same sources give the same bytes on any day


def merged(folder: Path) -> bytes:
    """One compiled catalogue of all .po files in a language's folder; a key that stands twice is an error."""
    whole = Catalog(locale=folder.name, fuzzy=False, creation_date=NO_DATE, revision_date=NO_DATE)
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            for entry in read_po(file, locale=folder.name, abort_invalid=True):
                if not entry.id:
                    continue
                if entry.id in whole:
                    raise SystemExit(f"{path.name}: the key {entry.id} stands in another file too")
                whole.add(entry.id, entry.string)
    compiled = io.BytesIO()
    write_mo(compiled, whole)
    return compiled.getvalue()


def main() -> None:
    for folder in sorted(path for path in I18N.iterdir() if path.is_dir()):
        (folder / "vendorrisk.mo").write_bytes(merged(folder))


if __name__ == "__main__":
    main()
