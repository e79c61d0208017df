"""Lists of works under a headline that tells their form. Invented names."""

from dataclasses import replace

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Metadata, Name, PassageKind
from tests.extract.marked_text import read_marked

HEADING, ITEM = PassageKind.HEADING, PassageKind.LIST_ITEM


def forms(headline: str) -> set[str | None]:
    """The forms in which two works under the headline have a studio."""
    reading, findings = read_marked(
        (PassageKind.TITLE, headline),
        (HEADING, "[Kites](WORK_OF_ART)"),
        (ITEM, "Studio: [Kelp](ORG)"),
        "A girl mends kites; it is from the novel of that name.",
        (HEADING, "[Sea of Glass](WORK_OF_ART)"),
        (ITEM, "Studio: [Quay](ORG)"),
        "A boy sails.",
    )
    parsed = replace(reading.parsed, metadata=Metadata(title=headline))
    found = find_statements(replace(reading, parsed=parsed), findings, None)
    return {s.medium for s in found if s.predicate == "studio"}


@pytest.mark.parametrize(
    ("headline", "form"),
    [
        ("Spring 2031 Anime: 2 Not to Miss", {"anime"}),
        ("The two films we wait for", {"film"}),
    ],
)
def test_the_headline_tells_the_form_of_what_it_lists(headline, form):
    assert forms(headline) == form


def directors(*lines: str | tuple[PassageKind, str]) -> set[tuple[str, int | None, str]]:
    """Who directs which season of the works in a list of anime."""
    headline = "Spring 2031 Anime: 3 Not to Miss"
    reading, findings = read_marked((PassageKind.TITLE, headline), *lines)
    parsed = replace(reading.parsed, metadata=Metadata(title=headline))
    found = find_statements(replace(reading, parsed=parsed), findings, None)
    return {(s.subject.text.title(), s.season, s.value) for s in found if s.predicate == "director"}


@pytest.mark.parametrize(
    ("line", "season"),
    [
        ("[Sea of Glass](WORK_OF_ART), Season 3 (returning)", 3),
        ("[Sea of Glass](WORK_OF_ART), season two", 2),
        ("[Sea of Glass](WORK_OF_ART) S2 | 2 June", 2),
        ("SEA OF GLASS S2", 2),
        ("[Sea of Glass](WORK_OF_ART) S1-3", None),
        ("[Sea of Glass](WORK_OF_ART) (new)", None),
    ],
)
def test_a_line_over_a_section_names_work_and_season(line, season):
    found = directors(
        (HEADING, "[Kites](WORK_OF_ART)"),
        "It is directed by [Bo Ek](PERSON).",
        (HEADING, line),
        "It is directed by [Ann Oba](PERSON).",
        (HEADING, "[Rain](WORK_OF_ART) (new)"),
        (ITEM, "Director: [Cy Lund](PERSON)"),
    )
    assert found == {("Kites", None, "Bo Ek"), ("Sea Of Glass", season, "Ann Oba"), ("Rain", None, "Cy Lund")}


def test_the_season_that_the_article_is_news_of_is_that_of_no_other_work():
    found = directors(
        "Season 3 of [Rain](WORK_OF_ART) is near.",
        (HEADING, "[Kites](WORK_OF_ART) (new)"),
        "It is directed by [Bo Ek](PERSON).",
        (HEADING, "[Sea of Glass](WORK_OF_ART), Season 2"),
        "It is directed by [Ann Oba](PERSON).",
    )
    assert found == {("Kites", None, "Bo Ek"), ("Sea Of Glass", 2, "Ann Oba")}


def test_an_item_over_labelled_lines_opens_a_section():
    found = directors(
        (ITEM, "[Kites](WORK_OF_ART) (new)"),
        (ITEM, "Launch: October"),
        "It is directed by [Bo Ek](PERSON).",
        (ITEM, "[Sea of Glass](WORK_OF_ART), Season 3 (returning)"),
        (ITEM, "Launch: October"),
        (ITEM, "Director: [Ann Oba](PERSON)"),
    )
    assert found == {("Kites", None, "Bo Ek"), ("Sea Of Glass", 3, "Ann Oba")}


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (("Kites 4", "Sea of Glass 1 (NEW)", "Rain 12 [END]"), {"Kites", "Sea of Glass", "Rain"}),
        (("Kites 4", "Sea of Glass", "Rain"), {"Kites 4", "Sea of Glass", "Rain"}),
    ],
)
def test_numbers_behind_most_titles_of_a_list_count_volumes(titles, names):
    lines = [line for title in titles for line in ((HEADING, title), (ITEM, "Author: Ann Oba / Illustrator: Bo Ek"))]
    found = find_statements(*read_marked("Our novels of May.", *lines), None)
    assert {s.subject.text for s in found if s.predicate == "author"} == names


def test_titles_below_titles_open_no_sections():
    """A list of nominees: 'Sea: Glass' is no label."""
    reading, findings = read_marked(
        "[Rain](WORK_OF_ART) is a game by [Kelp](ORG).",
        (ITEM, "[Kites](WORK_OF_ART)"),
        (ITEM, "[Sea: Glass](WORK_OF_ART)"),
        (ITEM, "[Quay](WORK_OF_ART)"),
        (ITEM, "[Sea: Glass](WORK_OF_ART)"),
        "The game is directed by [Bo Ek](PERSON).",
    )
    found = find_statements(reading, findings, Name("Rain", "WORK_OF_ART"))
    assert {s.subject.text for s in found if s.predicate == "director"} <= {"Rain"}


def test_a_headline_with_two_forms_tells_nothing():
    assert forms("Manga and anime that we love") != {"manga"}
