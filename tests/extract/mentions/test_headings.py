"""Titles in capitals over entries; invented titles and people."""

import pytest
import spacy
from spacy.tokens import Span

from pipeline.extract.mentions.headings import find_headings
from pipeline.extract.reading import Reading
from pipeline.records import Metadata, ParsedArticle, Passage, PassageKind
from pipeline.values.spans import Alignment

NLP = spacy.blank("en")


def titles(*lines: str, page: bool = False) -> list[str]:
    """The titles among lines of which every second is a heading; 'Ada Quill' is a person to the model."""
    passages, docs = [], []
    for number, line in enumerate(lines):
        kind = PassageKind.PROSE if number % 2 else PassageKind.HEADING
        passages.append(Passage(kind, line, Alignment.identity(0, len(line))))
        doc = NLP(line)
        doc.ents = [Span(doc, 0, 2, "PERSON")] if line.startswith("Ada Quill") else []
        docs.append(doc)
    reading = Reading(ParsedArticle("", "test", Metadata(), tuple(passages), is_encyclopedia=page), tuple(docs))
    return [passages[c.passage].text[c.start : c.end] for c in find_headings(reading)]


SLATE = [
    "LOW TIDE, HIGH TIDE", "Horror-comedy series, six parts, Malaysia.",
    "BARANGAY PIER | 2 June", "Adapted from the hit podcast.",
    "THE OTTER HOUSE S2", "A period melodrama in twenty parts.",
]  # fmt: skip
FOUND = ["LOW TIDE, HIGH TIDE", "BARANGAY PIER", "THE OTTER HOUSE"]


def test_what_stands_below_tells_of_works():
    assert titles(*SLATE) == FOUND
    assert titles(*SLATE, "EMBER VS. RAIN", "She goes back to the animation house of her youth.") == [
        *FOUND,
        "EMBER VS. RAIN",
    ]


@pytest.mark.parametrize("line", ["Ada Quill", "Ada Quill, translated by Bo Marsh", "£12.99, 144 pp", "ISBN 1-234"])
def test_a_person_or_a_price_below_tells_of_a_book(line):
    assert titles("LOW TIDE", line, "OTTER HOUSE", line, "EMBER DAYS", line) == [
        "LOW TIDE",
        "OTTER HOUSE",
        "EMBER DAYS",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        SLATE[:4],  # two are too few
        ["BEST FILM", "Ada Quill", "BEST SHORT FILM", "Ada Quill", "BEST ACTOR", "Ada Quill"],
        ["CAST", "Ada Quill", "STAFF", "Ada Quill", "STORY", "Ada Quill"],
        ["THE STORY", "The anime is new.", "THE CAST", "The film has a cast.", "THE DATE", "The series will start."],
        ["Low Tide", "A drama, six parts.", "Otter House", "A comedy, six parts.", "Ember Days", "A drama, six parts."],
    ],
)
def test_other_headings_are_no_titles(lines):
    assert titles(*lines) == []


def test_an_encyclopedia_has_no_slates():
    assert titles(*SLATE, page=True) == []
