"""What a temporal expression means before anything is known about when it was written.

`Calendar` names a day, month, season or year, perhaps without its year; `Shift` counts units from some other date;
`Interval` joins two of them; `Duration` is a length of time. They become EDTF in `timeline`.
"""

from dataclasses import dataclass
from typing import Literal

Toward = Literal["last", "this", "next"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar value as far as it is stated; `month` from 21 on is a season, quarter or half of a year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 1 is Monday
    toward: Toward | None = None  # 'last July'
    year_shift: int | None = None  # 'July of last year': -1
    story: bool = False  # counted from the date mentioned last, not from the publication
    span: int = 1  # years: 10 for a decade, 100 for a century
    approximate: bool = False

    @property
    def is_absolute(self) -> bool:
        return self.year is not None

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a year is missing, and nothing says which: 'on June 3'."""
        return (self.year, self.toward, self.year_shift, self.weekday) == (None,) * 4 and not self.story


@dataclass(frozen=True, slots=True)
class Shift:
    """`amount` units from the publication or, with `story`, from the date mentioned last: 'two years later'."""

    unit: str  # day, week, weekend, month, quarter, season, year, decade, century
    amount: int
    story: bool = False
    weekday: int | None = None  # 'Friday of next week'
    exact: bool = False  # 'a week ago' is a day, 'last week' a week
    definite: bool = False  # 'the end of the year': in a narrative, of the year that is told about


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The month, quarter or day mentioned last, some years away: 'the same period a year earlier'."""

    years: int


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The nth week of a month (-1 is the last), or the week or weekend of a day."""

    number: int
    month: Calendar


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in ISO 8601: 'P10Y9M'."""

    iso: str


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another; None is an open end."""

    start: "Calendar | Shift | None"
    end: "Calendar | Shift | None"


Meaning = Calendar | Shift | SamePeriod | WeekOf | Duration | Interval


@dataclass(frozen=True, slots=True)
class Phrase:
    """A temporal expression: the tokens from `first` up to, not including, `last`, and what they mean."""

    first: int
    last: int
    meaning: Meaning
    family: str  # the rule that found it
