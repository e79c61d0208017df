"""Pages of news, features and awards reports. All sites, people and works are invented.

They were written to develop the rules, together with the annotated development articles.
"""

import pytest

from pipeline.parse import web_text

ANNOUNCEMENT = """Subscribe
Home
News
Anime
Quiet Harbour Season 2 Gets New Trailer, Reveals October Premiere
by Mira Holm  |  Jan 5, 2024, 3:15 PM EST
Facebook
Reddit

The official website for Quiet Harbour revealed a new trailer on Friday.

The main staff is as follows:

Director: Lars Ek (Blue Orchard)
Music: Nils Ravn

The cast includes:

Anna Lind as Mira
Per Holm as Jon

The manga launched in Harbour Monthly in April 2019.

Image via Quiet Harbour's Twitter account
©Jon Aske/Harbour Press/Quiet Harbour Production Committee
Source: Press release
Close menu
Golf
Golf
"""

AWARDS = """Entertainment
Pine Awards 2023: Full Winners List
By
Jon Aske
Published
March 12, 2023

"Blue Orchard" swept the 31st Pine Awards on Sunday night in Lund, taking home five trophies.

Best Picture

"Blue Orchard" — WINNER
"Quiet Harbour"

Best Director

Lars Ek, "Blue Orchard" (WINNER)
Ida Berg, "Quiet Harbour"

Best Actress

Winner: Anna Lind, "Blue Orchard"

Picture of the Decade
Night Pier
Salt!

The ceremony was held in Lund.

Trending on Harbour Post
Pine Awards: best dressed
"""

QUESTIONS = """ date 2022-11-02
Blue Orchard anime: release date, cast and everything we know

The wait is over. Blue Orchard will be released on January 7, 2023.

1. When does it start?
It starts in January.
2. Who is in it?
Anna Lind plays Mira.

Mira at sea (Image via Pine)
Mira at sea (Image via Pine)

Release schedule
Episode 1 - January 7, 2023
Episode 2 - January 14, 2023

What do you think? Let us know in the comments below!
Tags
Anime
Edited by Ida Berg
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(passage.kind.value, passage.text) for passage in web_text.read(text).passages]


def sections(text: str) -> dict[str, tuple[str, ...]]:
    return {passage.text: passage.section for passage in web_text.read(text).passages}


def test_an_announcement() -> None:
    assert kinds(ANNOUNCEMENT) == [
        ("furniture", "Subscribe"),
        ("furniture", "Home"),
        ("furniture", "News"),
        ("furniture", "Anime"),
        ("title", "Quiet Harbour Season 2 Gets New Trailer, Reveals October Premiere"),
        ("furniture", "by Mira Holm  |"),
        ("prose", "Jan 5, 2024"),
        ("furniture", ", 3:15 PM EST"),
        ("furniture", "Facebook"),
        ("furniture", "Reddit"),
        ("prose", "The official website for Quiet Harbour revealed a new trailer on Friday."),
        ("heading", "The main staff is as follows:"),
        ("list_item", "Director: Lars Ek (Blue Orchard)"),
        ("list_item", "Music: Nils Ravn"),
        ("heading", "The cast includes:"),
        ("list_item", "Anna Lind as Mira"),
        ("list_item", "Per Holm as Jon"),
        ("prose", "The manga launched in Harbour Monthly in April 2019."),
        ("caption", "Image via Quiet Harbour's Twitter account"),
        ("caption", "©Jon Aske/Harbour Press/Quiet Harbour Production Committee"),
        ("furniture", "Source: Press release"),
        ("furniture", "Close menu"),
        ("furniture", "Golf"),
        ("furniture", "Golf"),
    ]
    metadata = web_text.read(ANNOUNCEMENT).metadata
    assert (metadata.authors, str(metadata.published_on)) == (("Mira Holm",), "2024-01-05")
    assert metadata.publisher is None


def test_an_awards_report() -> None:
    assert kinds(AWARDS)[5:-2] == [
        ("prose", "March 12, 2023"),
        ("prose", '"Blue Orchard" swept the 31st Pine Awards on Sunday night in Lund, taking home five trophies.'),
        ("heading", "Best Picture"),
        ("list_item", '"Blue Orchard" — WINNER'),
        ("list_item", '"Quiet Harbour"'),
        ("heading", "Best Director"),
        ("list_item", 'Lars Ek, "Blue Orchard" (WINNER)'),
        ("list_item", 'Ida Berg, "Quiet Harbour"'),
        ("heading", "Best Actress"),
        ("list_item", 'Winner: Anna Lind, "Blue Orchard"'),
        ("heading", "Picture of the Decade"),
        ("list_item", "Night Pier"),
        ("list_item", "Salt!"),
        ("prose", "The ceremony was held in Lund."),
    ]
    assert {kind for kind, _ in kinds(AWARDS)[-2:]} == {"furniture"}
    metadata = web_text.read(AWARDS).metadata
    assert metadata.title == "Pine Awards 2023: Full Winners List"
    assert (metadata.authors, metadata.publisher) == (("Jon Aske",), "Harbour Post")
    assert sections(AWARDS)["Salt!"] == ("Picture of the Decade",)
    assert sections(AWARDS)["The ceremony was held in Lund."] == ()


def test_questions_captions_and_a_leading_date() -> None:
    assert kinds(QUESTIONS) == [
        ("prose", "2022-11-02"),
        ("title", "Blue Orchard anime: release date, cast and everything we know"),
        ("prose", "The wait is over. Blue Orchard will be released on January 7, 2023."),
        ("heading", "When does it start?"),
        ("prose", "It starts in January."),
        ("heading", "Who is in it?"),
        ("prose", "Anna Lind plays Mira."),
        ("caption", "Mira at sea (Image via Pine)"),
        ("caption", "Mira at sea (Image via Pine)"),
        ("heading", "Release schedule"),
        ("list_item", "Episode 1 - January 7, 2023"),
        ("list_item", "Episode 2 - January 14, 2023"),
        ("furniture", "What do you think? Let us know in the comments below!"),
        ("furniture", "Tags"),
        ("furniture", "Anime"),
        ("furniture", "Edited by Ida Berg"),
    ]
    metadata = web_text.read(QUESTIONS).metadata
    assert (str(metadata.published_on), metadata.editor) == ("2022-11-02", "Ida Berg")


def test_text_behind_a_leading_date_has_no_title() -> None:
    text = " date 2025-04-06 A second season was confirmed at an event in Lund.\n\nFinal thoughts\n\nA good day it was."
    assert kinds(text) == [
        ("prose", "2025-04-06"),
        ("prose", "A second season was confirmed at an event in Lund."),
        ("heading", "Final thoughts"),
        ("prose", "A good day it was."),
    ]
    assert web_text.read(text).metadata.title is None


@pytest.mark.parametrize("opening", ["date 2025-13-40 Text that goes on and on.", "dates 2025-04-06 are given here."])
def test_no_leading_date(opening: str) -> None:
    assert web_text.read(opening).metadata.published_on is None


def test_wrapped_paragraphs_are_joined_and_keep_their_line_breaks() -> None:
    text = (
        'The film "Blue Orchard" won the top prize at the Lund Film Festival\n'
        "on Saturday, the jury said. The director, Lars Ek, was not there in\n"
        "the old town hall, where some four hundred guests had come together\n"
        "to see it.\n\nThe prize is worth 50,000 crowns. It was given for the tenth time to\n"
        "a film from Lund.\n"
    )
    assert [text for _, text in kinds(text)] == [paragraph.strip() for paragraph in text.split("\n\n")]


def test_a_cut_off_ending_is_prose() -> None:
    text = (
        "A headline with several words\n\nThe first sentence of it.\n\n"
        + "And then the story goes on and on " * 5
        + "unti"
    )
    assert kinds(text)[-1][0] == "prose"


def test_a_site_behind_the_headline_is_the_publisher() -> None:
    text = "Ten books of the year | Harbour Post\nMenu\n\nBooks\nTen books of the year\nA long year ends with it.\n"
    metadata = web_text.read(text).metadata
    assert (metadata.title, metadata.publisher) == ("Ten books of the year", "Harbour Post")


def test_tables_in_a_page() -> None:
    parsed = web_text.read("A headline with words\n\nSome text is here.\n\n| Year | Prize |\n| 2001 | Pine |\n")
    assert [passage.kind.value for passage in parsed.passages][-2:] == ["table_row", "table_row"]
    assert len(parsed.tables) == 1
