"""Lists that stand inside agreements and policies, among tables and bullets of everything else."""

from __future__ import annotations

import pytest

from tests.documents.lists.reading import names, read, told

AGREEMENT = """# Data Processing Agreement

Please see:
- `docs/annex-two.md` - the measures
- https://alpha.example/legal - the terms

## 3. Details of the processing

| Item | Description |
|---|---|
| Subject matter | Running the service |
| Duration | As long as the contract |
| Sub-processors | As set out below. |

## 4. Persons

| Kind of person | Categories of data |
|---|---|
| Adult athletes | Names |
| Trainers | Names |

## 6. Sub-processors
"""
LISTS = {
    "a table": "| Sub-processor | Purpose | Region |\n|---|---|---|\n| Alpha GmbH | Hosting | Germany |\n",
    "bullets": "- Maintain a list\n\nThese are engaged:\n\n- **Alpha GmbH** - Hosting, Germany\n",
}


@pytest.mark.parametrize("written", LISTS.values(), ids=LISTS)
def test_of_an_agreement_only_what_stands_below_sub_processors_is_read(tmp_path, written):
    found = read(tmp_path, AGREEMENT + written, "dpa.md")
    assert [(row.name, row.purpose, row.locations) for row in found.rows] == [
        ("Alpha GmbH", "Hosting", ("DE",))
    ]


def test_a_line_that_is_not_marked_as_a_heading_announces_them_too(tmp_path):
    text = "# Data Processing Agreement\n\nANNEX III - List of sub-processors\n\n"
    rows = "| Name | Description | Place |\n|---|---|---|\n| Alpha GmbH | Hosting | Germany |\n"
    assert names(read(tmp_path, text + rows, "dpa.md")) == ["Alpha GmbH"]


def test_an_agreement_that_only_speaks_of_sub_processors_gives_no_rows(tmp_path):
    duties = "| Aspect | Details |\n|---|---|\n| Notice | 30 days |\n| Objection | In writing |\n"
    found = read(tmp_path, AGREEMENT + duties, "dpa.md")
    assert (names(found), told(found)[-1]) == ([], ("dpa.md", "list_is_policy"))


def test_an_agreement_that_names_them_in_one_sentence_is_read(tmp_path):
    text = (
        "## 5. Engaging others\n\nThe engaged sub-processors are Alpha, Beta, Inc., Gamma (IE) and Delta.\n"
    )
    found = read(tmp_path, f"# Data processing addendum\n\n{text}", "dpa.md")
    assert [(row.name, row.locations) for row in found.rows] == [
        ("Alpha", ()),
        ("Beta, Inc.", ()),
        ("Gamma", ("IE",)),
        ("Delta", ()),
    ]
    assert found.shape == "prose"


def test_a_table_that_only_tells_of_data_and_has_no_names_is_none_of_vendors(tmp_path):
    text = "# Our sub-processors and data\n\n## Persons\n\n| Who | Categories of data |\n|---|---|\n"
    assert names(read(tmp_path, f"{text}| Adult athletes | Names |\n| Trainers | Names |\n")) == []
