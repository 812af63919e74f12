from __future__ import annotations

from tests.documents.child.children import a_reader
from tests.documents.lists.reading import PLACES
from vendorrisk.documents.child.plain import from_plain
from vendorrisk.domain.register.published import ListRead


def test_a_list_comes_back_from_the_child_as_rows(tmp_path):
    path = tmp_path / "list.md"
    path.write_text(
        "# Sub-processors\n\n| Name | Purpose | Country |\n|--|--|--|\n| Acme UK Ltd | Mail | Narnia |\n"
    )
    answer = a_reader().read("list", path, places=str(PLACES), company="Acme")
    found = from_plain(ListRead, answer.data)
    assert [(row.name, row.affiliate) for row in found.rows] == [("Acme UK Ltd", True)]
    assert found.problems[0].what.key == "files.place_unknown"


def test_every_format_is_read_inside_the_fence(tmp_path):
    texts = {
        "a.html": "<h1>Sub-processors</h1><table><tr><th>Name<th>Purpose<tr><td>Acme<td>x</table>",
        "a.yml": "- {name: Acme, purpose: x}\n",
        "a.json": '[{"name": "Acme", "purpose": "x"}]',
        "a.csv": "name,purpose\nAcme,x\n",
        "a.mdx": "export const rows = [{name: 'Acme', purpose: 'x', country: 'Grmany'}]\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
        answer = a_reader().read("list", tmp_path / name, places=str(PLACES))
        assert answer.problems == ()
        assert [row.name for row in from_plain(ListRead, answer.data).rows] == ["Acme"]
