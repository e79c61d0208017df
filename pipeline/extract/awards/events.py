"""The events of a sentence: each cue with its subject before it and awards, categories, years and ranks around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.awards.clauses import Clause, Event, Subject
from pipeline.extract.awards.converse import read_gifts, read_naming, read_rosters
from pipeline.extract.awards.givers import read_giving
from pipeline.extract.awards.honours import read_honours
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.ranks import follow_up, read_ranks
from pipeline.extract.awards.rivals import read_beaten, read_losses
from pipeline.extract.awards.subjects import ADVERBS, SUBJECTS, find_subjects
from pipeline.extract.awards.wording import is_unreal

JOINT = re.compile(r"(?P<strong>[,;:–—]\s*)?(?<![\w-])(?:and|but|while|whereas|though|although|when|with)\s+|;\s+|:\s+")
VERB_GAP = re.compile(rf"[\"”’)]?,?\s+(?:who\s+|which\s+)?{ADVERBS}(?:\w+ly\s+)?")
MOST_OPENING = 4  # words between a conjunction and the subject: 'while the film's director Ann Lee'
ADJUNCT = re.compile(r"(?:also |later |again )?(?:in|at|for|on|from|by)\b")
APPOSED = re.compile(r"\w[\"”’]?,\s+(?:an?\s+|the\s+)?$")  # 'Ann Lee, the winner of the A, is ...'
# 'was awarded the A but declined it': what was turned down is not won
DECLINED = re.compile(
    r"turned (?:it|them|this|that|the [a-z]{4,8}) down"
    r"|(?:declin(?:ed|es|ing)|turned down|refused)(?: to (?:accept|take|receive))?"
    r" (?:it|both|(?:the|this|that) (?:award|prize|honou?r|medal|title|accolade|trophy))\b(?! money)"
)
NOUN = re.compile(r"(?i:nominations?|nods?)")


def read_events(text: str, items: Sequence[Item]) -> Iterator[Event]:
    """The events of a sentence, in order."""
    told: list[Event] = []
    subjects: tuple[Subject, ...] = ()
    for number, clause in enumerate(_clauses(text, items)):
        subjects = find_subjects(text, clause, subjects, is_first=number == 0)
        if told and DECLINED.match(text, clause.cue.start):
            told = [event for event in told if event.result != "won" or event.cue is not told[-1].cue]
        if clause.cue.text != "none" and not is_unreal(text, items[0].start, clause.cue.start):
            told = _read(text, clause, subjects, told)
    yield from told


def _read(text: str, clause: Clause, subjects: tuple[Subject, ...], told: list[Event]) -> list[Event]:
    """What has been told up to a clause; a rank without an award of its own says how an earlier nomination ended."""
    match clause.cue.text:
        case "lost":
            events = read_losses(text, clause, subjects, told)
        case "beaten":
            events = read_beaten(text, clause, subjects, told)
        case "given":
            events = read_gifts(text, clause)
        case "giving":
            events = read_giving(text, clause)
        case "naming":
            events = read_naming(text, clause)
        case "roster" if APPOSED.search(text[max(clause.cue.start - 12, 0) : clause.cue.start]):
            events = read_honours(text, replace(clause, cue=replace(clause.cue, text="won")), subjects)
        case "roster":
            events = read_rosters(text, clause)
        case "ranked":
            if changed := follow_up(text, clause, told):
                return changed
            events = read_ranks(text, clause, subjects)
        case _:
            events = read_honours(text, clause, subjects)
    return [*told, *(_referred(event, told) for event in events)]


def _referred(event: Event, told: Sequence[Event]) -> Event:
    """'The jury prize went to X; the runner-up was Y': what the sentence has told itself is what 'the prize' means."""
    if not event.is_named_before or not told or (told[-1].award is None and told[-1].category is None):
        return event
    return replace(event, award=told[-1].award, category=told[-1].category, is_named_before=False)


def _clauses(text: str, items: Sequence[Item]) -> Iterator[Clause]:
    """Each cue with the items up to the neighbouring cues, or to where a clause with a subject of its own begins."""
    cues = [n for n, item in enumerate(items) if item.kind == Kind.CUE and not _is_noun(items, n)]
    edges = [None, *(_edge(text, items, a, b) for a, b in pairwise(cues)), None]
    for place, number in enumerate(cues):
        first, last = edges[place], edges[place + 1]
        if first is None:
            first = cues[place - 1] + 1 if place else 0
        if last is None:
            last = cues[place + 1] if place + 1 < len(cues) else len(items)
        yield Clause(items[number], tuple(items[first:number]), tuple(items[number + 1 : last]), tuple(items))


def _edge(text: str, items: Sequence[Item], first: int, second: int) -> int | None:
    """The number of the item that the clause of the second cue opens with: 'won A, and in 2010 she | shared B'."""
    joints = list(JOINT.finditer(text, items[first].end, items[second].start))
    joints = [j for j in joints if not any(i.start < j.start() < i.end for i in items[first + 1 : second])]
    opening = [(m, _opened(text, items, m.end(), first, second)) for m in joints]
    numbers = [number for _, number in opening if number is not None]
    strong = [number for found, number in opening if number is not None and found["strong"] is not None]
    return strong[-1] if strong else numbers[0] if numbers else None


def _opened(text: str, items: Sequence[Item], start: int, first: int, second: int) -> int | None:
    """The first item behind a conjunction where what follows, up to the cue, is times and places and then a subject."""
    number = next((n for n in range(first + 1, second) if items[n].start >= start), second)
    inside = items[number:second]
    if not inside or not VERB_GAP.fullmatch(text, inside[-1].end, items[second].start):
        return None
    subjects = [n for n, i in enumerate(inside) if i.kind in SUBJECTS]
    adjuncts = inside[: subjects[0]] if subjects else inside
    if any(i.kind not in (Kind.YEAR, Kind.AWARD, Kind.RANK) for i in adjuncts):
        return None
    if adjuncts and not ADJUNCT.match(text, start):
        return None
    if not adjuncts and len(text[start : inside[0].start].split()) > MOST_OPENING:
        return None
    return number if all(i.kind in SUBJECTS for i in inside[len(adjuncts) :]) else None


def _is_noun(items: Sequence[Item], number: int) -> bool:
    """'received a Heron Award nomination for X': the noun belongs to the verb before it."""
    item, before = items[number], items[number - 1] if number else None
    if before is None or not NOUN.fullmatch(item.written) or before.kind not in (Kind.AWARD, Kind.CATEGORY, Kind.NAME):
        return False
    return before.end + 1 == item.start and any(i.kind == Kind.CUE and i.text == "won" for i in items[:number])
