"""Bylines and datelines: who wrote an article, and on which day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pipeline.parse.furniture import forms, furniture_form
from pipeline.vocabulary import load_vocabulary

LONGEST = 160  # characters: a longer line is a paragraph
LONGEST_NAME = 50
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>\d{1,2})"
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b[.,]?\s+)?"
TIME = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d){1,2}\s?(?:[+-]\d\d:?\d\d\b)?(?:[ap]\.?m\b\.?)?(?-i:\s?[A-Z]{2,4}\b)?"
    r"|\bt\d\d:\S+|\b(?:at|on|[ap]\.?m|uhr|utc|gmt|jst|[pecmb][sde]?t)\b"
    r"|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b|\bpage\s[a-z]?\d{1,3}\b|[\s,.|·•–—:;@()/+\[\]-]",
    re.IGNORECASE,
)
CUE = re.compile(r"[^\W\d_]{2,16}(?:\s[^\W\d_]{2,10})?(?!\w)")
SENTENCE = re.compile(r"[a-z]{3}[.!?]\s|\s[a-z]+\s+[a-z]+\s")
PRESS = re.compile(r"[^.!?;]{0,40}?(?:--|\s[-–—:]\s|[–—]\s)")
PART = re.compile(r"\s*[|·•∙▪›/]\s*|\s*[–—]\s*|\s-\s|\s\s+|\.\s+(?=[^\W\d_]+:|\Z)")
MOST_PARTS, LONGEST_PART = 6, 50
SIGNED = re.compile(r"(?P<name>[^,:]{3,50}),\s*")  # the paper or the town before the day, the whole line
TASK = re.compile(r"(?:by|[a-z]{3,12}(?:\sby)?)\s+(?=[^\W\d_a-z])")  # 'words Mira Holm', 'photos by Jon Aske'
NAMED_TASK = re.compile(r"(?P<task>[^\W\d_]{4,14})(?::|\sby)\s+")  # 'Words: Mira Holm', 'Essay by Jon Aske'
ISSUE = re.compile(r"(?:(?:issue|number|no\.?|nr\.?)\s?#?|#)\s?\d{1,4}", re.IGNORECASE)
FROM = re.compile(r",\s(?:from|in|at|for)\s")  # 'Mira Holm, from Lund'
LABEL_FORMS = ("reading_time", "filed_under", "comments")
BY = re.compile(r"\bby:?\s+(?P<name>\S.{1,80})", re.IGNORECASE)
BEHIND_NAME = re.compile(
    r"\s{2,}|\s*[|·•–—(/@<\d]|\s-\s|\s(?:on|for|in|at|from|published|updated|posted|special to)\b", re.IGNORECASE
)
NAME = re.compile(r"[^\W\d_][\w.’'-]{0,30}(?:\s+[^\W\d_][\w.’'-]{0,30}){0,4}")
AND = re.compile(r"&|\sand\s", re.IGNORECASE)
JOINT = re.compile(r"\s*(?:,\s*and\s|,|&|\sand\s)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A day named in a line: `line[start:end]`."""

    value: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a byline or dateline says. `day` is None for a byline without a date."""

    authors: tuple[str, ...]
    day: DateFound | None
    is_update: bool
    is_bare: bool  # nothing but a day and a time
    is_labelled: bool = False  # the day between marks, beside a name or a label: 'Culture — 4 March 2023 · 5 min read'


def read_dateline(text: str) -> Dateline | None:
    """The line as a byline or dateline; None when it is neither."""
    if len(text) > LONGEST:
        return None
    authors = _read_byline(text)
    day = next(find_days(text), None) if any(map(str.isdigit, text)) else None
    if day is None:
        return Dateline(authors, None, False, False) if authors else None
    cue = _cue(text)
    is_update = cue in _words("updated")
    bare = not TIME.sub("", text[: day.start] + " " + text[day.end :])
    if bare or authors or is_update or cue in _words("published"):
        return Dateline(authors, day, is_update, bare)
    if _is_labelled(text, day):
        behind = BY.search(text)
        authors = names_in(_name_part(behind["name"])) if behind else ()
        return Dateline(authors, day, is_update, is_bare=True, is_labelled=True)
    return None


def _is_labelled(text: str, day: "DateFound") -> bool:
    """Whether marks part the day, or the day behind its cue, from labels: a name, a section, a time of reading.

    One name with a comma is a label, too: 'Harbour Post, 4 March 2023'.
    """
    if (signed := SIGNED.fullmatch(text, 0, day.start)) and (_is_name(signed["name"]) or _is_task(signed["name"])):
        return not TIME.sub("", text[day.end :])
    before, after = PART.split(text[: day.start]), PART.split(text[day.end :])
    beside = (before.pop(), after.pop(0))
    labels = [part for part in (*before, *after) if part]
    if not labels or len(labels) > MOST_PARTS or any(TIME.sub("", part) for part in beside):
        return False
    is_issue = any(ISSUE.fullmatch(part) for part in labels)  # of a newsletter: beside its number stands what it likes
    return all(len(part) <= LONGEST_PART and (is_issue or _is_label(part)) for part in labels)


def _is_label(part: str) -> bool:
    if not TIME.sub("", part) or _is_name(part) or _cue(part) in _words("updated"):
        return True
    if _is_task(part) or all(map(_is_name, FROM.split(part, 1))):
        return True
    form = furniture_form(part)
    return form is not None and form.name in LABEL_FORMS


def _is_task(part: str) -> bool:
    """Whether it tells who wrote, took or drew something of the page."""
    named = NAMED_TASK.match(part)
    found = TASK.match(part) or (named if named and named["task"].lower() in _words("tasks") else None)
    return found is not None and _is_name(part[found.end() :])


def find_days(text: str) -> Iterator[DateFound]:
    """The full dates of a line, in order. A date that could be read in two ways is left out."""
    found = [day for pattern in _dates() for m in pattern.finditer(text) if (day := _day(m)) is not None]
    end = -1
    for day in sorted(found, key=lambda d: (d.start, -d.end)):
        if day.start >= end:
            yield day
            end = day.end


def dateline_stretches(text: str) -> Iterator[tuple[bool, int, int]]:
    """The days of a dateline and what stands around them: whether it is a day, from where, to where."""
    at = 0
    for day in find_days(text):
        yield from ((False, at, day.start), (True, day.start, day.end))
        at = day.end
    yield False, at, len(text)


def names_in(text: str) -> tuple[str, ...]:
    """The people that the text names, if it names nothing else: 'Mira Holm and Jon Aske, Staff Writer'.

    Of two names with just a comma between them only the first counts: the second may be a paper or a town.
    """
    parts = [name for part in JOINT.split(text) if (name := _without_role(part))]
    if not all(_is_name(part) for part in parts):
        return ()
    return tuple(parts[:1] if len(parts) == 2 and AND.search(text) is None else parts)


def _read_byline(text: str) -> tuple[str, ...]:
    """The authors that a byline names, e.g. 'By Mira Holm and Jon Aske'; empty when the line is none."""
    found = [m for form in forms("byline") if (m := form.match(text))]
    if _cue(text) in _words("published") and (inner := BY.search(text)):
        found.append(inner)
    return next((names for m in found if (names := names_in(_name_part(m["name"])))), ())


def _name_part(text: str) -> str:
    """What stands before the place, the paper or the date."""
    behind = BEHIND_NAME.search(text)
    return (text[: behind.start()] if behind else text).rstrip(" ,.:;")


def _cue(text: str) -> str:
    found = CUE.match(text)
    words = found.group().lower().split() if found else []
    both = " ".join(words)
    return both if both in _words("published") or both in _words("updated") else (words or [""])[0]


def _without_role(text: str) -> str:
    """'Mira Holm Senior Reporter' -> 'Mira Holm'; '' for a role alone."""
    words = text.split()
    role = next((i for i, word in enumerate(words) if word.lower() in _words("roles")), len(words))
    return " ".join(words[:role]) if role < len(words) else text


def _is_name(text: str) -> bool:
    """Whether the text has the form of a person's name: one to five words with capitals, particles apart."""
    if len(text) > LONGEST_NAME or NAME.fullmatch(text) is None:
        return False
    return all(not word[0].islower() or word in _words("particles") for word in text.split())


def press_day(text: str) -> date | None:
    """The day in the dateline of an agency's text: 'LUND, March 3, 2024 (Pine News) - The film ...'."""
    opening = text[:LONGEST]
    day = next(find_days(opening), None)
    if day is None or not opening[:1].isupper() or SENTENCE.search(opening[: day.start]):
        return None
    return day.value if PRESS.match(opening[day.end :]) else None


def _day(match: re.Match[str]) -> DateFound | None:
    groups = match.groupdict()
    month, day = groups.get("month"), groups.get("day")
    if month is None or day is None:  # 3/14/2024 and 14/3/2024 are clear, 3/4/2024 is not
        first, second = int(match["first"]), int(match["second"])
        if first != second and max(first, second) <= 12:
            return None
        number, day = min(first, second), str(max(first, second))
    else:
        number = int(month) if month.isdecimal() else _months()[month.lower()]
    try:
        return DateFound(date(int(match["year"]), number, int(day)), match.start(), match.end())
    except ValueError:
        return None


@cache
def _words(key: str) -> frozenset[str]:
    words: dict[str, Any] = load_vocabulary("furniture")["dateline"]
    return frozenset(words[key])


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in load_vocabulary("furniture")["months"].items() for name in names}


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months()), key=lambda name: (-len(name), name)))
    month = rf"(?P<month>{names})\b\.?"
    forms_of_date = (
        rf"{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
        rf"{YEAR}[/.](?P<month>\d{{1,2}})[/.]{DAY}",
        rf"{DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{YEAR}",
        rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{YEAR}",
        rf"(?P<first>\d{{1,2}})-(?P<second>\d{{1,2}})-{YEAR}",
        rf"{WEEKDAY}{DAY}(?:st|nd|rd|th|er|º)?\.?\s+(?:of\s+|de\s+)?{month},?\s+(?:de\s+)?{YEAR}",
        rf"{WEEKDAY}{month}\s+{DAY}(?:st|nd|rd|th)?,?\s+{YEAR}",
        rf"{YEAR}年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日",
    )
    return tuple(re.compile(rf"(?<![\w./]){form}(?!\d)", re.IGNORECASE) for form in forms_of_date)
