"""Every entry of names.toml is met in its examples and leaves its counter-examples alone."""

import pytest

from pipeline.values.names import title_core
from pipeline.vocabulary import load_vocabulary

NAMES = load_vocabulary("names")


@pytest.mark.parametrize("entry", NAMES["generic_word"], ids=lambda e: e["kind"])
def test_generic_words(entry: dict[str, list[str]]) -> None:
    assert all(any(word in entry["words"] for word in title_core(text).split()) for text in entry["examples"])
    rest = [[w for w in title_core(text).split() if w not in entry["words"]] for text in entry["counter_examples"]]
    assert all(len(words) > 1 for words in rest)  # what is left still tells it from the plain name
    assert len(set(entry["words"])) == len(entry["words"])


@pytest.mark.parametrize("entry", NAMES["abbreviation"], ids=lambda e: e["short"])
def test_abbreviations(entry: dict[str, str]) -> None:
    assert all(entry["short"] in title_core(text).split() for text in entry["examples"])
    assert entry["full"] not in {e["short"] for e in NAMES["abbreviation"]}


def test_no_place_is_two_places() -> None:
    names = [name for entry in NAMES["same_place"] for name in entry["names"]]
    assert len(set(names)) == len(names)
