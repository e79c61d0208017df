"""Lists of winners and nominees under the heading of a category: 'Ada Quill (Ember Days)', 'WINNER: Ember Days'."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.entries import category_label
from pipeline.extract.mentions.shape import is_title_like, trim
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

LONGEST_ITEM = 14  # words; longer ones are sentences
PAIR = re.compile(r"(?P<name>[^(),\n]{2,80})(?: \((?P<inner>[^()\n]{2,100})\)|, (?P<other>[^\n]{2,100}))$")


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(load_vocabulary("mentions")["winner"]["pattern"], re.IGNORECASE)


def find_winners(reading: Reading) -> Iterator[Candidate]:
    """The names in lists that stand under a category heading."""
    for number, (passage, doc) in enumerate(zip(reading.parsed.passages, reading.docs, strict=True)):
        if passage.kind != PassageKind.LIST_ITEM or not passage.section or len(passage.text.split()) > LONGEST_ITEM:
            continue
        label = category_label(passage.section[-1])
        if label is not None or _prefix().match(passage.text):
            known = {(e.start_char, e.end_char): e.label_ for e in doc.ents}
            yield from read_winner(number, passage.text, label, known)


def read_winner(number: int, text: str, label: str | None, known: dict[tuple[int, int], str]) -> Iterator[Candidate]:
    """'Name (Work)' and 'Name, Work' are a person and a work where the category or the model allows it."""
    prefix = _prefix().match(text)
    at = prefix.end() if prefix else 0
    pair = PAIR.match(text, at)
    if pair is not None and (pair["inner"] or label == "PERSON"):
        first = label if label in ("PERSON", "CHARACTER") else known.get(pair.span("name"), "WORK_OF_ART")
        second = "WORK_OF_ART" if first in ("PERSON", "CHARACTER") else known.get(pair.span("inner"), "ORG")
        yield _trimmed(number, text, *pair.span("name"), first)
        yield _trimmed(number, text, *pair.span("inner" if pair["inner"] else "other"), second)
    elif is_title_like(text[at:]) and not text.endswith("."):
        whole = known.get((at, len(text)), "")
        yield _trimmed(
            number, text, at, len(text), "PERSON" if label == "PERSON" and whole == "PERSON" else "WORK_OF_ART"
        )


def _trimmed(number: int, text: str, start: int, end: int, label: str) -> Candidate:
    return Candidate(number, *trim(text, start, end, label), label, "list")
