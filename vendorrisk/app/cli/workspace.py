"""Verbs on workspaces: make, look at, check, back up, restore, lock, migrate."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from vendorrisk.app.cli.opening import keeper, open_named, passphrase, workspace_folder
from vendorrisk.app.cli.shared import block
from vendorrisk.app.cli.verb import ANYWHERE, FILE, FOLDER, Group, Verb, pass_session
from vendorrisk.domain.message import Level, NotFound, UserError, msg
from vendorrisk.usecases.workspace.setting_up import NewWorkspace

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.cli.session import Session
    from vendorrisk.usecases.workspace.secret_keeper import KeeperState

workspace = Group(
    "workspace",
    {
        "new": ("workspace", "new", "Make a workspace in a new or empty folder."),
        "info": ("workspace", "info", "Show what a workspace holds."),
        "set": ("settings", "set_", "Change settings, such as our address for letters."),
        "check": ("workspace", "check", "Read everything once and list every problem."),
        "backup": ("workspace", "backup", "Make a backup and restore it as a trial."),
        "restore": ("workspace", "restore", "Unpack a backup into a new or empty folder."),
        "lock": ("workspace", "lock", "Forget the key that this machine's keyring keeps."),
        "migrate": ("workspace", "migrate", "Bring an older workspace to this version, after a backup."),
    },
    help="Create, set up, check, back up, restore and migrate workspaces.",
    example="vendorrisk workspace new acme --company 'Acme Telecom' --timezone Europe/Zagreb",
)


@click.command(
    "new", cls=Verb, example="vendorrisk workspace new acme --company 'Acme Telecom' --recovery-out code.txt"
)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--company", required=True, metavar="NAME", help="The name of our company.")
@click.option("--timezone", "zone", default="UTC", show_default=True, metavar="IANA", help="Its time zone.")
@click.option(
    "--recovery-out",
    type=FILE,
    metavar="F",
    help="Write the recovery code here.",
)
@pass_session
def new(session: Session, folder: Path, company: str, zone: str, recovery_out: Path | None) -> None:
    """Makes an encrypted workspace; the recovery code is shown once, or written to a file."""
    from vendorrisk.app.wiring import created, key_wishes, machine  # noqa: PLC0415  (not needed for --help)
    from vendorrisk.store.vault_making import look_before_making  # noqa: PLC0415  (not needed for --help)
    from vendorrisk.usecases.safe_files import look_before_writing  # noqa: PLC0415  (likewise)

    wanted = NewWorkspace(company=company, zone=zone)
    wanted.check()
    typed = passphrase(session)
    if recovery_out is not None and recovery_out.exists():
        raise click.UsageError(f"{recovery_out} exists already; name a new file for the recovery code.")
    if recovery_out is not None:
        look_before_writing(recovery_out)
    if session.dry_run:
        look_before_making(folder, machine(session.outside))
        session.answer("workspace.new", {"workspace": str(folder)}, lambda: str(folder))
        return
    wishes = key_wishes(session.outside, keeper(session), typed.text if typed else None)
    opened, made = created(folder, wishes, session.outside, wanted)
    session.opened = opened
    _hand_over(session, made.recovery_code, recovery_out)
    told = {"workspace": str(folder), "keyring": made.keyring, "passphrase": typed is not None}
    session.answer("workspace.new", told, lambda: str(folder))
    _warn_of_keyring(session, made.keyring, with_passphrase=typed is not None)
    if click.get_current_context().get_parameter_source("zone") is ParameterSource.DEFAULT:
        session.tell(msg("workspace.zone_taken", zone=zone))


def _hand_over(session: Session, code: str, recovery_out: Path | None) -> None:
    """Writes the code to a file, or shows it; a code that could not be written is shown, never lost."""
    from vendorrisk.usecases.safe_files import replace_file  # noqa: PLC0415  (not needed for --help)

    try:
        if recovery_out is not None:
            with replace_file(recovery_out) as file:
                file.write(f"{code}\n".encode())
            session.tell(msg("workspace.recovery_written", file=recovery_out.name))
            return
    except (OSError, UserError):
        click.echo(session.say(msg("workspace.recovery_code", code=code)), err=True)
        raise
    click.echo(session.say(msg("workspace.recovery_code", code=code)), err=True)


def _warn_of_keyring(session: Session, state: KeeperState | None, *, with_passphrase: bool) -> None:
    if not with_passphrase and (state is None or state.value != "stored"):
        session.tell(msg("workspace.only_recovery"))


@click.command("info", cls=Verb, example="vendorrisk -w acme workspace info")
@pass_session
def info(session: Session) -> None:
    """Shows what a workspace holds, how it opens and when it was backed up."""
    from vendorrisk.usecases.workspace.overview import workspace_overview  # noqa: PLC0415  (not needed for --help)

    found = workspace_overview(session.office)
    assert session.opened is not None  # noqa: S101  (the office is open)
    known = session.opened.vault.backups.known()
    told: dict[str, Any] = {
        "workspace": str(workspace_folder(session)), "company": found.settings.company,
        "timezone": found.settings.zone, "sample": found.settings.sample, "counts": found.counts,
        "settings": {name: value for name, value in asdict(found.settings).items() if value != ""},
        "journal": {"sequence": found.sequence, "head": found.head},
        "opened_through": session.opened.vault.through,
        "backups": len(known), "last_backup": known[0].created_at if known else None,
    }  # fmt: skip
    facts = [("Company", found.settings.company), ("Time zone", found.settings.zone), *found.counts.items(),
             ("Journal entries", found.sequence), ("Backups", len(known))]  # fmt: skip
    session.answer("workspace.info", told, lambda: block(facts))


@click.command("check", cls=Verb, example="vendorrisk -w acme workspace check")
@pass_session
def check(session: Session) -> None:
    """Reads register, journal and evidence once and lists every problem."""
    from vendorrisk.app.upkeep import checked  # noqa: PLC0415  (not needed for --help)

    session.office  # noqa: B018  (opens the workspace)
    assert session.opened is not None  # noqa: S101  (the office is open)
    problems = checked(session.opened)
    sound = not any(one.level is Level.ERROR for one in problems)
    told = {"sound": sound, "problems": session.report(problems)}
    session.left_out = False
    session.failed = not sound
    session.answer("workspace.check", told, lambda: session.say(msg("workspace.sound")) if sound else "")


@click.command("backup", cls=Verb, example="vendorrisk -w acme workspace backup")
@pass_session
def backup(session: Session) -> None:
    """Makes a backup, restores it as a trial in a scratch place, and rotates old ones."""
    from vendorrisk.app.upkeep import backed_up  # noqa: PLC0415  (not needed for --help)

    session.office  # noqa: B018  (opens the workspace)
    assert session.opened is not None  # noqa: S101  (the office is open)
    if session.dry_run:
        session.answer("workspace.backup", {"file": None}, lambda: "")
        return
    made, verified = backed_up(session.opened, session.outside)
    told = {"file": str(made.path), "verified": True, "rows": verified.rows, "evidence": verified.evidence}
    session.answer("workspace.backup", told, lambda: str(made.path))


@click.command("restore", cls=Verb, example="vendorrisk workspace restore FILE.vrbackup acme-restored")
@click.argument("file", type=FILE)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--erasures",
    type=ANYWHERE,
    metavar="PATH",
    help="The old workspace, or its register.erasures: who was erased since.",
)
@pass_session
def restore(session: Session, file: Path, folder: Path, erasures: Path | None) -> None:
    """Unpacks a backup into a folder that is new or empty; existing data is never touched."""
    from vendorrisk.app.upkeep import restored  # noqa: PLC0415  (not needed for --help)

    if not file.is_file():
        raise NotFound(msg("file.missing", file=str(file)), msg("file.missing.remedy"))
    source = passphrase(session) or keeper(session)
    done = restored(file, folder, session.outside, source=source, keep=not session.dry_run, erasures=erasures)
    told = {
        "workspace": str(folder), "backup": file.name, "made": done.made, "erased_again": done.erased_again,
        "erasures": done.source.value,
    }  # fmt: skip
    session.answer("workspace.restore", told, lambda: str(folder))
    for remark in done.remarks:
        session.tell(remark)


@click.command("lock", cls=Verb, example="vendorrisk -w acme workspace lock")
@pass_session
def lock(session: Session) -> None:
    """Forgets the key that this machine's keyring keeps; the passphrase or recovery code opens it again."""
    from vendorrisk.app.upkeep import forgotten  # noqa: PLC0415  (not needed for --help)

    session.opened = open_named(session)
    removed = 0 if session.dry_run else forgotten(session.opened, keeper(session))
    session.answer("workspace.lock", {"removed": removed}, lambda: session.say(msg("workspace.locked")))


@click.command("migrate", cls=Verb, example="vendorrisk -w acme workspace migrate")
@pass_session
def migrate(session: Session) -> None:
    """Brings an older workspace to this version, after a backup that was restored as a trial."""
    from vendorrisk.app.upkeep import layouts, migrated  # noqa: PLC0415  (not needed for --help)

    folder, source = workspace_folder(session), passphrase(session) or keeper(session)
    if session.dry_run:
        stored, wanted = layouts(folder, source, session.outside)
        _answer_migrated(session, stored, wanted, None)
        return
    done = migrated(folder, source, session.outside)
    session.opened = done.workspace
    _answer_migrated(session, done.stored, done.wanted, done.backup)


def _answer_migrated(session: Session, stored: int, wanted: int, backup: Path | None) -> None:
    told = {"from": stored, "to": wanted, "backup": str(backup) if backup else None}
    session.answer("workspace.migrate", told, lambda: f"{stored} -> {wanted}")
