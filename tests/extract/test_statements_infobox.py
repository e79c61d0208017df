"""Infobox entries of invented works and people."""

import pytest

from pipeline.extract.reading import Reading
from pipeline.extract.statements import find_statements
from pipeline.records import Cell, Name, ParsedArticle, Passage, PassageKind, Statement
from tests.extract.marked_text import read_marked, shown

WORK, PERSON = Name("Sea of Glass", "WORK_OF_ART"), Name("Ann Oba", "PERSON")


def _stated(entry: str, prose: str, topic: Name = WORK) -> list[Statement]:
    """Statements from one '- Key: value' entry of an article whose prose is given."""
    reading, findings = read_marked((PassageKind.INFOBOX, entry), prose)
    box, *rest = reading.parsed.passages
    key, _, value = box.text.partition(": ")
    at = len(box.text) - len(value)
    cells = (Cell(key, 0, len(key)), Cell(value, at, len(box.text)))
    box = Passage(box.kind, box.text, box.alignment, box.section, cells)
    parsed = ParsedArticle(reading.parsed.text, "test", reading.parsed.metadata, (box, *rest))
    found = find_statements(Reading(parsed, reading.docs), findings, topic)
    assert all(parsed.text[s.start : s.end].strip() for s in found)
    return [s for s in found if s.extractor.endswith(": infobox")]


FILM = "It is a film."
SERIES = "It is a television series."
MANGA_AND_ANIME = "It is a manga. The anime is good."


@pytest.mark.parametrize(
    ("entry", "prose", "expected"),
    [
        ("Directed by: [Ann Oba](PERSON)", FILM, ["director film Ann Oba"]),
        ("Directed by: Ann Oba", FILM, ["director film Ann Oba"]),
        (
            "Produced by: [Tin & Sun](ORG), Bo Lind and [Cy Ek](PERSON)",
            FILM,
            ["producer film Tin & Sun", "producer film Bo Lind", "producer film Cy Ek"],
        ),
        ("Studio: [Kelp](ORG) (effects), Dock (2007–11)", FILM, ["studio film Kelp", "studio film Dock"]),
        ("Written by: [Ann Oba](PERSON)", FILM, ["screenwriter film Ann Oba"]),
        ("Written by: [Ann Oba](PERSON)", "It is a novel.", ["author novel Ann Oba"]),
        ("Production: 2005 [West End](ORG), [Kelp](ORG)", FILM, ["studio film Kelp"]),
        ("Publisher En: [Kelp](ORG)", "It is a manga.", ["publisher manga Kelp"]),
        ("Platforms: PS5, PC", "It is a game.", ["platform game PlayStation 5", "platform game PC"]),
        ("Genre: Rom-com, Fantasy", FILM, ["genre film romantic comedy", "genre film fantasy"]),
        ("No. of episodes: 87 (as of [8 June 2013](2013-06-08))", SERIES, ["episodes live_action 87"]),
        ("Manga first: [9 June 2007](2007-06-09)", MANGA_AND_ANIME, ["publication_start manga 2007-06-09"]),
        ("Anime last: [9 June 2007](2007-06-09)", MANGA_AND_ANIME, ["finale anime 2007-06-09"]),
        ("Original run: [9 June 2007 – present](2007-06-09/..)", SERIES, ["premiere live_action 2007-06-09"]),
        (
            "Original run: [2007 – 2010](2007/2010)",
            SERIES,
            ["finale live_action 2010", "premiere live_action 2007"],
        ),
        (
            "Original run: [2007 – 2010](2007/2010)",
            "It is a manga.",
            ["publication_end manga 2010", "publication_start manga 2007"],
        ),
        (
            "Release dates: [2 May 2011](2011-05-02) (Festival), [3 June 2011](2011-06-03) (Japan)",
            FILM,
            ["release_date film 2011-05-02", "release_date film 2011-06-03"],
        ),
        ('Opening theme: "[Lamp](WORK_OF_ART)" by [Kay](PERSON)', SERIES, ["opening_theme live_action Lamp"]),
        ("Based on: the songs of [Kay](PERSON)", FILM, []),
        ("Starring: [Ann Oba](PERSON)", FILM, []),
        ("Budget: $500,000", FILM, []),
        ("Directed by: ", FILM, []),
    ],
)
def test_an_entry_about_a_work(entry: str, prose: str, expected: list[str]) -> None:
    assert [f"{s.predicate} {s.medium} {s.value}" for s in _stated(entry, prose)] == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "Born: [2 May 1963](1963-05-02), [Rome](GPE), [Italy](GPE)",
            ["birth_date | Ann Oba | - | 1963-05-02", "birth_place | Ann Oba | - | Rome, Italy"],
        ),
        ("Born: Ann Oba, [Rome](GPE)", ["birth_place | Ann Oba | - | Rome"]),
        ("Hangul: 안오바", ["title_native | Ann Oba | - | 안오바 | language=ko"]),
        ("Directed by: [Bo Lind](PERSON)", []),
    ],
)
def test_an_entry_about_a_person(entry: str, expected: list[str]) -> None:
    found = _stated(entry, "She is an actress.", PERSON)
    assert [f"{s.predicate} | {shown(s)}" for s in found] == expected


def test_a_run_belongs_to_the_main_form_of_a_work_in_several() -> None:
    found = _stated("Original run: [2007](2007)", MANGA_AND_ANIME)
    assert [(s.predicate, s.medium) for s in found] == [("publication_start", "manga")]


def test_the_title_in_its_own_script_is_of_the_work_as_such() -> None:
    (found,) = _stated("Ja Kanji: 硝子の海", MANGA_AND_ANIME)
    assert (found.predicate, found.medium, found.value, found.qualifiers.language) == (
        "title_native",
        None,
        "硝子の海",
        "ja",
    )
