"""The vocabulary of lists, walked entry by entry, and the forms of list lines."""

import re

import pytest

from pipeline.parse.web_text.body import is_category, is_entry, is_result
from pipeline.vocabulary import load_vocabulary

LISTS = load_vocabulary("lists")
ENTRIES = [(table, entry) for table in ("category", "result") for entry in LISTS[table]]


@pytest.mark.parametrize(("table", "entry"), ENTRIES, ids=[f"{t}-{e['name']}" for t, e in ENTRIES])
def test_each_form_matches_its_examples_only(table: str, entry: dict[str, str]) -> None:
    pattern = re.compile(entry["pattern"], re.IGNORECASE)
    find = pattern.match if table == "category" else pattern.search
    assert [text for text in entry["examples"] if not find(text)] == []
    assert [text for text in entry["counter_examples"] if find(text)] == []


@pytest.mark.parametrize("line", ["Blue Orchard", "Anna Lind", "WINNER: Best of All", "Final thoughts"])
def test_lines_that_are_no_category(line: str) -> None:
    assert not is_category(line)


@pytest.mark.parametrize(
    ("line", "entry", "result"),
    [
        ("Director: Lars Ek", True, False),
        ("Anna Lind as Mira", True, False),
        ("Lars Ek (Blue Orchard)", True, False),
        ("WINNER: Blue Orchard", True, True),
        ("Blue Orchard", False, False),
        ("The cast includes:", False, False),
    ],
)
def test_entries_and_results(line: str, entry: bool, result: bool) -> None:
    assert (is_entry(line), is_result(line)) == (entry, result)
