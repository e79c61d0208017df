"""Places that the form of a line or a word tells: 'the Reedham-born actor', 'REEDHAM, May 3 — A film'."""

import re
from collections.abc import Iterator

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import adjectives, not_names
from pipeline.extract.mentions.shape import UPPER
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind

WORD = rf"[{UPPER}][\w'’]{{1,30}}"
OF_PLACE = re.compile(rf"(?<![\w\-'’])(?:The |An? )?(?P<name>{WORD}(?: {WORD}){{0,2}})-(?:born|set|raised|bred)\b")
DATELINE = re.compile(  # an agency's: the town in capitals
    r"(?P<town>[A-Z][A-Z.'’]{2,20}(?: [A-Z][A-Z.'’]{1,20}){0,2})(?:, (?P<state>[A-Z][A-Za-z.]{2,20}))?"
    r"(?:, [^.—–\n]{4,30})?(?: \([^()\n]{2,30}\))? ?(?:—|–|--) ?(?=\S)"
)


def find_places(reading: Reading) -> Iterator[Candidate]:
    """Places that form tells, from running text."""
    for number, passage in enumerate(reading.parsed.passages):
        if passage.kind == PassageKind.PROSE:
            for start, end in read_places(passage.text):
                yield Candidate(number, start, end, "GPE", "cue")


def read_places(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the places of one passage."""
    line = DATELINE.match(text)
    if line and line["town"] not in not_names():
        yield from (line.span(group) for group in ("town", "state") if line[group])
    for match in OF_PLACE.finditer(text):
        if match["name"].split()[0] not in not_names() | adjectives() and not match["name"].isupper():
            yield match.span("name")
