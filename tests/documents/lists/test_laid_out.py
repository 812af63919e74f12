"""Lists that are set in boxes, tabs or lines instead of a table."""

from __future__ import annotations

import zipfile

import pytest

from tests.documents.lists.reading import names, read, told
from vendorrisk.domain.message import UserError

WANTED = [("Alpha Inc", "Hosting", ("US",)), ("Beta GmbH", "Mail", ("DE",))]


def of(found):
    return [(row.name, row.purpose, row.locations) for row in found.rows]


def page(*boxes, around='<div class="grid">{}</div>'):
    return "<h1>Sub-processors</h1>" + around.format("".join(boxes))


def box(name, purpose, place):
    return (
        f'<div class="card"><div class="name">{name}</div>'
        f'<div class="row"><span>Purpose</span><span>{purpose}</span></div>'
        f'<div class="row"><span>Location:</span> <span>{place}</span></div></div>'
    )


# Boxes.


def test_boxes_with_labelled_facts_are_vendors(tmp_path):
    boxes = (box("Alpha Inc", "Hosting", "USA"), box("Beta GmbH", "Mail", "Germany"))
    found = read(tmp_path, page(*boxes), "list.html")
    assert (of(found), told(found), found.shape) == (WANTED, [], "table")


def test_a_bold_name_over_keyed_paragraphs_is_a_vendor(tmp_path):
    one = "<div><strong>{}</strong><p>Purpose: {}</p><p>Location: {}</p></div>"
    boxes = (one.format("Alpha Inc", "Hosting", "USA"), one.format("Beta GmbH", "Mail", "Germany"))
    assert of(read(tmp_path, page(*boxes), "list.html")) == WANTED


def test_rows_of_boxes_under_a_row_of_headings_are_a_table(tmp_path):
    rows = [
        ("Name", "Purpose", "Location"),
        ("Alpha Inc", "Hosting", "USA"),
        ("Beta GmbH", "Mail", "Germany"),
    ]
    boxes = ["<div class='tr'>" + "".join(f"<div>{cell}</div>" for cell in row) + "</div>" for row in rows]
    assert of(read(tmp_path, page(*boxes), "list.html")) == WANTED


def test_an_empty_box_leaves_its_cell_empty(tmp_path):
    rows = [("Name", "Purpose", "Location"), ("Alpha Inc", "", "USA"), ("Beta GmbH", "Mail", "")]
    boxes = ["<div role='row'>" + "".join(f"<div>{cell}</div>" for cell in row) + "</div>" for row in rows]
    found = read(tmp_path, page(*boxes), "list.html")
    assert of(found) == [("Alpha Inc", "", ("US",)), ("Beta GmbH", "Mail", ())]


def test_boxes_without_labels_are_read_where_addresses_show_that_they_are_companies(tmp_path):
    one = "<div><div><b>{0}</b><a href='https://{1}'>{1}</a></div><div>{2}</div><div>{3}</div></div>"
    boxes = [
        one.format("Alpha", "alpha.example", "Runs the servers.", "Infrastructure"),
        one.format("Beta", "beta.example", "Sends the mail.", "Email"),
    ]
    found = read(tmp_path, page(*boxes), "list.html")
    assert [(row.name, row.purpose, row.website) for row in found.rows] == [
        ("Alpha", "Runs the servers.", "https://alpha.example"),
        ("Beta", "Sends the mail.", "https://beta.example"),
    ]
    assert [key for _, key in told(found)] == ["columns_guessed", "columns_unknown"]


def test_boxes_about_other_things_are_no_vendors(tmp_path):
    one = "<div class='card'><div>{}</div><h4>{}</h4><p>{}</p></div>"
    boxes = [
        one.format("1", "Notify customers", "We write to you."),
        one.format("2", "Wait for objections", "You have thirty days."),
        one.format("3", "Update this page", "Then we begin."),
    ]
    found = read(tmp_path, page(*boxes), "list.html")
    assert (found.rows, told(found)) == ((), [("list.html", "list_none")])


def test_boxes_do_not_count_beside_a_table(tmp_path):
    table = "<table><tr><th>Name<th>Purpose<tr><td>Alpha Inc<td>Hosting</table>"
    text = page(box("Wrong Inc", "Mail", "USA"), box("Wrong Ltd", "Mail", "USA")) + table
    assert names(read(tmp_path, text, "list.html")) == ["Alpha Inc"]


# Definition lists.


def test_a_term_with_several_definitions_keeps_them_all(tmp_path):
    text = page(
        "<dt>Alpha Inc</dt><dd>Hosting (USA)</dd><dt>Beta GmbH</dt><dd>Mail</dd><dd>Germany</dd>",
        around="<dl>{}</dl>",
    )
    assert of(read(tmp_path, text, "list.html")) == WANTED


def test_terms_that_are_labels_make_records(tmp_path):
    one = "<dt>Name</dt><dd>{}</dd><dt>Purpose:</dt><dd>{}</dd><dt>Location</dt><dd>{}</dd>"
    text = page(
        one.format("Alpha Inc", "Hosting", "USA"), one.format("Beta GmbH", "Mail", "Germany"),
        around="<dl>{}</dl>",
    )  # fmt: skip
    assert of(read(tmp_path, text, "list.html")) == WANTED


# Headings over a paragraph.


def test_headings_that_are_companies_over_a_sentence_each_are_vendors(tmp_path):
    text = "# Sub-processors\n\n## In use\n\n" + "".join(
        f"### {name}\n\n{what}\n\n"
        for name, what in (("Alpha Inc.", "Servers."), ("Beta GmbH", "Mail."), ("Gamma", "Maps."))
    )
    found = read(tmp_path, text)
    assert [(row.name, row.purpose) for row in found.rows] == [
        ("Alpha Inc.", "Servers."), ("Beta GmbH", "Mail."), ("Gamma", "Maps."),
    ]  # fmt: skip


def test_headings_that_are_topics_are_no_vendors(tmp_path):
    text = "# Sub-processors\n\n## Hosting\n\nServers.\n\n## Mail\n\nLetters.\n\n## Maps\n\nPlans.\n"
    assert read(tmp_path, text).rows == ()


# Plain text.

COLUMNS = [("Name", "Purpose", "Location"), ("Alpha Inc", "Hosting", "USA"), ("Beta GmbH", "Mail", "Germany")]
GRID = "+--+--+--+\n"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("\t".join(row) for row in COLUMNS),
        "\n".join(f"{a:<20}{b:<12}{c}" for a, b, c in COLUMNS),
        "\n".join("\n".join(row) for row in COLUMNS),
        "\n\n".join("\n\n".join(row) for row in COLUMNS),
        GRID + GRID.join(f"| {a} | {b} | {c} |\n" for a, b, c in COLUMNS) + GRID,
        "\n\n".join(f"{a}\nPurpose: {b}\nLocation: {c}" for a, b, c in COLUMNS[1:]),
    ],
    ids=["tabs", "spaces", "one below the other", "with gaps", "drawn", "keyed"],
)  # fmt: skip
def test_a_table_copied_into_plain_text_is_read(tmp_path, text):
    about = "Our sub-processors\n\n"
    after = "\n\nWe tell our customers of every change at least thirty days before it takes effect.\n"
    found = read(tmp_path, about + text + after, "list.txt")
    assert (of(found), told(found)) == (WANTED, [])


def test_cells_that_do_not_fill_rows_are_named_and_not_guessed(tmp_path):
    cells = ["Name", "Purpose", "Location", "Alpha Inc", "Hosting", "Beta GmbH", "Mail", "Germany"]
    found = read(tmp_path, "Our sub-processors\n\n" + "\n".join(cells) + "\n", "list.txt")
    assert (found.rows, told(found)[0]) == ((), ("list.txt:3", "cells_uneven"))


def test_paragraphs_one_below_the_other_are_cells_of_a_page_too(tmp_path):
    cells = "".join(f"<p>{cell}</p>" for row in COLUMNS for cell in row)
    text = f"<h1>Sub-processors</h1>{cells}<h2>Changes</h2><p>None.</p>"
    assert of(read(tmp_path, text, "list.html")) == WANTED


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_delimited_table_under_the_name_of_a_text_is_one(tmp_path, sign):
    text = "\n".join(sign.join(row) for row in COLUMNS)
    assert of(read(tmp_path, text, "list.txt")) == WANTED


def test_a_document_of_an_office_program_is_said_to_be_one(tmp_path):
    with zipfile.ZipFile(tmp_path / "made.zip", "w") as archive:
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(UserError) as caught:
        read(tmp_path, (tmp_path / "made.zip").read_bytes(), "list.odt")
    assert caught.value.what.key == "files.list_in_office"
