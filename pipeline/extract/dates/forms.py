"""What only looks like a date: parts of names and titles, counts, sums, ages, repetitions. Decided by form alone."""

import re
from collections.abc import Callable

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.names import (
    century_stands,
    deictic_stands,
    feast_stands,
    is_in_title,
    month_stands,
    season_stands,
    weekday_stands,
)
from pipeline.extract.dates.place import Place, told_by
from pipeline.extract.dates.tokens import Tokens

_LONGEST_SPAN = 150  # years: 'reigned 1212-1231'
_BRACKETED = re.compile(r"\(y[_X]{1,3}\)")


def is_date(tokens: Tokens, family: str, first: int, last: int) -> bool:
    """Whether the form around tokens `first` to `last` leaves room for a date."""
    place = Place(tokens, first, last)
    if place.before == "*" or is_in_title(place):  # 'every Friday'
        return False
    check = _CHECKS.get(family)
    return check is None or check(place)


def _year_stands(place: Place) -> bool:
    """A bare year is no part of a name ('Expo 2000'), of a code or a sum, and counts nothing ('1500 people')."""
    if any(told_by("fiscal", word.lower()) for word in place.tokens.words[max(place.first - 2, 0) : place.first]):
        return False
    if "C" in place.core or "A" in place.core:
        return True
    if _is_in_code(place) or _is_in_name(place) or _is_numbered(place) or _is_counted(place):
        return False
    if place.core == "U":
        return place.before in ("R", "F", "G", "s", "b", "T")
    year = int(place.tokens.words[place.last - 1]) if place.core.endswith("y") else None
    return (
        year is None
        or (place.core == "y-y" and 0 < year - int(place.tokens.words[place.first]) <= _LONGEST_SPAN)
        or 1500 <= year <= 2060
        or "~" in place.core
        or place.before in ("R", "F", "G", "&", "B", "-", "(", "~")
    )


def _is_counted(place: Place) -> bool:
    """'1500 people'; but 'In 1944 soldiers came' and 'since 1990 members pay' tell of years."""
    if place.follow not in load_lexicon().counted:
        return False
    opening = place.tokens.words[place.first - 1] == "In" if place.first else False
    return not (place.core == "y" and (opening or told_by("around_count", place.lead)))


def _is_in_code(place: Place) -> bool:
    """'US$2009', '2000%', 'B-2000', '2000-page'."""
    if place.before == "$" or place.after in ("%", "$"):
        return True
    if place.is_tied_left and place.before in tuple("#_dcyx?"):
        return True
    if place.is_tied_left and place.before == "-" and place.tokens.kinds[place.first - 2] in "X_?":
        return True
    if place.is_tied_left and place.before == "-" and place.tokens.kinds[place.first - 2] in "c#":  # '555-2010'
        return not place.tokens.is_spaced(place.first - 1)
    tied = place.after == "-" and place.is_tied_right and place.tokens.is_spaced(place.last + 1) is False
    return tied and place.ahead(2)[1:] in ("_", "X", "c", "#", "?")


def _is_in_name(place: Place) -> bool:
    """'Expo 2000', 'Love (2011 film)', '2001: A Voyage'."""
    kinds = place.tokens.kinds
    if len(place.core) == 1 and _BRACKETED.match(kinds, max(place.first - 1, 0)):
        return True
    if place.before and place.ahead(2) in (":X", ":a", ":T"):
        return True
    if place.before == "X" and place.tokens.starts_sentence(place.first - 1):  # 'Windows 2000 shipped', 'Released 2000'
        return len(place.core) == 1 and not (place.lead.endswith("ed") or told_by("before_year", place.lead))
    return place.before in ("X", "Q", "x", "#")


def _is_numbered(place: Place) -> bool:
    """'page 1845', 'flight 1902', '1920 Maple Street', 'a score of 1999', '1999 out of 2000'."""
    if place.core != "y":
        return False
    if told_by("numbered", place.lead) and place.before in ("X", "_", "?"):
        return True
    words = place.tokens.words
    if place.after == "X" and any(told_by("street", word.lower()) for word in words[place.last + 1 : place.last + 3]):
        return True
    if place.before != "R" and place.follow == "in" and place.ahead(2) == "Ry":  # '1350 in 1900 and 1750 in 1950'
        return True
    before = words[place.first - 2].lower() if place.first > 1 and place.before == "G" else ""
    return told_by("amount", before) or (place.follow == "out" and place.ahead(3) in ("_Gy", "_Gd", "_Gc", "_G#"))


def _days_stand(place: Place) -> bool:
    """'May 5 people' counts people."""
    return place.core[-1] not in "do" or place.follow not in load_lexicon().counted


def _unit_stands(place: Place) -> bool:
    """'the same day' and 'last year', but no 'next-day delivery', no 'last day of school'."""
    core = place.core
    if place.after == "-" and place.is_tied_right:
        return False
    if place.after != "G":
        return True
    return core not in ("Tlz", "lz", "Tnz", "Tlu")


def _duration_stands(place: Place) -> bool:
    """No age ('25-year-old'), anniversary, rate ('15 a year') or share ('a quarter of')."""
    words, core = place.tokens.words, place.core
    around = (place.lead, *(word.lower() for word in words[place.last : place.last + 2]))
    if any(told_by("age", word) for word in around) or place.follow == "than":
        return False
    if core[0] == "a" and (place.before in tuple("xdcy#") or told_by("rate", place.lead)):
        return False
    if core[-1] == "k" and place.after == "G":
        return False
    return not (place.before == "$" and place.is_tied_left)


def _day_stands(place: Place) -> bool:
    """'On the 16th,' and 'ending the day'; other ordinals and days are no dates."""
    words = place.tokens.words
    if place.core[-1] == "o":
        ends = place.after in ("", *",.;)¶&FRTa") or told_by("after_ordinal", place.follow)
        of_day = place.lead == "of" and told_by("lead_of_night", words[place.first - 2].lower())
        return (told_by("lead_of_ordinal", place.lead) or of_day) and ends
    if place.lead == "for":
        return place.after in (",", ".")
    kinds = place.tokens.kinds
    return told_by("lead_of_day", place.lead) or (
        place.lead == "in" and kinds[place.first - 2 : place.first - 1] in tuple("erb")
    )


def _decade_stands(place: Place) -> bool:
    """Decades of two digits or in words are ages as well ('in his 80s'): they need an article or an apostrophe."""
    word = place.tokens.slice(place.first, place.last)
    digits = sum(character.isdigit() for character in word)
    if digits == 0:
        return "T" in place.core or (place.before in ("&", "e") and word[0].islower())
    if digits != 2:
        return digits == 4 or "C" in place.core
    return "T" in place.core or word[0] in "'’‘" or place.before in ("&", "e")


_CHECKS: dict[str, Callable[[Place], bool]] = {
    "days": _days_stand,
    "month": month_stands,
    "season": season_stands,
    "weekday": weekday_stands,
    "deictic": deictic_stands,
    "unit": _unit_stands,
    "duration": _duration_stands,
    "shift": _duration_stands,
    "day": _day_stands,
    "year": _year_stands,
    "feast": feast_stands,
    "decade": _decade_stands,
    "century": century_stands,
}
