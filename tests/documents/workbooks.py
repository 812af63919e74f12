"""Makes workbooks for tests, ordinary and hostile ones."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook


def a_workbook(path, sheets):
    """`sheets`: title -> rows of values."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def altered(path, change):
    """Rewrites the members of a zip: `change(name, content)` returns (name, content) pairs."""
    with zipfile.ZipFile(path) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            for new_name, new_content in change(name, content):
                archive.writestr(new_name, new_content)
    path.write_bytes(out.getvalue())
    return path


def with_part(path, name, content=b"x"):
    """Adds one member to a workbook."""
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, content)
    return path
