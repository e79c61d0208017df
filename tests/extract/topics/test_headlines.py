"""What headlines tell of an article's topic. All titles are invented."""

import pytest

from pipeline.extract.topics.headlines import name_in_headline, person_in_headline, repeated_name
from pipeline.vocabulary import load_vocabulary

HEADLINES = load_vocabulary("topics")["headlines"]
PEOPLE = load_vocabulary("topics")["people"]


@pytest.mark.parametrize("entry", HEADLINES, ids=lambda entry: entry["name"])
def test_a_form_of_headline(entry: dict[str, dict[str, str]]) -> None:
    name = str(entry["name"])
    found = {headline: name_in_headline(headline, (name,)) for headline in entry["examples"]}
    assert found == entry["examples"]
    assert [name_in_headline(headline, (name,)) for headline in entry["counter_examples"]] == [None] * len(
        entry["counter_examples"]
    )


@pytest.mark.parametrize("entry", PEOPLE, ids=lambda entry: entry["name"])
def test_a_headline_about_a_person(entry: dict[str, dict[str, str]]) -> None:
    name = str(entry["name"])
    found = {headline: person_in_headline(headline, (name,)) for headline in entry["examples"]}
    assert found == entry["examples"]
    assert [person_in_headline(headline, (name,)) for headline in entry["counter_examples"]] == [None] * len(
        entry["counter_examples"]
    )


@pytest.mark.parametrize(
    ("headline", "body", "others", "expected"),
    [
        ("Blue Orchard Opens in May", "They saw Blue Orchard. It was Blue Orchard again.", (), "Blue Orchard"),
        ("Blue Orchard Opens in May", "They saw Blue Orchard.", (), None),
        ("Blue Orchard Opens in May", "Blue Orchard, a new play by a baker, is long.", (), "Blue Orchard"),
        ("Ann Oba Wins Again", "Ann Oba won. Ann Oba was glad.", ("Ann Oba",), None),
        ("New Anime Tin Kettle Revealed", "It is an anime titled Tin Kettle.", ("Tin Kettle Revealed",), "Tin Kettle"),
        ("Tin Kettle TV Anime Sets Date", "The anime of Ann Oba's Tin Kettle manga.", ("Tin Kettle",), "Tin Kettle"),
        ("Tin Kettle TV Anime Sets Date", "The Tin Kettle (Buriki no Yakan) novels.", ("Tin Kettle",), "Tin Kettle"),
        ("Channel Nine Drama Sets Date", "The Channel Nine drama series is long.", ("Channel Nine",), None),
        ("Ann Oba Series Sets Date", "Bo Lind's Ann Oba story. An Ann Oba series.", ("Ann Oba",), None),
        ("a headline in small letters", "a headline in small letters, a headline", (), None),
        ("", "", (), None),
    ],
)
def test_a_name_that_the_article_repeats(headline: str, body: str, others: tuple[str, ...], expected: str) -> None:
    assert repeated_name(headline, f"{headline}\n{body}", others) == expected
