"""Lines of catalogues. Invented names."""

from datetime import date

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import PassageKind
from tests.extract.marked_text import read_marked

HEADING, ITEM = PassageKind.HEADING, PassageKind.LIST_ITEM
OTHER = [(HEADING, "[Kites](WORK_OF_ART)"), "A girl mends kites in this novel."]


def listed(title: str, *lines: str, published_on: date | None = None) -> set[str]:
    reading, findings = read_marked(
        "Our novels of the autumn.",
        *OTHER,
        (HEADING, title),
        *((ITEM, line) for line in lines),
        "Two sisters and a pier.",
        published_on=published_on,
    )
    found = find_statements(reading, findings, None)
    return {f"{s.subject.text} {s.predicate} {s.value}" for s in found if s.extractor.endswith(": catalogue")}


LINES = ("[Ann Oba](PERSON)", "£12.99, 144 pp", "ISBN 978-1-90412-742-2", "[16 October 2031](2031-10-16)")


def test_the_lines_below_a_title():
    assert listed("[Sea of Glass](WORK_OF_ART)", *LINES) == {
        "Sea of Glass author Ann Oba",
        "Sea of Glass isbn 978-1-90412-742-2",
        "Sea of Glass publication_start 2031-10-16",
    }


def test_a_later_volume_tells_no_first_day():
    assert listed("[Sea of Glass](WORK_OF_ART) 4", *LINES) == {
        "Sea of Glass author Ann Oba",
        "Sea of Glass isbn 978-1-90412-742-2",
    }


@pytest.mark.parametrize(
    "lines",
    [
        LINES[:1],  # nothing is for sale
        ("£12.99, 144 pp", "Ann Oba was seen in [May 2031](2031-05)"),
        ("£12.99, 144 pp", "[Ann Oba](PERSON) is read by everybody"),
    ],
)
def test_other_lines_tell_nothing(lines):
    assert listed("[Sea of Glass](WORK_OF_ART)", *lines) == set()
