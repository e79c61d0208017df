"""Parts of a ceremony that a sentence opens: what is told below them is told of that category."""

import pytest

from pipeline.extract.awards.parts import open_part
from tests.extract.test_awards import brief, read

KNOWN = "Bo Ek/PERSON; Cold Sea/WORK_OF_ART; Old Town/WORK_OF_ART; Grey Harbour/WORK_OF_ART"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Comedy, new to the night, was a one-horse race.", "Comedy"),
        ("Short story was a closely fought contest.", "Short story"),
        ("In the shorts competition, top honours went to Cold Sea.", "shorts competition"),
        ("In the poetry category, the prize went to Cold Sea.", "poetry"),
        ("It was a one-horse race.", None),
        ("Comedy was a hit.", None),
        ("In the same category, the prize went to Cold Sea.", None),
        ("In the competition, Cold Sea won.", None),
        ("The regatta was a one-horse race.", None),
    ],
)
def test_a_sentence_opens_a_part(text: str, expected: str | None) -> None:
    assert open_part(text, 0) == expected


def test_what_a_part_opens_is_told_of_it() -> None:
    text = (
        "! Grey Harbour wins big at the Heron Awards 2014\n"
        "Comedy was a one-horse race. Cold Sea defeated Old Town.\n"
        "In the shorts competition, top honours fell to Grey Harbour.\n"
    )
    assert sorted(map(brief, read(text, None, KNOWN))) == [
        "Heron Awards, 2014 | Comedy | Cold Sea | won",
        "Heron Awards, 2014 | Comedy | Old Town | nominated",
        "Heron Awards, 2014 | shorts competition | Grey Harbour | won",
    ]
