"""Writes a published list in the formats asked for; the caller puts the bytes into files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.documents.publish.columns import Speaker
from vendorrisk.documents.publish.csv_file import csv_file
from vendorrisk.documents.publish.html_page import html_page
from vendorrisk.documents.publish.json_file import json_file
from vendorrisk.documents.publish.markdown_page import markdown_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.register.public_list import PublicList
    from vendorrisk.usecases.ports import Words

FORMATS: dict[str, Callable[[PublicList, Speaker], bytes]] = {
    "html": html_page,
    "md": markdown_page,
    "csv": csv_file,
    "json": json_file,
}
"""Format, which is also the file's ending -> its writer."""


def published(public: PublicList, form: str, words: Words) -> bytes:
    """The content of the list's file in one of FORMATS; raises KeyError for any other."""
    return FORMATS[form](public, Speaker(words, "en"))


def file_name(public: PublicList, form: str) -> str:
    """Such as subprocessors-eu-region-locked-v12.html."""
    profile = "".join(char if char.isalnum() else "-" for char in public.profile.lower())
    return f"subprocessors-{profile}-v{public.version}.{form}"
