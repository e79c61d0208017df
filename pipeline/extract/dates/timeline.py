"""From what an expression means to its EDTF value, given when the article was published and what it mentioned before.

Two anchors: `speech`, the day of publication, from which news counts ('last year', 'on Saturday'), and `story`, the
date mentioned last, from which narrative counts ('the following year', 'two years later'). Whatever neither anchor
can resolve has no value: nothing is invented.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline.extract.dates.meaning import Calendar, Interval, Meaning, SamePeriod, Shift, WeekOf
from pipeline.extract.dates.reckoning import (
    Direction,
    Moment,
    end_after,
    format_absolute,
    lend_year,
    moment_of,
    shift_days,
    shift_months,
    week_of,
    weekday_near,
    year_of,
    years_away,
)
from pipeline.values.edtf import format_date, format_interval, is_valid

Unit = Literal["year", "month", "day"]


@dataclass
class Timeline:
    """The two anchors of one article; the story moves along as dates are mentioned.

    In a narrative a date without a year belongs to the year mentioned last, in news to the year that puts it closest to
    the publication.
    """

    published_on: date | None = None
    narrative: bool = False
    _last: dict[Unit, Moment] = field(default_factory=dict)  # the last mention that is known to the year, month, day
    _said: str = ""  # the last mention itself

    def __post_init__(self) -> None:
        self.narrative = self.narrative or self.published_on is None

    @property
    def speech(self) -> Moment | None:
        day = self.published_on
        return None if day is None else Moment(day.year, day.month, day.day)

    def value(self, meaning: Meaning, direction: Direction) -> str | None:
        """The EDTF value, or None where nothing resolves it."""
        match meaning:
            case Calendar():
                return _checked(self._calendar(meaning, direction))
            case Shift():
                return _checked(self._shift(meaning, direction))
            case SamePeriod():
                return _checked(years_away(self._said, meaning.years))
            case WeekOf():
                return _checked(self._week_of(meaning, direction))
            case Interval():
                return _checked(self._interval(meaning, direction))
        return None

    def mention(self, edtf: str | None) -> None:
        """Lets later expressions count from this one. Decades, centuries and lengths of time leave the story alone."""
        if edtf is None or "X" in edtf:
            return
        end = edtf.rpartition("/")[2] if not edtf.endswith("..") else edtf.partition("/")[0]
        moment = moment_of(end)
        self._last["year"] = moment
        self._said = end
        if moment.month:
            self._last["month"] = moment
        if moment.day:
            self._last["day"] = moment

    def _told(self, unit: Unit) -> Moment | None:
        """The last mention known to the unit; in a narrative that has moved on to another year it is stale."""
        moment = self._last.get(unit)
        if moment is None:
            return None if self.narrative else self.speech
        return None if self.narrative and moment.year != self._last["year"].year else moment

    def _anchor(self, story: bool, unit: Unit) -> Moment | None:
        return self._told(unit) if story or self.narrative else self.speech

    # One method per shape of expression.

    def _calendar(self, c: Calendar, direction: Direction) -> str | None:
        if c.year is not None:
            return format_absolute(c)
        weekday = c.weekday is not None and c.month is None
        anchor = self._anchor(c.story, "day" if weekday else "month" if c.month is None else "year")
        if self.narrative and not c.story and self._is_of_today(c, anchor, direction, weekday=weekday):
            anchor = self.speech
        if anchor is None:
            return None
        if c.year_shift is not None:
            return format_date(anchor.year + c.year_shift, c.month, c.day)
        if weekday:
            return weekday_near(c, anchor, direction if anchor == self.speech else "ahead")
        if c.month is None:  # 'the 16th'
            return format_date(anchor.year, anchor.month, c.day) if anchor.month else None
        narrated = anchor != self.speech
        return format_date(year_of(c, anchor, direction, narrated=narrated), c.month, c.day)

    def _is_of_today(self, c: Calendar, told: Moment | None, direction: Direction, *, weekday: bool) -> bool:
        """Whether a narrative that is published on a day speaks of that day: 'last autumn', 'opens on 21 April'.

        A weekday is near the day told last, if there is one and it does not lie ahead of the publication.
        """
        if self.speech is None or self.published_on is None:
            return False
        if c.toward is not None or direction == "coming":
            return True
        day = told.as_day() if told else None
        return weekday and (day is None or day > self.published_on)

    def _shift(self, s: Shift, direction: Direction) -> str | None:
        days = s.unit in ("day", "week", "weekend")
        unit: Unit = "day" if days else "month" if s.unit in ("month", "quarter") else "year"
        told = s.story or (s.definite and self.narrative) or (self.speech is None and s.amount)
        anchor = self._told(unit) if told else self.speech
        if anchor is None:
            return None
        if s.story and s.unit == "quarter":
            return None  # 'the same quarter': of which year, no mention tells
        if s.story and s.unit == "year" and self._is_ahead(anchor.year, s) and direction not in ("ahead", "coming"):
            return None
        if days:
            return shift_days(s, anchor, direction)
        return shift_months(s, anchor)

    def _is_ahead(self, year: int, s: Shift) -> bool:
        """Whether news would speak of years to come: 'twenty years later' may be told of a fiction.

        Where the date it counts from lies ahead itself, it does.
        """
        if self.narrative or self.published_on is None or s.amount <= 1:
            return False
        return year <= self.published_on.year < year + s.amount

    def _week_of(self, w: WeekOf, direction: Direction) -> str | None:
        when = _checked(self._calendar(w.month, direction))
        return None if when is None else week_of(w.number, moment_of(when))

    def _interval(self, interval: Interval, direction: Direction) -> str | None:
        """Either end lends the other what it lacks; 'November to February 2010' begins the year before."""
        start, end = lend_year(interval.start, interval.end)
        first = self.value(start, direction) if start else None
        if start and first is None:
            return None
        if isinstance(end, Calendar) and isinstance(start, Calendar) and not end.is_absolute and first:
            if end.weekday is not None and end.month is None:
                return format_interval(first, weekday_near(end, moment_of(first), "ahead"))
            end = end_after(end, start, first)
        last = self.value(end, direction) if end else None
        if end and last is None:
            return None
        return format_interval(first, last)


def _checked(edtf: str | None) -> str | None:
    return edtf if edtf is not None and is_valid(edtf) else None
