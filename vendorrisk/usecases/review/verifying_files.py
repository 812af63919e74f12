"""Proving what left the house: a published file against its version, a frozen quarter against its digest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import NotFound, UserError, msg
from vendorrisk.domain.register.public_list import SCHEMA, canonical
from vendorrisk.domain.register.records import ListVersion
from vendorrisk.domain.review import frozen
from vendorrisk.domain.review.records import FrozenQuarter
from vendorrisk.usecases.file_reasons import reason_of
from vendorrisk.usecases.notice.verifying_bundles import verify_bundle
from vendorrisk.usecases.register.publishing import content_digest, digest, file_name

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.office import Office

MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """Whether a file or a quarter is as it was kept; `differs` names the rows that are not."""

    intact: bool
    what: Message
    differs: tuple[str, ...] = ()


def verify_file(office: Office, path: Path) -> Proved:
    """Compares a published file with the version it belongs to; a JSON list is compared by what it says.

    Raises NotFound for a file that was never published here, and UserError for one that is too large or
    cannot be read.
    """
    content = _content(path)
    with office.book.reading() as reader:
        versions = reader.find(ListVersion)
    plain = _plain_list(content)
    for version in versions:
        if digest(content) in version.digests:
            return _told(version, "intact")
    for version in versions:
        if plain is not None and (plain.get("profile"), plain.get("version")) == _identity(version):
            return _of_content(version, plain)
        if path.name == file_name(version.profile, version.version, path.suffix.removeprefix(".")):
            return _told(version, "altered")
    bundle = verify_bundle(office, content)
    if bundle is not None:
        return Proved(intact=bundle.intact, what=bundle.what, differs=bundle.differs)
    raise NotFound(
        msg("verify.file.unknown", file=path.name), msg("verify.file.unknown.remedy"), where=path.name
    )


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(msg("verify.file.large"), msg("verify.file.large.remedy"), where=path.name)
        return path.read_bytes()
    except OSError as failed:
        what = msg("files.unreadable", name=path.name, reason=reason_of(failed))
        raise UserError(what, msg("files.unreadable.remedy"), where=path.name) from None


def verify_quarter(office: Office, quarter: str) -> Proved:
    """Compares the frozen figures of a quarter with their digest; raises NotFound if it is not frozen."""
    with office.book.reading() as reader:
        found = reader.find(FrozenQuarter, quarter=quarter)
    if not found:
        raise NotFound(msg("verify.file.missing", wanted=quarter), msg("verify.file.missing.remedy"))
    kept = found[0]
    intact = frozen.digest(kept.figures) == kept.sha256
    facts = {"quarter": quarter, "at": kept.frozen_at, "entry": kept.journal_sequence}
    what = msg("verify.quarter.intact", **facts) if intact else msg("verify.quarter.altered", **facts)
    return Proved(intact=intact, what=what)


def _identity(version: ListVersion) -> tuple[str, int]:
    return version.profile, version.version


def _plain_list(content: bytes) -> dict[str, Any] | None:
    """What a JSON list says; None for anything else, and for one that names a thing twice."""
    try:
        plain = json.loads(content, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    return plain if isinstance(plain, dict) and plain.get("schema") == SCHEMA else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; readers disagree which of two equal names counts, so that neither may be proved."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _of_content(version: ListVersion, plain: dict[str, Any]) -> Proved:
    """A JSON list that was laid out anew still says the same, or it says what of it does not."""
    if content_digest(plain) in version.digests:
        return _told(version, "content_intact")
    rows = plain.get("rows")
    if digest(canonical(rows).encode("utf-8", "replace")) == version.sha256:
        return _told(version, "head_differs")
    kept, here = _by_id(json.loads(version.rows)), _by_id(rows)
    differing = [one for one in (*kept, *here) if kept.get(one) != here.get(one)]
    names = tuple(
        str((kept.get(one) or here[one]).get("legal_name", one)) for one in dict.fromkeys(differing)
    )
    return _told(version, "rows_differ" if names else "altered", names)


def _by_id(rows: Any) -> dict[str, dict[str, Any]]:
    found = rows if isinstance(rows, list) else []
    return {str(row.get("id")): row for row in found if isinstance(row, dict)}


def _told(version: ListVersion, found: str, differs: tuple[str, ...] = ()) -> Proved:
    facts = {"profile": version.profile, "version": version.version, "on": version.published_on}
    what = msg(f"verify.file.{found}", rows=list(differs), **facts)
    return Proved(intact=found in {"intact", "content_intact"}, what=what, differs=differs)
