"""Who won and who lost when the words tell both: 'lost Best Score to X', 'beating X and Y', 'behind X'."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.awards.clauses import FARTHEST, Clause, Event, Subject, last_award, years_of
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.objects import award_of
from pipeline.extract.awards.subjects import OWNER, run_of

MISSED = re.compile(r"\b(?:missed|missing|misses)\b")
NO_PRIZE = re.compile(r"\b(?:box[- ]office|ratings|charts?|sales|final score|to (?:the screen|market))\b")
SUCH_AS = re.compile(
    r"(?:,|\s)\s*(?:[a-z’'-]+\s+){0,5}(?:such as|like|including|included|comprising|comprised|of|from|were|are)?:?\s*"
    r"(?:the\s+)?[\"“‘]?"
)


def read_losses(text: str, clause: Clause, subjects: tuple[Subject, ...], told: Sequence[Event]) -> Iterator[Event]:
    """'lost Best Score to X': nominated, and X won. 'losing to X and Y respectively': the nominations just named."""
    rivals = _rivals(text, clause)
    categories = [i for i in clause.after if i.kind == Kind.CATEGORY]
    awards = [i for i in clause.after if i.kind == Kind.AWARD]
    respectively = "respectively" in text[clause.cue.end : clause.cue.end + 3 * FARTHEST]
    is_missed = MISSED.match(text, clause.cue.start) is not None
    for category in categories:
        award = award_of(text, category, awards)
        award = award or next((event.award for event in told if event.award), None) or last_award(clause)
        years = years_of(text, clause) or (told[0].years if told else ())
        yield Event(clause.cue, "nominated", subjects or (Subject(None),), award, category, years)
        if rivals and not is_missed:
            yield Event(clause.cue, "won", rivals[:1], award, category, years)
    if categories:
        return
    if awards:  # 'lost the Alder Prize to X'
        yield Event(clause.cue, "nominated", subjects or (Subject(None),), awards[0], None, years_of(text, clause))
        to = [
            r
            for r in rivals
            if r.item is not None
            and re.search(r"\bto\s+(?:the\s+)?[\"“‘]?$", text[max(r.item.start - 12, 0) : r.item.start])
        ]
        if to and not is_missed:
            yield Event(clause.cue, "won", tuple(to[:1]), awards[0], None, years_of(text, clause))
    elif rivals and not is_missed:
        for event in _open_nominations(told):
            winners = rivals if respectively else rivals[:1]
            yield Event(clause.cue, "won", winners, event.award, event.category, event.years, one_each=respectively)


def _rivals(text: str, clause: Clause) -> tuple[Subject, ...]:
    """Who is named behind the cue; of 'Ann Lee's X' X."""
    named = [i for i in clause.after if i.kind in (Kind.NAME, Kind.TITLE)]
    owners = [a for a, b in pairwise(named) if OWNER.fullmatch(text, a.end, b.start)]
    return tuple(Subject(i) for i in named if i not in owners)


def read_beaten(text: str, clause: Clause, subjects: tuple[Subject, ...], told: Sequence[Event]) -> Iterator[Event]:
    """'beat X and Y to win Best Score', 'won Best Score, beating X': X and Y were nominated for the same."""
    first = next((i for i in clause.sentence if i.start >= clause.cue.end and i.kind in (Kind.NAME, Kind.TITLE)), None)
    if first is None or not SUCH_AS.fullmatch(text[clause.cue.end : first.start]):
        return
    beaten = run_of(text, [i for i in clause.sentence if i.start >= first.start], first.start)
    honour = next((event for event in reversed(told) if event.result == "won"), None)
    award, category = (honour.award, honour.category) if honour else _prize_behind(clause)
    if honour is not None and honour.award is None and honour.category is None:
        return
    years = honour.years if honour else ()
    is_before = award is None and category is None and bool(beaten)
    if is_before and NO_PRIZE.search(text, clause.cue.end, clause.cue.end + 2 * FARTHEST):
        return
    if is_before:
        yield Event(clause.cue, "won", subjects, None, None, years, is_named_before=True)
    if award is not None or category is not None or is_before:
        yield Event(clause.cue, "nominated", tuple(beaten), award, category, years, is_named_before=is_before)


def _prize_behind(clause: Clause) -> tuple[Item | None, Item | None]:
    """The award and the category that stand after the cue, in the whole sentence."""
    later = [i for i in clause.sentence if i.start >= clause.cue.end]
    won = next((n for n, i in enumerate(later) if i.kind == Kind.CUE and i.text == "won"), None)
    later = later[won:] if won is not None else []
    award = next((i for i in later if i.kind == Kind.AWARD), None)
    return award, next((i for i in later if i.kind == Kind.CATEGORY), None)


def _open_nominations(told: Sequence[Event]) -> list[Event]:
    """The nominations of the sentence; one without a category only where it is the last thing told."""
    nominated = [event for event in told if event.result == "nominated"]
    with_category = [event for event in nominated if event.category is not None]
    return with_category or nominated[-1:]
