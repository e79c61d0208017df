"""News: what a company is called, staff lists of a coming season, credits behind a name; names are invented."""

from dataclasses import replace

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Name, PassageKind
from tests.extract.marked_text import read_marked

TOPIC = Name("Sea of Glass", "WORK_OF_ART")


@pytest.mark.parametrize(
    ("told", "predicate"),
    [
        ("Nordic streamer [Crab](ORG) met the press.", "streaming_service"),
        ("[Crab](ORG), a young streaming service, met the press.", "streaming_service"),
        ("[Crab](ORG) met the press.", "broadcaster"),
        ("The streamer met [Crab](ORG).", "broadcaster"),
    ],
)
def test_what_the_article_calls_a_company(told: str, predicate: str) -> None:
    texts = ("[Sea of Glass](WORK_OF_ART) is a television drama.", told, "[Crab](ORG) renewed the drama.")
    found = find_statements(*read_marked(*texts), TOPIC)
    assert [s.predicate for s in found if s.value == "Crab"] == [predicate]


@pytest.mark.parametrize(
    ("headline", "season"),
    [("[Sea of Glass](WORK_OF_ART) Season 3: all we know", 3), ("[Sea of Glass](WORK_OF_ART): all we know", None)],
)
def test_a_staff_list_is_of_the_season_in_the_news(headline: str, season: int | None) -> None:
    lines = ["Director: [Ann Oba](PERSON)", "Music: [Bo Lind](PERSON)"]
    texts = [(PassageKind.TITLE, headline), "It is an anime.", *[(PassageKind.LIST_ITEM, line) for line in lines]]
    found = find_statements(*read_marked(*texts), TOPIC)
    assert [(s.value, s.season) for s in found if s.value_label == "PERSON"] == [
        ("Ann Oba", season),
        ("Bo Lind", season),
    ]


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("[Ann Oba](PERSON) ([Low Tide](CHARACTER)) is directing, with [Bo Lind](PERSON) as assistant.", set()),
        ("[Ann Oba](PERSON) ([Low Tide](CHARACTER)) writes. A [Low Tide](CHARACTER) film is near.", set()),
        ("The cast includes [Ann Oba](PERSON) ([Mia](CHARACTER)).", {"Mia"}),
        ("[Ann Oba](PERSON) ([Mia](CHARACTER)) as [Tom](CHARACTER) is loud.", {"Mia", "Tom"}),
    ],
)
def test_a_credit_behind_a_person_is_no_character(text: str, characters: set[str]) -> None:
    found = find_statements(*read_marked("[Sea of Glass](WORK_OF_ART) is an anime.", text), TOPIC)
    assert {s.value for s in found if s.predicate == "character"} == characters


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("The prize went to [Mia](CHARACTER).", set()),
        ("[Cy Ek](PERSON) returns as the [Mia](CHARACTER).", {"Mia"}),
        ("[Mia](CHARACTER), a baker, has a cat.", {"Mia"}),
        ("[Mia](CHARACTER) has a cat. Nobody likes [Mia](CHARACTER).", {"Mia"}),
    ],
)
def test_a_character_that_one_look_has_found_needs_words_that_tell(text: str, characters: set[str]) -> None:
    reading, findings = read_marked("[Sea of Glass](WORK_OF_ART) is an anime.", text)
    looks = replace(findings, mentions=tuple(replace(m, extractor="model") for m in findings.mentions))
    assert {s.value for s in find_statements(reading, looks, TOPIC) if s.predicate == "character"} == characters
