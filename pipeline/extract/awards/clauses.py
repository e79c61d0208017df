"""A cue with what stands around it, and the events that are read from it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from pipeline.extract.awards.items import Item, Kind

BREAK = re.compile(r"\b(?:and|but|while|before|after|which|who)\s+(?:was|were|is|has|had|[a-z]{3,14}ed)\b")
OTHER_VERB = re.compile(
    r"\b(?:published|released|written|born|founded|aired|premiered|produced|made|directed|established|launched|issued|recorded|"
    r"appeared|debuted|opened|began|started|founded)\s+(?:[a-z]+\s+){0,2}(?:[A-Z]\w+\s+(?:\d{1,2},?\s+)?)?$"
)
ALSO = re.compile(r"[,)]?\s+(?:and|but|which|who)\s+(?:(?:also|later|then|subsequently|has|have|had|was|were)\s+){0,3}")
OPENED = re.compile(r"(?:\band|\bbut|[,;])\s+in\s+(?:[A-Z][a-z]+\s+)?$")
LED = re.compile(r"(?:and|but|then|,),?\s+in\s+$")
ADJACENT = re.compile(r",?\s+(?:(?:also|it|she|he|they)\s+)?")
FARTHEST = 120  # characters between a cue and what it is about


@dataclass(frozen=True, slots=True)
class Subject:
    """Who the event is about; without an item it is the article's subject."""

    item: Item | None

    @property
    def text(self) -> str:
        return self.item.text if self.item is not None else ""


@dataclass(frozen=True, slots=True)
class Event:
    """One award, nomination or rank. `one_each`: the subjects belong to the years in their order ('respectively');
    `count`: how many awards the words count ('two Heron Awards'); `is_named_before`: the award is just 'the prize'."""

    cue: Item
    result: str
    subjects: tuple[Subject, ...]
    award: Item | None
    category: Item | None
    years: tuple[Item, ...]
    rank: int | None = None
    about: Item | None = None
    one_each: bool = False
    count: int | None = None
    is_named_before: bool = False  # 'won the prize': what the text told last

    def subjects_in(self, number: int, n_years: int) -> Sequence[Subject]:
        """The subjects of the year with this number."""
        if self.one_each and len(self.subjects) == n_years:
            return self.subjects[number : number + 1]
        return self.subjects


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue with the items on its two sides, up to the neighbouring cues."""

    cue: Item
    before: tuple[Item, ...]
    after: tuple[Item, ...]
    sentence: tuple[Item, ...]


def years_of(text: str, clause: Clause, *, before_only: bool = False, is_chart: bool = False) -> tuple[Item, ...]:
    """The years behind the cue, else the one that the clause or the sentence opens with."""
    after = () if before_only else tuple(i for i in clause.after if i.kind == Kind.YEAR)
    return after or _years_before(text, clause, is_chart=is_chart)


def years_by_object(text: str, clause: Clause, objects: Sequence[Item]) -> dict[Item, tuple[Item, ...]]:
    """The years of each object: those right behind it, before the next object. 'A and B in 2004' share theirs; an
    object without a year beside one that has its own has none."""
    ordered = sorted(objects, key=lambda item: item.start)
    years = [i for i in clause.after if i.kind == Kind.YEAR]
    own: dict[Item, tuple[Item, ...]] = {}
    led: dict[Item, tuple[Item, ...]] = {}
    for item, following in zip_longest(ordered, ordered[1:]):
        stop = following.start if following is not None else len(text)
        own[item] = tuple(y for y in years if item.end <= y.start < stop and not BREAK.search(text, item.end, y.start))
        if following is not None and (ahead := [y for y in own[item] if _opens(text, y, following)]):
            led[following] = tuple(ahead)
            own[item] = tuple(y for y in own[item] if y not in ahead)
    own = {item: led.get(item, ()) or found for item, found in own.items()}
    for item, following in reversed([*pairwise(ordered)]):
        own[item] = own[item] or (own[following] if following not in led else ())
    if any(own.values()):
        return own
    shared = years_of(text, clause, before_only=any(y.start >= item.end for y in years for item in ordered[-1:]))
    return dict.fromkeys(ordered, shared)


def _opens(text: str, year: Item, item: Item) -> bool:
    """'won A and, in 2019, the B': the year before B."""
    ahead = LED.search(text[max(year.start - 12, 0) : year.start])
    return ahead is not None and re.fullmatch(r",?\s+(?:the\s+|an?\s+)?", text[year.end : item.start]) is not None


def last_award(clause: Clause) -> Item | None:
    """The award named last before the cue, in the whole sentence."""
    return next((i for i in reversed(clause.sentence) if i.kind == Kind.AWARD and i.end <= clause.cue.start), None)


def _years_before(text: str, clause: Clause, *, is_chart: bool) -> tuple[Item, ...]:
    """Of the first clause all years before the cue; later ones open with theirs ('..., and in 2012 it won')."""
    before = tuple(
        i for i in clause.before if i.kind == Kind.YEAR and (is_chart or not _is_of_other_verb(text, i, clause.cue))
    )
    if clause.sentence and not any(i.kind == Kind.CUE and i.start < clause.cue.start for i in clause.sentence):
        return before
    named = [i.start for i in clause.before if i.kind in (Kind.NAME, Kind.TITLE, Kind.PRONOUN)]
    objects = [i.start for i in clause.before if i.kind in (Kind.AWARD, Kind.CATEGORY)]
    near = tuple(y for y in before if named and y.start < named[-1] and not any(o < y.start for o in objects))
    right_before = tuple(
        y
        for y in before[-1:]
        if ADJACENT.fullmatch(text, y.end, clause.cue.start) and OPENED.search(text[max(y.start - 20, 0) : y.start])
    )
    return near or right_before or tuple(i for i in clause.sentence[:1] if i.kind == Kind.YEAR)


def _is_of_other_verb(text: str, year: Item, cue: Item) -> bool:
    """'published in 2018, it won', 'which opened in 2018 and won', 'X (2018) won'."""
    is_bracketed = text[year.end : year.end + 1] == ")"
    verb = OTHER_VERB.search(text, max(year.start - FARTHEST, 0), year.start)
    return is_bracketed or verb is not None or ALSO.fullmatch(text, year.end, cue.start) is not None
