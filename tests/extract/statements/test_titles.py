"""Titles in brackets and titles abroad are other names of a work, never works of their own; names are invented."""

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Name
from tests.extract.marked_text import read_marked

TOPIC = Name("Sea of Glass", "WORK_OF_ART")
W = "[Sea of Glass](WORK_OF_ART)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The anime of {W} ([Garasu no Umi](WORK_OF_ART)) starts soon.", ["title_romanized Garasu no Umi"]),
        (f"{W} ([Garasu no Umi](WORK_OF_ART) in Japan) starts soon.", ["title_romanized Garasu no Umi"]),
        (f"“{W}” ([Garasu no Umi](PERSON)) starts soon.", ["title_romanized Garasu no Umi"]),
        (f"[Ann Oba](PERSON)'s {W} ([Tako Yūbin](PERSON)) novels sell well.", ["title_romanized Tako Yūbin"]),
        (f"{W} (硝子の海) is long.", ["title_native 硝子の海"]),
        (f"{W} (硝子の海, Garasu no Umi) is long.", ["title_native 硝子の海", "title_romanized Garasu no Umi"]),
        (
            "In [Japan](GPE) it's called [Garasu no Umi](WORK_OF_ART) (硝子の海), which is handy.",
            ["title_native 硝子の海", "title_romanized Garasu no Umi"],
        ),
        # People, other works, years, forms, and what can be read as no Japanese.
        (f"{W} ([Aoi Kanda](PERSON)) won. [Aoi Kanda](PERSON) is glad.", []),
        (f"{W} ([Low Tide](WORK_OF_ART)) starts soon.", []),
        (f"{W} (2019) starts soon.", []),
        (f"{W} (Season 2) starts soon.", []),
        (f"{W} ([Crab](ORG)) starts soon.", []),
        (f"{W} (film) starts soon.", []),
    ],
)
def test_a_title_behind_a_title(text: str, expected: list[str]) -> None:
    found = find_statements(*read_marked("[Sea of Glass](WORK_OF_ART) is a manga.", text), TOPIC)
    assert all(s.subject == TOPIC for s in found if s.predicate.startswith("title"))
    assert sorted(f"{s.predicate} {s.value}" for s in found if s.predicate.startswith("title")) == expected


def test_a_korean_title_in_an_article_that_says_so() -> None:
    text = f"[Han So](PERSON)'s web novel {W} ([Simya Tolgeiteu](PERSON)) is long."
    for lead, expected in (("A Korean web novel.", ["Simya Tolgeiteu"]), ("A web novel.", [])):
        found = find_statements(*read_marked(lead, text), TOPIC)
        assert [s.value for s in found if s.predicate == "title_romanized"] == expected
