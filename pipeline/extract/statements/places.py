"""Places in the entry of an infobox: 'Born: 2 May 1963, Lindau, Bavaria, Germany'."""

import re
from collections.abc import Sequence

from pipeline.extract.statements.building import Value
from pipeline.extract.statements.folding import LABELS
from pipeline.extract.statements.labelled import Entry
from pipeline.extract.statements.parts import is_name
from pipeline.records import DateMention, Mention

LONGEST_PLACE = 4  # parts between commas


def place_of(entry: Entry, items: Sequence[Mention | DateMention]) -> Value | None:
    """'Town, Region, Country' as one value: the places that stand one behind the other, and parts between them."""
    places = [i for i in items if isinstance(i, Mention) and LABELS[i.label] == "place"]
    if not places:
        return None
    start, end = entry.local(places[0])
    for place in places[1:]:
        next_start, next_end = entry.local(place)
        if entry.text[end:next_start].strip() != ",":
            break
        end = next_end
    start, end = _whole(entry, items, start, end)
    span = entry.passage.to_raw(entry.at + start, entry.at + end)
    return Value(entry.text[start:end], span.start, span.end, label="GPE")


def _whole(entry: Entry, items: Sequence[Mention | DateMention], start: int, end: int) -> tuple[int, int]:
    """With the parts between a date and the place, and behind it, that no rule has found to be places."""
    text = entry.text
    dated = [entry.local(i)[1] for i in items if isinstance(i, DateMention) and entry.local(i)[1] <= start]
    if dated:
        between = re.fullmatch(
            r"\s*(?:\([^()]{0,40}\))?\s*[,;]?\s*(?P<town>[^\d()]{2,60}?),\s*", text[dated[-1] : start]
        )
        if between and all(is_name(part) for part in between["town"].split(",")):
            start = dated[-1] + between.start("town")
    behind = re.match(r"(?:,\s*[^\W\d_][^,;()\d]{1,40})+", text[end : end + 120])
    parts = behind[0].split(",")[1:] if behind else []
    if (
        behind
        and all(is_name(part) for part in parts)
        and len(parts) < LONGEST_PLACE
        and end + behind.end() == len(text)
    ):
        end = len(text)
    return start, end


def place_within(text: str, entry: Entry, items: Sequence[Mention | DateMention]) -> bool:
    """Whether a place is named in the first words of the entry."""
    return any(isinstance(i, Mention) and LABELS[i.label] == "place" and entry.local(i)[1] <= len(text) for i in items)
