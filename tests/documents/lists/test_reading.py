from __future__ import annotations

import pytest

from tests.documents.lists.reading import PLACES, names, read, told
from tests.documents.words import keys
from vendorrisk.documents.lists.vocabulary import vocabulary
from vendorrisk.domain.message import UserError

WORDS = vocabulary(PLACES)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list", '[{"name": "Acme", "purpose": "Mail"}]'),
        (
            "list.data",
            "<html><h1>Sub-processors</h1><table><tr><th>Name<th>Purpose<tr><td>Acme<td>Mail</table>",
        ),
        ("list.data", "- name: Acme\n  purpose: Mail\n"),
        ("list.data", "# Sub-processors\n\n| Name | Purpose |\n|--|--|\n| Acme | Mail |\n"),
    ],
)
def test_a_file_without_a_telling_name_is_known_by_its_beginning(tmp_path, name, text):
    assert names(read(tmp_path, text, name)) == ["Acme"]


def test_a_file_in_another_encoding_is_read_with_a_warning(tmp_path):
    text = "# Sub-processors\n\n| Name | Purpose |\n|--|--|\n| Müller | Mail |\n".encode("cp1252")
    found = read(tmp_path, text)
    assert (names(found), told(found)) == (["Müller"], [("list.md:5", "encoding_guessed")])


def test_a_picture_under_the_name_of_a_list_is_refused(tmp_path):
    with pytest.raises(UserError) as caught:
        read(tmp_path, b"\x89PNG\r\n\x1a\n", "list.md")
    assert caught.value.what.key == "files.not_text"


def test_data_without_records_says_so(tmp_path):
    assert keys(read(tmp_path, '{"version": 3}', "list.json").problems) == ["no_records"]
    assert keys(read(tmp_path, "just a text", "list.yml").problems) == ["list_none"]


def test_hundreds_of_warnings_become_a_count(tmp_path):
    rows = "".join(f"| Vendor{number} | Mail | Nowhere{number} |\n" for number in range(100))
    found = read(tmp_path, f"# Sub-processors\n\n| Name | Purpose | Country |\n|--|--|--|\n{rows}")
    assert len(found.rows) == 100
    assert keys(found.problems).count("place_unknown") == 60
    assert found.problems[-1].what.params == {"count": 40}


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Name of Subprocessor", "name"),
        ("Sub-processor (legal entity)", "name"),
        ("Description of Processing", "purpose"),
        ("Purpose for which the sub-processor is used", "purpose"),
        ("Location(s) of processing", "location"),
        ("Where is data processed?", "location"),
        ("Location of our data storage", "storage"),
        ("Data Center Location", "storage"),
        ("Support location", "access"),
        ("Corporate Location", "seat"),
        ("Relevant Acme Services", "services"),
        ("Applicable Service(s)", "services"),
        ("dataProcessed", "data"),
        ("Protection of third country transfer", "mechanism"),
        ("Speicherort", "storage"),
        ("Zugriff aus", "access"),
        ("Pays de traitement", "location"),
        ("Subencargado", "name"),
        ("Svrha obrade", "purpose"),
        ("#", "id"),
        ("Our data privacy strategy", ""),
        ("Cookie name", ""),
        ("", ""),
    ],
)
def test_headings_are_known_in_many_spellings_and_languages(heading, meaning):
    assert WORDS.meaning(heading) == meaning


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Standard Data Protection Clauses (Art. 46 para. 2 lit. c GDPR)", ("SCC_2021_914",)),
        ("EU-US Data Privacy Framework + SCCs", ("DPF", "SCC_2021_914")),
        ("EU-U.S. DPF", ("DPF",)),
        ("SCCs (Module 3), UK IDTA", ("SCC_2021_914", "IDTA")),
        ("UK Addendum", ("UK_ADDENDUM",)),
        ("Swiss-U.S. Privacy Shield; BCRs", ("SWISS_US_PRIVACY_SHIELD", "BCR_P")),
        ("Angemessenheitsbeschluss", ("ADEQUACY",)),
        ("Standardvertragsklauseln", ("SCC_2021_914",)),
        ("Clauses contractuelles types", ("SCC_2021_914",)),
        ("kein Transfer", ("NOT_A_TRANSFER",)),
        ("N/A", ()),
        ("a firm handshake", ()),
    ],
)
def test_transfer_grounds_are_known_in_many_words(text, codes):
    assert WORDS.mechanisms_of(text) == codes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We use the services of these companies for the processing of data in the cloud", "en"),
        ("Wir nutzen die Dienste und die Server der Anbieter für die Verarbeitung von Daten", "de"),
        ("Acme GmbH", ""),
    ],
)
def test_the_language_is_told_only_where_it_is_clear(text, language):
    assert WORDS.language_of(text) == language
