"""Lines of credits, fact boxes and the parts of infoboxes, of invented works."""

import gc
import time
from typing import Any

import pytest

from pipeline.extract.reading import Reading
from pipeline.extract.statements import find_statements
from pipeline.extract.statements.labelled import entries_of_boxes, entries_of_lines, plain_key
from pipeline.extract.statements.parts import is_name, parts_of
from pipeline.records import Cell, ParsedArticle, Passage, PassageKind
from pipeline.vocabulary import load_vocabulary
from tests.extract.marked_text import read_marked, work

ITEM, PROSE, HEADING = PassageKind.LIST_ITEM, PassageKind.PROSE, PassageKind.HEADING


def _credits(*texts: tuple[PassageKind, str]) -> list[str]:
    found = find_statements(*read_marked(*texts), work("Sea of Glass"))
    return [
        f"{s.predicate} {s.medium} {f'{s.season} ' if s.season else ''}{s.value}"
        for s in found
        if s.extractor.endswith((": credits", ": infobox"))
    ]


@pytest.mark.parametrize("example", load_vocabulary("credits")["examples"], ids=lambda e: e["line"][:30])
def test_a_line_of_credits(example: dict[str, Any]) -> None:
    assert _credits((PROSE, example["line"])) == example["expected"]


def test_lines_of_a_staff_list() -> None:
    lines = ["Director – [Ann Oba](PERSON)", "Series composition – Bo Lind", "Animation production – [Kelp](ORG)"]
    expected = ["director anime Ann Oba", "screenwriter anime Bo Lind", "studio anime Kelp"]
    assert _credits(*[(ITEM, line) for line in lines]) == expected


def test_a_key_of_several_roles_states_each() -> None:
    lines = [
        "Character design, chief animation director: Bo Lind",
        "Director / music: Cy Ek",
        "Animation production: Kelp",
    ]
    assert sorted(_credits(*[(ITEM, line) for line in lines])) == [
        "character_designer anime Bo Lind",
        "composer anime Cy Ek",
        "director anime Cy Ek",
        "studio anime Kelp",
    ]


def test_a_type_inside_a_box_begins_a_part() -> None:
    entries = [
        ("Author", "Ann Oba"), ("Magazine", "Kelp"), ("First", "-"),
        ("Type", "tv series"), ("Director", "Bo Lind"), ("Type", "live film"), ("Director", "Cy Ek"),
    ]  # fmt: skip
    assert _box(entries, "It is a manga. The anime and the film are good.") == [
        "author manga Ann Oba",
        "serialized_in manga Kelp",
        "director anime Bo Lind",
        "director film Cy Ek",
    ]


def test_names_over_boxes_that_begin_alike_are_what_the_boxes_are_about() -> None:
    lines = [(HEADING, "Tin Sun"), (ITEM, "Developer: Kelp"), (HEADING, "Low Lamp"), (ITEM, "Developer: Dock")]
    found = find_statements(*read_marked(*lines), None)
    assert [(s.subject.text, s.predicate, s.value) for s in found] == [
        ("Tin Sun", "developer", "Kelp"),
        ("Low Lamp", "developer", "Dock"),
    ]


def _box(entries: list[tuple[str, str]], prose: str) -> list[str]:
    marked = [(PassageKind.INFOBOX, f"{key}: {value}") for key, value in entries]
    reading, findings = read_marked(*marked, (PROSE, prose))
    passages: list[Passage] = []
    for passage in reading.parsed.passages:
        key, colon, value = passage.text.partition(": ")
        start = passage.span.start
        at = start + len(key) + len(colon)
        cells = (Cell(key, start, start + len(key)), Cell(value, at, at + len(value)))
        boxed = passage.kind == PassageKind.INFOBOX
        passages.append(Passage(passage.kind, passage.text, passage.alignment, (), cells if boxed else ()))
    parsed = ParsedArticle(reading.parsed.text, "test", reading.parsed.metadata, tuple(passages))
    found = find_statements(Reading(parsed, reading.docs), findings, work("Sea of Glass"))
    return [
        f"{s.predicate} {s.medium} {f'{s.season} ' if s.season else ''}{s.value}"
        for s in found
        if s.extractor.endswith(": infobox")
    ]


def test_a_repeated_key_opens_another_part_of_a_box() -> None:
    entries = [
        ("Written by", "[Ann Oba](PERSON)"),
        ("Magazine", "[Quay](ORG)"),
        ("Directed by", "[Bo Lind](PERSON)"),
        ("Written by", "[Cy Ek](PERSON)"),
        ("Studio", "[Kelp](ORG)"),
        ("Original network", "[Nine](ORG)"),
    ]
    prose = "It is a manga. The anime is good."
    assert _box([entries[0], entries[1], *entries[3:]], prose) == [
        "author manga Ann Oba",
        "serialized_in manga Quay",
        "screenwriter anime Cy Ek",
        "studio anime Kelp",
        "broadcaster anime Nine",
    ]


def test_a_key_without_value_names_the_form_of_what_follows() -> None:
    entries = [("Manga", ""), ("Volumes", "9"), ("Anime television series", ""), ("Episodes", "12")]
    assert _box(entries, "It is a franchise.") == ["volumes manga 9", "episodes anime 12"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (("Directed by", "Ann Oba (S1), Bo Lind (S2)"), [
            "director live_action 1 Ann Oba",
            "director live_action 2 Bo Lind",
        ]),
        (("Directed by", "Ann Oba (series 1), Bo Lind (series 2)"), [
            "director live_action 1 Ann Oba",
            "director live_action 2 Bo Lind",
        ]),
        (("Network", "NA: [Kelp](ORG)"), ["broadcaster live_action Kelp"]),
        (("Based on", "[Tin Sun](WORK_OF_ART) by [Ann Oba](PERSON)"), [
            "based_on live_action Tin Sun",
            "author None Ann Oba",
        ]),
    ],
)  # fmt: skip
def test_an_entry(entry: tuple[str, str], expected: list[str]) -> None:
    assert _box([entry], "It is a television series.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Oba, Bo Lind and Cy Ek", ["Ann Oba", "Bo Lind", "Cy Ek"]),
        ("Ann Oba & Bo Lind", ["Ann Oba", "Bo Lind"]),
        ("Tin & Sun", ["Tin & Sun"]),
        ("JP: Kelp; NA: Dock (2011–)", ["Kelp", "Dock"]),
        ("", []),
    ],
)
def test_parts(text: str, expected: list[str]) -> None:
    assert [part.text for part in parts_of(text, (), ("person", "org"))] == expected


@pytest.mark.parametrize("text", ["Ann Oba", "Tin & Sun", "ann-ok Oba", "Harbor of the North", "3Kelp", "Ōba"])
def test_a_name(text: str) -> None:
    assert is_name(text) == (text != "ann-ok Oba")


@pytest.mark.parametrize(
    "text", ["", "live music", "9/10", "I never wanted it", "What came first?", "2021", "Ann wrote it"]
)
def test_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("key", "expected"), [("Producer(s)", "producer"), ("Release_dates", "release date"), ("Business:", "business")]
)
def test_a_plain_key(key: str, expected: str) -> None:
    assert plain_key(key) == expected


def test_lines_are_read_in_linear_time() -> None:
    def seconds(length: int) -> float:
        text = "Director: Ann. Cast: a, b (c). " * length + ":" * length
        reading, _ = read_marked((PROSE, text))
        gc.disable()
        start = time.perf_counter()
        list(entries_of_lines(reading.parsed.passages))
        list(entries_of_boxes(reading.parsed.passages, ()))
        list(parts_of(text, (), ("person",)))
        taken = time.perf_counter() - start
        gc.enable()
        return taken

    seconds(10)
    assert min(seconds(4000) for _ in range(3)) < 3 * max(min(seconds(2000) for _ in range(3)), 0.02)
