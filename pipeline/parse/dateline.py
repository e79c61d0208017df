"""Bylines and datelines: who wrote an article, and on which day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.parse.furniture import forms
from pipeline.vocabulary import load_vocabulary

LONGEST = 160  # characters: a longer line is a paragraph
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
FULL_DATES = tuple(
    re.compile(rf"(?<![\w.]){pattern}(?!\d)", re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
        rf"{_YEAR}[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}})",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
        rf"{_WEEKDAY}{_DAY}\.?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
    )
)
SLASHED = re.compile(rf"(?<![\w/])(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}(?![\w/])")
REMAINS = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d){1,2}\s?(?:[ap]\.?m\b)?|\bt\d\d:\S+|\b(?:at|on|[ap]\.?m|uhr|utc|gmt|[pecmbj][sde]?t)\b|[\s,.|·•–—:;@()/+-]",
    re.IGNORECASE,
)
INNER_BYLINE = re.compile(r"\bby\s+(?P<name>\S.{1,80})", re.IGNORECASE)
AFTER_NAME = re.compile(
    r"\s*(?:[|·•,–—]|\s-\s|\bon\b|\bfor\b|\bin\b|\bpublished\b|\bupdated\b|\bposted\b|\(|\s{2,}).*$", re.I
)
NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s+[^\W\d_][\w.’'-]*){0,4}")
JOINT = re.compile(r"\s*(?:,|&|\band\b)\s*", re.I)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A day named in a line: `line[start:end]`."""

    value: date
    start: int
    end: int


def find_days(text: str) -> Iterator[DateFound]:
    """The full dates of a line, in order. A date that could be read in two ways is left out."""
    found = [day for pattern in FULL_DATES for m in pattern.finditer(text) if (day := _day(m))]
    found += [day for m in SLASHED.finditer(text) if (day := _slashed(m))]
    end = -1
    for day in sorted(found, key=lambda d: (d.start, -d.end)):
        if day.start >= end:
            yield day
            end = day.end


def _day(match: re.Match[str]) -> DateFound | None:
    month = match["month"]
    number = int(month) if month.isdecimal() else MONTHS.index(month[:3].lower()) + 1
    return _found(match, int(match["year"]), number, int(match["day"]))


def _slashed(match: re.Match[str]) -> DateFound | None:
    """3/14/2024 and 14/3/2024 are clear, 3/4/2024 is not."""
    first, second = int(match["first"]), int(match["second"])
    if first == second or first > 12:
        return _found(match, int(match["year"]), second, first)
    return _found(match, int(match["year"]), first, second) if second > 12 else None


def _found(match: re.Match[str], year: int, month: int, day: int) -> DateFound | None:
    try:
        return DateFound(date(year, month, day), match.start(), match.end())
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a byline or dateline says. `day` is None for a byline without a date."""

    authors: tuple[str, ...]
    day: DateFound | None
    is_update: bool


def read_dateline(text: str) -> Dateline | None:
    """The line as a byline or dateline; None when it is neither."""
    if len(text) > LONGEST:
        return None
    authors = read_byline(text)
    day = next(find_days(text), None)
    cue = re.match(r"[\w ]{1,16}?(?=\s*[:|]|\s+(?:on|by|in|at)\b|\s+\S*\d|\s+\w+day\b)", text)
    word = cue.group().strip().lower() if cue else ""
    vocabulary = load_vocabulary("furniture")["dateline"]
    if day is None:
        return Dateline(authors, None, False) if authors else None
    is_update = word in vocabulary["updated"]
    cued = is_update or word in vocabulary["published"] or _first_word(text) in vocabulary["published"]
    bare = not REMAINS.sub("", text[: day.start] + " " + text[day.end :])
    return Dateline(authors, day, is_update) if cued or bare or authors else None


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].lower().rstrip(":") if text else ""


def read_byline(text: str) -> tuple[str, ...]:
    """The authors that a byline names, e.g. 'By Mira Holm and Jon Aske'; empty when the line is none."""
    candidates = [m for form in forms("byline") if (m := form.match(text))]
    cued = _first_word(text) in load_vocabulary("furniture")["dateline"]["published"]
    if cued and (inner := INNER_BYLINE.search(text)):
        candidates.append(inner)
    for match in candidates:
        names = tuple(_names(match["name"]))
        if names:
            return names
    return ()


def _names(text: str) -> Iterator[str]:
    head = text
    for part in JOINT.split(AFTER_NAME.sub("", head) or ""):
        if not is_name(part):
            return
        yield part


def is_name(text: str) -> bool:
    """Whether the text has the form of a person's name: one to five capitalised words."""
    words = text.split()
    particles = {"de", "van", "von", "der", "den", "da", "di", "la", "le", "el", "al", "bin", "y"}
    return (
        len(text) <= 50
        and NAME.fullmatch(text) is not None
        and all(word[0].isupper() or word in particles or not word[0].islower() for word in words)
    )
