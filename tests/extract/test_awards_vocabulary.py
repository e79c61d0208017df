"""Every entry of awards.toml matches its examples and none of its counter-examples."""

import re
from typing import Any

import pytest

from pipeline.extract.awards.finder import find_award_names
from pipeline.extract.awards.names import NOUN, names_award, read_award
from pipeline.extract.awards.wording import (
    holder_label,
    is_unreal,
    looks_like_category,
    pronouns,
    read_result,
    winner_marks,
)
from pipeline.vocabulary import load_vocabulary

AWARDS = load_vocabulary("awards")


@pytest.mark.parametrize("entry", AWARDS["result"], ids=lambda entry: entry["name"])
def test_results(entry: dict[str, Any]) -> None:
    assert {read_result(text) for text in entry["examples"]} == {entry["name"]}
    assert entry["name"] not in {read_result(text) for text in entry["counter_examples"]}


@pytest.mark.parametrize(
    "entry", [*AWARDS["cue"], *AWARDS["list_rule"], *AWARDS["plain_category"]], ids=lambda entry: entry["name"]
)
def test_patterns(entry: dict[str, Any]) -> None:
    assert all(re.search(entry["pattern"], text) for text in entry["examples"])
    assert not any(re.search(entry["pattern"], text) for text in entry["counter_examples"])


@pytest.mark.parametrize("entry", AWARDS["holder"], ids=lambda entry: entry["label"])
def test_holders(entry: dict[str, Any]) -> None:
    assert {holder_label(text) for text in entry["examples"]} == {entry["label"]}
    assert entry["label"] not in {holder_label(text) for text in entry["counter_examples"]}


def test_words() -> None:
    assert all(NOUN.search(text) for text in AWARDS["nouns"]["examples"])
    assert not any(NOUN.search(text) for text in AWARDS["nouns"]["counter_examples"][1:])
    assert not any(names_award(text) for text in AWARDS["generic"]["examples"])
    assert all(names_award(text) for text in AWARDS["generic"]["counter_examples"])
    assert all(looks_like_category(text) for text in AWARDS["category"]["examples"])
    assert not any(looks_like_category(text) for text in AWARDS["category"]["counter_examples"])


def test_small_names() -> None:
    assert all(find_award_names(text) for text in AWARDS["small_name"]["examples"])
    assert not any(find_award_names(text) for text in AWARDS["small_name"]["counter_examples"])


def test_what_did_not_happen() -> None:
    assert all(is_unreal(text, 0, len(text)) for text in AWARDS["unreal"]["examples"])
    assert not any(is_unreal(text, 0, len(text)) for text in AWARDS["unreal"]["counter_examples"])


def test_marks_and_pronouns() -> None:
    before, after = winner_marks()
    marked = [bool(before.match(text) or after.search(text)) for text in AWARDS["marks"]["examples"]]
    assert all(marked)
    assert not any(before.match(text) or after.search(text) for text in AWARDS["marks"]["counter_examples"])
    assert all(pronouns().fullmatch(text) for text in AWARDS["subject"]["examples"])
    assert not any(pronouns().fullmatch(text) for text in AWARDS["subject"]["counter_examples"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11th Heron Awards", ("Heron Awards", 11, None)),
        ("The 26th Annual Lakeside Film Festival", ("Lakeside Film Festival", 26, None)),
        ("Heron Awards 2012", ("Heron Awards", None, 2012)),
        ("30th Heron Awards of 1988", ("Heron Awards", 30, 1988)),
        ("2015 Heron Awards", ("Heron Awards", None, 2015)),
        ("The Garden Music Awards", ("The Garden Music Awards", None, None)),
        ("Kumo 20's Choice Awards", ("Kumo 20's Choice Awards", None, None)),
        ("Annual Heron Awards", ("Heron Awards", None, None)),
    ],
)
def test_names_of_awards(text: str, expected: tuple[str, int | None, int | None]) -> None:
    award = read_award(text)
    assert (award.name, award.edition, award.year) == expected
