"""Every entry of calendar.toml shows what it does; published on 2021-06-16, as its head says."""

from datetime import date
from typing import Any

import pytest

from pipeline.extract.dates import find_temporal_expressions
from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.vocabulary import load_vocabulary

PUBLISHED = date(2021, 6, 16)
ENTRIES: list[dict[str, Any]] = [
    entry for group in load_vocabulary("calendar").values() if isinstance(group, list) for entry in group
]
EXAMPLES = [tuple(example) for entry in ENTRIES for example in entry["examples"]]
COUNTER_EXAMPLES = [text for entry in ENTRIES for text in entry.get("counter_examples", [])]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_examples(text: str, expected: str) -> None:
    found = find_temporal_expressions(text, PUBLISHED)
    assert found
    assert ", ".join(each.edtf or "" for each in found) == expected


@pytest.mark.parametrize("text", COUNTER_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert [each for each in find_temporal_expressions(text, PUBLISHED) if each.edtf] == []


def test_every_entry_has_an_example_of_either_kind() -> None:
    bare = [entry.get("name") for entry in ENTRIES if not entry["examples"] and not entry.get("counter_examples")]
    assert bare == ["preposition"]


def test_no_word_has_two_kinds() -> None:
    words = [word for entry in ENTRIES for word in (*entry.get("names", []), *entry.get("words", []))]
    assert sorted(words) == sorted(set(words))


def test_every_word_is_known() -> None:
    kinds = load_lexicon().kinds
    assert all(word in kinds for entry in ENTRIES for word in entry.get("words", []))
