"""Which files for people name a person, whatever shape they have."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from tests.documents.test_pdf_text import locked
from vendorrisk.documents.named_in import NAMED_IN_LIMITS, parse
from vendorrisk.domain.message import UserError

ADDRESS = "luisa@norte.example"
NAME = "Luísa Prado"


def pdf(line):
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    for place, part in enumerate(line.split("\n")):
        canvas.drawString(72, 720 - 14 * place, part)
    canvas.save()
    return stream.getvalue()


def mail(*, to="privacy@elsewhere.example", text="Dear all", attached=b""):
    message = EmailMessage()
    message["To"] = to
    message.set_content(text, cte="base64")
    if attached:
        message.add_attachment(attached, maintype="application", subtype="pdf", filename="letter.pdf")
    return message.as_bytes()


def archive(name, content):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return stream.getvalue()


FILES = {
    "text.txt": f"To {ADDRESS}".encode(),
    "wide.csv": f"name;email\nLuísa;{ADDRESS}".encode("utf-16"),
    "page.html": b"<p>luisa&#64;norte.example</p>",
    "to.eml": mail(to=f"Luísa Prado <{ADDRESS}>"),
    "text.eml": mail(text=f"Please write to {ADDRESS}."),
    "attached.eml": mail(attached=pdf(f"To {ADDRESS}")),
    "letter.pdf": pdf(f"To {ADDRESS}"),
    "broken.pdf": pdf("To luisa@norte.\nexample"),
    "bundle.zip": archive("change/alder.eml", mail(attached=pdf(ADDRESS))),
    "named.zip": archive(f"{ADDRESS}.txt", b"nothing"),
    "list.xlsx": archive("xl/sharedStrings.xml", f"<t>{ADDRESS}</t>".encode()),
}


def named(tmp_path, name, content, person=ADDRESS):
    file = tmp_path / name
    file.write_bytes(content)
    return parse(file, {"person": person}, NAMED_IN_LIMITS)


@pytest.mark.parametrize("name", FILES)
def test_a_person_is_found_in_files_of_any_shape(tmp_path, name):
    assert named(tmp_path, name, FILES[name])
    assert not named(tmp_path, name, FILES[name], "prado@norte.example")


def test_a_name_is_found_whatever_its_accents(tmp_path):
    assert named(tmp_path, "to.eml", FILES["to.eml"], "LUISA PRADO")
    assert not named(tmp_path, "text.txt", "Luísa and Prado".encode(), NAME)


def test_archives_inside_archives_are_followed_so_far_and_no_further(tmp_path):
    content = ADDRESS.encode()
    for _ in range(4):
        content = archive("inner", content)
    assert named(tmp_path, "deep.zip", content)
    assert not named(tmp_path, "deeper.zip", archive("inner", content))


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"PK\x03\x04 half an archive", "files.zip_damaged"),
        (b"%PDF-1.7 half a letter", "files.pdf_damaged"),
        (locked(pdf(ADDRESS)), "files.pdf_locked"),
    ],
)
def test_what_cannot_be_looked_into_is_refused(tmp_path, content, key, caplog):
    with pytest.raises(UserError) as refused:
        named(tmp_path, "file", content)
    assert refused.value.what.key == key


def test_an_archive_that_swells_is_refused(tmp_path):
    from dataclasses import replace

    file = tmp_path / "bomb.zip"
    file.write_bytes(archive("zeros", b"0" * 1000))
    with pytest.raises(UserError):
        parse(file, {"person": NAME}, replace(NAMED_IN_LIMITS, unpacked_bytes=999))
