"""What a stretch of tokens means, by family of the grammar: from words to `Calendar`, `Shift`, `Interval`, `Duration`.

A builder returns None for a stretch that has the shape of a date but is none, such as a 31-day June.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from pipeline.extract.dates.lengths import read_duration, read_shift
from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.meaning import Calendar, Duration, Interval, Meaning, SamePeriod, Shift, WeekOf
from pipeline.extract.dates.piece import Piece
from pipeline.extract.dates.place import told_by
from pipeline.extract.dates.years import read_centuries, read_century, read_decade, read_era, read_year
from pipeline.values.numbers import parse_ordinal

_NUMERIC = re.compile(r"([0-9]+)[-./]([0-9]+)[-./]([0-9]+)")


def read_iso(piece: Piece) -> Meaning | None:
    """2024-03-22; 22.03.2024 and 3/22/2024, where only one order of day and month is possible or usual."""
    match = _NUMERIC.search(piece.text)
    assert match is not None
    a, b, c = match.groups()
    if len(a) == 4:
        return Calendar(int(a), int(b), int(c))
    year = int(c) if len(c) == 4 else 2000 + int(c) if int(c) < 70 else 1900 + int(c)
    day, month = (int(a), int(b)) if "." in match.group() else (int(b), int(a))  # dots: day first; slashes: month first
    if month > 12:
        day, month = month, day
    return Calendar(year, month, day)


def read_days(piece: Piece) -> Meaning | None:
    """One day of a month, or the days from the first to the last one named."""
    shift, story = piece.year_shift()
    month, year = piece.number("MJ"), piece.year()
    days = [int(re.sub(r"\D", "", w)) for w, kind in zip(piece.words, piece.kinds, strict=True) if kind in "do"]
    if not all(1 <= day <= 31 for day in days):
        return None
    dates = [Calendar(year, month, day, year_shift=shift, story=story) for day in days]
    return dates[0] if len(days) == 1 else Interval(dates[0], dates[-1]) if _rising(days) else None


def read_worded_day(piece: Piece) -> Meaning | None:
    """'the twenty-first of June'."""
    first = piece.kinds.index("O") - ("x" in piece.kinds) - ("-" in piece.kinds)
    day = parse_ordinal("-".join(piece.words[i] for i in range(first, len(piece.kinds)) if piece.kinds[i] in "xO"))
    shift, story = piece.year_shift()
    if day is None or not 1 <= day <= 31:
        return None
    return Calendar(piece.year(), piece.number("MJ"), day, year_shift=shift, story=story)


def read_week_of(piece: Piece) -> Meaning | None:
    if "d" in piece.kinds or "o" in piece.kinds:
        day = read_days(piece)
        return WeekOf(0, day) if isinstance(day, Calendar) else None
    ordinal = piece.word("O")
    number = parse_ordinal(ordinal) if ordinal else -1
    shift, story = piece.year_shift()
    month = Calendar(piece.year(), piece.number("MJ"), year_shift=shift, story=story)
    return WeekOf(number, month) if number is not None and number <= 5 else None


def read_month(piece: Piece) -> Meaning | None:
    """A month, perhaps of a stated year."""
    return _of_year(piece, piece.number("MJ"))


def read_season(piece: Piece) -> Meaning | None:
    """A season; 'winter 1942-43' is named by the year of its January, as in `values.edtf`."""
    season = _of_year(piece, piece.number("S"))
    later = re.search(r"[yU][-/]([cdy])\Z", piece.kinds)
    if later and season.year is not None:
        return Calendar(season.year + (season.month == 24), season.month)
    return season


def read_quarter(piece: Piece) -> Meaning | None:
    word = piece.word("Q")
    ordinal = piece.word("oO")
    number = int(word[1]) if word else parse_ordinal(ordinal) if ordinal else 4
    return _of_year(piece, 32 + number) if number is not None and 1 <= number <= 4 else None


def read_half(piece: Piece) -> Meaning | None:
    number = parse_ordinal(piece.word("oO") or "")
    return _of_year(piece, 39 + number) if number in (1, 2) else None


def read_feast(piece: Piece) -> Meaning | None:
    month, day = load_lexicon().feasts[piece.word("H") or ""]
    date = _of_year(piece, month)
    return Calendar(date.year, month, day, toward=date.toward, year_shift=date.year_shift, story=date.story)


def read_weekday(piece: Piece) -> Meaning | None:
    """'Friday of next week' and 'Friday night last week' count weeks, any other weekday is the nearest that fits."""
    week = re.search(r"W[PG]{0,2}([lin])w", piece.kinds)
    if week:
        return Shift("week", {"l": -1, "i": 0, "n": 1}[week[1]], weekday=piece.number("W"))
    toward, story = piece.toward()
    return Calendar(weekday=piece.number("W"), toward=toward, story=story)


def read_deictic(piece: Piece) -> Meaning | None:
    """'yesterday', 'this morning', 'last night', 'the next morning', 'that night'."""
    if "Y" in piece.kinds:
        value = piece.number("Y") or 0
        return Shift("day", 2 * value if "s" in piece.kinds else value)  # 'the day before yesterday'
    amount = {"l": -1, "i": 0, "n": 1, "j": 1, "p": -1}.get(piece.kinds.lstrip("T")[0], 0)
    return Shift("day", amount, story=piece.kinds[0] in "Ttm")


def read_unit(piece: Piece) -> Meaning | None:
    """'last year' counts from the publication, 'the following year' and 'that year' from the date mentioned last."""
    unit_word = piece.word("uvwzkLZK") or ""
    unit = load_lexicon().units[unit_word]
    if unit_word.endswith("s"):
        return None
    lead = piece.tokens.words[piece.first - 1].lower() if piece.first else ""
    if "q" in piece.kinds or (told_by("spanning", lead) and re.match("T[ln]", piece.kinds)):
        return Duration(f"P{unit.size}{unit.iso}")
    match = re.search(r"([lnijptm])m?[uvwzkLZK]\Z", piece.kinds)
    if match:
        amount = {"l": -1, "n": 1, "j": 1, "p": -1}.get(match[1], 0)
        definite = piece.kinds[0] == "T" and match[1] in "n"
        return Shift(unit.name, amount, story=match[1] in "jptm" or definite)
    if re.search(r"T[uvwz][bsp]\Z", piece.kinds):
        return Shift(unit.name, 1 if piece.words[-1].lower() == "after" else -1, story=True)
    return Shift(unit.name, 0, story="+" in piece.kinds, definite="G" in piece.kinds)


def read_same(piece: Piece) -> Meaning | None:
    """Only of a unit or a 'period': 'the same person last year' is no date."""
    named = "_" not in piece.kinds or piece.word("_") == "period"
    return SamePeriod(-1) if named else None


def read_day(piece: Piece) -> Meaning | None:
    """'the 16th' of the month mentioned last, or 'the day' mentioned last."""
    if "z" in piece.kinds:
        return Shift("day", 0, story=True)
    day = parse_ordinal(piece.word("o") or "")
    return Calendar(day=day, story=True) if day and day <= 31 else None


def _of_year(piece: Piece, month: int | None) -> Calendar:
    year = piece.year()
    shift, of_story = piece.year_shift()
    toward, story = piece.toward()
    return Calendar(year, month, toward=toward, year_shift=shift, story=of_story or story)


def _rising(days: list[int]) -> bool:
    return all(a < b for a, b in pairwise(days))


READERS: dict[str, Callable[[Piece], Meaning | None]] = {
    "iso": read_iso,
    "days": read_days,
    "worded_day": read_worded_day,
    "week_of": read_week_of,
    "month": read_month,
    "quarter": read_quarter,
    "half": read_half,
    "century": read_century,
    "centuries": read_centuries,
    "era": read_era,
    "decade": read_decade,
    "season": read_season,
    "feast": read_feast,
    "weekday": read_weekday,
    "shift": lambda piece: read_shift(piece.tokens, piece.first, piece.last),
    "duration": lambda piece: read_duration(piece.tokens, piece.first, piece.last),
    "year": read_year,
    "deictic": read_deictic,
    "unit": read_unit,
    "same": read_same,
    "day": read_day,
}
