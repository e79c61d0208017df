"""Lines of publication data below the title of a book. Invented names."""

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Name, PassageKind
from tests.extract.marked_text import read_marked

SEA = Name("Sea of Glass", "WORK_OF_ART")
PUBLISHER, DAY = "publisher Harbor Press", "publication_start 2020-06-04"


def stated(line: str, form: str = "novel") -> set[str]:
    reading, findings = read_marked(f"[Sea of Glass](WORK_OF_ART) is a {form}.", (PassageKind.LIST_ITEM, line))
    found = find_statements(reading, findings, SEA)
    return {f"{s.predicate} {s.value}" for s in found if s.extractor.endswith("publication data")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[Harbor Press](ORG), £18.99, [4 June](2020-06-04)", {PUBLISHER, DAY}),
        ("288pp. [Harbor Press](ORG). Paperback, £11.99. Published [4 June 2020](2020-06-04)", {PUBLISHER, DAY}),
        ("([Harbor Press](ORG), $26, 288 pages)", {PUBLISHER}),
        ("803 yen / [June 4](2020-06-04)", {DAY}),
        ("Harbor Press, £20, [4 June](2020-06-04)", {PUBLISHER, DAY}),
        ("[Harbor Press](WORK_OF_ART), £20", {PUBLISHER}),
        ("[Ann Oba](PERSON), £20", set()),
        ("Paperback, £20", set()),
        ("[4 June](2020-06-04), 10 p.m., [Harbor Press](ORG)", set()),
        ("[Harbor Press](ORG), out [4 June](2020-06-04)", set()),  # nothing tells that it is such a line
        ("[Harbor Press](ORG) paid $26 for it on [4 June](2020-06-04)", set()),
        ("It made $26 million by [4 June 2020](2020-06-04), said [Harbor Press](ORG).", set()),
    ],
)
def test_parts_of_the_line(line, expected):
    assert stated(line) == expected


def test_a_network_has_no_say():
    """It has learned nothing of such lines."""
    reading, findings = read_marked(
        "[Sea of Glass](WORK_OF_ART) is a novel.", (PassageKind.LIST_ITEM, "[Harbor Press](ORG), £18.99")
    )
    found = find_statements(reading, findings, SEA, lambda _paragraphs: [])
    assert [s.value for s in found if s.predicate == "publisher"] == ["Harbor Press"]


@pytest.mark.parametrize("form", ["film", "game", "thing"])
def test_only_books_have_such_lines(form):
    assert not stated("[Harbor Press](ORG), £18.99, [4 June](2020-06-04)", form=form)
