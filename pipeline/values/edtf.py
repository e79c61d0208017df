"""Dates as EDTF (ISO 8601-2) strings: what they denote, how precise they are, which covers which.

A value never says more than its source: '2021-07' is a month, not its first day. Supported: days, months, years
(astronomical before year 1: '-0489' is 490 BC), decades '202X', centuries '19XX', seasons `-21` to `-24`, quarters
`-33` to `-36`, half-years `-40` and `-41`, months and days left open ('2012-XX-XX'), the qualifiers `? ~ %`, and
intervals of two such dates, open at either end ('1992/..').

A season is a name, not a stretch of days, so its bounds are wide enough for the readings in use: the meteorological
season and the broadcast quarter (summer: June to August, July to September). Winter is the January to March of its
year, so that a year covers its four seasons.
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_Day = tuple[int, int, int]
_Bounds = tuple[_Day, _Day]

_BEGINNING: _Day = (-(10**6), 1, 1)
_END: _Day = (10**6, 12, 31)

_DATE = re.compile(
    r"(?P<sign>-?)(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?[?~%]?"
)

# first and last month of each code
_MONTHS_OF = {
    21: (3, 6),
    22: (6, 9),
    23: (9, 12),
    24: (1, 3),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}

SEASONS = (21, 22, 23, 24)  # spring, summer, autumn, winter
QUARTERS = (33, 34, 35, 36)


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The earliest and the latest day that the value may denote; None for an open end or a year before 1.

    '2021-07' -> 2021-07-01, 2021-07-31; '1992/..' -> 1992-01-01, None. Raises ValueError for anything but EDTF.
    """
    first, last = _bounds(edtf)
    return _as_date(first), _as_date(last)


def precision(edtf: str) -> str:
    """day, month, season, year, decade or range; the closest of these for the others.

    Quarters and half-years count as season (a named part of a year), centuries as decade (a round span of years), every
    interval as range. Raises ValueError for anything but EDTF.
    """
    _bounds(edtf)
    if "/" in edtf:
        return "range"
    body = edtf.lstrip("-").rstrip("?~%")
    year, *rest = body.split("-")
    if "X" in year:
        return "decade"
    given = [part for part in rest if part != "XX"]
    if not given or rest[0] == "XX":
        return "year"
    if len(given) == 2:
        return "day"
    return "month" if int(given[0]) <= 12 else "season"


def covers(coarse: str, fine: str) -> bool:
    """Whether `fine` says the same as `coarse`, only more exactly: '2021-07' covers '2021-07-21' and itself."""
    (first, last), (begin, end) = _bounds(coarse), _bounds(fine)
    return first <= begin and end <= last


def is_valid(edtf: str) -> bool:
    """Whether the value is EDTF as described above: '2021-02-29' is not, the year has no such day."""
    try:
        _bounds(edtf)
    except ValueError:
        return False
    return True


def format_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """'2021', '2021-07' or '2021-07-21'; a `month` from 21 on is a season, quarter or half-year."""
    sign = "-" if year < 0 else ""
    parts = [f"{sign}{abs(year):04d}"]
    parts += [f"{part:02d}" for part in (month, day) if part is not None]
    return "-".join(parts)


def format_day(day: date) -> str:
    """The day as EDTF, e.g. '2021-07-21'."""
    return day.isoformat()


def format_interval(start: str | None, end: str | None) -> str:
    """'1992/2001'; None is an open end: '1992/..'."""
    return f"{start or '..'}/{end or '..'}"


@lru_cache(maxsize=4096)
def _bounds(edtf: str) -> _Bounds:
    if "/" not in edtf:
        return _bounds_of_date(edtf)
    start, _, end = edtf.partition("/")
    first = _BEGINNING if start == ".." else _bounds_of_date(start)[0]
    last = _END if end == ".." else _bounds_of_date(end)[1]
    if first > last:
        raise ValueError(f"{edtf!r} ends before it begins")
    return first, last


def _bounds_of_date(edtf: str) -> _Bounds:
    m = _DATE.fullmatch(edtf)
    if m is None:
        raise ValueError(f"{edtf!r} is not a date in EDTF")
    first, last = _bounds_of_year(m["sign"], m["year"])
    if m["month"] in (None, "XX"):
        if m["day"] not in (None, "XX"):
            raise ValueError(f"{edtf!r} has a day without a month")
        return (first, 1, 1), (last, 12, 31)
    if first != last:
        raise ValueError(f"{edtf!r} has a month of an unknown year")
    return _bounds_in_year(edtf, first, int(m["month"]), m["day"])


def _bounds_of_year(sign: str, year: str) -> tuple[int, int]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return (-high, -low) if sign else (low, high)


def _bounds_in_year(edtf: str, year: int, month: int, day: str | None) -> _Bounds:
    if month in _MONTHS_OF and day is None:
        begin, end = _MONTHS_OF[month]
        return (year, begin, 1), (year, end, _length(year, end))
    if not 1 <= month <= 12:
        raise ValueError(f"{edtf!r} has no such month or season")
    length = _length(year, month)
    if day in (None, "XX"):
        return (year, month, 1), (year, month, length)
    if not 1 <= int(day) <= length:
        raise ValueError(f"{edtf!r} has no such day")
    return (year, month, int(day)), (year, month, int(day))


def _length(year: int, month: int) -> int:
    return monthrange(year % 400 + 400, month)[1]  # the calendar repeats after 400 years; year 0 is a leap year


def _as_date(day: _Day) -> date | None:
    year, month, number = day
    return date(year, month, number) if 1 <= year <= 9999 else None
