"""Two titles of one work in a sentence. Invented titles; A stands for the original one, B for the English one."""

import pytest

from pipeline.extract.statements import find_statements
from tests.extract.marked_text import read_marked, work

A, B = "[Garasu no Umi](WORK_OF_ART)", "[Sea of Glass](WORK_OF_ART)"


def linked(text: str, topic: str = "Garasu no Umi") -> list[str]:
    found = find_statements(*read_marked("The anime is new.", text.replace("A", A, 1).replace("B", B, 1)), work(topic))
    return [f"{s.predicate} of {s.subject.text}" for s in found if s.extractor.endswith(": two titles")]


@pytest.mark.parametrize(
    "text",
    [
        "A, in English known as B, returns.",
        "A, which in the West is known as B, returns.",
        "A (in English B) returns.",
        "A, or B as it is called in English, returns.",
        "A (or B) returns.",
        "A alias B returns.",
        "A a.k.a. B returns.",
        "A, with us B, returns.",
        "A, that one knows internationally as B, returns.",
        "A, which is sold here under the title B, returns.",
        "A, better known outside Japan as B, returns.",
        "A, which English readers know as B, returns.",
        "A, by its English title B, returns.",
        "A – in English B – returns.",
        "A, which is called B in the English version, returns.",
    ],
)
def test_the_english_title_is_what_the_original_is_another_name_of(text: str) -> None:
    assert linked(text) == ["title_romanized of Sea of Glass"]


@pytest.mark.parametrize(
    "text",
    ["B, in the original A, returns.", "B, A in Japanese, returns.", "B (jap. A) returns.", "B, in Japan A, returns."],
)
def test_the_original_title_behind_the_english_one(text: str) -> None:
    found = find_statements(
        *read_marked("It is new.", text.replace("A", A, 1).replace("B", B, 1)), work("Sea of Glass")
    )
    assert {(s.predicate, s.subject.text, s.value) for s in found} == {
        ("title_romanized", "Sea of Glass", "Garasu no Umi")
    }


def test_titles_of_the_west_are_aliases() -> None:
    text = "[La Chimère](WORK_OF_ART), in English known as [The Chimera](WORK_OF_ART), opens."
    found = find_statements(*read_marked("The film is new.", text), work("La Chimère"))
    assert ("alias", "The Chimera") in {(s.predicate, s.value) for s in found}


@pytest.mark.parametrize(
    "text",
    [
        "A, to whom B says more, returns.",
        "A or B will win.",
        "A, B and others return.",
        "A is better than B.",
        "A, known from the days of B, returns.",
        "A was released on the day of B.",
        "A, written in Japan, and B return.",
    ],
)
def test_other_words_between_titles_tell_nothing(text: str) -> None:
    assert linked(text) == []
