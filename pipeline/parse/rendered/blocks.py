"""Blocks of a document, before and after they have their place in the rendering."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.errors import ArticleRejected
from pipeline.parse.grid import GridCell
from pipeline.parse.lines import BLANKS, Line, trimmed
from pipeline.parse.markup import MarkedText
from pipeline.parse.sheets import SourceRow
from pipeline.records import PassageKind
from pipeline.values.spans import Segment

MOST_CHARACTERS = 5_000_000  # of a rendering; a longer one is no article
BAR, COLON = " | ", ": "  # between cells; between a key and its value
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\ud800-\udfff\ufffe\uffff]")
BLANK_RUN = re.compile(rf"[\s{BLANKS}]+")


@dataclass(frozen=True, slots=True)
class BlockCell:
    """A cell with its true spans. `row_span` 0 would mean: to the end of the table."""

    text: str
    is_header: bool = False
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or a table. `kind` is None where only form and place can tell it."""

    text: str = ""
    kind: PassageKind | None = None
    level: int = 0  # of a heading, 1 the highest
    after_gap: bool = True
    rows: tuple[tuple[BlockCell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """What the file says about itself outside of its text, which is often not about the article."""

    title: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A block in its place: `rendering[line.start:line.end] == line.text`. The rows of a table have theirs."""

    block: Block
    line: Line
    rows: tuple[tuple[Line, SourceRow], ...] = ()


def tidy(text: str) -> str:
    """The text with single blanks and without characters that nobody sees."""
    return BLANK_RUN.sub(" ", UNSEEN.sub("", text)).strip()


def render(blocks: Iterable[Block]) -> tuple[str, list[Placed]]:
    """One text of all blocks: a line each, an empty line where the page shows a gap.

    Raises ArticleRejected where that would be too long.
    """
    writer = _Writer()
    for block in blocks:
        writer.add(block)
    return "".join(writer.parts), writer.placed


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.placed: list[Placed] = []

    def add(self, block: Block) -> None:
        text = tidy(block.text)
        if block.rows:
            self._add_table(block)
        elif text:
            self._begin(block)
            line = Line(text, self.length, block.after_gap)
            self._write(text)
            self.placed.append(Placed(block, line))

    def _begin(self, block: Block) -> None:
        if self.parts:
            self._write("\n\n" if block.after_gap else "\n")

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
        if self.length > MOST_CHARACTERS:
            raise ArticleRejected(f"longer than {MOST_CHARACTERS:,} characters: no article")

    def _add_table(self, block: Block) -> None:
        cells = [[tidy(cell.text) for cell in row] for row in block.rows]
        if block.kind == PassageKind.INFOBOX:
            cells = [[key.rstrip(" :"), *values] for key, *values in cells]
        if not any(map(any, cells)):
            return
        self._begin(block)
        start, first = self.length, len(self.parts)
        rows: list[tuple[Line, SourceRow]] = []
        separator = COLON if block.kind == PassageKind.INFOBOX else BAR
        for texts, source in zip(cells, block.rows, strict=True):
            if rows:
                self._write("\n")
            begin, part = self.length, len(self.parts)
            pairs = enumerate(zip(texts, source, strict=True))
            row = SourceRow(
                tuple(self._cell(text, cell, separator if number else "") for number, (text, cell) in pairs)
            )
            rows.append((trimmed("".join(self.parts[part:]), begin), row))
        line = Line("".join(self.parts[first:]), start, block.after_gap)
        self.placed.append(Placed(block, line, tuple(rows)))

    def _cell(self, text: str, cell: BlockCell, separator: str) -> GridCell:
        self._write(separator)
        at = self.length
        self._write(text)
        content = MarkedText(text, (Segment(0, at, len(text)),)) if text else None
        return GridCell(content, at, cell.is_header, cell.row_span, cell.column_span)
