"""From what an expression means to its EDTF value, given when the article was published and what it mentioned before.

Two anchors: `speech`, the day of publication, from which news counts ('last year', 'on Saturday'), and `story`, the
date mentioned last, from which narrative counts ('the following year', 'two years later'). Whatever neither anchor
can resolve has no value: nothing is invented.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.meaning import Calendar, Interval, Meaning, SamePeriod, Shift, WeekOf
from pipeline.values.edtf import format_date, format_day, format_interval, is_valid

Direction = Literal["back", "ahead"] | None
Unit = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is known: the anchor that other dates are counted from."""

    year: int
    month: int | None = None  # 1 to 12
    day: int | None = None

    def as_day(self) -> date | None:
        try:
            return date(self.year, self.month, self.day) if self.month and self.day else None
        except ValueError:
            return None


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
                return _checked(_years_away(self._said, meaning.years))
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
        moment = _moment(end)
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
            return _absolute(c)
        weekday = c.weekday is not None and c.month is None
        anchor = self._anchor(c.story, "day" if weekday else "month" if c.month is None else "year")
        if anchor is None:
            return None
        if c.year_shift is not None:
            return format_date(anchor.year + c.year_shift, c.month, c.day)
        if weekday:
            return _weekday(c, anchor, direction if anchor == self.speech else "ahead")
        if c.month is None:  # 'the 16th'
            return format_date(anchor.year, anchor.month, c.day) if anchor.month else None
        narrated = anchor != self.speech
        return format_date(_year_of(c, anchor, direction, narrated=narrated), c.month, c.day)

    def _shift(self, s: Shift, direction: Direction) -> str | None:
        days = s.unit in ("day", "week", "weekend")
        unit: Unit = "day" if days else "month" if s.unit in ("month", "quarter") else "year"
        anchor = self._told(unit) if s.story or (self.speech is None and s.amount) else self.speech
        if anchor is None:
            return None
        if s.story and s.unit == "quarter":
            return None  # 'the same quarter': of which year, no mention tells
        if s.story and s.unit == "year" and self._is_ahead(anchor.year + s.amount, s) and direction != "ahead":
            return None
        if days:
            return _shift_days(s, anchor, direction)
        return _shift_months(s, anchor)

    def _is_ahead(self, year: int, s: Shift) -> bool:
        """Whether news would speak of years to come: 'twenty years later' may be told of a fiction."""
        return not self.narrative and self.published_on is not None and s.amount > 1 and year > self.published_on.year

    def _week_of(self, w: WeekOf, direction: Direction) -> str | None:
        month = self._calendar(w.month, direction)
        if month is None or not is_valid(month):
            return None
        if w.number == 0:
            return _shift_days(Shift("week", 0), _moment(month), None)
        year, number = int(month[:4]), int(month[5:7])
        first = date(year, number, 1)
        monday = first - timedelta(days=first.weekday())
        if w.number > 0:  # a week belongs to the month that holds its Thursday
            start = monday + timedelta(weeks=w.number - 1 + (first.weekday() > 3))
        else:
            last = date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)
            start = last - timedelta(days=last.weekday() + 7 * (last.weekday() < 3))
        return format_interval(format_day(start), format_day(start + timedelta(days=6)))

    def _interval(self, interval: Interval, direction: Direction) -> str | None:
        """Either end lends the other what it lacks; 'November to February 2010' begins the year before."""
        start, end = _lend(interval.start, interval.end)
        first = self.value(start, direction) if start else None
        if start and first is None:
            return None
        if isinstance(end, Calendar) and isinstance(start, Calendar) and not end.is_absolute and first:
            if end.weekday is not None and end.month is None:
                return format_interval(first, _weekday(end, _moment(first), "ahead"))
            end = _end_after(end, start, first)
        last = self.value(end, direction) if end else None
        if end and last is None:
            return None
        return format_interval(first, last)


def _checked(edtf: str | None) -> str | None:
    return edtf if edtf is not None and is_valid(edtf) else None


def _absolute(c: Calendar) -> str | None:
    assert c.year is not None
    if c.span == 10:
        return f"{c.year // 10:03d}X"
    if c.span == 100:
        return f"{c.year // 100:02d}XX"
    return format_date(c.year, c.month, c.day) + ("~" if c.approximate else "")


def _moment(edtf: str) -> Moment:
    parts = edtf.rstrip("~").lstrip("-").split("-")
    year = int(parts[0]) * (-1 if edtf.startswith("-") else 1)
    month = int(parts[1]) if len(parts) > 1 else None
    if month is not None and month > 12:
        month = load_lexicon().season_months.get(month, 3 * (month - 33) + 2 if month <= 36 else None)
        return Moment(year, month)
    return Moment(year, month, int(parts[2]) if len(parts) > 2 else None)


def _year_of(c: Calendar, anchor: Moment, direction: Direction, *, narrated: bool) -> int:
    """The year of a month or season that is named without one."""
    assert c.month is not None
    if anchor.month is None:
        return anchor.year + {"last": -1, "next": 1}.get(c.toward or "", 0)
    month = c.month if c.month <= 12 else _middle(c.month)
    distance = month - anchor.month  # in months, within the anchor's year
    if distance == 0 and c.day and anchor.day:
        distance = (c.day > anchor.day) - (c.day < anchor.day) if c.toward else 0
    match c.toward:
        case "this":
            return anchor.year
        case "last":
            return anchor.year - (distance >= 0)
        case "next":
            return anchor.year + (distance <= 0)
    if narrated:
        return anchor.year + (distance < -6)
    return anchor.year + _nearest(distance, direction)


def _nearest(distance: int, direction: Direction) -> int:
    """-1, 0 or 1: the year in which the month lies closest to the anchor, the way the sentence looks counting less."""
    costs = []
    for years in (0, -1, 1):
        months = distance + 12 * years
        against = (months > 0 and direction == "back") or (months < 0 and direction == "ahead")
        costs.append((abs(months) * (6 if against else 1), years))
    return min(costs, key=lambda cost: cost[0])[1]


def _middle(code: int) -> int:
    if code in load_lexicon().season_months:
        return load_lexicon().season_months[code]
    return 3 * (code - 33) + 2 if code <= 36 else (3 if code == 40 else 9)


def _weekday(c: Calendar, anchor: Moment, direction: Direction) -> str | None:
    day = anchor.as_day()
    if day is None or c.weekday is None:
        return None
    ahead = (c.weekday - 1 - day.weekday()) % 7  # days until that weekday; 0 is the anchor itself
    match c.toward:
        case "last":
            offset = ahead - 7
        case "next":
            offset = ahead or 7
        case "this":
            offset = c.weekday - 1 - day.weekday()
            offset += 7 if offset < 0 and direction != "back" else 0
        case _:
            offset = ahead if direction == "ahead" or ahead == 0 else ahead - 7
    return _plus(day, offset)


def _shift_days(s: Shift, anchor: Moment, direction: Direction) -> str | None:
    day = anchor.as_day()
    if day is None:
        return None
    if s.unit == "day":
        return _plus(day, s.amount)
    if s.unit == "week" and s.exact and abs(s.amount) == 1:
        return _plus(day, 7 * s.amount)
    monday = -day.weekday() + 7 * s.amount
    if s.weekday is not None:
        return _plus(day, monday + s.weekday - 1)
    if s.unit == "week":
        return _days(day, monday, monday + 6)
    past = s.amount == 0 and day.weekday() < 4 and direction == "back"  # on a Monday, 'this weekend' may be over
    return _days(day, monday + 5 - 7 * past, monday + 6 - 7 * past)


def _shift_months(s: Shift, anchor: Moment) -> str | None:
    match s.unit:
        case "year":
            return format_date(anchor.year + s.amount)
        case "decade":
            return f"{(anchor.year // 10 + s.amount):03d}X" if anchor.year > 0 else None
        case "century":
            return f"{(anchor.year // 100 + s.amount):02d}XX" if anchor.year > 0 else None
    if anchor.month is None:
        return None
    if s.unit == "quarter":
        years, quarter = divmod((anchor.month - 1) // 3 + s.amount, 4)
        return format_date(anchor.year + years, 33 + quarter)
    years, month = divmod(anchor.month - 1 + s.amount, 12)
    return format_date(anchor.year + years, month + 1)


def _lend(start: Meaning | None, end: Meaning | None) -> tuple[Meaning | None, Meaning | None]:
    """A start without a year takes the end's; it lies in the year before when its month comes later."""
    if not isinstance(start, Calendar) or not isinstance(end, Calendar) or start.is_absolute or start.weekday:
        return start, end
    if not end.is_absolute and end.year_shift is None:
        return start, end
    earlier = bool(start.month and end.month and start.month <= 12 and start.month > end.month)
    year = None if end.year is None else end.year - earlier
    shift = None if end.year_shift is None else end.year_shift - earlier
    month = start.month or end.month
    return Calendar(year, month, start.day, year_shift=shift, story=end.story), end


def _end_after(end: Calendar, start: Calendar, first: str) -> Calendar:
    """The end of a range takes its year, and where needed its month, from the start."""
    moment = _moment(first)
    if end.weekday is not None or end.year_shift is not None:
        return end
    month = end.month or start.month
    later = bool(start.month and month and month < start.month and start.month <= 12)
    return Calendar(moment.year + later, month, end.day)


def _years_away(edtf: str, years: int) -> str | None:
    year = edtf[:4]
    return f"{int(year) + years:04d}{edtf[4:]}" if year.isdigit() and "-" in edtf else None


def _plus(day: date, days: int) -> str | None:
    try:
        return format_day(day + timedelta(days=days))
    except OverflowError:
        return None


def _days(day: date, first: int, last: int) -> str | None:
    start, end = _plus(day, first), _plus(day, last)
    return format_interval(start, end) if start and end else None
