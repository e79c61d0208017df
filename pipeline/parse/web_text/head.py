"""Above the text: headline, standfirst, byline and dateline among menus and labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.parse.dateline import names_in, press_day, read_dateline
from pipeline.parse.furniture import is_site_word
from pipeline.parse.web_text.body import is_category, is_entry
from pipeline.parse.web_text.reading import Reading, number_of
from pipeline.records import PassageKind

WITHIN_TEXT = 4  # lines: a standfirst may stand above the byline, so that the text seems to have begun
STANDFIRST_WORDS = 6
LONGEST_HEADLINE = 200
LONGEST_DATE = 60
SITE_SUFFIX = re.compile(r"\s+(?:[|–—»:]|-)\s+(?P<site>[^|–—»]{2,40})$")
BARE_BY = re.compile(r"(?:(?:written|posted|published)\s+)?by\s*:?", re.IGNORECASE)
CJK = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


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
    title = _read_title(above, head)
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
    """A headline may be a sentence: one above which no other stands, with a byline or a date right below."""
    first = _first_paragraph(readings)
    if first == len(readings) or len(readings[first].text) > LONGEST_HEADLINE:
        return
    if any(r.kind == PassageKind.TITLE or (r.is_open and _is_headline(r.text)) for r in readings[:first]):
        return
    if any(_is_dateline(reading) for reading in readings[first + 1 : first + 3]):
        readings[first].kind = None


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


def _read_title(above: list[Reading], head: Head) -> int | None:
    """Finds the headline: the first line above the text that is longer than the label of a link.

    Where menus part such lines, the last group above the dateline counts: what stands higher is the site's motto.
    """
    for i, reading in enumerate(above):
        if reading.kind == PassageKind.TITLE:  # the source marks it
            head.title = reading.text
            return i
    groups = _groups(above)
    candidates = [i for group in groups for i in group]
    if not candidates:
        return None
    headlines = [[i for i in group if _is_headline(above[i].text)] for group in groups]
    chosen = next((group[0] for group in reversed(headlines) if group), candidates[0])
    if suffix := SITE_SUFFIX.search(above[candidates[0]].text):
        bare = above[candidates[0]].text[: suffix.start()]
        again = next((i for i in candidates[1:] if above[i].text == bare), None)
        if again is not None:
            above[candidates[0]].kind, head.site, chosen = PassageKind.FURNITURE, suffix["site"], again
    above[chosen].kind, head.title = PassageKind.TITLE, above[chosen].text
    return chosen


def _groups(above: list[Reading]) -> list[list[int]]:
    """The open lines above the first dateline that are no labels, parted by lines of menus."""
    groups: list[list[int]] = [[]]
    for i, reading in enumerate(above):
        if _is_dateline(reading) and any(groups):
            break
        if reading.kind == PassageKind.CAPTION:
            continue
        if not reading.is_open or is_site_word(reading.text):
            if groups[-1]:
                groups.append([])
        else:
            groups[-1].append(i)
    return [group for group in groups if group]


def _is_headline(text: str) -> bool:
    return text.count(" ") >= 3 or (CJK.search(text) is not None and len(text) >= 8)


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
