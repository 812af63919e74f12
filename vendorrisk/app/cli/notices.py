"""What the verbs on changes share: the change, the customer and the notice that a call is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.shared import record_plain, who
from vendorrisk.domain.notice.records import Change, Customer, Notice
from vendorrisk.usecases.looking_up import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.app.cli.session import Session

_BLANK = Notice(id="", change_id="", customer_id="")
_ELSEWHERE = frozenset({"id", "change_id", "customer_id", "terms_id", "content_sha256"})


def about_customer(command: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments of a verb on one customer of a change."""
    with_customer = click.argument("customer", metavar="CUSTOMER")(command)
    return click.argument("wanted", metavar="CHANGE")(with_customer)


def change_named(session: Session, wanted: str) -> Change:
    """The change that a call names."""
    with session.office.book.reading() as reader:
        return named(reader, Change, wanted)


def both_named(session: Session, wanted: str, customer: str) -> tuple[Change, Customer]:
    """The change and the customer that a call names."""
    with session.office.book.reading() as reader:
        return named(reader, Change, wanted), named(reader, Customer, customer)


def notice_plain(notice: Notice | None) -> dict[str, Any]:
    """What is recorded of one customer's notice as scripts read it; `letter`: one was written."""
    told = record_plain(notice or _BLANK)
    letter = bool(told["content_sha256"])
    return {"letter": letter, **{name: one for name, one in told.items() if name not in _ELSEWHERE}}


def answer_notice(session: Session, verb: str, customer: Customer, notice: Notice, **more: Any) -> None:
    """Answers with the notice as it is now."""
    told = {"change": notice.change_id, **who(customer), **notice_plain(notice), **more}
    session.answer(f"change.{verb}", told, lambda: customer.name)
