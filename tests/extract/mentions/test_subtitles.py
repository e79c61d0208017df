"""A title and the one behind its colon; invented names."""

import pytest

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.series import subtitled
from pipeline.extract.reading import Reading
from pipeline.records import Metadata, ParsedArticle, Passage, PassageKind
from pipeline.values.spans import Alignment


def joined(*passages: tuple[PassageKind, str], names: dict[str, str]) -> list[str]:
    """The candidates left of those that stand wherever the names do."""
    made = tuple(Passage(kind, text, Alignment.identity(0, len(text))) for kind, text in passages)
    candidates = [
        Candidate(number, text.index(name), text.index(name) + len(name), label, "model")
        for number, (_, text) in enumerate(passages)
        for name, label in names.items()
        if name in text
    ]
    reading = Reading(ParsedArticle("", "test", Metadata(), made), ())
    return [made[c.passage].text[c.start : c.end] for c in subtitled(reading, candidates)]


WORKS = {"Ember Days 2": "WORK_OF_ART", "Ash and Iron": "WORK_OF_ART"}
SENTENCE = (PassageKind.PROSE, "They showed Ember Days 2: Ash and Iron on Monday.")


def test_a_sentence_joins_them_and_the_headline_follows():
    assert joined(SENTENCE, names=WORKS) == ["Ember Days 2: Ash and Iron"]
    headline = (PassageKind.TITLE, "Ember Days 2: Ash and Iron dated")
    assert joined(headline, SENTENCE, names=WORKS) == ["Ember Days 2: Ash and Iron"] * 2


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        ((PassageKind.TITLE, "New on Ember Days 2: Ash and Iron praised it"), WORKS),
        ((PassageKind.PROSE, "Ember Days 2: Ash and Iron is better."), WORKS),  # a label may stand there
        ((PassageKind.PROSE, "They showed Ember Days 2, Ash and Iron."), WORKS),
        (SENTENCE, {"Ember Days 2": "WORK_OF_ART", "Ash and Iron": "ORG"}),
    ],
)
def test_what_stays_apart(passage, names):
    assert joined(passage, names=names) == list(names)
