"""Pages as pictures: as many as the file has, as wide as asked for, and what is printed is in them."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.colors import black, red
from reportlab.pdfgen.canvas import Canvas

from vendorrisk.documents.pdf.pages import PdfPages

WHITE, BLACK, RED = b"\xff\xff\xff", b"\x00\x00\x00", b"\x00\x00\xff"


@pytest.fixture
def pages():
    """Two pages of 100 x 200 points: the upper left quarter black on the first, all red on the second."""
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=(100, 200))
    canvas.setFillColor(black)
    canvas.rect(0, 100, 50, 100, stroke=0, fill=1)
    canvas.showPage()
    canvas.setFillColor(red)
    canvas.rect(0, 0, 100, 200, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return PdfPages(content.getvalue())


def pixel(picture, x, y):
    at = (y * picture.width + x) * 3
    return picture.pixels[at : at + 3]


def test_pages_are_counted(pages):
    assert pages.count == 2


@pytest.mark.parametrize("width", [50, 100, 333])
def test_a_picture_is_as_wide_as_asked_for_and_has_every_row(pages, width):
    picture = pages.picture(0, width)
    assert picture.width == width
    assert abs(picture.height - 2 * width) <= 1
    assert len(picture.pixels) == picture.width * picture.height * 3


def test_what_is_printed_is_where_it_belongs(pages):
    picture = pages.picture(0, 100)
    assert pixel(picture, 20, 20) == BLACK
    assert pixel(picture, 80, 20) == WHITE
    assert pixel(picture, 20, 180) == WHITE


def test_colours_are_blue_green_red(pages):
    assert pixel(pages.picture(1, 100), 50, 100) == RED


def test_a_page_may_be_asked_for_again(pages):
    assert pages.picture(1, 60) == pages.picture(1, 60)
