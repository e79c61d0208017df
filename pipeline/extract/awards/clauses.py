"""A cue with what stands around it, and the events that are read from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.awards.items import Item, Kind

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
    `count`: how many awards the words count ('two Heron Awards')."""

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


def years_of(clause: Clause) -> tuple[Item, ...]:
    """The years behind the cue, else those before it, else the one that the sentence opens with."""
    after = tuple(i for i in clause.after if i.kind == Kind.YEAR)
    before = tuple(i for i in clause.before if i.kind == Kind.YEAR)
    return after or before or tuple(i for i in clause.sentence[:1] if i.kind == Kind.YEAR)


def last_award(clause: Clause) -> Item | None:
    """The award named last before the cue, in the whole sentence."""
    return next((i for i in reversed(clause.sentence) if i.kind == Kind.AWARD and i.end <= clause.cue.start), None)
