"""Everything the notice rooms say has its English words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from vendorrisk.domain.notice.letter import PLACEHOLDERS

ROOT = Path(__file__).resolve().parents[3]
KEY = re.compile(r'"((?:notice|letter|pdf|dossier)\.[a-zA-Z_.]+[a-zA-Z_])"')


@pytest.fixture(scope="module")
def words() -> dict[str, str]:
    with (ROOT / "resources/i18n/en/notice.po").open("rb") as file:
        return {entry.id: entry.string for entry in read_po(file, abort_invalid=True) if entry.id}


@pytest.mark.parametrize(
    "room",
    [
        "vendorrisk/domain/notice",
        "vendorrisk/documents/letters",
        "vendorrisk/documents/mail",
        "vendorrisk/documents/pdf",
    ],
)
def test_every_key_in_the_code_has_words(words, room):
    used = {key for path in (ROOT / room).rglob("*.py") for key in KEY.findall(path.read_text("utf-8"))}
    assert used
    assert sorted(used - set(words)) == []


def test_every_placeholder_and_rule_has_words(words):
    expected = {f"letter.field.{placeholder.name}" for placeholder in PLACEHOLDERS}
    expected |= {f"notice.rule.R{number}" for number in range(1, 13)}
    assert expected <= set(words)


def test_every_reason_and_every_problem_has_a_remedy(words):
    need = ("notice.why.", "notice.terms.", "notice.check.", "notice.unknown", "letter.template.")
    stated = [key for key in words if key.startswith(need) and not key.endswith(".remedy")]
    assert [key for key in stated if f"{key}.remedy" not in words] == []
