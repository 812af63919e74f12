"""What proves a change later: letters, times of sending, objections, dates, decisions, the journal.

The bundle is one zip. Its manifest names every file with its digest, and is kept among the documents of the
vendor, so that `verify` can tell years later whether the bundle, or any file of it, is as it was made.
"""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.decision.records import Decision, HandCheck, StageMove
from vendorrisk.domain.diligence.records import Finding
from vendorrisk.domain.message import Refused, msg
from vendorrisk.domain.notice.report import DossierInput, dossier
from vendorrisk.domain.register.records import ListVersion
from vendorrisk.usecases.diligence.documents import add_document
from vendorrisk.usecases.journal.history import journal_of
from vendorrisk.usecases.notice.change_view import change_view
from vendorrisk.usecases.notice.letters_again import letters_again
from vendorrisk.usecases.safe_files import READABLE_BY_ALL, look_before_writing, make_folder, replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.diligence.records import Document
    from vendorrisk.domain.record import Record
    from vendorrisk.usecases.journal.history import Line
    from vendorrisk.usecases.notice.change_view import ChangeView, Told
    from vendorrisk.usecases.office import Office

SCHEMA: Final = "vendorrisk/evidence-bundle/1"
MANIFEST: Final = "manifest.json"
KEPT_AS: Final = ".evidence-manifest.json"
"""How the name of a kept manifest ends, behind the number of its change."""
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundled:
    """The finished bundle: how many letters it holds, which customers' letters were not found, its record.

    `kept` is None where files may not be written (a dry run).
    """

    file: Path
    letters: int
    missing: tuple[str, ...]
    kept: Document | None


def write_bundle(
    office: Office,
    change_id: str,
    target: Path,
    *,
    letters_in: Path | None = None,
    step: Callable[[int, int], None] = lambda _done, _all: None,
    seal: Callable[[], None] = lambda: None,
) -> Bundled:
    """Writes the bundle of a change and keeps its manifest; complete or absent.

    `letters_in` is the folder that letters were written to, for those that cannot be printed again. `step`
    may raise to cancel; `seal` comes once, before anything is put in place. Raises Refused while no notice is
    sent.
    """
    view = change_view(office, change_id)
    if not (view.sent or view.is_over):
        raise Refused(msg("bundle.nothing"), msg("bundle.nothing.remedy"))
    notices = [one.notice for one in view.told if one.notice is not None]
    letters = letters_again(office, change_id, notices, folder=letters_in, step=step)
    kept = None
    if office.papers.keep:
        kept = _put(office, view, target, letters, seal)
    elif target.parent.exists():
        look_before_writing(target)
    lacking = [
        one.customer.name
        for one in view.told
        if one.notice is not None and one.has_letter and one.notice.id not in letters
    ]
    return Bundled(file=target, letters=len(letters), missing=tuple(lacking), kept=kept)


def _put(
    office: Office,
    view: ChangeView,
    target: Path,
    letters: dict[str, tuple[str, bytes]],
    seal: Callable[[], None],
) -> Document:
    files = {
        "dossier.pdf": _dossier(office, view),
        "evidence.json": _plain(office, view, set(letters)),
        **_lists(office),
        **{f"letters/{name}": content for name, content in letters.values()},
    }
    manifest = _manifest(office, view, files)
    seal()
    _write(target, files | {MANIFEST: manifest})
    return _keep(office, view, manifest)


def _dossier(office: Office, view: ChangeView) -> bytes:
    with office.book.reading() as reader:
        company = office.company(reader)
    customers = [*(one.customer for one in view.told), *(customer for customer, _ in view.untold)]
    report = dossier(
        DossierInput(
            change=view.change, sub_processor=view.vendor.legal_name or view.vendor.name, on=view.today,
            reaches=(*(one.reach for one in view.told), *(reach for _, reach in view.untold)),
            dates=tuple(one.dates for one in view.told), overall=view.overall,
            names={one.id: one.name for one in customers}, company=company,
        )
    )  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="vendorrisk-") as folder:
        path = Path(folder) / "dossier.pdf"
        office.papers.write_report(report, path)
        return path.read_bytes()


def _plain(office: Office, view: ChangeView, found: set[str]) -> bytes:
    """Everything about the change for programs: customers with dates and sums, objections, the journal."""
    ids = {view.change.id, *(one.notice.id for one in view.told if one.notice is not None)}
    ids |= {objection.id for one in view.told for objection in one.objections}

    def concerns(line: Line) -> bool:
        return line.params.get("change") in ids or any(row in ids for _, row in line.touched)

    told = {
        "change": asdict(view.change), "sub_processor": asdict(view.vendor), "service": view.service,
        "purpose": view.purpose, "storage": list(view.storage), "replaced": view.replaced,
        "earliest_for_all": view.overall.earliest,
        **_decided(office, view.engagement.id),
        "customers": [_customer(office, one, found) for one in view.told],
        "not_affected": [
            {"customer": customer.name, "account_id": customer.account_id, "reason": office.say(reach.reason)}
            for customer, reach in view.untold
        ],
        "journal": [
            {"sequence": line.sequence, "at": line.at, "actor": line.actor, "kind": line.kind,
             "action": line.action, "what": office.say(msg(f"action.{line.action}"))}
            for line in reversed(list(journal_of(office, concerns)))
        ],
    }  # fmt: skip
    return _json(told)


def _decided(office: Office, engagement_id: str) -> dict[str, Any]:
    """On whose word the engagement came so far: decisions, moves, checks by hand, accepted risks."""
    with office.book.reading() as reader:
        accepted = [one for one in reader.find(Finding, engagement_id=engagement_id) if one.accepted_until]
        kept: dict[str, Sequence[Record]] = {
            "decisions": reader.find(Decision, engagement_id=engagement_id),
            "moves": reader.find(StageMove, engagement_id=engagement_id),
            "hand_checks": reader.find(HandCheck, engagement_id=engagement_id),
            "accepted_risks": accepted,
        }
    return {name: [asdict(one) for one in records] for name, records in kept.items()}


def _customer(office: Office, one: Told, found: set[str]) -> dict[str, Any]:
    dates, notice = one.dates, one.notice
    return {
        "customer": one.customer.name, "account_id": one.customer.account_id,
        "reason": office.say(one.reach.reason),
        "terms": asdict(one.terms), "notice": asdict(notice) if notice else None,
        "letter_in_bundle": notice is not None and notice.id in found,
        "clock_date": dates.clock_date, "last_notice_day": dates.last_notice_day,
        "last_objection_day": dates.last_objection_day, "earliest": dates.earliest,
        "kept_off": dates.kept_off, "steps": [office.say(step) for step in dates.steps],
        "why_not": office.say(dates.why) if dates.why else "",
        "objections": [
            {**asdict(raised), "in_time": office.say(one.late[raised.id].label)} for raised in one.objections
        ],
    }  # fmt: skip


def _lists(office: Office) -> dict[str, bytes]:
    """The newest version of each published list, row by row as it was frozen."""
    with office.book.reading() as reader:
        versions = reader.find(ListVersion)
    newest: dict[str, ListVersion] = {}
    for one in versions:
        if one.profile not in newest or newest[one.profile].version < one.version:
            newest[one.profile] = one
    return {
        f"lists/{one.profile.lower()}-v{one.version}-rows.json": one.rows.encode() for one in newest.values()
    }


def _manifest(office: Office, view: ChangeView, files: dict[str, bytes]) -> bytes:
    sequence, head = office.book.head()
    told = {
        "schema": SCHEMA, "change": view.change.id, "number": view.change.number, "made_on": view.today,
        "made_at": office.clock.now(), "made_by": office.actor,
        "journal": {"sequence": sequence, "hash": head},
        "files": [
            {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in sorted(files.items())
        ],
    }  # fmt: skip
    return _json(told)


def _json(told: dict[str, Any]) -> bytes:
    def spelled(value: Any) -> str:
        text: str = value.isoformat()
        return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text

    return json.dumps(told, ensure_ascii=False, indent=1, default=spelled).encode() + b"\n"


def _write(target: Path, files: dict[str, bytes]) -> None:
    make_folder(target.parent)
    with replace_file(target, mode=READABLE_BY_ALL) as file:
        file.write(_zipped(files))


def _zipped(files: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as bundle:
        for name, part in sorted(files.items()):
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.external_attr = 0o644 << 16
            bundle.writestr(info, part, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _keep(office: Office, view: ChangeView, manifest: bytes) -> Document:
    """Keeps the manifest encrypted in the workspace; it names files and digests, no person but its maker."""
    number = view.change.number
    with tempfile.TemporaryDirectory(prefix="vendorrisk-") as folder:
        path = Path(folder) / f"{number}{KEPT_AS}"
        path.write_bytes(manifest)
        title = office.say(msg("bundle.title", number=number))
        return add_document(
            office, view.vendor.id, path, {"kind": "OTHER", "title": title, "number": number},
            engagement_id=view.engagement.id,
        )  # fmt: skip
