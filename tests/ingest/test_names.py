"""The vocabulary of file names, walked entry by entry."""

import pytest

from pipeline.ingest.names import is_ignored, printable, wrong_ending
from pipeline.vocabulary import load_vocabulary

ENTRIES = load_vocabulary("files")["ignored"]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["name"] for entry in ENTRIES])
def test_each_entry_ignores_its_examples_only(entry: dict[str, list[str]]) -> None:
    assert [name for name in entry["examples"] if not is_ignored(name)] == []
    assert [name for name in entry["counter_examples"] if is_ignored(name)] == []


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.b.text", "a.html", "a.HTM", "a.b.xhtml"])
def test_articles_by_ending(name: str) -> None:
    assert wrong_ending(name) is None


@pytest.mark.parametrize(("name", "reason"), [("a.csv", "'.csv'"), ("a", "no file ending"), ("a.txt.gz", "'.gz'")])
def test_other_endings_are_named(name: str, reason: str) -> None:
    assert reason in (wrong_ending(name) or "")


def test_bytes_that_are_not_utf8_are_written_out() -> None:
    assert printable("caf\udce9.txt") == "caf\\xe9.txt"
    assert printable("café.txt") == "café.txt"
