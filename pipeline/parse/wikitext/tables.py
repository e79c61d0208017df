"""Tables of wikitext: rows of cells with their spans, as the markup has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.parse.grid import MOST_COLUMNS, MOST_ROWS, GridCell, read_span
from pipeline.parse.parts import join_parts
from pipeline.parse.sheets import SourceRow
from pipeline.parse.wikitext.inline import read_inline
from pipeline.parse.wikitext.scanning import Kind
from pipeline.parse.wikitext.tree import Content, Node

SPAN = re.compile(r"\b(row|col)span\s{0,9}=\s{0,9}[\"']?\s{0,9}(\d{1,10})", re.IGNORECASE)
INFOBOX = re.compile(r"\bclass\s{0,9}=\s{0,9}[\"']?[\w \t-]{0,100}\binfobox\b", re.IGNORECASE)
LAYOUT = re.compile(r"\brole\s{0,9}=\s{0,9}[\"']?(?:presentation|none)\b", re.IGNORECASE)
LONGEST_ATTRIBUTES = 1_000
BREAKS = (Kind.ROW, Kind.CELL, Kind.CELLS, Kind.CAPTION)


@dataclass(slots=True)
class RawCell:
    """A cell with its attributes."""

    is_header: bool
    attributes: str
    content: Content


@dataclass(slots=True)
class RawTable:
    """A table as written. `captions` stand above it."""

    attributes: str = ""
    captions: list[Content] = field(default_factory=list)
    rows: list[list[RawCell]] = field(default_factory=list)

    @property
    def is_infobox(self) -> bool:
        return INFOBOX.search(self.attributes) is not None

    @property
    def is_layout(self) -> bool:
        """Whether the table only arranges parts of the page: it holds tables."""
        if LAYOUT.search(self.attributes):
            return True
        cells = [cell for row in self.rows for cell in row]
        return any(node.kind == Kind.TABLE for cell in cells for node in cell.content.children)


def read_table(raw: str, node: Node) -> RawTable:
    """The captions and rows of a table; rows without cells are none."""
    table = RawTable()
    row: list[RawCell] = []
    for mark, content in _stretches(raw, node):
        if mark is None:
            table.attributes = raw[content.start : min(content.end, content.start + LONGEST_ATTRIBUTES)]
        elif mark.kind == Kind.CAPTION:
            table.captions.append(_without_attributes(raw, content)[1])
        elif mark.kind == Kind.ROW:
            table.rows += [row] if row else []
            row = []
        else:
            is_header = "!" in raw[mark.start : mark.end] or (
                mark.kind == Kind.CELLS and bool(row) and row[-1].is_header
            )
            row.append(RawCell(is_header, *_without_attributes(raw, content)))
    table.rows += [row] if row else []
    return table


def _stretches(raw: str, node: Node) -> Iterator[tuple[Node | None, Content]]:
    """What follows each mark of the table up to the next; '!!' parts cells in header lines only."""
    mark: Node | None = None
    start, children = node.inner_start, list[Node]()
    in_header = False
    for child in node.children:
        is_text = child.kind == Kind.CELLS and (mark is None or (raw[child.start] == "!" and not in_header))
        if child.kind not in BREAKS or is_text:
            children.append(child)
            continue
        yield mark, Content(start, child.start, children)
        mark, start, children = child, child.end, []
        if child.kind == Kind.CELL:
            in_header = raw[child.end - 1] == "!"
    yield mark, Content(start, node.inner_end, children)


def _without_attributes(raw: str, content: Content) -> tuple[str, Content]:
    """The attributes before the first bar of a cell, and what stands behind it."""
    for number, child in enumerate(content.children):
        if child.kind in (Kind.LINK, Kind.LINE):
            break
        if child.kind == Kind.BAR:
            attributes = raw[content.start : min(child.start, content.start + LONGEST_ATTRIBUTES)]
            return attributes, Content(child.end, content.end, content.children[number + 1 :])
    return "", content


def source_rows(raw: str, table: RawTable) -> list[SourceRow]:
    """The rows with the texts of their cells."""
    return [SourceRow(tuple(_cell(raw, cell) for cell in row)) for row in table.rows]


def _cell(raw: str, cell: RawCell) -> GridCell:
    spans = {name.lower(): number for name, number in SPAN.findall(cell.attributes)}
    return GridCell(
        join_parts(raw, read_inline(raw, cell.content), is_list=False),
        cell.content.start,
        cell.is_header,
        read_span(spans.get("row", "1"), MOST_ROWS),
        max(read_span(spans.get("col", "1"), MOST_COLUMNS), 1),
    )
