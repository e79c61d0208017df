"""Short names in headlines; invented titles."""

import pytest

from pipeline.extract.mentions.shortened import shortened_titles
from pipeline.extract.reading import Reading
from pipeline.records import Metadata, ParsedArticle, Passage, PassageKind
from pipeline.values.spans import Alignment

QUEEN = "The Queen of the Glass Orchard"


def shortened(headline: str, body: str, *titles: str, page: bool = False) -> dict[str, str]:
    passage = Passage(PassageKind.PROSE, body, Alignment.identity(0, len(body)))
    parsed = ParsedArticle(body, "test", Metadata(title=headline), (passage,), is_encyclopedia=page)
    return shortened_titles(Reading(parsed, ()), titles)


@pytest.mark.parametrize(
    ("headline", "short"),
    [
        ("Glass Orchard Anime Gets Second Season", "Glass Orchard"),
        ("When will Glass Orchard return?", "Glass Orchard"),
    ],
)
def test_the_last_words_of_a_title(headline, short):
    assert shortened(headline, f"The anime of {QUEEN} goes on. Glass Orchard began in May.", QUEEN) == {short: QUEEN}


def test_the_first_words_of_a_title():
    title = "Weather Clerk of the Last Lighthouse Bay"
    assert shortened("Weather Clerk Cast", f"{title} is on.", title) == {}  # 'Last' makes another work of it
    title = "Weather Clerk of the Lighthouse Bay"
    assert shortened("Weather Clerk Cast", f"{title} is on.", title) == {"Weather Clerk": title}


def test_the_last_words_may_be_a_number():
    title = "The Last Clerk of Lamp 13"  # 'Last' is far from the part that stands alone
    assert shortened("Lamp 13 Is Late", f"{title} is late. Lamp 13 is a manga.", title) == {"Lamp 13": title}


def test_a_name_made_of_the_words_of_a_title():
    title, short = "My Neighbor the Glass Witch Is Off Duty", "Off-Duty Glass Witch"
    body = f"{title} is back. It began in May."
    assert shortened(f"{short} Season 2: what we know", body, title, short) == {short: title}
    assert shortened("Glass Duty Season 2", body, title, "Glass Duties") == {}


@pytest.mark.parametrize(
    ("headline", "body", "titles"),
    [
        ("Glass Orchard Sequel", "Return to Glass Orchard is out.", ["Return to Glass Orchard"]),
        ("Glass Orchard Sequel", "Glass Orchard Two and 3 is out.", ["Glass Orchard Two and 3"]),
        ("Glass Orchard", f"Glass Orchard is older than {QUEEN}.", [QUEEN]),  # the short name comes first
        (
            "Glass Orchard",
            "A Mad Red Glass Orchard, My Own Glass Orchard.",
            ["A Mad Red Glass Orchard", "My Own Glass Orchard"],
        ),
        (f"{QUEEN} returns", f"{QUEEN} is on.", [QUEEN]),
        ("Orchard", f"{QUEEN} is on.", [QUEEN]),  # one word
        ("Glass Orchard", "Nothing is said.", [QUEEN]),
        ("", f"{QUEEN} is on.", [QUEEN]),
    ],
)
def test_what_is_no_short_name(headline, body, titles):
    assert shortened(headline, body, *titles) == {}


def test_the_page_of_a_work_is_titled_in_full():
    assert shortened("Glass Orchard", f"{QUEEN} is on.", QUEEN, page=True) == {}
