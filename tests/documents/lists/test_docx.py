"""Annexes as lawyers write them: tables, bullets and headings of a Word document."""

from __future__ import annotations

import zipfile

import pytest

from tests.documents.lists.reading import read, told
from vendorrisk.documents.child.limits import Limits
from vendorrisk.domain.message import UserError

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(words, mark=""):
    return f"<w:r><w:rPr>{mark}</w:rPr><w:t>{words}</w:t></w:r>"


def paragraph(words, style="", mark=""):
    return f"<w:p><w:pPr>{style}</w:pPr>{run(words, mark)}</w:p>"


def heading(words, level=2):
    return paragraph(words, f'<w:pStyle w:val="berschrift{level}"/>')


def bullet(words):
    return paragraph(words, "<w:numPr/>")


def cell(words, more="", mark=""):
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{paragraph(words, mark=mark)}</w:tc>"


def row(*cells):
    return f"<w:tr>{''.join(one if one.startswith('<') else cell(one) for one in cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


HEAD = row("Sub-processor", "Purpose", "Place")


def document(folder, *parts, limits=Limits(), **further):  # noqa: B008  (frozen)
    with zipfile.ZipFile(folder / "made.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        body = f"<w:document {NAMESPACE}><w:body>{''.join(parts)}</w:body></w:document>"
        archive.writestr("word/document.xml", further.get("xml", body))
    return read(folder, (folder / "made.zip").read_bytes(), "annex.docx", limits=limits)


def of(found):
    return [(one.name, one.purpose, one.locations) for one in found.rows]


def test_the_tables_of_a_document_are_read_with_what_stands_over_them(tmp_path):
    found = document(
        tmp_path,
        heading("Annex III: sub-processors", 1),
        table(HEAD, row("Alpha GmbH", "Hosting", "Germany")),
        heading("Former sub-processors"),
        table(HEAD, row("Gone Ltd", "Mail", "France")),
    )
    assert (found.title, of(found)) == ("Annex III: sub-processors", [("Alpha GmbH", "Hosting", ("DE",))])
    assert told(found) == [("annex.docx:6", "row_former")]


def test_cells_that_are_merged_show_their_text_in_each_row_and_titles_head_rows(tmp_path):
    down = '<w:vMerge w:val="restart"/>'
    found = document(
        tmp_path,
        table(
            HEAD,
            row(cell("Affiliates", '<w:gridSpan w:val="3"/>')),
            row(cell("Alpha Ltd", down), "Hosting", "Ireland"),
            row(cell("", "<w:vMerge/>"), "Support", "India"),
        ),
    )
    assert of(found) == [("Alpha Ltd", "Hosting", ("IE",)), ("Alpha Ltd", "Support", ("IN",))]
    assert [one.affiliate for one in found.rows] == [True, True]


def test_struck_and_deleted_text_is_not_there(tmp_path):
    struck = cell("Gone Ltd", mark="<w:strike/>")
    kept = cell("Kept Ltd", mark='<w:strike w:val="false"/>')
    deleted = (
        "<w:tc><w:p><w:del><w:r><w:delText>Old</w:delText></w:r></w:del>" + run("Mail") + "</w:p></w:tc>"
    )
    found = document(tmp_path, table(HEAD, row(struck, "Mail", "France"), row(kept, deleted, "France")))
    assert (of(found), told(found)) == (
        [("Kept Ltd", "Mail", ("FR",))],
        [("annex.docx:2", "row_former")],
    )


def test_bullets_of_a_document_are_bullets(tmp_path):
    found = document(
        tmp_path,
        heading("Sub-processors", 1),
        bullet("Alpha GmbH (Germany): hosting"),
        bullet("Beta Inc. (US): mail"),
    )
    assert of(found) == [("Alpha GmbH", "hosting", ("DE",)), ("Beta Inc.", "mail", ("US",))]


@pytest.mark.parametrize(
    ("further", "limits", "key"),
    [
        ({"xml": "<w:document"}, Limits(), "files.zip_damaged"),
        ({"xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}, Limits(), "files.zip_declarations"),
        ({}, Limits(nodes=5), "files.list_in_office"),
        ({}, Limits(unpacked_bytes=50), "files.zip_bomb"),
    ],
)
def test_a_document_that_is_damaged_or_too_large_is_refused(tmp_path, further, limits, key):
    with pytest.raises(UserError) as refused:
        document(tmp_path, table(HEAD, row("Alpha", "Mail", "DE")), limits=limits, **further)
    assert refused.value.what.key == key
