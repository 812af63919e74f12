"""Mail drafts: an `.eml` file that a mail program opens ready to send, the letter as text, HTML and PDF."""

from __future__ import annotations

import hashlib
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.documents.letters.plain import as_html, as_text
from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.register import fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.documents.letters.letter import Letter

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0xD800, 0xE000)), " ")
"""Nothing of this may stand in a header: line ends start new headers, lone surrogates cannot be written."""

_TYPES = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_AS_WRITTEN = SMTP.clone(refold_source="none")
"""Headers that we folded ourselves stay as they are."""

_SHORT = 50
_FOLD = "\r\n"
_UNKNOWN = "application/octet-stream"


def mail_draft(letter: Letter, pdf: bytes, *, to: str, reply_to: str, identity: str) -> bytes:
    """The draft for one customer, the same bytes for the same letter and identity.

    `to` has one or several plain addresses, `reply_to` one; where it is empty, the mail program fills it in.
    `identity` tells this letter from every other, such as the ids of change and customer; it becomes the
    Message-ID. There is no Date: the mail program sets it at the moment of sending, which starts clocks.

    Raises UserError for an address that is none.
    """
    if not to.strip():
        raise UserError(
            msg("letter.address.missing", customer=letter.customer),
            msg("letter.address.missing.remedy"),
            where=letter.customer,
        )
    digest = hashlib.sha256(f"{identity}\n{as_text(letter)}".encode()).hexdigest()
    message = _headed((letter.customer, to), (letter.company, reply_to), letter.subject, digest)
    _add_bodies(message, letter, pdf, digest)
    return message.as_bytes()


def plain_draft(
    to: tuple[str, str], sender: tuple[str, str], *, subject: str, text: str, identity: str,
    attached: Sequence[tuple[str, bytes]] = (),
) -> bytes:  # fmt: skip
    """A draft of plain words, the same bytes for the same words, files and identity.

    `to` is a name and one or several plain addresses, `sender` a name and one address or none. `attached` are
    files by their name. Raises UserError for an address that is none.
    """
    digest = hashlib.sha256(f"{identity}\n{text}".encode()).hexdigest()
    message = _headed(to, sender, subject, digest)
    message.set_content(text, cte="quoted-printable")
    for name, content in attached:
        maintype, _, subtype = _TYPES.get(Path(name).suffix.lower(), _UNKNOWN).partition("/")
        message.add_attachment(content, maintype=maintype, subtype=subtype, filename=name)
    if attached:
        message.set_boundary(f"mixed-{digest[:32]}")
    return message.as_bytes()


def _headed(to: tuple[str, str], sender: tuple[str, str], subject: str, digest: str) -> EmailMessage:
    """A mail with its headers; it is marked as not sent, and has no Date."""
    message = EmailMessage(policy=_AS_WRITTEN)
    message["X-Unsent"] = "1"
    message.set_raw("To", _mailboxes(*to))
    domain = "draft.invalid"
    if sender[1]:
        own = _mailbox(*sender)
        message.set_raw("From", own)
        message.set_raw("Reply-To", own)
        domain = fields.email(sender[1]).rpartition("@")[2]
    message["Subject"] = _header_text(subject)
    message["Message-ID"] = f"<{digest[:40]}@{domain}>"
    return message


def _add_bodies(message: EmailMessage, letter: Letter, pdf: bytes, digest: str) -> None:
    """Text first, HTML as its richer twin, the PDF beside them; boundaries come from the content."""
    message.set_content(as_text(letter), cte="quoted-printable")
    message.add_alternative(as_html(letter), subtype="html", cte="quoted-printable")
    message.set_boundary(f"alternative-{digest[:32]}")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=f"{letter.file_stem}.pdf")
    message.set_boundary(f"mixed-{digest[:32]}")


def _mailboxes(name: str, typed: str) -> str:
    """Each address with the same name, on a line of its own."""
    return f",{_FOLD} ".join(_mailbox(name, one) for one in typed.split(fields.SEVERAL))


def _mailbox(name: str, typed: str) -> str:
    """An address with a display name, folded; one plain ASCII address passes, no list and no comment.

    A long name is encoded whole: the library drops the quotation marks of one that it folds, and what stands
    in angle brackets within the name would become the recipient.
    """
    address = fields.email(typed)
    shown = _header_text(name)
    if shown.isascii() and len(shown) + len(address) < _SHORT:
        return formataddr((shown, address))
    return f"{Header(shown, 'utf-8', header_name='Reply-To').encode(linesep=_FOLD)}{_FOLD} <{address}>"


def _header_text(text: str) -> str:
    return " ".join(text.translate(_CONTROLS).split())
