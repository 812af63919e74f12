"""Publishing the list of sub-processors: who stands on it, as a version that is never changed afterwards."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import WrongArgument, msg
from vendorrisk.domain.notice.records import Change, ChangeState
from vendorrisk.domain.periods import has_ended
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.locked_reach import reaches
from vendorrisk.domain.register.public_list import (
    PublicAccess,
    PublicList,
    PublicRow,
    canonical,
    canonical_rows,
    changes_between,
    plain_list,
    rows_from_canonical,
)
from vendorrisk.domain.register.published import UNCONFIRMED, is_kind_unsaid
from vendorrisk.domain.register.records import (
    Engagement,
    Flow,
    ListVersion,
    Location,
    LocationKind,
    Role,
    Service,
    Stage,
    Vendor,
)
from vendorrisk.domain.register.transfers import flows_on
from vendorrisk.domain.register.vocabulary import DataCategory, label
from vendorrisk.usecases.actions import Wall, action
from vendorrisk.usecases.safe_files import (
    READABLE_BY_ALL,
    Placed,
    gone_if_it_fails,
    make_folder,
    replace_file,
)
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

PUBLISH = action("list.publish", wall=Wall.PUBLISHED)

FORMATS = ("html", "md", "csv", "json")

LISTED = frozenset(
    {Stage.LIVE, Stage.LIVE_RESTRICTED, Stage.EMERGENCY_LIVE, Stage.REASSESSMENT, Stage.SUSPENDED}
)
ANNOUNCED = frozenset({Stage.NOTICE_RUNNING, Stage.READY})


class Profile(StrEnum):
    """For whom a list is: everybody, or customers whose data is locked to the EU (domain.md 5.7)."""

    GLOBAL = "GLOBAL"
    EU_REGION_LOCKED = "EU_REGION_LOCKED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The version and the files that were written; `again`: it was published before, as it is."""

    public: PublicList
    files: tuple[Path, ...]
    again: bool = False


def prepare(office: Office, reader: Reader, profile: Profile) -> PublicList:
    """The list as it would be published today, with what it changes against the version before."""
    settings = settings_of(reader)
    versions = _versions(reader, profile)
    current = PublicList(
        profile=profile.value, version=len(versions) + 1, updated=office.clock.today(),
        company=settings.company, contact=settings.contact, subscription_url=settings.list_address,
        rows=tuple(_rows(office, reader, profile)),
    )  # fmt: skip
    return _with_changes(office, current, versions)


def published_already(office: Office, reader: Reader, public: PublicList) -> PublicList | None:
    """The newest version of this list where a further one would say nothing new, in head and rows."""
    versions = _versions(reader, Profile(public.profile))
    if not versions:
        return None
    *before, newest = versions
    again = replace(public, version=newest.version, updated=newest.published_on, changes=None)
    again = _with_changes(office, again, before)
    return again if content_digest(plain_list(again)) in newest.digests else None


def _with_changes(office: Office, current: PublicList, before: Sequence[ListVersion]) -> PublicList:
    if not before:
        return current
    newest = before[-1]
    previous = replace(current, version=newest.version, rows=rows_from_canonical(newest.rows))
    return replace(current, changes=changes_between(previous, current, office.likeness.score))


def _versions(reader: Reader, profile: Profile) -> list[ListVersion]:
    """What was published of a list, the oldest first."""
    return sorted(reader.find(ListVersion, profile=profile.value), key=lambda one: one.version)


def publish(office: Office, profile: Profile, folder: Path, formats: Sequence[str] = FORMATS) -> Published:
    """Publishes the next version of a list into a folder, as files whose names carry profile and version.

    The version is stored with its digest and cannot be undone. Where nothing has changed since the newest
    one, its files are written once more and no version is counted. Raises WrongArgument for a format that
    nobody knows.
    """
    unknown = [one for one in formats if one not in FORMATS]
    if unknown or not formats:
        what = msg("publish.format", format=unknown[0] if unknown else "")
        raise WrongArgument(what, msg("publish.format.remedy", known=list(FORMATS)))
    with gone_if_it_fails() as placed, office.book.act(PUBLISH, profile=profile.value) as desk:
        wanted = prepare(office, desk, profile)
        known = published_already(office, desk, wanted)
        public = known or wanted
        contents = {one: office.papers.public_list(public, one) for one in dict.fromkeys(formats)}
        desk.put(_stored(office, desk, public, contents.values(), again=known is not None))
        files = tuple(
            _written(office, folder / file_name(public.profile, public.version, ending), content, placed)
            for ending, content in contents.items()
        )
    return Published(public=public, files=files, again=known is not None)


def _stored(
    office: Office, desk: Desk, public: PublicList, contents: Iterable[bytes], *, again: bool
) -> ListVersion:
    """The record of a version; one that is written again also learns the digests of formats new to it."""
    digests = (*map(digest, contents), content_digest(plain_list(public)))
    if again:
        (known,) = desk.find(ListVersion, profile=public.profile, version=public.version)
        return replace(known, digests=tuple(dict.fromkeys((*known.digests, *digests))))
    rows = canonical_rows(public)
    return ListVersion(
        id=office.new_id(), profile=public.profile, version=public.version, published_on=public.updated,
        rows=rows, sha256=digest(rows.encode()), digests=digests,
    )  # fmt: skip


def digest(content: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def content_digest(plain: dict[str, Any]) -> str:
    """The SHA-256 of all that a list says, head and rows, however its JSON is laid out."""
    return digest(canonical(plain).encode("utf-8", "replace"))


def file_name(profile: str, version: int, ending: str) -> str:
    """The name of a published file: it says which list it is, and which version."""
    return f"sub-processors-{profile.lower().replace('_', '-')}-v{version}.{ending}"


def _written(office: Office, path: Path, content: bytes, placed: Placed) -> Path:
    if office.papers.keep:
        make_folder(path.parent)
        placed.note(path)
        with replace_file(path, mode=READABLE_BY_ALL) as file:
            file.write(content)
    return path


def on_list(reader: Reader, profile: Profile) -> list[Engagement]:
    """The engagements that a list names: sub-processors in use, and those that are announced."""
    found = reader.find(Engagement, role=Role.SUB_PROCESSOR, stage=sorted(LISTED | ANNOUNCED))
    return [one for one in found if profile is Profile.GLOBAL or reaches(one.reaches_locked)]


def _rows(office: Office, reader: Reader, profile: Profile) -> list[PublicRow]:
    vendors = {one.id: one for one in reader.find(Vendor)}
    shown = [one for one in on_list(reader, profile) if one.vendor_id in vendors]
    services = {one.id: one for one in reader.find(Service)}
    planned = {
        one.engagement_id: one.planned_on
        for one in reader.find(Change, state=[ChangeState.LETTERS_READY, ChangeState.RUNNING])
    }
    ids = [one.id for one in shown]
    places, flows = reader.find(Location, engagement_id=ids), reader.find(Flow, engagement_id=ids)
    rows = [
        _row(
            office, vendors[one.vendor_id], one, services.get(one.service_id),
            [place for place in places if place.engagement_id == one.id],
            [flow for flow in flows if flow.engagement_id == one.id],
            planned.get(one.id) if one.stage in ANNOUNCED else None,
        )
        for one in shown
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.legal_name.casefold(), row.purpose, row.id))


def _row(
    office: Office,
    vendor: Vendor,
    engagement: Engagement,
    service: Service | None,
    places: list[Location],
    flows: list[Flow],
    planned_from: date | None,
) -> PublicRow:
    today = office.clock.today()
    held = places_held(places, today)
    told = [one for one in held if one.place != UNCONFIRMED and not is_kind_unsaid(one.purpose)]
    return PublicRow(
        id=engagement.id, legal_name=vendor.legal_name or vendor.name, kind=vendor.kind, seat=vendor.country,
        services=(service.named(),) if service else (),
        purpose=text_in(engagement.purpose, "en"),
        data_categories=tuple(office.say(_data_label(one)) for one in engagement.data_categories),
        data_note=text_in(engagement.data_note, "en"),
        storage=tuple(dict.fromkeys(one.country for one in told if one.kind is LocationKind.STORAGE)),
        access=tuple(
            PublicAccess(country=one.country, purpose=text_in(one.purpose, "en"))
            for one in told
            if one.kind is LocationKind.ACCESS
        ),
        locations=tuple(dict.fromkeys(one.country for one in held if one not in told)),
        mechanisms=tuple(dict.fromkeys(flow.mechanism for flow in flows_on(flows, today) if flow.mechanism)),
        since=engagement.live_since, planned_from=planned_from,
        exception=engagement.locked_exception if engagement.reaches_locked else "",
    )  # fmt: skip


def places_held(places: Iterable[Location], today: date) -> list[Location]:
    """The places that have not ended; one that begins later is announced already."""
    return [one for one in places if not has_ended(one.valid_to, today)]


def _data_label(code: str) -> Message:
    return label(DataCategory(code)) if code in set(DataCategory) else msg("plain", text=code)
