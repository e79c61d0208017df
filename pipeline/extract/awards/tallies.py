"""Lists behind a count: 'won two prizes at the A, Bold Debut and Kind Voice' names two categories of any form."""

import re
from collections.abc import Sequence

from pipeline.extract.awards.items import Item, Kind
from pipeline.values.numbers import parse_count

COUNTED = re.compile(
    r"\s+(?P<count>two|three|four|five|six|seven|eight|nine|ten|both|\d{1,2})\s+(?:of\s+(?:the|its|their)\s+)?"
    r"(?:[a-z]{3,12}\s+)?(?:award|prize|troph(?:y|ie)|nomination|nod|gong|honou?r|medal|statuette|categor(?:y|ie))s?\b"
)
COUNTED_AWARD = re.compile(r"\s+(?:for\s+)?(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+")
OPENED = re.compile(
    r"(?:\s+(?:nominations|nods|awards|trophies))?"
    r"(?:,?\s+(?:(?:in|on|for|last|this)\s+){1,2}(?:[A-Z][a-z]+\s+)?(?:(?:19|20)\d\d|month|year|week|night|[A-Z][a-z]+day))?"
    r"(?:\s*[,:–—]\s+(?:for\s+|in\s+|both\s+)?|,?\s+for\s+)(?:the\s+)?"
)
STOP = re.compile(r";|\s[–—]\s|\.(?=\s|$)|,\s+(?:the (?:latter|former)|with|while|but|as|which|where|who|both of)\b|$")
SEPARATOR = re.compile(r",\s+(?:and\s+)?(?:for\s+)?(?:the\s+)?|\s+and\s+(?:for\s+)?(?:the\s+)?")
LONGEST = 300  # characters of a list
MOST_WORDS = 8


def with_tallies(text: str, items: Sequence[Item]) -> list[Item]:
    """The items with the pieces of such a list as categories, where there are as many as the words count."""
    for cue in (i for i in items if i.kind == Kind.CUE and i.text in ("won", "nominated")):
        award = next((i for i in items if i.kind == Kind.AWARD and i.start >= cue.end), None)
        count = _count(text, cue, award)
        if award is None or count is None:
            continue
        places = _pieces(text, award.end)
        inside = [i for i in items if places and places[0][0] <= i.start < places[-1][1]]
        if len(places) == count and not any(i.is_known or i.kind in (Kind.AWARD, Kind.CUE) for i in inside):
            pieces = [Item(Kind.CATEGORY, a, b, text[a:b]) for a, b in places]
            return sorted([*(i for i in items if i not in inside), *pieces], key=lambda item: item.start)
    return list(items)


def _count(text: str, cue: Item, award: Item | None) -> int | None:
    """How many awards the words count: 'two trophies at the A', 'two As'."""
    if award is None:
        return None
    found = COUNTED.match(text, cue.end, award.start) or COUNTED_AWARD.fullmatch(text, cue.end, award.start)
    return (2 if found["count"] == "both" else parse_count(found["count"])) if found else None


def _pieces(text: str, start: int) -> list[tuple[int, int]]:
    """The places of the list that opens behind an offset; nothing where a piece is not written like a category."""
    opened = OPENED.match(text, start)
    if opened is None:
        return []
    stop = STOP.search(text, opened.end(), opened.end() + LONGEST)
    end = stop.start() if stop else min(opened.end() + LONGEST, len(text))
    places, begin = [], opened.end()
    for found in SEPARATOR.finditer(text, begin, end):
        places.append((begin, found.start()))
        begin = found.end()
    places.append((begin, end))
    fit = all(a < b and text[a].isupper() and len(text[a:b].split()) <= MOST_WORDS for a, b in places)
    return places if fit else []
