"""A page as a whole: the order in which its parts are read, and what comes out."""

import re
from datetime import date
from itertools import groupby, pairwise

from pipeline.parse.dateline import dateline_stretches
from pipeline.parse.language import guess_language
from pipeline.parse.lines import Line, make_passages, split_lines
from pipeline.parse.publisher import find_publisher
from pipeline.parse.rows import TableCollector, count_bars, is_row
from pipeline.parse.web_text.body import free_list_items, is_category, read_body
from pipeline.parse.web_text.head import read_head
from pipeline.parse.web_text.reading import Reading, is_sentence, read_forms
from pipeline.parse.web_text.tail import published_in, read_tail, split_tail
from pipeline.parse.web_text.wrapping import join_wrapped
from pipeline.records import Metadata, ParsedArticle, Passage, PassageKind

NAME = "web_text"
BOLD = re.compile(r"\*\*[^\s*][^*]{0,120}\*\*(?:$|,? [^*]{1,40}$)")  # '**Title**', '**Title**, season two'
FEWEST_BARS, FEWEST_ROWS = 2, 3  # of a table whose lines begin and end without bars
EDIT = re.compile(r" ?\[(?:edit|hide|show)(?: \| edit source)?\]$")
LEADING_DATE = re.compile(r"date\s+(?P<day>(?:19|20)\d\d-\d\d-\d\d)(?=\s|$)")


def recognises(_text: str) -> bool:
    """Every text can be read as this layout: it asks for nothing."""
    return True


def read(text: str) -> ParsedArticle:
    """The page's passages and what it says about itself."""
    readings = [Reading(_unmarked(_without_links(line))) for line in join_wrapped(split_lines(text), text)]
    leading = _read_leading_date(readings)
    _read_rows(readings)
    read_forms(readings)
    free_list_items(readings)
    head = read_head(readings[1:] if leading else readings, leading)
    tail = split_tail(readings)
    published_below = published_in(tail)
    editor = read_tail(tail)
    read_body(readings)
    tables = TableCollector()
    passages = tuple(_passages(readings, tables))
    metadata = Metadata(
        title=head.title,
        publisher=head.site or find_publisher([r.text for r in tail if r.kind == PassageKind.FURNITURE]),
        authors=head.authors,
        published_on=head.published_on or published_below,
        editor=editor,
        language=guess_language(passages),
    )
    return ParsedArticle(text, NAME, metadata, passages, tuple(tables.tables))


def _read_leading_date(readings: list[Reading]) -> date | None:
    """' date 2025-04-06 Text ...': the date becomes a passage of its own, the text goes on behind it."""
    match = LEADING_DATE.match(readings[0].text) if readings else None
    if match is None:
        return None
    try:
        day = date.fromisoformat(match["day"])
    except ValueError:
        return None
    line = readings[0].line
    readings[0] = Reading(line.part(match.start("day"), match.end()), PassageKind.PROSE)
    rest = line.part(match.end())
    if rest.text:
        readings.insert(1, Reading(rest, PassageKind.PROSE if is_sentence(rest.text) else None))
    return day


def _read_rows(readings: list[Reading]) -> None:
    """'| a | b |' lines are rows where at least two stand together, 'a | 1 | 2' below a header without numbers."""
    for one, two in pairwise(readings):
        if is_row(one.line) and is_row(two.line):
            one.kind = two.kind = PassageKind.TABLE_ROW
    for bars, group in groupby(readings, key=lambda reading: count_bars(reading.line)):
        rows = list(group) if bars >= FEWEST_BARS else []
        is_numbered = [any(map(str.isdecimal, row.text)) for row in rows]
        if len(rows) >= FEWEST_ROWS and not is_numbered[0] and all(is_numbered[1:]):
            for row in rows:
                row.kind = PassageKind.TABLE_ROW


def _without_links(line: Line) -> Line:
    """A heading of a wiki without '[edit | edit source]' behind it."""
    links = EDIT.search(line.text)
    return line.part(0, links.start()) if links and links.start() else line


def _unmarked(line: Line) -> Line:
    """A line that begins in bold, without the marks at its ends: '**5. Title**'."""
    if not BOLD.match(line.text):
        return line
    return line.part(2, len(line.text) - 2 * line.text.endswith("**"))


def _passages(readings: list[Reading], tables: TableCollector) -> list[Passage]:
    section: tuple[str, ...] = ()
    passages: list[Passage] = []
    for before, reading in zip([None, *readings], readings, strict=False):
        kind = reading.kind or PassageKind.PROSE
        if kind != PassageKind.TABLE_ROW or reading.line.after_gap:
            tables.close()
        if kind == PassageKind.HEADING or _ends_list(before, reading, section):
            section = ()
        for line, part_kind in dateline_parts(reading, kind):
            cells = tables.add(section, line) if part_kind == PassageKind.TABLE_ROW else ()
            above = () if part_kind == PassageKind.FURNITURE else section
            passages.extend(make_passages(part_kind, line, above, cells))
        if kind == PassageKind.HEADING:
            section = (reading.text,)
    tables.close()
    return passages


def _ends_list(before: Reading | None, reading: Reading, section: tuple[str, ...]) -> bool:
    """Whether a paragraph is no longer about the category whose winners are listed above it."""
    if reading.kind != PassageKind.PROSE or before is None or before.kind != PassageKind.LIST_ITEM or not section:
        return False
    return reading.line.after_gap or is_category(section[-1])


def dateline_parts(reading: Reading, kind: PassageKind) -> list[tuple[Line, PassageKind]]:
    """A dateline shows its days, which are dates like others; the words around them are furniture."""
    if reading.dateline is None or reading.dateline.day is None:
        return [(reading.line, kind)]
    parts = [
        (reading.line.part(start, end), PassageKind.PROSE if is_day else PassageKind.FURNITURE)
        for is_day, start, end in dateline_stretches(reading.text)
    ]
    return [(part, part_kind) for part, part_kind in parts if part.text]
