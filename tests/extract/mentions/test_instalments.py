"""Titles of the parts of a series, whole and in their short forms. Invented names."""

import pytest

from pipeline.extract.mentions import find_mentions
from pipeline.extract.mentions.instalments import short_titles
from pipeline.extract.reading import Findings
from tests.extract.test_mentions import article

SERIES = [("title", "Ember (video game series)"), ("infobox", "Genre: Farming")]


def found(*lines, entities=()):
    mentions = find_mentions(article(*SERIES, *lines, entities=entities), Findings())
    return [(m.text, m.canonical) for m in mentions[1:]]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Ember: The Long Lamp (2012)", "Ember: The Long Lamp"),
        ("Ember 2: Ashfall", "Ember 2: Ashfall"),
        ("Ember & Sons (2016)", "Ember & Sons"),
        ("Ember and the Ghost of the Quay", "Ember and the Ghost of the Quay"),
        ("Return to Ember (2019)", "Return to Ember"),
        ("Ember III", "Ember III"),
        ("Ember in other media", "Ember"),
        ("Ember and its critics", "Ember"),
        ("Music of Ember", "Ember"),
    ],
)
def test_a_heading_names_a_part(heading, title):
    assert found(("heading", heading)) == [(title, None)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Later Ember: Ash Days was made.", ["Ember: Ash Days"]),
        ("Ember 2: Ashfall and Kites were made.", ["Ember 2: Ashfall", "Kites"]),
        ("Ember 2 sold well in 2020.", ["Ember 2"]),
        ("In 2020 Ember sold 2 million.", ["Ember"]),
        ("In Ember 2.5 million were sold.", ["Ember"]),
        ("He liked Ember: it was short.", ["Ember"]),
    ],
)
def test_titles_in_prose(text, names):
    said = found(("prose", text), entities=[("Kites", "WORK_OF_ART")])
    assert [name for name, _ in said] == names


def test_a_date_in_a_box_is_no_part_of_a_title():
    assert found(("infobox", "Latest release: Ember: Ashfall June 12, 2012"))[-1] == ("Ember: Ashfall", None)


def test_short_forms_are_the_part():
    lines = [("heading", "Ember 2: The Long Lamp"), ("prose", "The Long Lamp was late. Ember 2 sold well.")]
    full = "Ember 2: The Long Lamp"
    assert found(*lines) == [(full, None), ("The Long Lamp", full), ("Ember 2", full)]


@pytest.mark.parametrize(
    ("titles", "forms"),
    [
        (["Ember: Ashfall"], {"Ashfall": "Ember: Ashfall"}),
        (["Ember: The Lamp"], {"The Lamp": "Ember: The Lamp"}),
        (["Ember: Ash"], {}),
        (["Ember: Ashfall", "Ember 2: Ashfall"], {"Ember 2": "Ember 2: Ashfall"}),
        (["Ember 2"], {}),
        (["Kites: Ashfall"], {}),
        (["Emberly: Ashfall"], {}),
    ],
)
def test_short_forms_that_one_part_alone_has(titles, forms):
    assert short_titles("Ember", titles) == forms
