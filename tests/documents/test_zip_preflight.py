from __future__ import annotations

import warnings
import zipfile
from contextlib import suppress

import pytest

from tests.documents.words import keys, say
from tests.documents.workbooks import a_workbook, altered, with_part
from vendorrisk.documents.child.limits import MIB, Limits
from vendorrisk.documents.zip_preflight import preflight
from vendorrisk.domain.message import UserError

LIMITS = Limits()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.fixture
def book(tmp_path):
    return a_workbook(tmp_path / "list.xlsx", {"Sheet1": [["Name", "Country"], ["Acme", "DE"]]})


def refused(path, limits=LIMITS):
    with pytest.raises(UserError) as caught:
        preflight(path, limits)
    assert say(caught.value.what)
    assert say(caught.value.remedy)
    return caught.value.what.key.removeprefix("files.")


def test_an_ordinary_workbook_passes(book):
    assert preflight(book, LIMITS) == ()


@pytest.mark.parametrize(
    ("part", "content", "key"),
    [
        ("/etc/passwd", b"x", "zip_names"),
        ("../escape.xml", b"x", "zip_names"),
        ("xl/../../escape.xml", b"x", "zip_names"),
        ("xl\\worksheets\\sheet9.xml", b"x", "zip_names"),
        ("C:/evil.xml", b"x", "zip_names"),
        ("XL/Workbook.xml", b"x", "zip_names"),
        ("xl/vbaProject.bin", b"x", "workbook_macros"),
        ("xl/macrosheets/sheet1.xml", b"x", "workbook_macros"),
        ("xl/workbook.bin", b"x", "workbook_xlsb"),
        ("xl/bomb.xml", b"0" * (30 * MIB), "zip_bomb"),
        ("xl/a.xml", b"<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "zip_declarations"),
        ("xl/a.xml", "<?xml version='1.0'?><!DOCTYPE x><x/>".encode("utf-16"), "zip_declarations"),
        ("xl/a.rels", "<!DOCTYPE x><x/>".encode("utf-16-be"), "zip_declarations"),
        ("xl/a.xml", b" " * (256 * 1024 - 4) + b"<!DOCTYPE x><x/>", "zip_declarations"),
    ],
)  # fmt: skip
def test_a_workbook_with_a_trap_is_refused(book, part, content, key):
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("placeholder")
        info.filename = info.orig_filename = part
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, content)
    assert refused(book) == key


def test_doubled_names_are_refused(book):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with_part(book, "xl/workbook.xml", b"<other/>")
    assert refused(book) == "zip_names"


def test_too_many_parts_are_refused(book):
    assert refused(book, Limits(zip_members=3)) == "zip_members"


def test_the_size_claimed_in_the_directory_is_not_believed(book):
    with_part(book, "xl/media/big.png", b"\0" * 3_000_000)
    content = bytearray(book.read_bytes())
    size = (3_000_000).to_bytes(4, "little")
    content[content.rindex(size) : content.rindex(size) + 4] = (10).to_bytes(4, "little")
    book.write_bytes(bytes(content))
    assert refused(book, Limits(unpacked_bytes=MIB)) in {"zip_bomb", "zip_damaged"}


def test_members_lying_over_each_other_are_refused(book):
    content = bytearray(book.read_bytes())
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    content[second + 42 : second + 46] = (0).to_bytes(4, "little")
    book.write_bytes(bytes(content))
    assert refused(book) in {"zip_names", "zip_damaged"}


def test_macro_content_types_are_refused(book):
    altered(
        book,
        lambda name, content: [(name, content.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml"))],
    )
    assert refused(book) == "workbook_macros"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"Name;Country\n", "not_a_workbook"),
        (b"%PDF-1.7", "not_a_workbook"),
        (OLE, "workbook_xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "workbook_encrypted"),
        (OLE + "WordDocument".encode("utf-16-le"), "document_doc"),
        (b"PK\x03\x04", "zip_damaged"),
    ],
)  # fmt: skip
def test_other_formats_are_named_by_their_first_bytes(tmp_path, content, key):
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    assert refused(path) == key


def test_a_zip_of_something_else_is_not_a_workbook(tmp_path):
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert refused(path) == "not_a_workbook"


def test_an_apple_document_is_named(tmp_path):
    path = tmp_path / "list.numbers"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Index/Document.iwa", "hello")
    assert refused(path) == "document_apple"


def test_a_half_written_workbook_is_refused_at_every_length(book, tmp_path):
    whole = book.read_bytes()
    half = tmp_path / "half.xlsx"
    for length in range(0, len(whole) - 1, max(1, len(whole) // 50)):
        half.write_bytes(whole[:length])
        assert refused(half) in {"zip_damaged", "not_a_workbook"}


def test_an_encrypted_member_is_refused(book):
    content = bytearray(book.read_bytes())
    for at in range(len(content) - 4):
        if content[at : at + 4] == b"PK\x01\x02":
            content[at + 8] |= 1
    book.write_bytes(bytes(content))
    assert refused(book) == "zip_damaged"


def test_foreign_parts_are_named_once_each(book):
    with_part(book, "xl/externalLinks/externalLink1.xml", b"<x/>")
    with_part(book, "xl/connections.xml", b"<x/>")
    with_part(book, "xl/embeddings/oleObject1.bin")
    assert keys(preflight(book, LIMITS)) == ["workbook_external", "workbook_embedded"]


def test_a_large_honest_workbook_is_not_taken_for_a_bomb(tmp_path):
    rows = [[f"Vendor number {number}", "Sending text messages", "Germany"] for number in range(3000)]
    assert preflight(a_workbook(tmp_path / "big.xlsx", {"S": rows}), LIMITS) == ()


def test_a_flipped_byte_anywhere_is_no_crash(book):
    whole = book.read_bytes()
    for at in range(0, len(whole), 97):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        book.write_bytes(bytes(damaged))
        with suppress(UserError):
            preflight(book, LIMITS)
