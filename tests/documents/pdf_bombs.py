"""Makes PDF files that ask for far more than they bring: each is small and quickly made."""

from __future__ import annotations

import zlib

DEEP = 3_000
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    b"/Resources<</Font<</F1 5 0 R>>/XObject<</F 6 0 R>>>>>>"
)
BASE = {
    1: b"<</Type/Catalog/Pages 2 0 R>>",
    2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: PAGE,
    5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
}


def a_file(objects: dict[int, bytes], more: bytes = b"") -> bytes:
    """A PDF of these objects with a right table of where they lie."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table, top = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % top
    for number in range(1, top):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    return bytes(out) + b"trailer <</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (top, more, table)


def stream(data: bytes, said: bytes = b"") -> bytes:
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(data), said, data)


def flate(size: int) -> bytes:
    """A page whose content unpacks to so many bytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packer.flush()
    return a_file(BASE | {4: stream(packed, b"/Filter/FlateDecode")})


def forms_in_forms(levels: int) -> bytes:
    """Ten calls on each level: a billion on the ninth."""
    box = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
    calls = {at: stream(b"/F Do " * 10, box % (at + 1)) for at in range(6, 6 + levels)}
    return a_file(BASE | {4: stream(b"/F Do ")} | calls | {6 + levels: stream(b"", box % 5)})


def pages_in_pages(levels: int) -> bytes:
    """Ten children on each level, all the same."""
    nodes = {
        at: b"<</Type/Pages/Count 999999999/Kids[%b]>>" % (b"%d 0 R " % (at + 1) * 10)
        for at in range(2, levels)
    }
    return a_file({1: BASE[1], **nodes, levels: b"<</Type/Page/MediaBox[0 0 6 8]>>"})


def pages_below_pages() -> bytes:
    nodes = {at: b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (at + 1) for at in range(2, DEEP)}
    return a_file({1: BASE[1], **nodes, DEEP: b"<</Type/Page/MediaBox[0 0 6 8]>>"})


def table_in_a_circle() -> bytes:
    whole = a_file(BASE | {4: stream(b"")})
    place = int(whole[whole.rindex(b"startxref") :].split()[1])
    return whole.replace(b"trailer <<", b"trailer <</Prev %d" % place)


BOMBS = {
    "a page that unpacks to 80 MB": lambda: flate(80 << 20),
    "forms that call each other a billion times": lambda: forms_in_forms(9),
    "pages that hold each other a billion times": lambda: pages_in_pages(11),
    "a tree of pages thousands deep": pages_below_pages,
    "pages in a circle": lambda: a_file({1: BASE[1], 2: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"}),
    "references in a circle": lambda: a_file({1: BASE[1], 2: b"4 0 R", 4: b"2 0 R"}),
    "a content that is itself": lambda: a_file(BASE | {4: b"[4 0 R 4 0 R]"}),
    "a table of places in a circle": table_in_a_circle,
    "a count of two thousand million pages": lambda: a_file(
        BASE | {2: b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", 4: stream(b"")}
    ),
    "a table of two thousand million places": lambda: a_file(BASE | {4: stream(b"")}).replace(
        b"xref\n0 6", b"xref\n0 2147483647"
    ),
    "a dictionary nine thousand deep": lambda: a_file(BASE | {4: b"<</A " * 9_000 + b">>" * 9_000}),
    "twenty thousand filters": lambda: a_file(
        BASE | {4: stream(b"x", b"/Filter[" + b"/ASCIIHexDecode " * 20_000 + b"]")}
    ),
    "a font of two thousand million widths": lambda: a_file(
        BASE
        | {4: stream(b"BT /F1 9 Tf (a) Tj ET")}
        | {5: b"<</Type/Font/Subtype/TrueType/BaseFont/H/FirstChar 0/LastChar 2147483647/Widths[1]>>"}
    ),
    "no table, and fifty thousand beginnings of objects": lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 50_000,
}  # fmt: skip
