"""The vocabulary of page furniture, walked entry by entry: each form matches its examples and none of the others."""

import pytest

from pipeline.parse.dateline import read_dateline
from pipeline.parse.furniture import forms, furniture_form, is_caption, is_menu_row
from pipeline.parse.publisher import find_publisher, patterns
from pipeline.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary("furniture")
TABLES = {"furniture": False, "link_block": True, "apparatus": True, "caption": True, "byline": False, "hatnote": False}
ENTRIES = [(table, i) for table in TABLES for i in range(len(VOCABULARY[table]))]


@pytest.mark.parametrize(("table", "i"), ENTRIES, ids=[f"{t}-{VOCABULARY[t][i]['name']}" for t, i in ENTRIES])
def test_each_form_matches_its_examples_only(table: str, i: int) -> None:
    entry, form = VOCABULARY[table][i], forms(table, whole=TABLES[table])[i]
    assert entry["examples"]
    assert entry["counter_examples"]
    assert [text for text in entry["examples"] if form.match(text) is None] == []
    assert [text for text in entry["counter_examples"] if form.match(text) is not None] == []


@pytest.mark.parametrize("i", range(len(VOCABULARY["publisher"])), ids=[e["name"] for e in VOCABULARY["publisher"]])
def test_each_publisher_form_matches_its_examples_only(i: int) -> None:
    entry = VOCABULARY["publisher"][i]
    assert [text for text in entry["examples"] if patterns()[i].match(text) is None] == []
    assert [text for text in entry["counter_examples"] if find_publisher([text]) is not None] == []


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© Harbour & Pine", "Harbour & Pine"),
        ("Copyright © 2019-2024 Harbour Post. All rights reserved.", "Harbour Post"),
        ("Sign up for Harbour Post’s daily newsletter", "Harbour Post"),
        ("Subscribe to the Harbour Post newsletter", "Harbour Post"),
        ("Harbour Post logo", "Harbour Post"),
        ("Follow Harbour Post on X", "Harbour Post"),
        ("© Jon Aske/Pine Press/Harbour Committee", None),
        ("All rights reserved", None),
        ("Follow us on X", None),
    ],
)
def test_publisher(line: str, publisher: str | None) -> None:
    assert find_publisher(["Share", line]) == publisher


@pytest.mark.parametrize(
    "line",
    [
        "Menu   News   Reviews   Seasons   Contact",
        "Home › Screen › Animation › News",
        "Home > Books > Reviews",
        "Home » Anime » Harbour Radio: the makers announce an original anime about pirate broadcasters",
        "News | Sport | Weather",
        "Film\tMusic\tBooks",
        "NEWS REVIEWS COLUMNS ENCYCLOPEDIA FORUMS",
        "Log in | Register",
    ],
)
def test_menu_rows(line: str) -> None:
    assert is_menu_row(line)


@pytest.mark.parametrize(
    "line",
    [
        "She wrote novels, plays and poems.",
        "Mira Holm | Jon Aske",
        "Home for Christmas: a new film by Mira Holm is announced for the coming winter",
        "Blue Orchard – The Return",
        "It was   set   oddly.",
    ],
)
def test_rows_that_are_no_menus(line: str) -> None:
    assert not is_menu_row(line)


@pytest.mark.parametrize(
    "line",
    [
        "Blue Orchard",
        "Lars Ek (Blue Orchard)",
        "WINNER: Anna Lind, Night Pier",
        "Illustrations: Jon Aske",
        "The manga (art by Jon Aske) is published by Pine Press.",
        "The film was announced on Friday (via a press release).",
        "A second season has been announced.",
        "Best Picture",
        "Read the novel first, says the director.",
        "Photos of the set were shown in Lund.",
    ],
)
def test_content_is_neither_furniture_nor_caption(line: str) -> None:
    assert furniture_form(line) is None
    assert not is_caption(line)


@pytest.mark.parametrize(
    ("line", "authors", "day", "is_update"),
    [
        ("By Mira Holm", ("Mira Holm",), None, False),
        ("by Mira Holm and Jon Aske", ("Mira Holm", "Jon Aske"), None, False),
        ("By Mira Holm, Ida Berg, and Jon Aske", ("Mira Holm", "Ida Berg", "Jon Aske"), None, False),
        ("By Mira Holm, Senior Editor", ("Mira Holm",), None, False),
        ("Written by Anna van der Berg", ("Anna van der Berg",), None, False),
        ("By Mira Holm | Harbour Post", ("Mira Holm",), None, False),
        ("By Mira Holm for Harbour Post", ("Mira Holm",), None, False),
        ("By Mira Holm  •  March 9, 2024", ("Mira Holm",), "2024-03-09", False),
        ("Posted on March 9, 2024 by Inga Ås · Filed under Awards", ("Inga Ås",), "2024-03-09", False),
        ("December 13, 2022 7:42am PT", (), "2022-12-13", False),
        ("Published: Tuesday, 21 January 2025", (), "2025-01-21", False),
        ("Written on 09.01.2026 in News  |  2 comments", (), "2026-01-09", False),
        ("29 September 2024, 10:15", (), "2024-09-29", False),
        ("2024-09-29T10:15:00Z", (), "2024-09-29", False),
        ("Sat 9 Dec 2023 10.00 GMT", (), "2023-12-09", False),
        ("Last updated: 3 May 2024", (), "2024-05-03", True),
        ("Updated Jan. 5, 2024", (), "2024-01-05", True),
        ("Published 3/14/2024", (), "2024-03-14", False),
        ("2024年9月29日 12:00", (), "2024-09-29", False),
        ("12. März 2024", (), "2024-03-12", False),
        ("Publié le 12 mars 2024", (), "2024-03-12", False),
    ],
)
def test_datelines(line: str, authors: tuple[str, ...], day: str | None, is_update: bool) -> None:
    found = read_dateline(line)
    assert found is not None
    assert found.authors == authors
    assert (found.day.value.isoformat() if found.day else None) == day
    assert found.is_update == is_update


@pytest.mark.parametrize(
    "line",
    [
        "Published 3/4/2024",  # March or April
        "By the sea",
        "By night",
        "By Friday, the film had opened in forty towns.",
        "The film opens on 3 May 2024 in Lund",
        "February 30, 2024",
        "March 2024",
        "Bypass",
        "Jan Aske",
        "",
    ],
)
def test_lines_that_are_no_datelines(line: str) -> None:
    found = read_dateline(line)
    assert found is None or (found.day is None and not found.authors)
