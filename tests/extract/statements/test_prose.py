"""Who 'he' and 'she' are on the page of a person; names are invented."""

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Name
from tests.extract.marked_text import read_marked

ANN = Name("Ann Oba", "PERSON")


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("In [2019](2019), she directed the film [Kites](WORK_OF_ART).", {("director", "Ann Oba")}),
        ("He wrote the novel [Kites](WORK_OF_ART).", {("author", "Ann Oba")}),
        ("[Bo Lind](PERSON) left when he wrote the novel [Kites](WORK_OF_ART).", set()),
        ("She liked the film [Kites](WORK_OF_ART).", set()),
    ],
)
def test_a_pronoun_is_the_person_of_the_page(text: str, stated: set[tuple[str, str]]) -> None:
    reading, findings = read_marked(text)
    found = find_statements(reading, findings, ANN)
    people = {s for s in found if s.value_label == "PERSON"}
    assert {(s.predicate, s.value) for s in people if s.subject.text == "Kites"} == stated
    assert all(reading.parsed.text[s.start : s.end] in ("He", "she") for s in people)


def test_a_pronoun_is_nobody_on_the_page_of_a_work() -> None:
    reading, findings = read_marked("She directed the film [Kites](WORK_OF_ART).")
    assert not [s for s in find_statements(reading, findings, Name("Kites", "WORK_OF_ART")) if s.value_label]
