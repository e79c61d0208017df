"""Honours named before their verb: 'who took the prize', 'and won it once', 'the A, received in Y'."""

import re
from collections.abc import Iterator

from pipeline.extract.awards.clauses import Clause, Event, Subject, last_award, years_of
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.objects import about_of
from pipeline.extract.awards.subjects import ADVERBS

THE_PRIZE = re.compile(
    r"\s+(?:the|that|it)\s+(?:same\s+|[£$€]?[\d,.]+\w{0,8}\s+)?(?:award|prize|trophy|medal|honou?rs?|gong|title)\b"
    r"(?!\s+(?:of|money|for\s+(?:best|the)))"
)
IT = re.compile(
    r"\s+it\b(?=\s+(?:once|twice|again|outright|jointly|eventually|only|in|for|three|four|five|six|"
    r"the (?:next|following)|(?:a|two|three) years?)\b|\s*[,.;)]|\s*$)"
)
RECEIVED = re.compile(r"(?:received|won|earned|collected|awarded|presented|given)")
REDUCED = re.compile(rf",\s+{ADVERBS}")
RELATIVE = re.compile(rf"(?:,?\s+(?:which|that))?\s+{ADVERBS}")
CLOSED = re.compile(
    r"\s*(?:[.,;)]|$|\s(?:in|for|at|from|when|with|after|just|only|two|three|the year|a year|last|that year)\b)"
)


def read_referred(text: str, clause: Clause, subjects: tuple[Subject, ...], *, is_free: bool) -> Iterator[Event]:
    """The event of a cue without an object of its own; `is_free`: no award at all stands behind it."""
    is_it = is_free and IT.match(text, clause.cue.end) is not None and last_award(clause) is not None
    is_prize = is_free and THE_PRIZE.match(text, clause.cue.end) is not None
    if is_prize or (clause.cue.text == "won" and (is_it or _describes_award(text, clause))):
        yield _event(text, clause, subjects)


def _event(text: str, clause: Clause, subjects: tuple[Subject, ...]) -> Event:
    """'The Heron Award for Best Score ended in a tie, with X and Y sharing the honour': the honour named last."""
    before = [i for i in clause.sentence if i.end <= clause.cue.start and i.kind in (Kind.AWARD, Kind.CATEGORY)]
    category = next((i for i in reversed(before) if i.kind == Kind.CATEGORY), None)
    award = last_award(clause)
    years = tuple(i for i in clause.after if i.kind == Kind.YEAR) if award is not None else years_of(text, clause)
    years = years or years_of(text, clause)
    about = about_of(text, clause.cue.end, clause)
    return Event(
        clause.cue, clause.cue.text, subjects, award, category, years, about=about, is_named_before=award is None
    )


def _describes_award(text: str, clause: Clause) -> bool:
    """Whether the verb says of the award right before it how it was come by: ', received in 1980,'; 'that she won'."""
    before = [i for i in clause.sentence if i.end <= clause.cue.start]
    if not CLOSED.match(text, clause.cue.end) or not before:
        return False
    last = before[-1]
    if last.kind == Kind.AWARD:
        is_passive = RECEIVED.fullmatch(text, clause.cue.start, clause.cue.end) is not None
        return is_passive and REDUCED.fullmatch(text, last.end, clause.cue.start) is not None
    return len(before) > 1 and _is_relative(text, before[-2], last, clause.cue)


def _is_relative(text: str, award: Item, subject: Item, cue: Item) -> bool:
    """'the A, which she won'."""
    is_subject = subject.kind in (Kind.PRONOUN, Kind.NAME) and award.kind == Kind.AWARD
    gap = text[subject.end : cue.start]
    return is_subject and RELATIVE.fullmatch(text, award.end, subject.start) is not None and not gap.strip(" ,")
