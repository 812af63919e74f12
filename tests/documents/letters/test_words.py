"""A letter as plain words: everything that the printed one says, in its order, and nothing of it markup."""

from __future__ import annotations

from dataclasses import replace

from tests.documents.letters.test_fill import letter
from tests.support.letters import CUSTOMER, ENGAGEMENT
from vendorrisk.documents.letters.words import letter_text
from vendorrisk.domain.report import Fact, Facts, Heading, Paragraph


def test_every_block_becomes_a_paragraph_of_its_manner_in_reading_order():
    made = replace(
        letter(),
        blocks=(
            Paragraph(text="Dear Ms Keller,"),
            Facts(rows=(Fact(label="Purpose", value="Hosting"), Fact(label="Stored in", value="Brazil"))),
            Heading(text="Your right to object", level=2),
            Paragraph(text="Please write."),
        ),
    )
    assert letter_text(made).paragraphs == (
        ("text", "Dear Ms Keller,"),
        ("fact", "Purpose\tHosting"),
        ("fact", "Stored in\tBrazil"),
        ("heading", "Your right to object"),
        ("text", "Please write."),
    )


def test_head_and_reference_are_those_of_the_letter():
    made = letter()
    text = letter_text(made)
    assert (text.language, text.company, text.date) == ("en", made.company, "1 December 2026")
    assert (text.subject, text.reference) == (made.subject, made.reference_line)


def test_the_address_begins_with_the_customer_and_repeats_no_line():
    repeated = replace(CUSTOMER, address=f"{CUSTOMER.name}\nLindenhof 4\n\nLindenhof 4\n1010 Vienna")
    assert letter_text(letter(customer=repeated)).address == (CUSTOMER.name, "Lindenhof 4", "1010 Vienna")


def test_what_looks_like_markup_stays_what_was_typed():
    typed = "<b>Logs</b> & {{ company }}"
    made = letter(engagement=replace(ENGAGEMENT, purpose={"en": typed}))
    assert ("fact", f"Purpose\t{typed}") in letter_text(made).paragraphs


def test_no_word_of_the_letter_is_left_out():
    made = letter()
    said = [words for _, words in letter_text(made).paragraphs]
    for block in made.blocks:
        texts = (
            [f"{row.label}\t{row.value}" for row in block.rows] if isinstance(block, Facts) else [block.text]
        )
        assert [text for text in texts if text not in said] == []
