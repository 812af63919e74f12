"""The verb of the second person on a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.verb import Verb, pass_session
from vendorrisk.domain.message import NotFound, Refused, msg
from vendorrisk.usecases.looking_up import engagement_named

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.decision.records import Decision

_OPTIONS = {
    "REASON": "--reason", "CONDITIONS": "--conditions", "DECIDER": "--decided-by NAME",
    "HEAD_OF_PRIVACY": "--approver head_of_privacy=NAME", "CISO": "--approver ciso=NAME",
    "DPO_OPINION": "--dpo-opinion with --dpo-text", "TRIGGER": "--trigger",
    "AUTHORITY_ORDER": "--authority-order", "UNCHECKED": "--confirm-unchecked WHY",
}  # fmt: skip
"""What a person may bring for a move -> the option that takes it."""


def with_options(refused: Refused) -> Refused:
    """A refused move, with the options that take what only a person can say."""
    from vendorrisk.usecases.decision.move_view import wanted_for  # noqa: PLC0415  (only when it fails)

    wanted = wanted_for(refused.blocked)
    options = [option for bring, option in _OPTIONS.items() if bring in wanted.brings]
    options += [f"--attest {one.value.lower()}" for one in wanted.attested]
    if not options:
        return refused
    remedy = msg("move.refused.options", remedy=refused.remedy, options=options)
    return Refused(refused.what, remedy, blocked=refused.blocked)


@click.command("confirm", cls=Verb, example="vendorrisk -w acme engagement confirm 'Norte Cloud'")
@click.argument("wanted", metavar="ENGAGEMENT")
@pass_session
def confirm(session: Session, wanted: str) -> None:
    """Confirms the newest decision as the second person, where the workspace asks for one."""
    from vendorrisk.usecases.decision import moving  # noqa: PLC0415  (not needed for --help)

    done = moving.confirm(session.office, _newest(session, wanted).id)
    told = {
        "engagement": done.engagement_id, "outcome": done.outcome, "decided_by": done.decided_by,
        "confirmed_by": done.confirmed_by, "confirmed_on": done.confirmed_on,
    }  # fmt: skip
    session.answer("engagement.confirm", told, lambda: session.word(done.outcome))


def _newest(session: Session, wanted: str) -> Decision:
    from vendorrisk.domain.decision.approval import latest  # noqa: PLC0415  (not needed for --help)
    from vendorrisk.usecases.decision.dossiers import dossier_of  # noqa: PLC0415  (likewise)

    with session.office.book.reading() as reader:
        found = latest(dossier_of(session.office, reader, engagement_named(reader, wanted)))
    if found is None:
        raise NotFound(
            msg("record.unknown", kind=msg("kind.decision"), wanted=wanted), msg("record.unknown.remedy")
        )
    return found
