"""The events of a sentence: each cue with its subject before it and awards, categories, years and ranks around it."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.awards.clauses import Clause, Event, Subject
from pipeline.extract.awards.converse import read_gifts, read_naming, read_rosters
from pipeline.extract.awards.honours import read_honours
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.ranks import follow_up, read_ranks
from pipeline.extract.awards.rivals import read_beaten, read_losses
from pipeline.extract.awards.subjects import find_subjects
from pipeline.extract.awards.wording import is_unreal

NOUN = re.compile(r"(?i:nominations?|nods?)")


def read_events(text: str, items: Sequence[Item]) -> Iterator[Event]:
    """The events of a sentence, in order."""
    told: list[Event] = []
    subjects: tuple[Subject, ...] = ()
    for number, clause in enumerate(_clauses(items)):
        subjects = find_subjects(text, clause, subjects, is_first=number == 0)
        if clause.cue.text != "none" and not is_unreal(text, items[0].start, clause.cue.start):
            told = _read(text, clause, subjects, told)
    yield from told


def _read(text: str, clause: Clause, subjects: tuple[Subject, ...], told: list[Event]) -> list[Event]:
    """What has been told up to a clause; a rank without an award of its own says how an earlier nomination ended."""
    match clause.cue.text:
        case "lost":
            events = read_losses(text, clause, subjects, told)
        case "beaten":
            events = read_beaten(text, clause, told)
        case "given":
            events = read_gifts(text, clause)
        case "naming":
            events = read_naming(text, clause)
        case "roster":
            events = read_rosters(text, clause)
        case "ranked":
            if changed := follow_up(text, clause, told):
                return changed
            events = read_ranks(text, clause, subjects)
        case _:
            events = read_honours(text, clause, subjects)
    return [*told, *events]


def _clauses(items: Sequence[Item]) -> Iterator[Clause]:
    cues = [n for n, item in enumerate(items) if item.kind == Kind.CUE and not _is_noun(items, n)]
    for place, number in enumerate(cues):
        first = cues[place - 1] + 1 if place else 0
        last = cues[place + 1] if place + 1 < len(cues) else len(items)
        yield Clause(items[number], tuple(items[first:number]), tuple(items[number + 1 : last]), tuple(items))


def _is_noun(items: Sequence[Item], number: int) -> bool:
    """'received a Heron Award nomination for X': the noun belongs to the verb before it."""
    item, before = items[number], items[number - 1] if number else None
    if before is None or not NOUN.fullmatch(item.written) or before.kind not in (Kind.AWARD, Kind.CATEGORY, Kind.NAME):
        return False
    return before.end + 1 == item.start and any(i.kind == Kind.CUE and i.text == "won" for i in items[:number])
