"""The events of a sentence: each cue with its subject before it and awards, categories, years and ranks around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.awards.clauses import FARTHEST, Clause, Event, Subject, last_award, years_of
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.ranks import read_ranks
from pipeline.values.numbers import parse_count

ABOUT_NEXT = re.compile(r"\b(?:at|from|during)\b")
INDIRECT = re.compile(r"\b(?:at|during|from|in|by|with)\b")
JOINED = re.compile(
    r"[\s,\"“”‘’'—–]*(?:and|&|as well as)?[\s,\"“”‘’'—–]*(?:all|both|each|also|have|has|had|were|was)?\s*"
)
TOGETHER = re.compile(r"\b(?:along with|together with|alongside|shared with|as did|tied with)\b")
FOR = re.compile(r"\s*[\"”]?,?\s+for\s+(?:the\s+(?:film|song|series|episode)\s+)?[\"“]?$")
OBJECT = re.compile(r"\s+(?:the|a|an|its|his|her|their)\s+")
NOMINATION = re.compile(r"\s+nominations?\b")


def read_events(text: str, items: Sequence[Item]) -> Iterator[Event]:
    """The events of a sentence, in order."""
    previous: list[Event] = []
    subjects: tuple[Subject, ...] = ()
    for clause in _clauses(items):
        subjects = _subjects(text, clause) or subjects
        if clause.cue.text == "none":
            continue
        if clause.cue.text == "lost":
            events = list(_losses(text, clause, subjects, previous))
        elif clause.cue.text == "ranked":
            events = list(read_ranks(text, clause, subjects))
        else:
            events = list(_honours(text, clause, subjects))
        yield from events
        previous = events or previous


def _clauses(items: Sequence[Item]) -> Iterator[Clause]:
    cues = [number for number, item in enumerate(items) if item.kind == Kind.CUE]
    for place, number in enumerate(cues):
        first = cues[place - 1] + 1 if place else 0
        last = cues[place + 1] if place + 1 < len(cues) else len(items)
        yield Clause(items[number], tuple(items[first:number]), tuple(items[number + 1 : last]), tuple(items))


def _subjects(text: str, clause: Clause) -> tuple[Subject, ...]:
    """The names nearest before the cue that stand in a row; a name behind a preposition is only a last resort."""
    named = [i for i in clause.before if i.kind in (Kind.NAME, Kind.TITLE, Kind.PRONOUN)]
    named = [i for i in named if text[i.end : i.end + 2] not in ("'s", "’s")]
    named = [i for i in named if text[i.start - 1 : i.start] != "("] or named
    free = [
        i
        for i in named
        if not re.search(r"\b(?:at|in|of|by|from|for|with|including)\s+(?:the\s+)?[\"“]?$", _before(text, i.start))
    ]
    if not free:
        return ()
    run = [free[-1]]
    for item in reversed(free[:-1]):
        if item.kind == Kind.PRONOUN or not JOINED.fullmatch(text[item.end : run[0].start]):
            break
        run.insert(0, item)
    return tuple(Subject(item) for item in run)


def _before(text: str, end: int) -> str:
    """The few words before an offset."""
    return text[max(end - FARTHEST, 0) : end]


def _honours(text: str, clause: Clause, subjects: tuple[Subject, ...]) -> Iterator[Event]:
    """Awards won and nominations: one event per category, or per award without one."""
    years = years_of(clause)
    subjects = (*(subjects or (Subject(None),)), *_companions(text, clause))
    awards = [i for i in clause.after if i.kind == Kind.AWARD and not NOMINATION.match(text, i.end)]
    categories = _categories(text, clause)
    given = {
        category: _award_of(text, category, awards) or last_award(clause) or _award_behind(clause)
        for category in categories
    }
    for category in categories:
        holder = _gapped_subject(text, category, clause) or subjects
        yield Event(
            clause.cue, clause.cue.text, holder, given[category], category, years, about=_about(text, category, clause)
        )
    for award in awards:
        if award not in given.values() and _is_object(text, clause.cue, award):
            about, count = _about(text, award, clause), _count(text[clause.cue.end : award.start])
            yield Event(clause.cue, clause.cue.text, subjects, award, None, years, about=about, count=count)
    if (
        not categories
        and not awards
        and (award_before := last_award(clause))
        and "winner" in text[clause.cue.start : clause.cue.end]
    ):
        yield Event(clause.cue, clause.cue.text, subjects, award_before, None, years)


def _categories(text: str, clause: Clause) -> list[Item]:
    """The categories behind the cue; 'won the Golden Reed at the Lakeside Festival' names one, whatever its form."""
    near = [i for i in clause.after if i.start - clause.cue.end <= 3 * FARTHEST]
    categories = [i for i in near if i.kind == Kind.CATEGORY]
    for item, following in pairwise(near):
        is_prize = item.kind == Kind.NAME and OBJECT.fullmatch(text[clause.cue.end : item.start])
        if (
            is_prize
            and following.kind == Kind.AWARD
            and re.fullmatch(r"\s+at\s+(?:the\s+)?", text[item.end : following.start])
        ):
            categories.append(replace(item, kind=Kind.CATEGORY))
        is_field = item.kind == Kind.AWARD and following.kind == Kind.NAME and not following.is_known
        if is_field and re.fullmatch(r"\s+for\s+", text[item.end : following.start]):
            categories.append(replace(following, kind=Kind.CATEGORY))
    return categories


def _losses(text: str, clause: Clause, subjects: tuple[Subject, ...], previous: Sequence[Event]) -> Iterator[Event]:
    """'lost Best Score to X': nominated, and X won. 'losing to X and Y respectively': the nominations just named."""
    rivals = tuple(Subject(i) for i in clause.after if i.kind in (Kind.NAME, Kind.TITLE))
    categories = [i for i in clause.after if i.kind == Kind.CATEGORY]
    respectively = "respectively" in text[clause.cue.end : clause.cue.end + 3 * FARTHEST]
    for category in categories:
        award = _award_of(text, category, [i for i in clause.after if i.kind == Kind.AWARD])
        award = award or next((event.award for event in previous if event.award), None) or last_award(clause)
        years = years_of(clause) or (previous[0].years if previous else ())
        yield Event(clause.cue, "nominated", subjects or (Subject(None),), award, category, years)
        if rivals:
            yield Event(clause.cue, "won", rivals[:1], award, category, years)
    if not categories and rivals:
        for event in previous:
            if event.result == "nominated" and event.category is not None:
                winners = rivals if respectively else rivals[:1]
                yield Event(clause.cue, "won", winners, event.award, event.category, event.years, one_each=respectively)


def _count(text: str) -> int | None:
    """'for two' -> 2."""
    counts = [parse_count(word.casefold()) for word in re.findall(r"\w+", text)]
    return next((count for count in counts if count is not None), None)


def _award_of(text: str, category: Item, awards: Sequence[Item]) -> Item | None:
    """The award that a category belongs to: 'C at the A', 'A for C', else the nearest one before."""
    following = next((a for a in awards if a.start >= category.end), None)
    if following is not None and ABOUT_NEXT.search(text[category.end : following.start]):
        return following
    return next((a for a in reversed(awards) if a.end <= category.start), None) or following


def _award_behind(clause: Clause) -> Item | None:
    """The first award named after the cue, in the whole sentence."""
    return next((i for i in clause.sentence if i.kind == Kind.AWARD and i.start >= clause.cue.end), None)


def _is_object(text: str, cue: Item, award: Item) -> bool:
    """Whether an award without a category is what was won, not where something else was."""
    gap = text[cue.end : award.start]
    is_certain = award.award is None or award.award.is_certain
    if is_certain and (cue.text == "nominated" or "winner" in text[cue.start : cue.end]):
        return len(gap) <= FARTHEST
    return OBJECT.fullmatch(gap) is not None if not is_certain else len(gap) <= FARTHEST and not INDIRECT.search(gap)


def _companions(text: str, clause: Clause) -> tuple[Subject, ...]:
    """'..., along with X and Y': others who share the result."""
    found = TOGETHER.search(text, clause.cue.end, clause.cue.end + FARTHEST)
    if not found:
        return ()
    return tuple(Subject(i) for i in clause.after if i.kind in (Kind.NAME, Kind.TITLE) and i.start >= found.end())


def _gapped_subject(text: str, category: Item, clause: Clause) -> tuple[Subject, ...]:
    """'X is up for A and Y, who also directed, for B': Y is the subject of B."""
    if not re.search(r"\bfor\s+(?:the\s+)?$", _before(text, category.start)):
        return ()
    earlier = [i for i in clause.after if i.end <= category.start]
    if not any(i.kind == Kind.CATEGORY for i in earlier):
        return ()
    last = max(number for number, i in enumerate(earlier) if i.kind == Kind.CATEGORY)
    names = [i for i in earlier[last + 1 :] if i.kind in (Kind.NAME, Kind.TITLE)]
    if names and re.search(r"\band\s+(?:the\s+)?[\"“]?$", _before(text, names[0].start)):
        return (Subject(names[0]),)
    return ()


def _about(text: str, item: Item, clause: Clause) -> Item | None:
    """'Best Song for "X"': what the honour was given for."""
    following = next((i for i in clause.after if i.start >= item.end), None)
    if (
        following is not None
        and following.kind in (Kind.NAME, Kind.TITLE)
        and FOR.fullmatch(text[item.end : following.start])
    ):
        return following
    return None
