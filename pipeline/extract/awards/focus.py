"""The work that a sentence is about, which 'it' means first of all: 'Cold Sea was better liked: it won A'."""

import re
from collections.abc import Sequence

from pipeline.extract.awards.items import Item, Kind

DETERMINED = r"(?:(?:A|An|The|Its|His|Her|Their|Another|This)\s+(?:[\w'’-]+\s+){0,5}?[\w'’-]+,?\s+)"
WHEN = r"(?:In\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d,?\s+)"
OPENING = re.compile(rf"{WHEN}?{DETERMINED}?[\"“‘]?")
VERB = re.compile(
    r"[\"”’]?(?:\s\([^()]{0,60}\))?(?:,\s[^.;:]{2,140}?)?,?\s+(?:also\s+|then\s+|later\s+|has\s+|had\s+)?"
    r"(?:is|was|were|been|won|came|ran|sold|became|got|took|made|began|drew|told|went|did|opens|tells|follows|"
    r"[a-z]{3,14}ed)\b"
)


def subject_work(text: str, start: int, items: Sequence[Item]) -> Item | None:
    """The name that the sentence begins with, where a verb says something of it: 'A sequel, Old Town, followed'."""
    first = next((i for i in items if i.kind in (Kind.NAME, Kind.TITLE, Kind.PRONOUN)), None)
    if first is None or first.kind == Kind.PRONOUN or not OPENING.fullmatch(text, start, first.start):
        return None
    return first if VERB.match(text, first.end) else None
