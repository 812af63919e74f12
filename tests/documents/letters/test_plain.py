"""The two bodies of a mail: text that wraps well, and HTML in which nothing that was typed acts."""

from __future__ import annotations

from dataclasses import replace

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.letters.test_fill import letter
from tests.support.letters import CUSTOMER, VENDOR
from vendorrisk.documents.letters.plain import LINE, as_html, as_text

TAGS = {"html", "head", "meta", "title", "body", "p", "h2", "table", "tbody", "tr", "td"}


def test_the_text_has_every_line_short_and_every_fact():
    text = as_text(letter())
    assert max(map(len, text.splitlines())) <= LINE
    assert "Stored in: Brazil (São Paulo)\n" in text
    assert "Your right to object\n--------------------\n" in text
    assert text.endswith("1 December 2026 · Reference 2026-07/92F7C1 · Your account 2024-118\n")


def test_a_long_address_is_not_broken():
    sender_list = "https://example-telecom.example/sub-processors"
    assert any(sender_list in line for line in as_text(letter()).splitlines())


def elements(html: str):
    return list(html5lib.parse(html, namespaceHTMLElements=False).iter())


def test_the_page_uses_only_the_elements_it_needs_and_no_outside_file():
    found = elements(as_html(letter()))
    assert {element.tag for element in found} == TAGS
    assert {name for element in found for name in element.attrib} == {"lang", "charset", "style"}
    assert "url(" not in as_html(letter())


@given(
    st.text(max_size=80)
    | st.sampled_from(["<img src=/etc/hostname>", "<script>x()</script>", "&amp;", "\"'><b>"])
)
@settings(max_examples=80, deadline=None)
def test_no_typed_text_becomes_an_element(name):
    hostile = letter(
        customer=replace(CUSTOMER, salutation=f"D{name}"), vendor=replace(VENDOR, legal_name=f"V{name}")
    )
    plain = letter(customer=replace(CUSTOMER, salutation="D"), vendor=replace(VENDOR, legal_name="V"))
    assert [e.tag for e in elements(as_html(hostile))] == [e.tag for e in elements(as_html(plain))]
