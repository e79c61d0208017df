"""What items are by what stands beside them: categories by their place, and the verb between a category and a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.awards.items import Item, Kind

AT = re.compile(r"(?:^|[.,;]\s+|\s)(?:[Aa]t|[Dd]uring|[Ii]n)\s+(?:the\s+)?(?:inaugural\s+)?$")
DIRECT = re.compile(r"\s+(?:for\s+)?(?:the\s+)?")
NEXT = re.compile(r",?\s+and\s+|,\s+")
EQUALS = re.compile(r"[\"”’)]?\s+(?P<verb>was|is|were|are)\s+(?:the\s+)?[\"“‘]?")
NAMED = (Kind.NAME, Kind.TITLE)


def place_items(text: str, items: Sequence[Item]) -> list[Item]:
    """The items of a sentence in order, with what only their places tell."""
    placed = _with_categories(text, items)
    return sorted([*placed, *_equations(text, placed)], key=lambda item: item.start)


def _with_categories(text: str, items: Sequence[Item]) -> list[Item]:
    """'At the 9th Heron Awards it won Bold Debut and was up for Kind Voice': what is won at a ceremony is a category,
    whatever its form."""
    read, at_ceremony = list(items), False
    for number, (one, following) in enumerate(pairwise(items)):
        at_ceremony = at_ceremony or (
            one.kind == Kind.AWARD and bool(AT.search(text[max(one.start - 30, 0) : one.start]))
        )
        before = read[number]
        is_object = before.kind == Kind.CUE and before.text in ("won", "nominated")
        is_object = is_object and DIRECT.fullmatch(text, one.end, following.start) is not None
        is_next = before.kind == Kind.CATEGORY and NEXT.fullmatch(text, one.end, following.start) is not None
        if at_ceremony and following.kind == Kind.NAME and (is_object or (is_next and not following.is_known)):
            read[number + 1] = replace(following, kind=Kind.CATEGORY)
    return read


def _equations(text: str, items: Sequence[Item]) -> Iterator[Item]:
    """'Song of the Year was "X"', 'X was Book of the Year': the verb says who got the category."""
    for one, following in pairwise(items):
        found = EQUALS.fullmatch(text, one.end, following.start)
        if found and one.kind == Kind.CATEGORY and following.kind in NAMED:
            yield Item(Kind.CUE, found.start("verb"), found.end("verb"), "given", written=found["verb"])
        elif found and one.kind in NAMED and following.kind == Kind.CATEGORY:
            yield Item(Kind.CUE, found.start("verb"), found.end("verb"), "won", written=found["verb"])
