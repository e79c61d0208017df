"""Tables of the works of a person, a company, a series. Invented names."""

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Name, PassageKind
from tests.extract.marked_text import read_marked, with_cells

HEADER = "| Year | Title | Role | Director |"


def stated(*rows: str, heading: str = "Film", topic: str = "PERSON") -> set[str]:
    """What the rows state; their cells are cut at the bars."""
    reading, findings = read_marked(
        "[Ann Oba](PERSON) is an actress.",
        *[(PassageKind.TABLE_ROW, row) for row in rows],
        section=("Filmography", heading),
    )
    found = find_statements(with_cells(reading), findings, Name("Ann Oba", topic))
    return {
        f"{s.subject.text} | {s.medium or '-'} | {s.predicate} | {s.value}" for s in found if "table" in s.extractor
    }


ROW = "| [2012](2012) | [Kites](WORK_OF_ART) | Mia Lund (voice) | [Bo Ek](PERSON) |"
KITES = {"Kites | film | release_date | 2012", "Kites | - | character | Mia Lund", "Kites | film | director | Bo Ek"}


def test_a_row_tells_year_role_and_director():
    assert stated(HEADER, ROW) == KITES


def test_columns_of_yes_and_no_name_nobody():
    row = "| [2012](2012) | [Kites](WORK_OF_ART) | Creator | Yes |"
    assert stated(HEADER, row) == {"Kites | film | release_date | 2012"}


def test_the_year_in_which_somebody_spoke_is_not_when_a_series_began():
    assert stated(HEADER, ROW, heading="Anime series") == {
        "Kites | - | character | Mia Lund",
        "Kites | anime | director | Bo Ek",
    }
    released = "| Released | Title | Role | Director |"
    assert "Kites | anime | premiere | 2012" in stated(released, ROW, heading="Anime series")


@pytest.mark.parametrize("role", ["Herself", "", "Various", "a woman on the stairs"])
def test_roles_that_are_no_names_are_left_out(role):
    row = f"| [2012](2012) | [Kites](WORK_OF_ART) | {role} | [Bo Ek](PERSON) |"
    assert stated(HEADER, row) == {line for line in KITES if "character" not in line}


def test_the_years_of_a_series_are_its_first_and_its_last():
    row = "| [2006–2008](2006/2008) | [Kites](WORK_OF_ART) | Mia | [Quay TV](ORG) |"
    assert stated("| Year | Title | Role | Network |", row, heading="Television") == {
        "Kites | live_action | premiere | 2006",
        "Kites | live_action | finale | 2008",
        "Kites | - | character | Mia",
        "Kites | live_action | broadcaster | Quay TV",
    }


@pytest.mark.parametrize(
    ("rows", "heading"),
    [
        ([HEADER, "| [Kites](WORK_OF_ART) | Mia Lund | [Bo Ek](PERSON) |"], "Film"),  # a cell is lost, and which?
        ([HEADER, ROW], "Music videos"),  # a form without such dates
        (["| Year | Award | Category | Director |", ROW], "Film"),  # no column of works
        (
            [HEADER, "| [2012–2014](2012/2014) | [Kites](WORK_OF_ART) | Herself | Bo |"],
            "Film",
        ),  # no film runs for years
    ],
)
def test_nothing_is_guessed(rows, heading):
    assert not {line for line in stated(*rows, heading=heading) if "director" not in line}


@pytest.mark.parametrize("topic", ["ORG", "WORK_OF_ART"])
def test_on_other_pages_roles_are_left_out(topic):
    assert stated(HEADER, ROW, topic=topic) == {line for line in KITES if "character" not in line}


def test_works_of_a_studio():
    header = "| Title | Release date | Director | Screenplay | Co-produced with |"
    row = "| [Kites](WORK_OF_ART) | [May 2, 2012](2012-05-02) | Bo Ek | [Ann Oba](PERSON), [Mia Lund](PERSON) | — |"
    assert stated(header, row, heading="Feature films", topic="ORG") == {
        "Kites | film | release_date | 2012-05-02",
        "Kites | film | director | Bo Ek",
        "Kites | film | screenwriter | Ann Oba",
        "Kites | film | screenwriter | Mia Lund",
    }


def test_series_of_a_studio():
    row = "| [Kites](WORK_OF_ART) | [1995–1998](1995/1998) | [Quay TV](ORG) | 39 | Puppets |"
    assert stated("| Title | Years | Network | Episodes | Notes |", row, heading="Television series", topic="ORG") == {
        "Kites | live_action | premiere | 1995",
        "Kites | live_action | finale | 1998",
        "Kites | live_action | broadcaster | Quay TV",
        "Kites | live_action | episodes | 39",
    }


@pytest.mark.parametrize("column", ["No.", "Award", "Result", "Volume", "Length"])
def test_tables_of_parts_and_of_awards_are_others(column):
    row = "| 1 | [2012](2012) | [Kites](WORK_OF_ART) | [Bo Ek](PERSON) |"
    assert not stated(f"| {column} | Year | Title | Director |", row)
