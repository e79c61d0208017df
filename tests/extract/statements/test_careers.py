"""Works on the pages of those who make them: every wording of careers.toml matches its examples, no counter-example."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Metadata, Name, PassageKind
from pipeline.vocabulary import load_vocabulary
from tests.extract.marked_text import read_marked

TOPIC = Name("Ann Oba", "PERSON")
MADE = ("author", "composer", "director", "screenwriter", "release_date")
VOCABULARY = load_vocabulary("careers")


def told(trade: str, text: str) -> list[str]:
    """'work | predicate', with the value where it is not the topic."""
    reading, findings = read_marked(f"[Ann Oba](PERSON) is a {trade}.", text)
    found = find_statements(reading, findings, TOPIC)
    made = [s for s in found if s.predicate in MADE]
    shown = {f"{s.subject.text} | {s.predicate}" + ("" if s.value == TOPIC.text else f" {s.value}") for s in made}
    return sorted(shown)


def examples() -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in VOCABULARY["wordings"]:
        for example in entry["examples"]:
            yield entry["pattern"], example


@pytest.mark.parametrize(("pattern", "example"), [*examples()])
def test_a_wording(pattern: str, example: dict[str, Any]) -> None:
    assert told(example["trade"], example["text"]) == sorted(example["facts"]), pattern


@pytest.mark.parametrize("example", VOCABULARY["counter"]["examples"], ids=lambda example: example["text"][:40])
def test_what_the_topic_has_not_made(example: dict[str, Any]) -> None:
    assert [fact for fact in told(example["trade"], example["text"]) if "Bo Ek" not in fact] == []


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("Ann Oba, composer who taught cats, dies", "[Ann Oba](PERSON) was shy.", "composer"),
        (None, "[Ann Oba](PERSON) is a British novelist and critic.", "author"),
        (None, "[Ann Oba](PERSON) is an actress and writer.", None),
        (None, "[Ann Oba](PERSON) lives in a shed.", None),
    ],
)
def test_a_trade(title: str | None, lead: str, expected: str | None) -> None:
    from pipeline.extract.statements.trades import trade_of

    reading, _ = read_marked(lead)
    article = replace(reading.parsed, metadata=Metadata(title=title))
    assert trade_of(article, TOPIC) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "[Kites](WORK_OF_ART) ([1992](1992), short; also director)",
            ["director", "screenwriter"],
        ),
        ("Kites, Winter ([1998](1998))", ["screenwriter"]),
        (
            "[Kites](WORK_OF_ART) ([2007](2007)), with [Bo Ek](PERSON)",
            ["screenwriter", "screenwriter Bo Ek"],
        ),
        ("[Kites](WORK_OF_ART) ([1993](1993)–[1996](1996)), 41 episodes", ["screenwriter"]),
        ("[Kites](WORK_OF_ART) ([1992](1992), as Mia)", []),
        ("with the group for ([1992](1992))", []),
    ],
)
def test_a_line_of_a_filmography(line: str, expected: list[str]) -> None:
    reading, findings = read_marked("[Ann Oba](PERSON) is a screenwriter.", (PassageKind.LIST_ITEM, line))
    first, second = reading.parsed.passages
    parsed = replace(reading.parsed, passages=(first, replace(second, section=("Filmography", "Film"))))
    found = find_statements(replace(reading, parsed=parsed), findings, TOPIC)
    made = {s.predicate + ("" if s.value == TOPIC.text else f" {s.value}") for s in found if s.predicate in MADE[:-1]}
    assert sorted(made) == expected
