"""Titles of the parts of a series on its page: 'Ember Days 2: Ash', 'Ember Days & Sons', and their short forms."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import not_names
from pipeline.extract.mentions.shape import BRACKET, TITLE, is_title_like, trim
from pipeline.extract.mentions.titles import page_label
from pipeline.extract.mentions.works import cut_at_names
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

NUMBER = r" (?:\d{1,2}|[IVX]{1,4})(?![\w:.,]?\w)"
TAIL = re.compile(rf"{NUMBER}(?:: {TITLE})?|: {TITLE}")
YEAR = re.compile(r" \((?:19|20)\d\d\)$")
JOINED = re.compile(rf"{NUMBER}|: \S| & \S| and (?:the |an? )?[^\W\d_a-z]")  # what stands behind the title of a series
PART = re.compile(r"(?P<number> (?:\d{1,2}|[IVX]{1,4}))?(?:: (?P<subtitle>.+))?")
ARTICLE = re.compile(r"(?:The|An?) (?=\S)")
SHORTEST = 5  # letters of a subtitle of one word that is a name by itself
LONGEST = 12  # words


def find_parts(reading: Reading) -> Iterator[Candidate]:
    """Whole titles that go on behind the page's own, or around it in a heading with a year."""
    series = series_of(reading)
    if not series:
        return
    for number, passage in enumerate(reading.parsed.passages):
        if passage.kind in (PassageKind.TITLE, PassageKind.FURNITURE) or series not in passage.text:
            continue
        if passage.kind == PassageKind.HEADING:
            yield from _read_heading(number, passage.text, series)
            continue
        others = frozenset(e.start_char for e in reading.docs[number].ents)
        for start, end in _titles(passage.text, series):
            yield _read_title(number, passage.text, start, end, others)


def _titles(text: str, series: str) -> Iterator[tuple[int, int]]:
    """Where the title of the series goes on; the pattern behind it is compiled once, not once a page."""
    at = text.find(series)
    while at >= 0:
        end = at + len(series)
        tail = TAIL.match(text, end) if _is_free(text[at - 1 : at]) else None
        if tail is not None:
            yield at, tail.end()
        at = text.find(series, tail.end() if tail is not None else end)


def _is_free(before: str) -> bool:
    return not (before.isalnum() or before in ("-", "_"))


def series_of(reading: Reading) -> str:
    """The title of an encyclopedia page about a work; else ''."""
    if not reading.parsed.is_encyclopedia or page_label(reading) != "WORK_OF_ART":
        return ""
    title = next((p.text for p in reading.parsed.passages if p.kind == PassageKind.TITLE), "")
    return BRACKET.sub("", title).strip()


def _read_heading(number: int, text: str, series: str) -> Iterator[Candidate]:
    """'Ember Days & Sons', 'Return to Ember Days (2016)'; 'Ember Days in other media' names no work."""
    end = len(BRACKET.sub("", text))
    name = text[:end]
    begun = name.startswith(series) and JOINED.match(name, len(series))
    if (begun or (YEAR.search(text) and name != series)) and is_title_like(name) and len(name.split()) <= LONGEST:
        yield Candidate(number, 0, end, "WORK_OF_ART", "list")


def _read_title(number: int, text: str, start: int, end: int, others: Collection[int]) -> Candidate:
    end = cut_at_names(text, start, end, frozenset(others))
    if month := _months().search(text, start, end):
        end = month.start()
    return Candidate(number, *trim(text, start, end, "WORK_OF_ART"), "WORK_OF_ART", "list")


@cache
def _months() -> re.Pattern[str]:
    """A date behind a title in a box: 'Ember Days: Ash June 12, 2012'."""
    names = "|".join(name for month in load_vocabulary("calendar")["month"] for name in month["names"])
    return re.compile(rf" (?:\d{{1,2}} )?(?:{names}) \d{{1,4}}")


def short_titles(series: str, titles: Collection[str]) -> Mapping[str, str]:
    """The full title by each short form that only one part has: 'Ash' and 'Ember Days 2' for 'Ember Days 2: Ash'."""
    owners: dict[str, set[str]] = {}
    for title in sorted(titles):
        for form in _short_forms(series, title):
            owners.setdefault(form, set()).add(title)
    return {form: next(iter(full)) for form, full in sorted(owners.items()) if len(full) == 1}


def _short_forms(series: str, title: str) -> Iterator[str]:
    part = PART.fullmatch(title, len(series)) if series and title.startswith(series) else None
    subtitle = part["subtitle"] if part else None
    if part is None or subtitle is None:
        return
    if part["number"]:
        yield series + part["number"]
    bare = ARTICLE.sub("", subtitle, count=1)
    for form in dict.fromkeys((subtitle, bare)):
        if " " in form or (len(form) >= SHORTEST and form.isalpha() and form not in not_names()):
            yield form
