"""Sentences whose subject gives the award: 'the jury gave the A to X', 'the society awarded her its A'."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.awards.clauses import Clause, Event, Subject, last_award, years_of
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.objects import METAL, as_award
from pipeline.extract.awards.subjects import pronoun_of, run_of

OBJECTS = (Kind.AWARD, Kind.CATEGORY)
NAMES = (Kind.NAME, Kind.TITLE)
OF_GIVER = r"(?:(?:the|a|an|its|their|his|her|our|this year['’]s)\s+)"
TOP = (
    r"(?:(?:top|highest|main|first|annual|inaugural|coveted|prestigious|\d{4})\s+"
    r"(?:(?:prize|award|honou?r),\s+(?:the\s+)?)?)?"
)
DIRECT = re.compile(rf"\s+{OF_GIVER}?{TOP}[\"“‘]?")  # what is given stands right behind the verb
TO = re.compile(
    r"[\"”’]?\s+(?:award |prize |medal |trophy )?(?:jointly |posthumously )?to\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}[\"“‘]?"
)
WHOM = re.compile(r"\s+(?P<whom>her|him|it|them)\s+(?:with\s+)?")
TO_WHOM = re.compile(r"[\"”’]?\s+(?:award |prize |medal |trophy )?to\s+(?P<whom>her|him|it|them)\b")
RECEIVER = re.compile(r"\s+(?:the\s+(?:[a-z-]+\s+){1,3})?[\"“‘]?")
WITH = re.compile(r"[\"”’]?,?\s+(?:with\s+)?" + OF_GIVER + TOP + r"[\"“‘]?")
FOR = re.compile(r"[\"”’]?,?\s+for\s+(?:(?:the|his|her|their|its)\s+(?:[a-z]{3,14}\s+){0,2})?[\"“‘]?")
DONE_ELSEWHERE = re.compile(
    r"\s+(?:money|cash|ceremony|speech|lecture|jury|shortlist|longlist|winner|nominee|evening|night)\b"
)


def read_giving(text: str, clause: Clause) -> Iterator[Event]:
    """One event: what is given, to whom, for what. A sentence that names only one of them tells nothing."""
    given = _given(text, clause)
    if given is None:
        return
    thing, receivers, end = given
    award, category = (thing, None) if thing.kind == Kind.AWARD else (_giver(clause), thing)
    if thing.kind == Kind.NAME and not any(i.kind == Kind.AWARD for i in clause.after):
        award, category = as_award(thing), None
    if award is None or DONE_ELSEWHERE.match(text, thing.end):
        return
    following = next((i for i in clause.after if i.start >= end), None)
    about = following if following and following.kind in NAMES and FOR.fullmatch(text, end, following.start) else None
    yield Event(clause.cue, "won", tuple(receivers), award, category, years_of(text, clause), about=about)


def _given(text: str, clause: Clause) -> tuple[Item, Sequence[Subject], int] | None:
    """What is given, who gets it, and where both have been said."""
    start = clause.cue.end
    things = [i for i in clause.after if i.kind in OBJECTS or _is_metal(text, i, start)]
    if not things:
        return None
    thing = things[0]
    if found := WHOM.match(text, start):
        return (thing, [pronoun_of(found)], thing.end) if DIRECT.fullmatch(text, found.end() - 1, thing.start) else None
    if DIRECT.fullmatch(text, start, thing.start):
        if whom := TO_WHOM.match(text, thing.end):
            return thing, [pronoun_of(whom)], whom.end()
        receivers = [i for i in clause.after if i.start > thing.end]
        to = TO.match(text, thing.end)
        if to is None or not receivers or receivers[0].kind not in NAMES or receivers[0].start != to.end():
            return None
        return _run(text, thing, receivers, to.end())
    named = [i for i in clause.after if i.end <= thing.start and i.kind in NAMES]
    if (
        not named
        or not RECEIVER.fullmatch(text, start, named[0].start)
        or not WITH.fullmatch(text, named[-1].end, thing.start)
    ):
        return None
    return thing, run_of(text, named, start), thing.end


def _is_metal(text: str, item: Item, start: int) -> bool:
    """'the Silver Reed': named like a prize, and given like one."""
    return (
        item.kind == Kind.NAME
        and METAL.match(item.text) is not None
        and bool(DIRECT.fullmatch(text, start, item.start))
    )


def _run(text: str, thing: Item, items: list[Item], start: int) -> tuple[Item, Sequence[Subject], int] | None:
    receivers = run_of(text, items, start)
    last = receivers[-1].item if receivers else None
    return (thing, receivers, last.end) if last is not None else None


def _giver(clause: Clause) -> Item | None:
    """The award that a category belongs to: named behind ('at the A'), else the one that gives it."""
    behind = next((i for i in clause.after if i.kind == Kind.AWARD), None)
    return behind or last_award(clause)
