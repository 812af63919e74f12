"""Files from outside behind their port: what each kind may weigh."""

from __future__ import annotations

import pytest

from tests.documents.child.children import a_reader
from tests.documents.pdf_bombs import BASE, a_file, stream
from vendorrisk.app.files import OutsideFiles
from vendorrisk.domain.message import UserError

LIST_LIMIT = 20 << 20


@pytest.fixture
def files():
    return OutsideFiles(a_reader().argv)


def test_a_report_may_be_larger_than_a_list(files, tmp_path):
    words = stream(b"BT /F1 9 Tf (ISO/IEC 27001) Tj ET")
    (tmp_path / "scan.pdf").write_bytes(a_file(BASE | {4: words, 6: stream(bytes(LIST_LIMIT))}))
    assert files.pdf_text(tmp_path / "scan.pdf") == "ISO/IEC 27001"
    with pytest.raises(UserError) as refused:
        files.customers(tmp_path / "scan.pdf")
    assert refused.value.what.key == "files.too_large"


def test_the_largest_files_are_not_opened_for_clues(files, tmp_path):
    with (tmp_path / "film.pdf").open("wb") as file:
        file.truncate(2 << 30)
    with pytest.raises(UserError) as refused:
        files.pdf_text(tmp_path / "film.pdf")
    assert refused.value.what.key == "files.too_large"
