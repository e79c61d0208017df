"""The entities that the spaCy pipeline found, trimmed to the span a reader would mark."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import not_names
from pipeline.extract.mentions.shape import honorifics, trim, without_honorific, without_opener
from pipeline.extract.mentions.shape import openers as _openers
from pipeline.extract.mentions.titles import page_label
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b")  # entries of a live report
SITE = re.compile(r" in (?=[^\W\d_a-z])")
QUOTATION = re.compile(r" [\"“](?=[^\"”]+$)")  # that begins in a name and ends behind it
QUESTION = re.compile(r"(?:When|Why|How|Where|What|Is|Are|Does|Did|Will|Was|Who)(?: [a-z]+){0,2} (?=The )")
NO_WORK = ("PERSON", "CHARACTER", "ORG", "GPE", "LOC", "FAC", "AWARD", "EVENT")


def find_model_entities(reading: Reading) -> Iterator[Candidate]:
    """The pipeline's entities: 'the first season of [the Lamp Awards]' gives 'Lamp Awards'.

    Headings of an encyclopedia page name topics, not things, so the model is not asked about them.
    """
    is_person_page = page_label(reading) == "PERSON"
    for number, (passage, doc) in enumerate(zip(reading.parsed.passages, reading.docs, strict=True)):
        if passage.kind == PassageKind.HEADING and reading.parsed.is_encyclopedia:
            continue
        if passage.kind == PassageKind.HEADING and CLOCK.match(passage.text):
            continue
        if passage.text.isupper() and " " in passage.text:
            continue  # what names a line in capitals has, the rest of the article tells
        text = passage.text
        for entity in doc.ents:
            label = "PERSON" if is_person_page and entity.label_ == "CHARACTER" else entity.label_
            start, end = trim(text, entity.start_char, entity.end_char, label)
            if label != "WORK_OF_ART":
                start, end = trim(text, start, _without_small_tail(text, start, end), label)
            if label == "WORK_OF_ART" and text.endswith(" Light", start, end) and text.startswith(" Novel", end):
                end -= len(" Light")
            if label == "WORK_OF_ART" and (question := QUESTION.match(text, start, end)):
                start = question.end()
            if label in NO_WORK:
                start = without_opener(text, start, end)
            if label != "CHARACTER" and text[start:end].partition(" ")[0] in honorifics():
                label, start = "PERSON", without_honorific(text, start, end)
            if start < end and _is_name(text[start:end], label):
                yield from _divided(number, text, start, end, label)


def _seasons() -> tuple[str, ...]:
    return ("Spring", "Summer", "Autumn", "Fall", "Winter", "Season", "Episode", "Volume", "ISBN")


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["adjectives"]["words"])


def _without_small_tail(text: str, start: int, end: int) -> int:
    """'Otter House library' ends with 'House'."""
    words = text[start:end].split(" ")
    while len(words) > 1 and words[-1].islower() and words[-1].isascii() and words[0][:1].isupper():
        end -= len(words.pop()) + 1
    return end


def _is_name(text: str, label: str) -> bool:
    """Whether the text could be a name: not all in small letters, no adjective of nationality, no function word."""
    if not any(c.isalnum() for c in text) or (text.islower() and text.isascii()):
        return False
    if label in NO_WORK and (text in not_names() or not any(map(str.isalpha, text))):
        return False
    if text in _adjectives() or len(text) == 1 or text.split()[0] in _seasons() or text in _openers():
        return False
    if (
        label in NO_WORK
        and " " in text
        and text.split()[0].casefold() in STOP_WORDS - {"the", "a", "an", "call", "made", "well"}
    ):
        return False
    return " " in text or text.isupper() or text.casefold().replace("’", "'") not in STOP_WORDS


def _divided(number: int, text: str, start: int, end: int, label: str) -> Iterator[Candidate]:
    """An organisation and what it owns are two: 'Kaze Works' Ember Bunko', 'Otter House's Weekly Reed'.

    So are a person and what they are called: 'calls Mia "Captain"'.
    """
    quotation = QUOTATION.search(text[start:end]) if label in ("PERSON", "CHARACTER") else None
    if quotation:
        yield Candidate(number, start, start + quotation.start(), label, "model")
        start += quotation.end()
    site = SITE.search(text, start, end) if label in ("FAC", "GPE", "LOC") else None
    if site:
        yield Candidate(number, site.end(), end, "GPE", "model")
        end = site.start()
    for mark in ("'s ", "’s "):
        cut = text.find(mark, start, end)
        if label == "ORG" and cut > start and text[cut + 3].isupper():
            yield Candidate(number, start, cut, label, "model")
            start = cut + 3
    yield Candidate(number, start, end, label, "model")
