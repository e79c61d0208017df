"""What a statement can be made of: the names, dates, numbers and genres of a passage."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.extract.transformer.component import blanks_before
from pipeline.records import Name, Passage
from pipeline.values.numbers import parse_count, parse_ordinal
from pipeline.vocabulary.forms import longest_genre

# Every candidate has one of these kinds; the network adds an embedding of it to its input.
KINDS = "PERSON CHARACTER ORG WORK_OF_ART PLACE EVENT AWARD DATE NUMBER GENRE".split()
KIND_OF = {label: label for label in KINDS} | dict.fromkeys(("GPE", "LOC", "FAC"), "PLACE")
WORD = re.compile(r"\d{1,3}(?:,\d{3})+|\w+(?:[-‑]\w+)*|\S")
LONGEST_GENRE = 5  # words
TOO_MANY = 10_000  # no work has so many volumes or episodes


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of a passage, `text[start:end]`, and what they mean; equal names mean the same thing."""

    start: int
    end: int
    name: Name  # its label is a key of KIND_OF; a date's text is EDTF, a number's is in digits


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage as the network gets it: words with their offsets, candidates in order, and what stands above it."""

    words: tuple[str, ...]
    blanks: tuple[bool, ...]  # whether a blank stands before each word
    offsets: tuple[int, ...]  # of the beginning of each word
    candidates: tuple[Candidate, ...]
    topic: Name | None  # what the article, or this part of it, is about
    heading: str
    passage: Passage | None = None  # where it lies in an article


def make_paragraph(
    doc: Doc, named: Sequence[Candidate], topic: Name | None, heading: str, passage: Passage | None = None
) -> Paragraph:
    """`named`: names and dates in order, none inside another; numbers and genres between them are found here."""
    return Paragraph(
        words=tuple(token.text for token in doc),
        blanks=tuple(blanks_before(doc)),
        offsets=tuple(token.idx for token in doc),
        candidates=tuple(sorted([*named, *_between(doc.text, named)], key=lambda c: c.start)),
        topic=topic,
        heading=heading,
        passage=passage,
    )


def _between(text: str, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Numbers and genres in the words that no name or date takes."""
    taken = {i for c in named for i in range(c.start, c.end)}
    words = [(found.start(), found.end(), found[0].lower()) for found in WORD.finditer(text)]
    at = 0
    while at < len(words):
        start, end, word = words[at]
        length, genre = longest_genre([w for _, _, w in words[at : at + LONGEST_GENRE]])
        if genre is not None:
            end = words[at + length - 1][1]
        at += max(1, length)
        if taken.isdisjoint(range(start, end)):
            number = parse_count(word) or parse_ordinal(word)
            if genre is not None:
                yield Candidate(start, end, Name(genre, "GENRE"))
            elif number is not None and number < TOO_MANY:
                yield Candidate(start, end, Name(str(number), "NUMBER"))
