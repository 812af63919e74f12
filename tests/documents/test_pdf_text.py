"""The text of a PDF: its first pages only, and a clear word about one that cannot be read."""

from __future__ import annotations

import io
import tracemalloc

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from tests.documents.child.children import a_reader
from tests.documents.pdf_bombs import BOMBS
from tests.documents.words import say
from vendorrisk.documents.child.limits import MIB, Limits
from vendorrisk.documents.child.reader import ForeignFile
from vendorrisk.documents.pdf_text import CHARS, PAGES, first_text, parse
from vendorrisk.domain.message import UserError


def a_pdf(*pages: str) -> bytes:
    content = io.BytesIO()
    canvas = Canvas(content)
    for text in pages:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def locked(content: bytes) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(content)))
    writer.encrypt("geheim")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "certificate.pdf"


def test_the_words_of_the_first_pages_are_read(file):
    file.write_bytes(a_pdf("ISO/IEC 27001", *["more"] * PAGES, "never read"))
    text = parse(file, {}, Limits())["text"]
    assert text.startswith("ISO/IEC 27001")
    assert "never read" not in text


def test_a_picture_says_nothing(file):
    file.write_bytes(a_pdf(""))
    assert first_text(file).strip() == ""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "certificate.pdf is damaged or is not a PDF, so nothing could be read from it."),
        (
            b"%PDF-1.7 cut off",
            "certificate.pdf is damaged or is not a PDF, so nothing could be read from it.",
        ),
        (locked(a_pdf("x")), "certificate.pdf needs a password, so nothing could be read from it."),
    ],
)
def test_what_cannot_be_read_is_named(file, content, told, caplog):
    file.write_bytes(content)
    with pytest.raises(UserError) as refused:
        first_text(file)
    assert say(refused.value.what) == told


def test_bombs_cost_a_refusal_or_little_text_and_never_the_program(tmp_path):
    """All in one child, each within seconds; memory of this process stays as it is."""
    files = []
    for number, (name, make) in enumerate(BOMBS.items()):
        path = tmp_path / f"{number} {name}.pdf"
        path.write_bytes(make())
        files.append(ForeignFile(kind="pdf", path=path))
    tracemalloc.start()
    answers = a_reader(Limits(wall_seconds=10, cpu_seconds=8, memory_bytes=512 * MIB)).read_all(files)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * MIB
    assert len(answers) == len(BOMBS)
    assert [one.what.key for one in answers[0].problems] == ["files.pdf_bomb"]
    refused = {one.what.key for answer in answers for one in answer.problems}
    assert refused <= {"files.pdf_bomb", "files.pdf_damaged", "files.too_deep", "files.too_much_memory"}
    assert all(len(answer.data["text"]) <= CHARS for answer in answers if not answer.problems)
