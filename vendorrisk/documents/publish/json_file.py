"""The published list as JSON for programs, in a documented form that changes only by adding."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vendorrisk.domain.register.public_list import plain_list

if TYPE_CHECKING:
    from vendorrisk.documents.publish.columns import Speaker
    from vendorrisk.domain.register.public_list import PublicList


def json_file(public: PublicList, _speaker: Speaker) -> bytes:
    """Codes instead of words: ISO 3166 countries, codes of mechanisms; the same list gives the same bytes."""
    return (json.dumps(plain_list(public), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
