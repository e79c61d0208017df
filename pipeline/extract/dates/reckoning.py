"""Reckoning with dates: the arithmetic from an anchor and a meaning to an EDTF value. Pure functions."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.meaning import Calendar, Meaning, Shift
from pipeline.values.edtf import SEASONS, format_date, format_day, format_interval

Direction = Literal["back", "ahead", "coming"] | None


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


def format_absolute(c: Calendar) -> str | None:
    assert c.year is not None
    if c.span == 10:
        return f"{c.year // 10:03d}X"
    if c.span == 100:
        return f"{c.year // 100:02d}XX"
    return format_date(c.year, c.month, c.day) + ("~" if c.approximate else "")


def moment_of(edtf: str) -> Moment:
    parts = edtf.rstrip("~").lstrip("-").split("-")
    year = int(parts[0]) * (-1 if edtf.startswith("-") else 1)
    month = int(parts[1]) if len(parts) > 1 else None
    if month is not None and month > 12:
        month = load_lexicon().season_months.get(month, 3 * (month - 33) + 2 if month <= 36 else None)
        return Moment(year, month)
    return Moment(year, month, int(parts[2]) if len(parts) > 2 else None)


def year_of(c: Calendar, anchor: Moment, direction: Direction, *, narrated: bool) -> int:
    """The year of a month or season that is named without one."""
    assert c.month is not None
    if anchor.month is None:
        return anchor.year + {"last": -1, "next": 1}.get(c.toward or "", 0)
    month = c.month if c.month <= 12 else _middle(c.month)
    distance = month - anchor.month  # in months, within the anchor's year
    if c.month in SEASONS and abs(distance) <= 1 and c.toward in ("last", "next"):
        distance = 0  # 'next summer', said in June, is not the one that has begun
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
        against = (months > 0 and direction == "back") or (months < 0 and direction in ("ahead", "coming"))
        costs.append((abs(months) * (6 if against else 1), years))
    return min(costs, key=lambda cost: cost[0])[1]


def _middle(code: int) -> int:
    if code in load_lexicon().season_months:
        return load_lexicon().season_months[code]
    return 3 * (code - 33) + 2 if code <= 36 else (3 if code == 40 else 9)


def weekday_near(c: Calendar, anchor: Moment, direction: Direction) -> str | None:
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
            offset = ahead if direction in ("ahead", "coming") or ahead == 0 else ahead - 7
    return _plus(day, offset)


def shift_days(s: Shift, anchor: Moment, direction: Direction) -> str | None:
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


def shift_months(s: Shift, anchor: Moment) -> str | None:
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


def lend_year(start: Meaning | None, end: Meaning | None) -> tuple[Meaning | None, Meaning | None]:
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


def end_after(end: Calendar, start: Calendar, first: str) -> Calendar:
    """The end of a range takes its year, and where needed its month, from the start."""
    moment = moment_of(first)
    if end.weekday is not None or end.year_shift is not None:
        return end
    month = end.month or start.month
    later = bool(start.month and month and month < start.month and start.month <= 12)
    return Calendar(moment.year + later, month, end.day)


def years_away(edtf: str, years: int) -> str | None:
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


def week_of(number: int, anchor: Moment) -> str | None:
    """The nth week of a month, the last one for -1, or for 0 the week of a day; weeks begin on Monday."""
    if number == 0:
        return shift_days(Shift("week", 0), anchor, None)
    if anchor.month is None or not 1 < anchor.year < 9999:
        return None
    first = date(anchor.year, anchor.month, 1)
    if number > 0:  # a week belongs to the month that holds its Thursday
        monday = first + timedelta(days=7 * (number - 1 + (first.weekday() > 3)) - first.weekday())
    else:
        last = date(anchor.year + anchor.month // 12, anchor.month % 12 + 1, 1) - timedelta(days=1)
        monday = last - timedelta(days=last.weekday() + 7 * (last.weekday() < 3))
    return _days(monday, 0, 6)
