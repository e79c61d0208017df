"""Works whose names a page has lost. Invented names."""

import pytest

from pipeline.extract.statements import find_statements
from tests.extract.marked_text import read_marked, work

FIRST = "[Kites](WORK_OF_ART) is a film of [2011](2011)."


@pytest.mark.parametrize(
    ("text", "directors"),
    [
        ("The next year's , directed by [Ann Oba](PERSON), was a hit.", []),
        ("She went on with , directed by [Ann Oba](PERSON). It was directed by [Bo Ek](PERSON).", ["Kites Bo Ek"]),
        ("The film, directed by [Ann Oba](PERSON), was a hit.", ["Kites Ann Oba"]),
        ("The next year's , written in May, and [Rain](WORK_OF_ART), directed by [Ann Oba](PERSON).", ["Rain Ann Oba"]),
    ],
)
def test_what_is_said_of_a_lost_name_is_said_of_no_other(text: str, directors: list[str]) -> None:
    found = find_statements(*read_marked(FIRST, text), work("Kites"))
    assert [f"{s.subject.text} {s.value}" for s in found if s.predicate == "director"] == directors
