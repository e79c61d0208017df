"""Places told by form. Invented names; all rows are development examples."""

import pytest

from pipeline.extract.mentions.learn import PLACING
from pipeline.extract.mentions.places import read_places

ROWS = [
    ("The Reedham-born actor left.", ["Reedham"]),
    ("A New Larkspur-set crime drama opened", ["New Larkspur"]),
    ("PORTLAND, ORE., September 14, 2022 — Otter Press, an independent", ["PORTLAND", "ORE."]),
    ("LOS ANGELES — Otter Press announced", ["LOS ANGELES"]),
    ("LUND (March 4, 2023) — The film", ["LUND"]),
    ("The ready-set crowd", []),
    ("Japanese-born painters and a TV-set", []),
    ("NASA sent a probe — and lost it", []),
    ("WINNERS: Ember Days", []),
]
PLACED = [
    ("he sailed between Osaka and ", True),
    ("in the estuary of the ", True),
    ("three women on ", True),
    ("my mother's village, ", True),
    ("she met ", False),
    ("it was made by ", False),
    ("the Quiet ", False),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_places_by_form(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in read_places(text)] == expected


@pytest.mark.parametrize(("before", "expected"), PLACED)
def test_what_places_a_name(before: str, expected: bool) -> None:
    assert (PLACING.search(before) is not None) is expected
