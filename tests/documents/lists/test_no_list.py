"""Pages that are no list, or hide somebody in a sentence: what is left out is said."""

from __future__ import annotations

from tests.documents.lists.reading import names, read, told


def test_a_privacy_policy_under_the_name_of_a_list_gives_no_rows(tmp_path):
    text = """# Privacy policy

We use **Striper** for payments and [Mailgunner](https://m.example) for mail.

- **Right of access**: you may ask
- **Right to erasure**: you may ask

| Cookie | Purpose | Duration |
|--------|---------|----------|
| _ga    | Counts  | 2 years  |
"""
    found = read(tmp_path, text, "subprocessors.md")
    assert (found.rows, told(found)) == (
        (),
        [("subprocessors.md:8", "table_other"), ("subprocessors.md", "list_is_policy")],
    )


def test_a_page_without_any_list_says_so(tmp_path):
    found = read(tmp_path, "# Release notes\n\nNothing **new**.\n")
    assert (found.rows, told(found)) == ((), [("list.md", "list_none")])


def test_a_group_company_named_only_in_a_sentence_is_not_dropped_silently(tmp_path):
    text = """# Sub-processors

| Name | Purpose |
|------|---------|
| Alpha | Mail |

## Acme affiliates

Acme may also engage its affiliate, Acme UK Limited, as sub-processor.
"""
    found = read(tmp_path, text)
    assert (names(found), told(found)) == (["Alpha"], [("list.md:9", "company_in_text")])


def test_invisible_characters_do_not_hide_in_names(tmp_path):
    found = read(tmp_path, "- name: Ac\u202eme\u200b\n  purpose: x\n", "list.yml")
    assert (names(found), told(found)) == (["Acme"], [("list.yml", "characters_removed")])
