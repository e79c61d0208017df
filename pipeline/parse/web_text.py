"""Text copied or scraped from web pages: news, features, awards reports, with page furniture around and within.

Lines are read by their form first (furniture, captions, datelines, sentences); what is left are short lines, and
those are read by where they stand: the headline above the text, headings and lists within it, menus below it.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from pipeline.parse.dateline import Dateline, is_name, read_dateline
from pipeline.parse.furniture import Form, furniture_form, is_caption, is_link_block, is_menu_row
from pipeline.parse.language import guess_language
from pipeline.parse.lines import Line, make_passages, split_lines
from pipeline.parse.publisher import find_publisher
from pipeline.records import Metadata, ParsedArticle, Passage, PassageKind

NAME = "web_text"
LEADING_DATE = re.compile(r"date\s+(?P<day>(?:19|20)\d\d-\d\d-\d\d)(?=\s|$)")
SENTENCE_END = re.compile(r"(?:[.…][\"”’»')\]]{0,3}|[。！？][」』）]?|[!?][\"”’»]|[,:;])$")
QUESTION_END = re.compile(r"[!?]$")
BULLET = re.compile(r"(?:[-–•*▪◦‣·]|\d{1,3}[.)])\s+(?=\S)")
LONGEST_HEADING = 130


@dataclass(slots=True)
class Reading:
    """A line and what it has been read as so far."""

    line: Line
    kind: PassageKind | None = None
    form: Form | None = None
    dateline: Dateline | None = None


def recognises(_text: str) -> bool:
    """Every text can be read as this layout: it asks for nothing."""
    return True


def read(text: str) -> ParsedArticle:
    """The page's passages and what it says about itself."""
    page = _Page([Reading(line) for line in split_lines(text)])
    page.read_leading_date()
    page.read_forms()
    page.read_head()
    page.read_tail()
    page.read_body()
    passages = tuple(page.passages())
    metadata = Metadata(
        title=page.title,
        publisher=find_publisher([r.line.text for r in page.tail if r.kind == PassageKind.FURNITURE]),
        authors=page.authors,
        published_on=page.published_on,
        editor=page.editor,
        language=guess_language(passages),
    )
    return ParsedArticle(text, NAME, metadata, passages)


@dataclass(slots=True)
class _Page:
    readings: list[Reading]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published_on: date | None = None
    editor: str | None = None
    tail: list[Reading] = field(default_factory=list)

    def read_leading_date(self) -> None:
        """' date 2025-04-06 Text ...': the date is a passage of its own, the text goes on behind it."""
        if not self.readings or not (match := LEADING_DATE.match(self.readings[0].line.text)):
            return
        try:
            self.published_on = date.fromisoformat(match["day"])
        except ValueError:
            return
        first = self.readings[0].line
        rest = first.part(match.end())
        self.readings[0:1] = [Reading(first.part(match.start("day"), match.end()), PassageKind.PROSE)]
        if rest.text:
            self.readings.insert(1, Reading(rest, PassageKind.PROSE if _is_sentence(rest.text) else None))

    def read_forms(self) -> None:
        for reading in self.readings:
            if reading.kind is None:
                _read_form(reading)

    def read_head(self) -> None:
        """Above the first paragraph: the headline, bylines, datelines; the rest is furniture."""
        first = self._first_paragraph()
        head = self.readings[:first]
        short = [r for r in head if r.kind is None]
        title = next((r for r in short if len(r.line.text) >= 25), short[0] if short else None)
        if title is not None and self.published_on is None:
            title.kind, self.title = PassageKind.TITLE, title.line.text
        self._read_datelines(self.readings[: first + 4])
        for reading in head:
            if reading.form is not None and reading.form.name == "copyright":
                reading.kind = PassageKind.CAPTION  # above the text stands the owner of an image, not of the page
        for reading in short:
            if reading.kind is None:
                self._read_short_head(reading)
        self._read_datelines(self.readings[first + 4 :])

    def _read_short_head(self, reading: Reading) -> None:
        text = reading.line.text
        if text == self.title:
            reading.kind = PassageKind.CAPTION
        elif self.title and not self.authors and is_name(text):
            reading.kind, self.authors = PassageKind.FURNITURE, (text,)
        elif len(text.split()) >= 5:
            reading.kind = PassageKind.PROSE
        else:
            reading.kind = PassageKind.FURNITURE

    def _first_paragraph(self) -> int:
        """Where the text begins: past the last dateline that stands near the top."""
        prose = [i for i, r in enumerate(self.readings) if r.kind == PassageKind.PROSE]
        return prose[0] if prose else len(self.readings)

    def _read_datelines(self, readings: list[Reading]) -> None:
        for reading in readings:
            found = reading.dateline
            if found is None:
                continue
            self.authors = self.authors or found.authors
            if found.day and self.published_on is None and not found.is_update:
                self.published_on = found.day.value

    def read_tail(self) -> None:
        """Below the last paragraph: from the first closing line on, everything short is furniture."""
        last = max((i for i, r in enumerate(self.readings) if r.kind == PassageKind.PROSE), default=-1)
        self.tail = self.readings[last + 1 :]
        closed = False
        for reading in self.tail:
            closed = closed or (reading.form is not None and reading.form.closing) or is_link_block(reading.line.text)
            if closed and reading.kind in (None, PassageKind.LIST_ITEM):
                reading.kind = PassageKind.FURNITURE
            if reading.form and reading.form.name == "edited_by" and (m := reading.form.match(reading.line.text)):
                self.editor = m["editor"]

    def read_body(self) -> None:
        """Short lines within the text: a heading stands alone or above a list."""
        in_links = False
        for i, reading in enumerate(self.readings):
            if reading.kind == PassageKind.PROSE:
                in_links = False
            if reading.kind is not None:
                continue
            if is_link_block(reading.line.text):
                in_links = True
            if in_links:
                reading.kind = PassageKind.FURNITURE
            elif reading.line.after_gap or i == 0 or self.readings[i - 1].kind == PassageKind.PROSE:
                reading.kind = PassageKind.HEADING
            else:
                reading.kind = PassageKind.LIST_ITEM

    def passages(self) -> list[Passage]:
        section: tuple[str, ...] = ()
        passages: list[Passage] = []
        for reading in self.readings:
            kind = reading.kind or PassageKind.PROSE
            if kind == PassageKind.HEADING:
                passages.extend(make_passages(kind, reading.line))
                section = (reading.line.text,)
            else:
                if kind == PassageKind.PROSE and reading.line.after_gap and section and _was_list(passages):
                    section = ()
                for line, part_kind in _parts(reading, kind):
                    passages.extend(make_passages(part_kind, line, section))
        return passages


def _was_list(passages: list[Passage]) -> bool:
    return bool(passages) and passages[-1].kind == PassageKind.LIST_ITEM


def _parts(reading: Reading, kind: PassageKind) -> list[tuple[Line, PassageKind]]:
    """A dateline shows its date, which is a date like others; the words around it are furniture."""
    if reading.dateline is None or reading.dateline.day is None:
        return [(reading.line, kind)]
    day, line = reading.dateline.day, reading.line
    parts = (line.part(0, day.start), line.part(day.start, day.end), line.part(day.end))
    kinds = (PassageKind.FURNITURE, PassageKind.PROSE, PassageKind.FURNITURE)
    return [(part, kind) for part, kind in zip(parts, kinds, strict=True) if part.text]


def _read_form(reading: Reading) -> None:
    """Reads what the form of the line alone tells."""
    text = reading.line.text
    if dateline := read_dateline(text):
        reading.kind, reading.dateline = PassageKind.FURNITURE, dateline
    elif is_caption(text):
        reading.kind = PassageKind.CAPTION
    elif form := furniture_form(text):
        reading.kind, reading.form = PassageKind.FURNITURE, form
    elif is_menu_row(text):
        reading.kind = PassageKind.FURNITURE
    elif _is_sentence(text):
        reading.kind = PassageKind.PROSE
    elif bullet := BULLET.match(text):
        reading.kind, reading.line = PassageKind.LIST_ITEM, reading.line.part(bullet.end())


def _is_sentence(text: str) -> bool:
    words = text.count(" ") + 1
    if len(text) > LONGEST_HEADING:
        return True
    if SENTENCE_END.search(text):
        return words >= 4 or (not text.isascii() and len(text) >= 20)
    return bool(QUESTION_END.search(text)) and words >= 16
