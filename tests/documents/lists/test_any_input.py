from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.lists.reading import PLACES
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.child.plain import from_plain, to_plain
from vendorrisk.documents.lists.reading import read_list
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.countries import is_place
from vendorrisk.domain.register.published import ListRead
from vendorrisk.domain.register.vocabulary import Mechanism

ENDINGS = ("md", "html", "json", "yml", "csv", "mdx", "tsx", "txt")
PIECES = [
    "# Sub-processors\n", "| Name | Purpose | Country |\n|---|---|---|\n",
    "| Acme, Inc. | Mail | US |\n", "| ", "\n\n", "- ", "* [Acme](https://a.example). Mail.\n",
    "**Beta**", "<table>", "<tr><td>", "</td>", "</table>", "<li>", "<ul>", "</ul>", "{", "}", "[",
    "]", '"name": "Acme"', ",", ": ", "name", "purpose: x\n", "'", '"', "`", "\\", "\\u12", "&amp;",
    "<!--", "-->", "---\n", "&a *a", "!!python/object:os.system x\n", "EU (", ")", "\u202e",
    "located in the US:\n", "\x00", "Ä", "; ", "\t", "colspan=999999 ", "<td rowspan='99999'>",
    "//", "/*", "*/", "${", "=>",
]  # fmt: skip
MANY_ALIASES = (
    b"a: &a [x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c]\n"
    b"e: [*d,*d,*d,*d,*d,*d,*d]\nname: *d\n"
)


def _read(folder, content, ending):
    path = folder / f"list.{ending}"
    path.write_bytes(content)
    with suppress(UserError):
        return read_list(path, Limits(nodes=5000), PLACES, company="Acme")
    return None


def _check(found):
    if found is None:
        return
    assert from_plain(ListRead, to_plain(found)) == found
    assert found.rows or found.problems
    for row in found.rows:
        assert row.name.strip()
        assert row.source
        assert all(is_place(code) for code in (*row.storage, *row.access, *row.locations))
        assert all(code in set(Mechanism) for code in row.mechanism)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), ending=st.sampled_from(ENDINGS))
def test_no_mixture_of_markup_is_a_crash(tmp_path, pieces, ending):
    _check(_read(tmp_path, "".join(pieces).encode("utf-8", "replace"), ending))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=200), ending=st.sampled_from(ENDINGS))
def test_no_bytes_are_a_crash(tmp_path, content, ending):
    _check(_read(tmp_path, content, ending))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cells=st.lists(st.lists(st.text(max_size=25), min_size=3, max_size=3), min_size=1, max_size=5))
def test_no_cells_are_a_crash(tmp_path, cells):
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    html = f"<h1>Sub-processors</h1><table><tr><th>Name<th>Purpose<th>Location</tr>{rows}</table>"
    _check(_read(tmp_path, html.encode("utf-8", "replace"), "html"))


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        ("json", b"[" * 5000),
        ("json", b'{"a":' * 5000),
        ("yml", b"[" * 300),
        ("yml", MANY_ALIASES),
        ("html", b"<div>" * 3000 + b"<table><tr><td>" * 300),
        ("html", b"<table>" + b"<tr><td rowspan=99999 colspan=99999>x" * 50),
        ("md", b"> " * 500 + b"x"),
        ("md", b"- " * 500 + b"x"),
        ("md", b"*" * 4000 + b"a" + b"_" * 4000),
        ("md", b"|" * 3000),
        ("tsx", b"const x = [{" * 800),
        ("tsx", b"[{a: (" * 800),
        ("csv", b'"' * 5001),
    ],
)  # fmt: skip
def test_deep_and_wide_files_end_in_an_answer(tmp_path, ending, content):
    _check(_read(tmp_path, content, ending))
