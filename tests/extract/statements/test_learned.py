"""What becomes of relations that a network found: told by hand here. Invented names."""

from dataclasses import replace

import pytest

from pipeline.extract.relations import Relation
from pipeline.extract.statements import find_statements
from pipeline.extract.statements.learned import LIKELY
from pipeline.extract.statements.second_opinion import weigh
from pipeline.extract.statements.story import open_story
from pipeline.records import Name
from tests.extract.marked_text import read_marked

SEA = Name("Sea of Glass", "WORK_OF_ART")
TEXT = "[Sea of Glass](WORK_OF_ART), a manga, owes its scenes to [Ann Oba](PERSON) since [May 2021](2021-05/2022-06)."


def stated(text: str, *relations: tuple[str, str, float, str | None], subject: Name = SEA) -> set[str]:
    """Each relation: the words of its value, predicate, probability, form."""

    def relate(paragraphs):
        values = {c.name.text: c for c in paragraphs[0].candidates}
        return [Relation(0, values[v], p, chance, subject, 1.0, form, 0.9) for v, p, chance, form in relations]

    reading, findings = read_marked(text)
    found = find_statements(reading, findings, SEA, relate)
    return {f"{s.subject.text} | {s.medium or '-'} | {s.predicate} | {s.value}" for s in found}


def test_a_likely_relation_is_stated():
    assert "Sea of Glass | manga | artist | Ann Oba" in stated(TEXT, ("Ann Oba", "artist", LIKELY, "manga"))


def test_an_unlikely_one_is_not():
    assert not stated(TEXT, ("Ann Oba", "artist", LIKELY - 0.01, "manga"))


@pytest.mark.parametrize(
    ("value", "predicate", "expected"),
    [
        ("2021-05/2022-06", "publication_start", {"Sea of Glass | manga | publication_start | 2021-05"}),
        ("2021-05/2022-06", "publication_end", {"Sea of Glass | manga | publication_end | 2022-06"}),
        ("2021-05/2022-06", "author", set()),  # a date is no author
        ("Ann Oba", "publication_start", set()),
        ("Ann Oba", "serialized_in", set()),  # a person is no magazine
    ],
)
def test_values_are_of_a_kind_that_the_predicate_takes(value, predicate, expected):
    assert stated(TEXT, (value, predicate, 0.99, "manga")) == expected


def test_a_form_in_doubt_is_the_one_that_the_article_tells():
    def relate(paragraphs):
        (ann,) = [c for c in paragraphs[0].candidates if c.name.label == "PERSON"]
        return [Relation(0, ann, "artist", 0.99, SEA, 1.0, "novel", 0.3)]

    reading, findings = read_marked(TEXT)
    (found,) = find_statements(reading, findings, SEA, relate)
    assert found.medium == "manga"


def test_where_a_rule_has_read_a_value_the_network_is_silent():
    text = "[Sea of Glass](WORK_OF_ART) is a manga. It is drawn by [Ann Oba](PERSON)."
    by_rule = {"Sea of Glass | manga | artist | Ann Oba"}
    assert stated(text, ("Ann Oba", "author", 0.9, "manga"), ("Ann Oba", "artist", 0.9, "manga")) == by_rule


def test_nothing_is_its_own_author():
    assert not stated(TEXT, ("Ann Oba", "alias", 0.99, None), subject=Name("Ann Oba", "PERSON"))


RULED = "[Sea of Glass](WORK_OF_ART) is a manga. It is drawn by [Ann Oba](PERSON)."


def test_what_the_network_has_read_and_does_not_see_at_all_is_not_stated():
    assert not stated(RULED)
    assert not stated(RULED, ("Ann Oba", "author", 0.99, "manga")) & {"Sea of Glass | manga | artist | Ann Oba"}


def test_a_doubtful_relation_is_enough_for_a_rule_to_stand():
    assert stated(RULED, ("Ann Oba", "artist", 0.03, "manga")) == {"Sea of Glass | manga | artist | Ann Oba"}


SHARED = "[Sea of Glass](WORK_OF_ART) is a manga, as [Kites](WORK_OF_ART) is. It is drawn by [Ann Oba](PERSON)."


@pytest.mark.parametrize(("certainty", "subject"), [(0.99, "Kites"), (0.8, "Sea of Glass")])
def test_where_the_network_is_sure_of_another_subject_it_is_believed(certainty, subject):
    def relate(paragraphs):
        (ann,) = [c for c in paragraphs[0].candidates if c.name.label == "PERSON"]
        return [Relation(0, ann, "artist", 0.9, Name("Kites", "WORK_OF_ART"), certainty, "manga", 0.9)]

    reading, findings = read_marked(SHARED)
    found = find_statements(reading, findings, SEA, relate)
    assert [(s.subject.text, s.value) for s in found if s.predicate == "artist"] == [(subject, "Ann Oba")]


def test_what_one_value_is_said_of_several_works_stays_so():
    reading, findings = read_marked(SHARED)
    told = []

    def relate(paragraphs):
        (ann,) = [c for c in paragraphs[0].candidates if c.name.label == "PERSON"]
        told.append((paragraphs, Relation(0, ann, "artist", 0.9, Name("Kites", "WORK_OF_ART"), 0.99, "manga", 0.9)))
        return []

    find_statements(reading, findings, SEA, relate)
    (paragraphs, relation), narrative = told[0], open_story(reading, findings, SEA).narrative
    (ann,) = [s for s in find_statements(reading, findings, SEA) if s.predicate == "artist"]
    both = [ann, replace(ann, subject=Name("Owls", "WORK_OF_ART"))]
    assert list(weigh(both, [relation], paragraphs, narrative)) == both
    assert [s.subject.text for s in weigh([ann], [relation], paragraphs, narrative)] == ["Kites"]


def test_other_names_are_left_to_the_rules():
    text = "[Sea of Glass](WORK_OF_ART) ([Garasu no Umi](WORK_OF_ART)) is a manga."
    assert any("Garasu no Umi" in line for line in stated(text))


def test_places_behind_one_another_are_one_value():
    text = "[Ann Oba](PERSON) came from [Lindau](GPE), [Bavaria](GPE), and not from [Rome](GPE)."
    places = [("Lindau", "birth_place", 0.99, None), ("Bavaria", "birth_place", 0.99, None)]
    found = stated(text, *places, subject=Name("Ann Oba", "PERSON"))
    assert found == {"Ann Oba | - | birth_place | Lindau, Bavaria"}


@pytest.mark.parametrize(
    ("opening", "certainty", "form"),
    [
        ("was short", 0.95, "manga"),
        ("was short", 0.8, None),
        ("is a novel", 0.95, "novel"),
        ("is a novel", 0.98, "manga"),
    ],
)
def test_the_network_tells_forms_that_it_is_sure_of(opening, certainty, form):
    def relate(paragraphs):
        (house,) = [c for c in paragraphs[0].candidates if c.name.label == "ORG"]
        return [Relation(0, house, "publisher", 0.9, SEA, 0.9, "manga", certainty)]

    reading, findings = read_marked(f"[Sea of Glass](WORK_OF_ART) {opening}. It was published by [Otter House](ORG).")
    found = find_statements(reading, findings, SEA, relate)
    assert [(s.value, s.medium) for s in found if s.predicate == "publisher"] == [("Otter House", form)]


@pytest.mark.parametrize(
    ("before", "season"),
    [
        ("The first season was short. ", 1),
        ("The first season was short, the second season longer. ", 2),
        ("Season 3 is near. ", 3),
        ("It was short. ", 4),  # what the article is news of
    ],
)
def test_of_a_series_the_season_spoken_of_last_is_meant(before, season):
    text = f"[Sea of Glass](WORK_OF_ART) is an anime. {before}Its music owes much to [Ann Oba](PERSON), not season 4."

    def relate(paragraphs):
        persons = [c for c in paragraphs[0].candidates if c.name.label == "PERSON"]
        return [Relation(0, c, "composer", 0.99, SEA, 0.99, "anime", 0.99) for c in persons]

    reading, findings = read_marked(text)
    found = find_statements(reading, findings, SEA, relate)
    assert [(s.value, s.season) for s in found if s.extractor == "relations"] == [("Ann Oba", season)]


def test_a_film_of_anime_stays_what_the_article_calls_it():
    def relate(paragraphs):
        persons = [c for c in paragraphs[0].candidates if c.name.label == "PERSON"]
        return [Relation(0, c, "director", 0.99, SEA, 0.99, "anime", 0.99) for c in persons]

    reading, findings = read_marked("[Sea of Glass](WORK_OF_ART) is a film. It was directed by [Ann Oba](PERSON).")
    found = find_statements(reading, findings, SEA, relate)
    assert [(s.predicate, s.medium) for s in found] == [("director", "film")]


@pytest.mark.parametrize(("before", "is_stated"), [("a cover of ", False), ("a song by ", True)])
def test_who_sang_a_song_first_does_not_perform_the_theme(before, is_stated):
    text = f'[Sea of Glass](WORK_OF_ART) is an anime. It ends with {before}[Ann Oba](PERSON)\'s "[Tides](WORK_OF_ART)".'
    found = stated(text, ("Ann Oba", "theme_performer", 0.99, "anime"))
    assert any("theme_performer | Ann Oba" in line for line in found) == is_stated
