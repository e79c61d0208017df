"""What a network calls one name and a reader two, or part of one. Invented names."""

import pytest

from pipeline.extract.mentions.apposed import find_apposed
from pipeline.extract.mentions.model import find_model_entities
from tests.extract.test_mentions import article


def found(line, *entities):
    reading = article(("title", "A page"), ("prose", line), entities=entities)
    return [(line[c.start : c.end], c.label) for c in find_model_entities(reading) if c.passage]


@pytest.mark.parametrize(
    ("line", "entity", "names"),
    [
        ('Kite calls Mia "Captain" here.', ('Mia "Captain', "CHARACTER"), ["Mia", "Captain"]),
        ("Kite calls Mia “Captain” here.", ("Mia “Captain", "CHARACTER"), ["Mia", "Captain"]),
        ('Mia "Moth" Okoye wrote it.', ('Mia "Moth" Okoye', "PERSON"), ['Mia "Moth" Okoye']),
        ("It was Otter House's Weekly Reed.", ("Otter House's Weekly Reed", "ORG"), ["Otter House", "Weekly Reed"]),
        ("It was Otter House's own paper.", ("Otter House's own paper", "ORG"), ["Otter House"]),
        ("Shot in the Long Hall in Vienna.", ("Long Hall in Vienna", "FAC"), ["Long Hall", "Vienna"]),
        ("Publisher Otter House has it.", ("Publisher Otter House", "ORG"), ["Otter House"]),
        ("We read Otter House library books.", ("Otter House library", "ORG"), ["Otter House"]),
    ],
)
def test_where_a_name_ends(line, entity, names):
    assert [name for name, _ in sorted(found(line, entity), key=lambda n: line.find(n[0]))] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("According to the editor-in-charge of the novels, Okoye, it went on.", ["Okoye"]),
        ("The director of the film, Mia Okoye, said so.", ["Mia Okoye"]),
        ("The director of the film, The Otter, said so.", []),
        ("The director of films, however, said so.", []),
    ],
)
def test_who_holds_an_office_is_a_person(line, names):
    reading = article(("title", "A page"), ("prose", line))
    people = [c for c in find_apposed(reading) if c.label == "PERSON"]
    assert [line[c.start : c.end] for c in people] == names
