"""A draft opens as a mail ready to send; its headers hold nothing that anybody typed into a name."""

from __future__ import annotations

import email
from dataclasses import replace
from email.header import decode_header, make_header
from email.policy import default
from email.utils import getaddresses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.letters.test_fill import letter
from vendorrisk.documents.letters.plain import as_html, as_text
from vendorrisk.documents.mail.eml import mail_draft, plain_draft
from vendorrisk.domain.message import UserError

PDF = b"%PDF-1.4 not really\n\x00\xff"
HEADERS = [
    "X-Unsent", "To", "From", "Reply-To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
]  # fmt: skip


def draft(of=None, **changes) -> bytes:
    facts = {"to": "privacy@meridova.example", "reply_to": "privacy@us.example", "identity": "ch-1 c-141"}
    return mail_draft(of or letter(), PDF, **{**facts, **changes})


def read(raw: bytes):
    return email.message_from_bytes(raw, policy=default)


def test_a_draft_holds_text_html_and_the_pdf():
    found = read(draft())
    assert found.keys() == HEADERS
    assert found["X-Unsent"] == "1"
    assert found.get_body(("plain",)).get_content().replace("\r\n", "\n") == as_text(letter())
    assert found.get_body(("html",)).get_content().replace("\r\n", "\n") == as_html(letter())
    (attached,) = found.iter_attachments()
    assert attached.get_content() == PDF
    assert attached.get_filename() == "2026-07-92f7c1-meridova-insurance-se.pdf"
    assert attached.get_content_type() == "application/pdf"


def test_the_same_letter_gives_the_same_bytes_and_another_letter_another_id():
    assert draft() == draft()
    assert read(draft())["Message-ID"] != read(draft(identity="ch-1 c-142"))["Message-ID"]
    other = replace(letter(), blocks=letter().blocks[:-1])
    assert read(draft())["Message-ID"] != read(draft(other))["Message-ID"]
    assert read(draft())["Message-ID"].endswith("@us.example>")


def test_there_is_no_date_because_sending_starts_the_clock():
    assert "Date" not in read(draft())


def test_without_an_address_of_ours_the_mail_program_fills_the_sender_in():
    found = read(draft(reply_to=""))
    assert "From" not in found
    assert "Reply-To" not in found
    assert found["Message-ID"].endswith("@draft.invalid>")


def test_names_with_accents_commas_and_quotes_arrive_as_they_are():
    named = replace(letter(), customer='Šarić, Đuro "DPO" <x>', subject="Łódź, Ελλάδα, Москва")
    found = read(draft(named))
    (to,) = found["To"].addresses
    assert (to.display_name, to.addr_spec) == ('Šarić, Đuro "DPO" <x>', "privacy@meridova.example")
    assert found["Subject"] == "Łódź, Ελλάδα, Москва"


@pytest.mark.parametrize(
    "address",
    [
        "no address",
        "a@b.example, c@d.example",
        "a@b.example;c@d.example",
        "a@b.example\r\nBcc: x@y.example",
        "Ana <a@b.example>",
        "a@b.example (comment)",
        "a@[127.0.0.1]",
        "@b.example",
        "a@",
        "a b@c.example",
        "đ@b.example",
        "a@b.example\x00",
    ],
)
def test_anything_but_one_plain_address_is_refused(address):
    with pytest.raises(UserError):
        draft(to=address)
    with pytest.raises(UserError):
        draft(reply_to=address)


def test_a_letter_goes_to_every_address_of_its_customer():
    customer = "Meridova Insurance and Reinsurance Societas Europaea of Saint Petersburg <x@y.example>"
    raw = draft(replace(letter(), customer=customer), to="privacy@meridova.example; legal@meridova.example")
    found = read(raw)["To"].addresses
    assert [one.addr_spec for one in found] == ["privacy@meridova.example", "legal@meridova.example"]
    assert {" ".join(one.display_name.split()) for one in found} == {customer}
    assert max(map(len, raw.split(b"\r\n\r\n")[0].split(b"\r\n"))) <= 78


@pytest.mark.parametrize("address", ["", "  "])
def test_a_customer_without_an_address_is_named(address):
    with pytest.raises(UserError) as refusal:
        draft(to=address)
    assert refusal.value.what.key == "letter.address.missing"
    assert refusal.value.where == "Meridova Insurance SE"


@given(
    st.text(max_size=120)
    | st.sampled_from(["x\r\nBcc: y@z.example", "\n\n<html>", "=?utf-8?q?x?=", "a" * 300])
)
@settings(max_examples=60, deadline=None)
def test_no_name_or_subject_adds_a_header_or_a_recipient(text):
    hostile = replace(letter(), customer=text, subject=text, company=text)
    found = read(draft(hostile))
    assert found.keys() == HEADERS
    assert [one.addr_spec for one in found["To"].addresses] == ["privacy@meridova.example"]
    assert [one.addr_spec for one in found["From"].addresses] == ["privacy@us.example"]
    assert [part.get_content_type() for part in found.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf",
    ]  # fmt: skip


NAMES = [
    "Acme <evil@x.example>",
    'Acme, Inc. "x" <evil@x.example>, other@x.example',
    "Évil <evil@x.example>, other@x.example",
    "a\\b\"c<evil@x.example>",
    "A" * 150 + " <evil@x.example>",
    "Ä" * 90 + " <evil@x.example>, other@x.example",
    "Acme (a company) " * 9 + "<evil@x.example>",
    "",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_name_however_long_becomes_a_recipient(name):
    raw = plain_draft((name, "a.b@d.example"), (name, "me@own.example"), subject="S", text="T", identity="1")
    head = raw.split(b"\r\n\r\n")[0]
    assert b"\n" not in head.replace(b"\r\n", b"")
    assert max(map(len, head.split(b"\r\n"))) <= 78
    message = email.message_from_bytes(raw)
    for header, address in (
        ("To", "a.b@d.example"),
        ("From", "me@own.example"),
        ("Reply-To", "me@own.example"),
    ):
        ((written, found),) = getaddresses([message[header]])
        assert found == address
        assert str(make_header(decode_header(written))) == name
