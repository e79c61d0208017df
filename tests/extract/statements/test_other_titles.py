"""Two titles of one work in a sentence. Invented titles; A stands for the original one, B for the English one."""

import pytest

from pipeline.extract.statements import find_statements
from pipeline.vocabulary import load_vocabulary
from tests.extract.marked_text import read_marked, work

A, B = "[Garasu no Umi](WORK_OF_ART)", "[Sea of Glass](WORK_OF_ART)"


def linked(text: str, topic: str = "Garasu no Umi") -> list[str]:
    found = find_statements(*read_marked("The anime is new.", text.replace("A", A, 1).replace("B", B, 1)), work(topic))
    return [f"{s.predicate} of {s.subject.text}" for s in found if s.extractor.endswith(": two titles")]


SENTENCES = load_vocabulary("other_titles")["sentences"]


@pytest.mark.parametrize("text", SENTENCES["examples"])
def test_the_english_title_is_what_the_original_is_another_name_of(text: str) -> None:
    assert linked(text) == ["title_romanized of Sea of Glass"]


@pytest.mark.parametrize("text", SENTENCES["originals_behind"])
def test_the_original_title_behind_the_english_one(text: str) -> None:
    told = read_marked("It is new.", text.replace("A", A, 1).replace("B", B, 1))
    found = {(s.predicate, s.subject.text, s.value) for s in find_statements(*told, work("Sea of Glass"))}
    assert found == {("title_romanized", "Sea of Glass", "Garasu no Umi")}


def test_titles_of_the_west_are_aliases() -> None:
    text = "[La Chimère](WORK_OF_ART), in English known as [The Chimera](WORK_OF_ART), opens."
    found = find_statements(*read_marked("The film is new.", text), work("La Chimère"))
    assert ("alias", "The Chimera") in {(s.predicate, s.value) for s in found}


@pytest.mark.parametrize("text", SENTENCES["counter_examples"])
def test_other_words_between_titles_tell_nothing(text: str) -> None:
    assert linked(text) == []
