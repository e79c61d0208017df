"""Phrases joined to ranges: 'July to September 2024', 'between April and June', '1992-present', '2012–'."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.meaning import Calendar, Duration, Interval, Phrase, Shift
from pipeline.extract.dates.place import told_by
from pipeline.extract.dates.tokens import Tokens

_CONTINUED = re.compile(r",?&[_X]{1,4}R")


def join_ranges(tokens: Tokens, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases in order, two that the text joins to one range as one; lists lend their year to the left."""
    waiting: Phrase | None = None
    for phrase in phrases:
        if waiting is None:
            waiting = phrase
            continue
        joined = _join(tokens, waiting, phrase)
        if joined is None:
            yield _opened(tokens, _lent(tokens, waiting, phrase))
        waiting = joined or _continued(tokens, waiting, phrase)
    if waiting is not None:
        yield _opened(tokens, waiting)


def _join(tokens: Tokens, left: Phrase, right: Phrase) -> Phrase | None:
    between = tokens.kinds[left.last : right.first]
    paired = between in ("&", ",&", "&T") and _follows_between(tokens, left.first)
    up_to = between in ("_F", "_FT") and tokens.words[left.last].lower() == "up"
    ended = between == ",F" and tokens.kinds[left.last - 1] == "y"  # 'from May 5, 2018, to June 6, 2019'
    if not (between in ("-", "F", "/", "--", "FT", "-T") or paired or up_to or ended):
        return None
    start, end = left.meaning, right.meaning
    if between == "/" and left.family == right.family == "season":  # 'Autumn/Winter 1999'
        return None
    if not isinstance(start, Calendar | Shift) or not isinstance(end, Calendar | Shift) or not _alike(start, end):
        return None
    return Phrase(left.first, right.last, Interval(start, end), "range")


def _follows_between(tokens: Tokens, first: int) -> bool:
    return tokens.kinds[first - 1 : first] == "B"


def _alike(start: Calendar | Shift, end: Calendar | Shift) -> bool:
    """A range runs between dates that can be compared: no weekday to a year."""
    if isinstance(start, Calendar) and isinstance(end, Calendar):
        if (start.weekday is None) != (end.weekday is None):
            return bool(start.day and end.day)
        if start.is_absolute and end.is_absolute and start.year is not None and end.year is not None:
            return (start.year, start.month or 0) <= (end.year, end.month or 12)
        return start.span == end.span
    return True


def _opened(tokens: Tokens, phrase: Phrase) -> Phrase:
    """'2012–)' and '2008 – present' have no end."""
    kinds, last = tokens.kinds, phrase.last
    if isinstance(phrase.meaning, Calendar) and _goes_on(tokens, phrase):
        return Phrase(phrase.first, last + 1, Interval(phrase.meaning, None), "range")
    if not isinstance(phrase.meaning, Calendar) or kinds[last : last + 1] not in ("-", "F"):
        return phrase
    if kinds[last + 1 : last + 3] == "TN":
        return Phrase(phrase.first, last + 3, Interval(phrase.meaning, None), "range")
    if kinds[last + 1 : last + 2] == "N" or (tokens.words[last + 1 : last + 2] or [""])[0].lower() == "today":
        return Phrase(phrase.first, last + 2, Interval(phrase.meaning, None), "range")
    tight = tokens.starts[last] == tokens.ends[last - 1]
    if (
        kinds[last] == "-"
        and tight
        and phrase.meaning.is_absolute
        and kinds[last + 1 : last + 2] in ("", ")", ",", ";", "¶", "|")
    ):
        return Phrase(phrase.first, last + 1, Interval(phrase.meaning, None), "range")
    return phrase


def _goes_on(tokens: Tokens, phrase: Phrase) -> bool:
    """'2016 onwards', 'from 2016 on,'."""
    follow, lead = tokens.words[phrase.last : phrase.last + 1], tokens.words[max(phrase.first - 1, 0) : phrase.first]
    if not follow:
        return False
    if told_by("onwards", follow[0].lower()):
        return True
    led = bool(lead) and lead[0].lower() == "from" and follow[0] == "on"
    return led and tokens.kinds[phrase.last + 1 : phrase.last + 2] in ("", ",", ".", ";", ")", "¶")


def _lent(tokens: Tokens, left: Phrase, right: Phrase) -> Phrase:
    """'June and July 1943': the year stands once for both."""
    a, b = left.meaning, right.meaning
    if tokens.kinds[left.last : right.first] not in ("&", ",", ",&", "/") or not isinstance(a, Calendar):
        return left
    if not isinstance(b, Calendar) or b.year is None or a.year is not None or not a.month or not b.month:
        return left
    if a.weekday or a.toward or a.year_shift is not None or (a.day is None) != (b.day is None):
        return left
    return replace(left, meaning=replace(a, year=b.year)) if a.month <= b.month else left


def _continued(tokens: Tokens, left: Phrase, right: Phrase) -> Phrase:
    """'began on July 8, 2023, and ended on Dec. 2': the second date lies within a year of the first."""
    a, b = left.meaning, right.meaning
    between = range(left.last, right.first)
    if not isinstance(a, Calendar) or not isinstance(b, Calendar) or not a.month or not b.month or a.year is None:
        return right
    if not b.is_bare or (a.day is None) != (b.day is None) or max(a.month, b.month) > 12:
        return right
    lexicon = load_lexicon()
    if not _CONTINUED.fullmatch(tokens.kinds, left.last, right.first) or any(
        tokens.words[i].lower() in lexicon.ahead | lexicon.coming | lexicon.present for i in between
    ):
        return right
    later = (b.month, b.day or 0) < (a.month, a.day or 0)
    return replace(right, meaning=replace(b, year=a.year + later))


def is_length(phrase: Phrase) -> bool:
    return isinstance(phrase.meaning, Duration)
