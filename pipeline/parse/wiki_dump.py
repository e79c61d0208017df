"""Encyclopedia dumps: '= Title =', an infobox of '- Key: value' lines, '== Heading ==', '| a | b |' rows.

Templates are gone, and with them names ('; ' with nothing behind it, sentences that start with ', also known as ,').
The text is kept as it is.
"""

import re
from itertools import zip_longest

from pipeline.parse.furniture import is_apparatus, is_hatnote
from pipeline.parse.language import guess_language
from pipeline.parse.lines import Line, make_passages, split_lines
from pipeline.parse.rows import TableCollector, is_cut_row, is_row
from pipeline.records import Cell, Metadata, ParsedArticle, Passage, PassageKind

NAME = "wiki_dump"
LONGEST_HEADING = 300
LONGEST_PART = 60  # characters of a line that heads a part of an infobox
DEEPEST_LEVEL = 6
INFOBOX = re.compile(r"infobox\b[^|:]{0,80}$", re.IGNORECASE)
ENTRY = re.compile(r"-\s+(?=\S)")
KEY = re.compile(r"([^:]{1,80}?)\s*:(?=\s|$)")
BULLET = re.compile(r"(?:[-•–]|\*{1,3}|#{1,3})\s+(?=\S)|[*#]{1,3}(?=\w)")
LEFTOVER = re.compile(r"[;:*#\-]{1,3}$")
DEFINITION = re.compile(r"(?:;+|:+)\s*(?=\S)")


def recognises(text: str) -> bool:
    """Whether the text opens with '= Title =' or has at least two '== Heading ==' lines."""
    lines = split_lines(text)
    if not lines:
        return False
    opening = _heading(lines[0])
    if opening is not None and opening[0] == 1:
        return True
    return sum(_heading(line) is not None for line in lines) >= 2


def read(text: str) -> ParsedArticle:
    """The dump as passages, tables and the title. A dump states no author, publisher or publication date."""
    reader = _Reader()
    lines = split_lines(text)
    for line, following in zip_longest(lines, lines[1:]):
        reader.read(line, following)
    reader.tables.close()
    passages = tuple(reader.passages)
    metadata = Metadata(title=reader.title, language=guess_language(passages))
    return ParsedArticle(text, NAME, metadata, passages, tuple(reader.tables.tables), is_encyclopedia=True)


class _Reader:
    """Goes through the lines once; `headings` holds (level, text) of the headings above."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.headings: list[tuple[int, str]] = []
        self.passages: list[Passage] = []
        self.tables = TableCollector()
        self.in_infobox = False

    @property
    def section(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def read(self, line: Line, following: Line | None = None) -> None:
        heading = _heading(line)
        row = is_row(line) or (self.tables.is_open and not line.after_gap and is_cut_row(line))
        if line.after_gap or not row:
            self.tables.close()
        if heading is not None:
            self._read_heading(*heading)
        elif row:
            self._read_row(line)
        elif INFOBOX.match(line.text):
            self.in_infobox = True
        elif self.in_infobox and (entry := ENTRY.match(line.text)):
            self._read_entry(line.part(entry.end()))
        elif self.in_infobox and following is not None and _heads_part(line, following):
            end = line.part(len(line.text))
            self._add(
                PassageKind.INFOBOX, line, (Cell(line.text, line.start, line.end), Cell("", end.start, end.start))
            )
        else:
            self.in_infobox = False
            self._read_text(line)

    def _read_heading(self, level: int, line: Line) -> None:
        self.in_infobox = False
        if level == 1 and self.title is None:
            self.title = line.text
            self.in_infobox = True  # some dumps name it, some just list its entries
            self._add(PassageKind.TITLE, line)
            return
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self._add(PassageKind.HEADING, line)
        self.headings.append((level, line.text))

    def _read_row(self, line: Line) -> None:
        cells = self.tables.add(self.section, line)
        self._add(PassageKind.TABLE_ROW, line, cells)

    def _read_entry(self, line: Line) -> None:
        key = KEY.match(line.text)
        if key is None:
            self._add(PassageKind.LIST_ITEM, line)
            return
        name, value = line.part(0, key.end(1)), line.part(key.end())
        cells = tuple(Cell(part.text, part.start, part.end) for part in (name, value))
        self._add(PassageKind.INFOBOX, line, cells)

    def _read_text(self, line: Line) -> None:
        if LEFTOVER.match(line.text):
            return  # the name of the person described next was lost with its template
        if is_hatnote(line.text):
            self._add(PassageKind.FURNITURE, line)
        elif bullet := BULLET.match(line.text):
            self._add(PassageKind.LIST_ITEM, line.part(bullet.end()))
        elif (mark := DEFINITION.match(line.text)) and line.text[mark.end()] not in ")(":
            kind = PassageKind.LIST_ITEM if line.text.startswith(";") else PassageKind.PROSE
            self._add(kind, line.part(mark.end()))
        else:
            self._add(PassageKind.PROSE, line)

    def _add(self, kind: PassageKind, line: Line, cells: tuple[Cell, ...] = ()) -> None:
        if self.headings and kind != PassageKind.HEADING and is_apparatus(self.headings[0][1]):
            kind = PassageKind.FURNITURE
        self.passages.extend(make_passages(kind, line, self.section, cells))


def _heads_part(line: Line, following: Line) -> bool:
    """'Manga' between entries of a box: from here on it is about another form of the work."""
    bare = len(line.text) <= LONGEST_PART and line.text[-1].isalnum() and ":" not in line.text
    return bare and not following.after_gap and ENTRY.match(following.text) is not None


def _heading(line: Line) -> tuple[int, Line] | None:
    """Level and text of '== Heading ==', or None."""
    text = line.text
    if not text.startswith("=") or not text.endswith("=") or len(text) > LONGEST_HEADING:
        return None
    level = len(text) - len(text.lstrip("="))
    inner = line.part(level, len(text) - level) if 2 * level < len(text) else None
    if inner is None or not inner.text or level > DEEPEST_LEVEL or len(text) - len(text.rstrip("=")) != level:
        return None
    return level, inner
