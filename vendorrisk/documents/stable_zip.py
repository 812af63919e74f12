"""Office files that are the same bytes whenever their content is the same."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_STAMP: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_CORE: Final = "docProps/core.xml"
_FIXED_HEIGHT: Final = re.compile(rb' customHeight="1"')
_SHEETS: Final = "xl/worksheets/"


def settled(content: bytes, on: date) -> bytes:
    """The same office file with `on` in place of the time of writing, and without times of its members.

    Row heights stay, but no longer as fixed ones: a row grows again with what is typed into it.
    """
    stamp = f"{on.isoformat()}T00:00:00Z".encode("ascii")
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(result, "w") as target:
        for member in source.infolist():
            body = source.read(member)
            if member.filename == _CORE:
                body = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", body)
            if member.filename.startswith(_SHEETS):
                body = _FIXED_HEIGHT.sub(b"", body)
            info = zipfile.ZipInfo(member.filename, _FIRST_DAY)
            info.external_attr = 0o600 << 16
            target.writestr(info, body, zipfile.ZIP_DEFLATED)
    return result.getvalue()
