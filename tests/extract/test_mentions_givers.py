"""Awards told by what is said of them. Invented names; all rows are development examples."""

import pytest

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.givers import _gives_award, read_prizes
from pipeline.extract.mentions.heads import read_headed

PRIZES = [
    ("It won the Golden Reed for best film.", ["Golden Reed"]),
    ("Quill takes the Copper Heron for Best Short", ["Copper Heron"]),
    ("She received an honorary Silver Otter at the Larkspur Festival.", ["Silver Otter"]),
    ("The 2022 Golden Reed went to Ember Days.", ["Golden Reed"]),
    ("No Golden Heron was handed out.", ["Golden Heron"]),
    ("They took the Night Train for his birthday.", []),
    ("He took the Reed Express at the Northwick stop.", []),
    ("It won the Best Picture for best colours.", []),
    ("He won the Larkspur Cup final.", []),
    ("She received the Otter House letter.", []),
]
GIVERS = [
    ("It placed fourth in the 2019 edition of [Kono Otter ga Ii!], and sold.", True),
    ("In the 2020 edition of [Otter List] it was placed ninth among novels.", True),
    ("A map stood in the 2020 edition of [Weekly Otter] that week.", False),
    ("was named Book of the Year by the magazine [Otter].", True),
    ("named Most Wanted by the readers of [Otter], a poll", True),
    ("it was [Otter]'s Game of the Year", True),
    ("The monthly [Otter] ranked it fourth among the best films", True),
    ("[Otter] put it ninth on its list", True),
    ("[Otter] put it on hold", False),
    ("[Otter] named her president", False),
    ("was named editor by [Otter]", False),
    ("it was [Otter]'s game of patience", False),
]
HEADS = [
    ("the 20th Larkspur Arts Festival's Excellence Award in the", [("Larkspur Arts Festival", "AWARD")]),
    ("won the audience prize at the Reed Film Festival.", [("Reed Film Festival", "AWARD")]),
    ("won the Golden Reed for best film at the Reed Film Festival.", [("Reed Film Festival", "EVENT")]),
    ("opened at the Reed Film Festival's last day", [("Reed Film Festival", "EVENT")]),
    ("the Kestrel Prize for Literature in 1997", [("Kestrel Prize for Literature", "AWARD")]),
    ("the Kestrel Prize for Ember Days", [("Kestrel Prize", "AWARD")]),
    ("Tomorrow’s Kestrel Book Award is next", [("Kestrel Book Award", "AWARD")]),
    (
        "Children's Book Award and Reed Readers' Award",
        [("Children's Book Award", "AWARD"), ("Reed Readers' Award", "AWARD")],
    ),
    ("the Tsugi ni Kuru Comic Awards", [("Tsugi ni Kuru Comic Awards", "AWARD")]),
    ("the Lund Otter–Reed Film Festival", [("Lund Otter–Reed Film Festival", "EVENT")]),
]


@pytest.mark.parametrize(("text", "expected"), PRIZES)
def test_prizes_that_are_won(text: str, expected: list[str]) -> None:
    assert [text[c.start : c.end] for c in read_prizes(0, text)] == expected


@pytest.mark.parametrize(("marked", "expected"), GIVERS)
def test_whoever_gives_an_award_is_one(marked: str, expected: bool) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert _gives_award(text, Candidate(0, start, end, "ORG", "model")) is expected


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_festivals_and_prizes(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[c.start : c.end], c.label) for c in read_headed(0, text)] == expected
