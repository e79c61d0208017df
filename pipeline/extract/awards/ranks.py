"""Ranks: 'ranked 3rd in the A category and 5th in the B category', 'number one on the X chart', 'headed by X'."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.extract.awards.clauses import FARTHEST, Clause, Event, Subject, last_award, years_of
from pipeline.extract.awards.items import Item, Kind

PASSIVE_SUBJECT = re.compile(r"\bthe ([A-Za-z][A-Za-z -]{2,40}?) (?:was|were)\s*$")


def read_ranks(text: str, clause: Clause, subjects: tuple[Subject, ...]) -> Iterator[Event]:
    """'ranked 3rd in the A category and 5th in the B category', 'number one on the X chart', 'headed by X'."""
    award = next((i for i in clause.after if i.kind == Kind.AWARD), None) or last_award(clause)
    years = years_of(clause)
    led = re.match(r"\s+by\b", text[clause.cue.end :])
    if led and award is not None:
        yield from _ladder(text, clause, award, years)
        return
    ranks = [i for i in clause.after if i.kind == Kind.RANK]
    for rank, following in zip_longest(ranks, ranks[1:]):
        if rank is None:
            continue
        stop = following.start if following else float("inf")
        placed = [i for i in clause.after if rank.start < i.start < stop]
        categories = [i for i in placed if i.kind in (Kind.CATEGORY, Kind.PRAISE)]
        charted = [i for i in placed if i.kind == Kind.AWARD and i.award is not None and i.award.is_ranking]
        for category in categories:
            yield Event(
                clause.cue,
                "ranked",
                subjects or (Subject(None),),
                award,
                category,
                years,
                rank.number,
                _bracketed(text, category, placed),
            )
        if (
            not categories
            and charted
            and re.fullmatch(r"\s+(?:on|in|of)\b[^,;]{0,80}", text[rank.end : charted[0].start])
        ):
            yield Event(clause.cue, "ranked", subjects or (Subject(None),), charted[0], None, years, rank.number)


def _ladder(text: str, clause: Clause, award: Item, years: tuple[Item, ...]) -> Iterator[Event]:
    """'were headed by X, with Y second and Z third': each ordinal belongs to the name before it."""
    category = None
    if found := PASSIVE_SUBJECT.search(text, max(clause.cue.start - FARTHEST, 0), clause.cue.start):
        category = Item(Kind.CATEGORY, found.start(1), found.end(1), found[1])
    names = [i for i in clause.after if i.kind in (Kind.NAME, Kind.TITLE)]
    if names:
        yield Event(clause.cue, "ranked", (Subject(names[0]),), award, category, years, 1)
    used = names[:1]
    for rank in (i for i in clause.after if i.kind == Kind.RANK):
        holder = next((n for n in reversed(names) if n.end <= rank.start), None)
        if holder is not None and holder not in used:
            used.append(holder)
            yield Event(rank, "ranked", (Subject(holder),), award, category, years, rank.number)


def _bracketed(text: str, category: Item, placed: Sequence[Item]) -> Item | None:
    """'the most popular hero (X)': who holds the place."""
    following = next((i for i in placed if i.start >= category.end), None)
    if following is not None and re.fullmatch(r"\s?\(", text[category.end : following.start]):
        return following
    return None
