"""Ranks: 'ranked 3rd in the A category and 5th in the B category', 'number one on the X chart', 'headed by X'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from pipeline.extract.awards.clauses import FARTHEST, Clause, Event, Subject, last_award, years_of
from pipeline.extract.awards.found import FoundAward
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.names import read_award

ON = re.compile(r"\s+(?:on|in|of)\b[^,;]{0,80}")
TOPPED = re.compile(r"(?i:topped|tops|topping|heads|headed)\b")
ENTERED = re.compile(r"(?:debuted|entered|opened|started)\b")
CONTINUED = re.compile(r"\W*(?:and|but|where it|ultimately|eventually|finally|later|then|,|\s)*")
PASSIVE_SUBJECT = re.compile(r"\bthe ([A-Za-z][A-Za-z -]{2,40}?) (?:was|were)\s*$")


def follow_up(text: str, clause: Clause, told: list[Event]) -> list[Event] | None:
    """'was nominated for A and placed fourth', 'entered A at 43, peaking at six': the place is what came of it."""
    ranks = [i for i in clause.after if i.kind == Kind.RANK]
    named = any(i.kind in (Kind.AWARD, Kind.CATEGORY, Kind.PRAISE, Kind.NAME, Kind.TITLE) for i in clause.after[:2])
    gap = text[clause.before[-1].end if clause.before else clause.cue.start : clause.cue.start]
    if not told or not ranks or told[-1].result == "won" or named or not CONTINUED.fullmatch(gap):
        return None
    last = told[-1]
    entered = last.result == "ranked" and not ENTERED.search(text[last.cue.start : last.cue.end])
    if entered or re.match(r"[^,.;]{0,30}\b(?:in|on)\s+(?:the\s+|its\s+)?[A-Z]", text[ranks[0].end :]):
        return None
    return [*told[:-1], replace(last, result="ranked", rank=ranks[0].number)]


def _rated(text: str, clause: Clause) -> Event | None:
    """'X ranked the film 14th in its list of the best films': who ranks is the award."""
    rated = clause.after[:2]
    giver = next((i for i in reversed(clause.before) if i.kind in (Kind.NAME, Kind.AWARD)), None)
    if giver is None or len(rated) < 2 or rated[1].kind != Kind.RANK or giver.text.casefold() in ("it", "he", "she"):
        return None
    if rated[0].kind not in (Kind.PRONOUN, Kind.NAME, Kind.TITLE) or text[clause.cue.end : rated[0].start].strip(
        ' "“‘'
    ):
        return None
    if not re.match(r"[^.;]{0,40}\b(?:list|ranking|poll|countdown|chart|best|top)\b", text[rated[1].end :]):
        return None
    award = replace(
        giver, kind=Kind.AWARD, award=giver.award or FoundAward(giver.start, giver.end, read_award(giver.text))
    )
    category = next((i for i in clause.after if i.kind in (Kind.CATEGORY, Kind.PRAISE)), None)
    return Event(clause.cue, "ranked", (Subject(rated[0]),), award, category, years_of(text, clause), rated[1].number)


def read_ranks(text: str, clause: Clause, subjects: tuple[Subject, ...]) -> Iterator[Event]:
    """'ranked 3rd in the A category and 5th in the B category', 'number one on the X chart', 'headed by X'."""
    award = next((i for i in clause.after if i.kind == Kind.AWARD), None) or last_award(clause)
    years = years_of(text, clause)
    if rated := _rated(text, clause):
        yield rated
        return
    led = re.match(r"\s+by\b", text[clause.cue.end : clause.cue.end + FARTHEST])
    if led:
        if award is not None and award.end <= clause.cue.start:
            yield from _ladder(text, clause, award, years)
        return
    ranks = [i for i in clause.after if i.kind == Kind.RANK]
    if not ranks and TOPPED.match(text, clause.cue.start):
        yield from _topped(text, clause, subjects)
    for rank, following in zip_longest(ranks, ranks[1:]):
        if rank is None:
            continue
        stop = following.start if following else float("inf")
        placed = [i for i in clause.after if rank.start < i.start < stop]
        categories = [i for i in placed if i.kind in (Kind.CATEGORY, Kind.PRAISE)]
        charted = [i for i in placed if i.kind == Kind.AWARD and i.award is not None and i.award.is_ranking]
        charted = charted or _entered(text, clause, rank)
        placed_years = tuple(i for i in placed if i.kind == Kind.YEAR) or years
        for category in categories:
            event = Event(
                clause.cue,
                "ranked",
                subjects or (Subject(None),),
                award,
                category,
                placed_years,
                rank.number,
                _bracketed(text, category, placed),
            )
            yield event
            yield from _behind(text, clause, event)
        if (
            not categories
            and charted
            and (charted[0].end <= rank.start or ON.fullmatch(text, rank.end, charted[0].start))
        ):
            yield Event(
                clause.cue,
                "ranked",
                subjects or (Subject(None),),
                charted[0],
                None,
                _chart_years(text, clause),
                rank.number,
            )


def _entered(text: str, clause: Clause, rank: Item) -> list[Item]:
    """'entered the A chart at number two': the chart stands before the rank."""
    before = [i for i in clause.after if i.kind == Kind.AWARD and i.end <= rank.start]
    return [i for i in before[-1:] if re.fullmatch(r"\s+(?:chart\s+)?at\s+", text[i.end : rank.start])]


def _chart_years(text: str, clause: Clause) -> tuple[Item, ...]:
    """What is released in a year enters the charts in it."""
    return years_of(text, clause, is_chart=True)


def _topped(text: str, clause: Clause, subjects: tuple[Subject, ...]) -> Iterator[Event]:
    """'topped the A in the X category', 'tops the A chart'."""
    award = next((i for i in clause.after if i.kind == Kind.AWARD), None)
    if award is None or not re.fullmatch(
        r"\s+(?:the\s+)?(?:[a-z]+\s+){0,3}[\"“‘]?", text[clause.cue.end : award.start]
    ):
        return
    category = next((i for i in clause.after if i.kind in (Kind.CATEGORY, Kind.PRAISE)), None)
    yield Event(clause.cue, "ranked", subjects or (Subject(None),), award, category, years_of(text, clause), 1)


def _behind(text: str, clause: Clause, event: Event) -> Iterator[Event]:
    """'finished second, behind X': X was first."""
    found = re.search(r"\b(?:behind|after)\s+(?:the\s+)?[\"“‘]?", text[clause.cue.end : clause.cue.end + 2 * FARTHEST])
    if event.rank != 2 or not found:
        return
    start = clause.cue.end + found.end()
    first = next((i for i in clause.after if i.start == start and i.kind in (Kind.NAME, Kind.TITLE)), None)
    if first is not None:
        yield replace(event, subjects=(Subject(first),), rank=1, about=None)


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
