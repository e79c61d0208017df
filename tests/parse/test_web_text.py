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


WIKI = """Harbour Wiki

The second season of Night Pier was shown in the spring of 2024 and had eleven parts.

Episodes[edit | edit source]

No. | Title | Airdate
14 | "The Parcel" | April 6, 2024
15 | "Copper Rain" | April 13, 2024

Trivia[edit]

Home | Episodes | Characters
About | Contact | Imprint
Terms | Privacy | Jobs 24

Night Pier ends | Mira Holm | 3 May 2024
Salt begins | Jon Aske | 4 May 2024
Pine returns | Mira Holm | 5 May 2024
"""


def test_rows_without_bars_at_their_ends() -> None:
    parsed = web_text.read(WIKI)
    assert [[cell.text for cell in row] for row in parsed.tables[0].rows] == [
        ["14", '"The Parcel"', "April 6, 2024"],
        ["15", '"Copper Rain"', "April 13, 2024"],
    ]
    assert len(parsed.tables) == 1  # menus are none
    assert [p.section for p in parsed.passages if p.kind == "table_row"] == [("Episodes",)] * 3


def test_lines_of_numbers_below_no_header_are_no_table() -> None:
    archive = "# Archive\n\n2021 | 1 | 2 | 3\n2022 | 4 | 5 | 6\n2023 | 7 | 8 | 9\n2024 | 10 | 11 | 12\n"
    assert web_text.read(archive).tables == ()


REVIEW = """Skip to main content

Harbour Post
The paper of the sea

News
Culture

Culture › Film
★★★★☆
Blue Orchard review – a quiet triumph
Ida Berg's third film is her best yet
Anna Lind
@annalind
Thu 12 Sep 2024 16.00 BST
Last modified on Fri 13 Sep 2024 09.00 BST

Ida Berg’s new film opens in Lund in 1952. Mira (Anna Strand) has lost her brother.

More on this story
Ida Berg: 'I wanted to make a film about salt'
12 Aug 2024

What follows is a quiet film about grief, shot by Pål Dahl.

Comments (23)
Sign in or create your account to join the discussion
"""

WINNERS_ONLY = """Best Film
WINNER: Home
Up
X
More
The Menu

Best Actor
WINNER: Per Holm, Home

Music
Nils Ravn
"""

RANKING = """Top 10 anime of 2024, ranked

10. Night Pier
Studio: Pine
Night Pier is the story of a lighthouse keeper. It aired from April to June 2024.

9. Salt
Studio: Orchard
Salt is a comedy about a cook.

First published on Fri 3 May 2024 06.00 BST
"""


def of_kind(text: str, kind: str) -> list[str]:
    return [text for found, text in kinds(text) if found == kind]


def test_a_review_below_menus_and_a_motto() -> None:
    metadata = web_text.read(REVIEW).metadata
    assert metadata.title == "Blue Orchard review – a quiet triumph"
    assert (metadata.authors, str(metadata.published_on)) == (("Anna Lind",), "2024-09-12")
    assert of_kind(REVIEW, "prose") == [
        "Ida Berg's third film is her best yet",
        "Thu 12 Sep 2024",
        "Fri 13 Sep 2024",
        "Ida Berg’s new film opens in Lund in 1952. Mira (Anna Strand) has lost her brother.",
        "What follows is a quiet film about grief, shot by Pål Dahl.",
    ]
    assert of_kind(REVIEW, "heading") == of_kind(REVIEW, "list_item") == []


def test_lists_of_winners_without_a_text_are_no_menus() -> None:
    assert of_kind(WINNERS_ONLY, "heading") == ["Best Film", "Best Actor", "Music"]
    assert of_kind(WINNERS_ONLY, "furniture") == []
    assert sections(WINNERS_ONLY)["More"] == ("Best Film",)


def test_numbered_headings_keep_their_section() -> None:
    assert of_kind(RANKING, "heading") == ["Night Pier", "Salt"]
    assert of_kind(RANKING, "list_item") == ["Studio: Pine", "Studio: Orchard"]
    assert sections(RANKING)["Salt is a comedy about a cook."] == ("Salt",)
    assert str(web_text.read(RANKING).metadata.published_on) == "2024-05-03"


def test_headings_in_bold() -> None:
    page = (
        "Five shows for the winter of 2031\n\nHere they are, in no order at all.\n\n**2. Night Pier**\n"
        "The pier is closed, and nobody knows why.\n\n**1. Salt**, season two\nThe cook is back for more.\n"
    )
    assert of_kind(page, "heading") == ["Night Pier", "Salt**, season two"]


HEADLINE = "A headline with five words"
SENTENCE = "It's official: Blue Orchard returns."
QUOTED = "“Kites were never meant to be filmed.” That is what she said of them."


@pytest.mark.parametrize(
    ("text", "title", "published_on"),
    [
        (f"{SENTENCE}\nMay 3, 2024\n\nOn 2 May 2024, Pine confirmed it.", SENTENCE, "2024-05-03"),
        (f"May 3, 2024\n{QUOTED}\n\nThe film opens in June. It is long.", QUOTED, "2024-05-03"),
        (f"May 3, 2024\n{SENTENCE}\n\nThe film opens in June. It is long.", None, "2024-05-03"),
        ("On 2 May 2024, Pine Films confirmed it.\n\nBy night, the crew filmed in Lund.", None, None),
        ("LUND, Sweden, March 3, 2024 (Pine News) - The film won the top prize.", None, "2024-03-03"),
        ("The film opened on March 3, 2024 - and nobody came to see it.", None, None),
        (f"{HEADLINE}\nUpdated 3 May 2024\n\nSome text is here.", HEADLINE, None),
        (f"{HEADLINE}\nUpdated 3 May 2024\nPublished 1 May 2024\n\nSome text.", HEADLINE, "2024-05-01"),
    ],
)
def test_headlines_and_days(text: str, title: str | None, published_on: str | None) -> None:
    metadata = web_text.read(text).metadata
    assert metadata.title == title
    assert (metadata.published_on.isoformat() if metadata.published_on else None) == published_on
