"""The page of a series: which part a section, 'the second film' and a number in a box are about. Invented names."""

from dataclasses import replace

import pytest

from pipeline.extract.reading import Findings, Reading
from pipeline.extract.statements import find_statements
from pipeline.extract.statements.parts import Part
from pipeline.records import Cell, Metadata, Name, Passage, PassageKind
from tests.extract.marked_text import read_marked

KITES = Name("Kites", "WORK_OF_ART")
LEAD = "[Kites](WORK_OF_ART) is a series of films."
FIRST = (PassageKind.HEADING, "[Kites](WORK_OF_ART) (2001)")
SECOND = (PassageKind.HEADING, "[Kites 2: Gulls](WORK_OF_ART) (2004)")
MUSIC = (PassageKind.HEADING, "Music")


def page(*texts: str | tuple[PassageKind, str]) -> tuple[Reading, Findings]:
    reading, findings = read_marked(*texts)
    parsed = replace(reading.parsed, is_encyclopedia=True, metadata=Metadata(title="Kites"))
    return replace(reading, parsed=parsed), findings


def said(*texts: str | tuple[PassageKind, str]) -> set[tuple[str, str, str]]:
    reading, findings = page(*texts)
    return {(s.subject.text, s.predicate, s.value) for s in find_statements(reading, findings, KITES)}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("It was directed by [Ann Oba](PERSON).", "Kites 2: Gulls"),
        ("The film was directed by [Ann Oba](PERSON).", "Kites 2: Gulls"),
        ("[Kites 2: Gulls](WORK_OF_ART) was directed by [Ann Oba](PERSON).", "Kites 2: Gulls"),
        ("[Kites](WORK_OF_ART) was directed by [Ann Oba](PERSON).", "Kites"),
        ("The first film was directed by [Ann Oba](PERSON).", "Kites"),
        ("The third film was directed by [Ann Oba](PERSON).", None),
    ],
)
def test_a_heading_makes_its_part_the_subject(text: str, subject: str | None) -> None:
    found = said(LEAD, FIRST, "It sold well.", SECOND, text)
    assert {s for s, predicate, _ in found if predicate == "director"} == ({subject} if subject else set())


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("[Bo Lind](PERSON) composed the music for the second film.", "Kites 2: Gulls"),
        ("The music of the first film was composed by [Bo Lind](PERSON).", "Kites"),
        ("The music of the fourth film was composed by [Bo Lind](PERSON).", None),
    ],
)
def test_parts_are_counted(text: str, subject: str | None) -> None:
    found = said(LEAD, FIRST, "It sold well.", SECOND, "It sold well too.", MUSIC, text)
    assert {s for s, predicate, _ in found if predicate == "composer"} == ({subject} if subject else set())


def test_a_single_part_has_its_section() -> None:
    assert ("Kites 2: Gulls", "director", "Ann Oba") in said(LEAD, SECOND, "It was directed by [Ann Oba](PERSON).")


def test_what_stands_behind_the_sections_is_about_the_series() -> None:
    found = said(
        LEAD, FIRST, "It sold well.", SECOND, "It sold well.", MUSIC, "The films were shot by [Bo Lind](PERSON)."
    )
    assert not {s for s, _, _ in found if s == "Kites 2: Gulls"}


def boxed(key: str, value: str) -> set[tuple[str, str, str]]:
    reading, findings = page(LEAD, FIRST, "It sold well.", SECOND, (PassageKind.INFOBOX, f"{key}: {value}"))
    passages = [_with_cells(p) if p.kind == PassageKind.INFOBOX else p for p in reading.parsed.passages]
    reading = replace(reading, parsed=replace(reading.parsed, passages=tuple(passages)))
    return {(s.subject.text, s.predicate, s.value) for s in find_statements(reading, findings, KITES)}


def _with_cells(passage: Passage) -> Passage:
    key, _, value = passage.text.partition(": ")
    start = passage.span.start
    cells = (Cell(key, start, start + len(key)), Cell(value, start + len(key) + 2, start + len(passage.text)))
    return replace(passage, cells=cells)


@pytest.mark.parametrize(
    ("value", "subjects"),
    [
        ("[Ann Oba](PERSON) (2)", {"Kites", "Kites 2: Gulls"}),
        ("[Ann Oba](PERSON) (1–2)", {"Kites", "Kites 2: Gulls"}),
        ("[Ann Oba](PERSON) (1, 3)", {"Kites"}),
        ("[Ann Oba](PERSON) (2004)", {"Kites"}),
    ],
)
def test_numbers_in_a_box_are_parts(value: str, subjects: set[str]) -> None:
    assert {s for s, _, _ in boxed("Directed by", value)} == subjects


def test_a_date_behind_a_title_is_the_date_of_that_work() -> None:
    found = boxed("First release", "[Kites 2: Gulls](WORK_OF_ART) [12 June 2012](2012-06-12)")
    assert {s for s, predicate, _ in found if predicate == "release_date"} == {"Kites 2: Gulls"}


@pytest.mark.parametrize(
    ("note", "seasons", "numbers"),
    [
        ("season 2", (2,), ()),
        ("seasons 2–3", (2, 3), ()),
        ("series 1, 3-4", (1, 3, 4), ()),
        ("1–2, 4", (), (1, 2, 4)),
        ("2004", (), ()),
        ("since 2017", (), ()),
        ("season 2 finale", (), ()),
    ],
)
def test_notes_behind_a_name(note: str, seasons: tuple[int, ...], numbers: tuple[int, ...]) -> None:
    part = Part(0, "Ann Oba", note)
    assert (part.seasons, part.numbers) == (seasons, numbers)


def test_the_latest_release_of_what_is_not_named_is_no_date_of_the_work() -> None:
    assert not boxed("Latest release", "[12 June 2012](2012-06-12)")
