"""A template may print placeholders and choose by conditions, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorrisk.documents.letters.template import BadTemplate, parse_template, read_template
from vendorrisk.domain.message import UserError
from vendorrisk.domain.notice.letter import PLACEHOLDERS

LETTERS = Path(__file__).resolve().parents[3] / "resources" / "letters"
HEAD = "Version: 1\nSubject: News\n"


def bad(body: str) -> BadTemplate:
    with pytest.raises(BadTemplate) as refusal:
        parse_template("x.txt", HEAD + body)
    return refusal.value


def kinds(body: str) -> list[tuple[str, str]]:
    return [(part.kind, part.label) for part in parse_template("x.txt", HEAD + body).parts]


@pytest.mark.parametrize(
    "path", sorted(LETTERS.glob("*/*.txt")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_every_shipped_template_is_sound_and_asks_only_for_known_facts(path):
    template = read_template(path)
    assert template.names <= {placeholder.name for placeholder in PLACEHOLDERS}
    assert template.parts


def test_blocks_are_headings_rows_and_paragraphs():
    assert kinds("\nDear all,\n\n## Rights\n\nName | {{ vendor }}\nSeat | {{ seat }}\n\nBye\nfor now\n") == [
        ("paragraph", ""), ("heading", ""), ("row", "Name"), ("row", "Seat"), ("paragraph", ""),
    ]  # fmt: skip


def test_a_paragraph_that_merely_holds_a_stroke_stays_one():
    assert kinds("Name | one\nand two\n") == [("paragraph", "")]


def test_windows_line_ends_are_line_ends():
    template = parse_template("x.txt", "Version: 7\r\nSubject: S\r\n\r\nA\r\n\r\nB\r\n")
    assert (template.version, len(template.parts)) == ("7", 2)


def test_names_are_found_in_print_and_in_conditions():
    template = parse_template("x.txt", HEAD + "{% if a == 'x' %}{{ b }}{% elif not c %}d{% endif %}")
    assert template.names == {"a", "b", "c"}


@pytest.mark.parametrize(
    "body",
    [
        "{{ 'a' * 100000000 }}",
        "{{ vendor.__class__ }}",
        "{{ vendor['x'] }}",
        "{{ vendor() }}",
        "{{ vendor|upper }}",
        "{% for x in vendor %}{{ x }}{% endfor %}",
        "{% set x = 1 %}",
        "{% include '/etc/passwd' %}",
        "{% import 'x' as y %}",
        "{% macro f() %}{% endmacro %}",
        "{% raw %}{% endraw %}{{ a ~ b }}",
        "{{ a + b }}",
        "{{ [1, 2] }}",
        "{{ {'a': 1} }}",
        "{{ a if b else c }}",
        "{{ a is defined }}",
        "{% call f() %}{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% block b %}{% endblock %}",
        "{% extends 'x' %}",
        "{{ a[1:2] }}",
        "{{ (a, b) }}",
        "{{ -a }}",
        "{{ 2 ** 999999 }}",
    ],
)
def test_everything_else_is_refused(body):
    refusal = bad(body)
    assert refusal.what.key == "letter.template.broken"
    assert refusal.what.params["line"] == 3


def test_a_refusal_names_the_line():
    assert bad("\nfine\n\nName | {{ vendor }}\nSeat | {{ seat|upper }}\n").where == "x.txt:7"
    assert bad("\nfine\n\n{% if a %}\nno end\n").what.params["line"] == 6
    assert bad("{% if a %}x\n\ny{% endif %}").what.params["line"] == 3


@pytest.mark.parametrize("text", ["", "Subject: x\nVersion: 1\n", "Version: 1\n", "Dear all\n\nhello\n"])
def test_a_template_starts_with_version_and_subject_in_this_order_or_the_other(text):
    if text.startswith("Subject"):
        assert parse_template("x.txt", text).version == "1"
    else:
        with pytest.raises(BadTemplate):
            parse_template("x.txt", text)


def test_a_huge_template_is_refused():
    assert bad("a" * 100_001).what.params["reason"] == "> 100000"


def test_files_that_are_missing_or_no_text_are_refused(tmp_path):
    with pytest.raises(UserError) as refusal:
        read_template(tmp_path / "gone.txt")
    assert refusal.value.what.params == {"name": "gone.txt"}
    (tmp_path / "x.txt").write_bytes(b"Version: 1\nSubject: \xff\xfe\n")
    with pytest.raises(BadTemplate):
        read_template(tmp_path / "x.txt")
