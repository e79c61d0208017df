"""What items are by what stands beside them: categories and awards by their place, the verb of an equation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.objects import as_award
from pipeline.extract.awards.tallies import with_tallies

AT = re.compile(r"(?:^|[.,;]\s+|\s)(?:[Aa]t|[Dd]uring|[Ii]n)\s+(?:the\s+)?(?:inaugural\s+)?$")
DIRECT = re.compile(r"\s+(?:for\s+)?(?:the\s+)?")
NEXT = re.compile(r",?\s+and\s+|,\s+")
EQUALS = re.compile(r"[\"”’)]?\s+(?P<verb>was|is|were|are)\s+(?:the\s+)?[\"“‘]?")
OWNS = re.compile(r"(?:\s+(?:magazine|newspaper))?['’]s?\s+(?:(?:19|20)\d\d\s+)?")
OF_TIME = re.compile(r"\bof the (?:[Yy]ear|[Dd]ecade|[Mm]onth)$")
VENUE = re.compile(
    r"[\"”’]?\s+(?:(?:award|prize)\s+)?at\s+(?:(?:the|this|last)(?: [a-z]{3,8}['’]s)?\s+)?(?:(?:19|20)\d\d\s+)?"
)
OBJECT = re.compile(r"\s+(?:for\s+)?(?:the\s+)?[\"“‘]?")
# 'Female Performance in a Comedy': what may stand between 'up for' and 'at the A'
PHRASE = re.compile(
    r"[A-Z][\w’'&-]*(?:[ :,/-]+(?:(?:in|of|for|a|an|the|or|and|by|to|&)\s+){0,3}[A-Z0-9][\w’'&-]*){0,8}"
)
WITHIN = (Kind.NAME, Kind.RANK, Kind.CATEGORY)
AND = re.compile(r",| and | for ")
NAMED = (Kind.NAME, Kind.TITLE)
MOST_CHARACTERS = 100  # of the name of a category


def place_items(text: str, items: Sequence[Item]) -> list[Item]:
    """The items of a sentence in order, with what only their places tell."""
    placed = with_tallies(text, _with_objects(text, _with_categories(text, items)))
    placed = _with_venues(text, _with_owners(text, placed))
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
        is_name = following.kind == Kind.NAME or _is_doubtful(following)
        if at_ceremony and is_name and (is_object or (is_next and not following.is_known)):
            read[number + 1] = replace(following, kind=Kind.CATEGORY, award=None)
    return read


def _is_doubtful(item: Item) -> bool:
    """A name that a model took for an award's, with no word in it that says so."""
    return item.kind == Kind.AWARD and item.award is not None and not item.award.is_certain


def _with_objects(text: str, items: Sequence[Item]) -> list[Item]:
    """'up for Female Performance in a Comedy at the Heron Awards': what stands between the verb and the ceremony."""
    for cue in (i for i in items if i.kind == Kind.CUE and i.text in ("won", "nominated")):
        award = next((i for i in items if i.start >= cue.end and i.kind in (Kind.AWARD, Kind.CUE)), None)
        opened = OBJECT.match(text, cue.end)
        if award is None or award.kind != Kind.AWARD or opened is None or award.start - cue.end > 2 * MOST_CHARACTERS:
            continue
        phrase = PHRASE.match(text, opened.end(), award.start)
        inside = [i for i in items if phrase is not None and phrase.start() <= i.start < phrase.end()]
        if phrase is None or not inside or any(i.is_known or i.kind not in WITHIN for i in inside):
            continue
        if inside[0].kind == Kind.CATEGORY and (len(inside) == 1 or AND.search(phrase[0])):
            continue
        if VENUE.fullmatch(text, phrase.end(), award.start):
            category = Item(Kind.CATEGORY, phrase.start(), phrase.end(), phrase[0])
            return [
                *(i for i in items if i.end <= category.start),
                category,
                *(i for i in items if i.start >= category.end),
            ]
    return list(items)


def _with_owners(text: str, items: Sequence[Item]) -> list[Item]:
    """'it was Far Shores' Game of the Year': whose honour of the year it is gives it."""
    read: list[Item] = list(items)
    for number, (one, following) in enumerate(pairwise(items)):
        is_honour = following.kind == Kind.CATEGORY and OF_TIME.search(following.text) is not None
        if is_honour and one.kind == Kind.NAME and OWNS.fullmatch(text, one.end, following.start):
            read[number] = as_award(one)
    return read


def _with_venues(text: str, items: Sequence[Item]) -> list[Item]:
    """'the jury prize at Lakeside', 'nominated for best actress at last year's Alders': where it was given names it."""
    read = list(items)
    for number, (one, following) in enumerate(pairwise(items)):
        if (
            one.kind == Kind.CATEGORY
            and following.kind == Kind.NAME
            and VENUE.fullmatch(text, one.end, following.start)
        ):
            read[number + 1] = as_award(following)
    return read


def _equations(text: str, items: Sequence[Item]) -> Iterator[Item]:
    """'Song of the Year was "X"', 'X was Book of the Year': the verb says who got the category."""
    for one, following in pairwise(items):
        found = EQUALS.fullmatch(text, one.end, following.start)
        if found is None:
            continue
        is_owned = following.kind == Kind.AWARD and OWNS.match(text, following.end) is not None
        if one.kind == Kind.CATEGORY and following.kind in NAMED:
            yield Item(Kind.CUE, found.start("verb"), found.end("verb"), "given", written=found["verb"])
        elif one.kind in (*NAMED, Kind.PRONOUN) and (
            is_owned or (following.kind == Kind.CATEGORY and one.kind in NAMED)
        ):
            yield Item(Kind.CUE, found.start("verb"), found.end("verb"), "won", written=found["verb"])
