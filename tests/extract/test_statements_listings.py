"""Cast lists, bibliographies and tables of volumes of invented works."""

from dataclasses import replace

import pytest

from pipeline.extract.reading import Reading
from pipeline.extract.statements import find_statements
from pipeline.records import Cell, Name, ParsedArticle, Passage, PassageKind
from pipeline.values.spans import Alignment
from pipeline.vocabulary import load_vocabulary
from tests.extract.marked_text import read_marked, shown, with_cells, work

PERSON = Name("Ann Oba", "PERSON")
ITEM, HEADING = PassageKind.LIST_ITEM, PassageKind.HEADING


def _listed(*texts: str | tuple[PassageKind, str], section: tuple[str, ...], topic: Name | None) -> list[str]:
    found = find_statements(*read_marked(*texts, section=section), topic)
    return [f"{s.predicate} of {shown(s)}" for s in found if s.predicate != "character"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Mia", "Voiced by: [Ann Oba](PERSON)"], ["Ann Oba | character=Mia"]),
        (
            ["Mia (a cat), voiced by: [Ann Oba](PERSON) (Japanese); [Bo Lind](PERSON) (English)"],
            ["Ann Oba | character=Mia; language=ja", "Bo Lind | character=Mia; language=en"],
        ),
        (["Mia voiced by [Ann Oba](PERSON)"], ["Ann Oba | character=Mia"]),
        (["the cat, voiced by nobody"], []),
        (["She was voiced by: a friend of [Ann Oba](PERSON)"], []),
        (["A long sentence. It ends.", "Voiced by: [Ann Oba](PERSON)"], ["Ann Oba"]),  # the name is lost
    ],
)
def test_cast_lines(lines: list[str], expected: list[str]) -> None:
    found = _listed("The anime is new.", *lines, section=("Anime", "Characters"), topic=work("Sea of Glass"))
    assert [line for line in found if line.startswith("voice")] == [
        f"voice_actor of Sea of Glass | anime | {line}" for line in expected
    ]


@pytest.mark.parametrize("example", load_vocabulary("listings")["bibliographies"]["examples"])
def test_a_bibliography(example: dict[str, str]) -> None:
    line = (ITEM, example["line"])
    expected = [
        "author of Sea of Glass | novel | Ann Oba",
        "publisher of Sea of Glass | novel | Harbor Press",
        "publication_start of Sea of Glass | novel | 2003",
        "isbn of Sea of Glass | novel | 978-4-09-199094-5",
    ]
    assert _listed(line, section=(example["heading"], "Novels"), topic=PERSON) == expected
    assert _listed(line, section=("Awards",), topic=PERSON) == []
    assert _listed(line, section=(example["heading"], "Translations"), topic=PERSON)[0].startswith("publisher")


def _of_volumes(*rows: str) -> list[tuple[str, str, str | None]]:
    reading, findings = read_marked("It is a manga.", *[(PassageKind.TABLE_ROW, row) for row in rows])
    passages = [_with_cells(p) for p in reading.parsed.passages]
    parsed = ParsedArticle(reading.parsed.text, "test", reading.parsed.metadata, tuple(passages))
    found = find_statements(Reading(parsed, reading.docs), findings, work("Sea of Glass"))
    return [(s.predicate, s.value, s.qualifiers.language) for s in found]


JAPANESE, ENGLISH = ("isbn", "978-4-09-199094-5", None), ("isbn", "978-1-9788-4001-5", "en")


def test_a_table_of_volumes() -> None:
    header = "| No. | ISBN | English release date | English ISBN |"
    assert _of_volumes(header, "| 1 | 978-4-09-199094-5 | x | 978-1-9788-4001-5 |") == [JAPANESE, ENGLISH]


def test_numbers_may_stand_behind_dates() -> None:
    header = "| No. | Title | Original release date | English release date |"
    row = "| 1 | Tides | [May 2, 2019](2019-05-02) 978-4-09-199094-5 | [July 9, 2020](2020-07-09) 978-1-9788-4001-5 |"
    start = ("publication_start", "2020-07-09", "en")
    assert sorted(_of_volumes(header, row)) == sorted([JAPANESE, ENGLISH, start])
    assert _of_volumes(header, "| 978-4-09-199094-5 (special edition) |") == [JAPANESE]
    assert _of_volumes("| Title | Notes |", "| Tides | 978-4-09-199094-5 |") == []


def _with_cells(row: Passage) -> Passage:
    if row.kind != PassageKind.TABLE_ROW:
        return row
    cells, at = [], 0
    for text in row.text.strip("| ").split(" | "):
        at = row.text.index(text, at)
        cells.append(Cell(text, row.span.start + at, row.span.start + at + len(text)))
    return Passage(row.kind, row.text, Alignment.identity(row.span.start, len(row.text)), row.section, tuple(cells))


def test_sections_that_are_about_a_work_each() -> None:
    headings = ["1. [Kites](WORK_OF_ART) (2021)", "2. [Tin Sun](WORK_OF_ART)"]
    said = ["The anime is directed by [Bo Lind](PERSON).", "The anime is directed by [Cy Ek](PERSON)."]
    reading, findings = read_marked((HEADING, headings[0]), said[0], (HEADING, headings[1]), said[1])
    one, first, two, second = reading.parsed.passages
    passages = (one, replace(first, section=(one.text,)), two, replace(second, section=(two.text,)))
    parsed = replace(reading.parsed, passages=passages)
    found = [shown(s) for s in find_statements(Reading(parsed, reading.docs), findings, None)]
    assert found == ["Kites | anime | Bo Lind", "Tin Sun | anime | Cy Ek"]


FILMOGRAPHY = load_vocabulary("listings")["filmographies"]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("She is a voice actress.", ["character | - | Mia", "voice_actor | anime | Ann Oba | character=Mia"]),
        ("She is an actress.", []),
    ],
)
def test_a_filmography_of_a_voice_actor(lead: str, expected: list[str]) -> None:
    line = FILMOGRAPHY["examples"][0]["line"]
    reading, findings = read_marked(lead, (ITEM, line))
    first, item = reading.parsed.passages
    passages = (first, replace(item, section=(FILMOGRAPHY["examples"][0]["heading"], "Anime series")))
    found = find_statements(Reading(replace(reading.parsed, passages=passages), reading.docs), findings, PERSON)
    assert [f"{s.predicate} | {shown(s).partition(' | ')[2]}" for s in found] == expected


@pytest.mark.parametrize("example", load_vocabulary("listings")["casts"]["examples"], ids=lambda e: e["line"][:30])
def test_a_cast_line(example: dict[str, str]) -> None:
    form = "anime" if "Voice" in example["heading"] else "film"
    lines = (f"The {form} is new.", (ITEM, example["line"]))
    found = find_statements(*read_marked(*lines, section=(example["heading"],)), work("Sea of Glass"))
    listed = [s for s in found if s.extractor.endswith("cast list")]
    shown_lines = [f"{s.predicate} {s.value} {s.qualifiers.character or ''}".strip() for s in listed]
    assert sorted(shown_lines) == sorted(example["expected"])


def _table(rows: list[str], section: tuple[str, ...], prose: str) -> list[str]:
    """What a table states; its cells are cut at the bars."""
    reading, findings = read_marked(prose, *[(PassageKind.TABLE_ROW, row) for row in rows], section=section)
    found = find_statements(with_cells(reading), findings, work("Sea of Glass"))
    return [f"{s.predicate} of {shown(s)}" for s in found if "table" in s.extractor or "cast" in s.extractor]


def test_a_table_of_voices_has_a_language_per_column() -> None:
    rows = ["| Character | Japanese | English |", "| Mia | [Ann Oba](PERSON) | Bo Lind |"]
    assert _table(rows, ("Voice cast",), "It is a game.") == [
        "character of Sea of Glass | - | Mia",
        "voice_actor of Sea of Glass | game | Ann Oba | character=Mia; language=ja",
        "voice_actor of Sea of Glass | game | Bo Lind | character=Mia; language=en",
    ]


@pytest.mark.parametrize("example", load_vocabulary("listings")["seasons"]["examples"])
def test_an_overview_of_seasons(example: dict[str, list[str]]) -> None:
    assert _table(example["rows"], ("Episodes",), "It is a television series.") == [
        "episodes of Sea of Glass | live_action 2 | 12",
        "premiere of Sea of Glass | live_action 2 | 2023-05-02",
        "finale of Sea of Glass | live_action 2 | 2023-07-04",
    ]
