"""Above the text: headline, standfirst, byline and dateline among menus and labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.parse.dateline import names_in, press_day, read_dateline
from pipeline.parse.furniture import is_site_word
from pipeline.parse.web_text.body import is_category, is_entry
from pipeline.parse.web_text.reading import MOTTO, Reading, is_headline, number_of
from pipeline.records import PassageKind

WITHIN_TEXT = 4  # lines: a standfirst may stand above the byline, so that the text seems to have begun
STANDFIRST_WORDS = 6
LONGEST_HEADLINE = 200
LONGEST_DATE = 60
SITE_SUFFIX = re.compile(r"\s+(?:[|–—»:]|-)\s+(?P<site>[^|–—»]{2,40})$")
BARE_BY = re.compile(r"(?:(?:written|posted|published)\s+)?by\s*:?", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{3,30}")
NAMED = re.compile(
    r"(?<=[^\W\d_A-Z][ ,;“‘\"'(])[“‘\"'(]?([^\W\d_a-z][^\W\d_]{2,30})"
)  # a word with a capital inside a sentence


@dataclass(slots=True)
class Head:
    """What stands above the text."""

    title: str | None = None
    site: str | None = None  # 'Headline | Site'
    authors: tuple[str, ...] = ()
    published_on: date | None = None


def read_head(readings: list[Reading], published_on: date | None) -> Head:
    """Reads everything above the first paragraph, and datelines just below it."""
    head = Head(published_on=published_on)
    _free_headline(readings)
    first = _first_paragraph(readings)
    above = readings[: min(first, _first_list(readings[:first]))]
    title = _read_title(above, head, _names_told(readings[first:]))
    if title is not None:
        _read_below_title(above[title + 1 :], head)
    _read_datelines(above, readings[len(above) : len(above) + WITHIN_TEXT], head)
    _close(above, title)
    if head.published_on is None and first < len(readings):
        head.published_on = press_day(readings[first].text)
    return head


def _first_paragraph(readings: Sequence[Reading]) -> int:
    return next((i for i, r in enumerate(readings) if r.kind == PassageKind.PROSE), len(readings))


def _free_headline(readings: list[Reading]) -> None:
    """A headline may be a sentence: one above which no other stands, with a byline or a date right below.

    A quotation may have them right above, too.
    """
    first = _first_paragraph(readings)
    if first == len(readings) or len(readings[first].text) > LONGEST_HEADLINE:
        return
    if any(r.kind == PassageKind.TITLE or (r.is_open and _is_clear(r.text)) for r in readings[:first]):
        return
    is_quotation = readings[first].text[0] in "“‘«\"'"
    if any(_is_dateline(reading) for reading in readings[max(0, first - is_quotation) : first + 3]):
        readings[first].kind = None


def _is_clear(line: str) -> bool:
    return is_headline(line) and not MOTTO.match(line)


def _is_dateline(reading: Reading) -> bool:
    found = reading.dateline or (read_dateline(reading.text) if reading.is_open else None)
    return found is not None


def _first_list(readings: Sequence[Reading]) -> int:
    """Where a list begins that is no menu: two entries, a category with its winner, '1. The best of all'."""
    categories = [one.text for one in readings if one.is_open and is_category(one.text)]
    first_category = categories[0] if len(set(categories)) > 1 else None
    for i, one in enumerate(readings):
        if number_of(one.bullet) or (one.is_open and one.text == first_category):
            return i
        two = readings[i + 1] if i + 1 < len(readings) else None
        if two is None or not (one.is_open and two.is_open) or two.line.after_gap:
            continue
        if is_entry(two.text) and (is_entry(one.text) or is_category(one.text)):
            return i
    return len(readings)


def _names_told(text: Sequence[Reading]) -> frozenset[str]:
    """Words that have a capital inside a sentence of the text and are nowhere without, in small letters."""
    prose = [r.text for r in text if r.kind == PassageKind.PROSE]
    small = {word[0] for line in prose for word in WORD.finditer(line) if word[0].islower()}
    return frozenset(m[1].lower() for line in prose for m in NAMED.finditer(line)) - small


def _read_title(above: list[Reading], head: Head, told: frozenset[str]) -> int | None:
    """Finds the headline: the first line above the text that is longer than the label of a link.

    Where menus part such lines, the last group above the dateline counts: what stands higher is the site's motto.
    What looks like a motto or a label gives way to the line below that has more names in common with the text.
    """
    for i, reading in enumerate(above):
        if reading.kind == PassageKind.TITLE:  # the source marks it
            head.title = reading.text
            return i
    groups = _groups(above, told)
    candidates = [i for group in groups for i in group]
    if not candidates:
        return None
    headlines = [[i for i in group if is_headline(above[i].text)] for group in groups]
    chosen = next((group[0] for group in reversed(headlines) if group), candidates[0])
    is_motto = MOTTO.match(above[chosen].text) is not None
    if is_motto or chosen not in groups[-1]:
        behind = [i for group in headlines for i in group if i > chosen and not MOTTO.match(above[i].text)]
        named = (i for i in behind if _names_in(above[i].text, told) > _names_in(above[chosen].text, told))
        chosen = next(named, behind[0] if behind and is_motto else chosen)
    if suffix := SITE_SUFFIX.search(above[candidates[0]].text):
        bare = above[candidates[0]].text[: suffix.start()]
        again = next((i for i in candidates[1:] if above[i].text == bare), None)
        if again is not None:
            above[candidates[0]].kind, head.site, chosen = PassageKind.FURNITURE, suffix["site"], again
    above[chosen].kind, head.title = PassageKind.TITLE, above[chosen].text
    return chosen


def _names_in(line: str, told: frozenset[str]) -> int:
    """How many of its words with a capital are names in the text."""
    return sum(word[0][0].isupper() and word[0].lower() in told for word in WORD.finditer(line))


def _groups(above: list[Reading], told: frozenset[str]) -> list[list[int]]:
    """The open lines that are no labels, parted by lines of menus, down to the first dateline below a headline."""
    groups: list[list[int]] = [[]]
    for i, reading in enumerate(above):
        is_dateline = _is_dateline(reading)
        if is_dateline and any(
            is_headline(above[n].text) or _names_in(above[n].text, told) for group in groups for n in group
        ):
            break
        if is_dateline or reading.kind == PassageKind.CAPTION:
            continue
        if not reading.is_open or is_site_word(reading.text):
            if groups[-1]:
                groups.append([])
        else:
            groups[-1].append(i)
    return [group for group in groups if group]


def _read_below_title(below: list[Reading], head: Head) -> None:
    """Bylines without 'by', repeated headlines, standfirsts."""
    for i, reading in enumerate(below):
        if not reading.is_open:
            continue
        if reading.text == head.title:
            reading.kind = PassageKind.CAPTION
        elif not head.authors and not read_dateline(reading.text) and _is_byline(below, i):
            reading.kind, head.authors = PassageKind.FURNITURE, names_in(reading.text)
        elif reading.text.count(" ") + 1 >= STANDFIRST_WORDS and not read_dateline(reading.text):
            reading.kind = PassageKind.PROSE


def _is_byline(below: list[Reading], i: int) -> bool:
    """Whether a line is just a name. One word alone is a name only right below the headline."""
    text = below[i].text
    if not names_in(text) or any(is_site_word(word) for word in [text, *text.split()]):
        return False
    if " " in text or (i > 0 and BARE_BY.fullmatch(below[i - 1].text)):
        return True
    return i == 0 and (len(below) == 1 or not below[1].is_open or read_dateline(below[1].text) is not None)


def _read_datelines(above: list[Reading], below: list[Reading], head: Head) -> None:
    """The first day that is not one of an update is the day of publication."""
    _note_datelines([r for r in above if r.is_open or r.dateline], head)
    if head.published_on is None:
        _note_datelines([r for r in below if r.is_open or _is_bare_date(r)], head)


def _note_datelines(readings: list[Reading], head: Head) -> None:
    for reading in readings:
        found = reading.dateline or read_dateline(reading.text)
        if found is None:
            continue
        reading.kind, reading.dateline = PassageKind.FURNITURE, found
        head.authors = head.authors or found.authors
        if found.day and head.published_on is None and not found.is_update:
            head.published_on = found.day.value


def _is_bare_date(reading: Reading) -> bool:
    """Whether a line that looks like a sentence is nothing but a day and a time: '9 May 2024 at 10 p.m.'."""
    if reading.kind != PassageKind.PROSE or len(reading.text) > LONGEST_DATE:
        return False
    found = read_dateline(reading.text)
    return found is not None and found.is_bare


def _close(above: list[Reading], title: int | None) -> None:
    """What nothing else explained is furniture; the owner named above the text is an image's, not the page's."""
    for i, reading in enumerate(above):
        if reading.form is not None and reading.form.name == "copyright":
            reading.kind = PassageKind.CAPTION
        elif reading.is_open or (reading.kind == PassageKind.LIST_ITEM and (title is None or i < title)):
            reading.kind = PassageKind.FURNITURE
