"""What a statement can be made of: the names, dates, numbers and genres of a passage."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc

from pipeline.extract.transformer.component import blanks_before
from pipeline.records import Name, Passage
from pipeline.values.numbers import parse_count, parse_ordinal
from pipeline.vocabulary.forms import longest_genre, may_begin_genre

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
    at = 0
    for word in WORD.finditer(text):
        start, end = word.span()
        if start < at:
            continue
        ahead = list(islice(WORD.finditer(text, start), LONGEST_GENRE)) if may_begin_genre(word[0].lower()) else []
        length, genre = longest_genre([found[0].lower() for found in ahead])
        at = end = ahead[length - 1].end() if genre is not None else end
        if _is_taken(start, end, named):
            continue
        number = None if genre is not None else parse_count(word[0]) or parse_ordinal(word[0])
        if genre is not None:
            yield Candidate(start, end, Name(genre, "GENRE"))
        elif number is not None and number < TOO_MANY:
            yield Candidate(start, end, Name(str(number), "NUMBER"))


def _is_taken(start: int, end: int, named: Sequence[Candidate]) -> bool:
    """Whether a name or a date, of those in order, shares a character with the stretch."""
    behind = bisect_left(named, end, key=lambda c: c.start)
    return behind > 0 and named[behind - 1].end > start
