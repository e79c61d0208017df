"""Table elements: which of them are data, which are infoboxes, which only lay out the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.parse.grid import MOST_COLUMNS, MOST_ROWS, GridCell, Row, lay_out, read_span
from pipeline.parse.html.attributes import has_class, is_unseen
from pipeline.parse.html.inline import cell_text
from pipeline.parse.html.tree import CELLS, HEADINGS, ROW_GROUPS, Node
from pipeline.parse.markup import MarkedText, join
from pipeline.parse.tables import label_table
from pipeline.records import Cell, Table

LONGEST_KEY = 60
LONG_CELL = 600  # characters: several cells of paragraphs lay out a page
FEWEST_PAIRS = 2
INSIDE_LAYOUT = HEADINGS | {"table", "article", "main", "section", "form", "nav"}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the markup; `in_head` when it stands in <thead>."""

    cells: tuple[GridCell, ...]
    in_head: bool = False

    @property
    def is_header(self) -> bool:
        """Whether all its cells are headers. A row of one cell heads no columns."""
        return len(self.cells) > 1 and (self.in_head or all(c.is_header or not c.text for c in self.cells))

    @property
    def shown(self) -> list[GridCell]:
        return [cell for cell in self.cells if cell.content is not None]


def row_nodes(table: Node, raw: str) -> list[tuple[Node, bool]]:
    """The rows of a table, those of nested tables left out, each with whether it stands in <thead>."""
    found: list[tuple[Node, bool]] = []
    for child in table.elements:
        if child.name == "tr":
            found.append((child, False))
        elif child.name in ROW_GROUPS:
            found += [(row, child.name == "thead") for row in child.elements if row.name == "tr"]
    return [(row, in_head) for row, in_head in found if not is_unseen(row, raw)]


def is_layout(table: Node, raw: str) -> bool:
    """Whether the table only arranges parts of the page: it holds headings, tables or long texts, or one cell a row."""
    if table.get(raw, "role") in ("presentation", "none"):
        return True
    rows = [[cell for cell in row.elements if cell.name in CELLS] for row, _ in row_nodes(table, raw)]
    if sum(len(cells) > 1 for cells in rows) < FEWEST_PAIRS or any(
        cell.size > 3 * LONG_CELL for cells in rows for cell in cells
    ):
        return True
    return any(node.name in INSIDE_LAYOUT for node in table.walk() if node is not table)


def is_infobox(table: Node, raw: str) -> bool:
    """Whether most rows are a key with its value, and none heads columns."""
    if has_class(table, raw, "infobox"):
        return True
    rows = [[cell for cell in row.elements if cell.name in CELLS] for row, _ in row_nodes(table, raw)]
    pairs = sum([cell.name for cell in cells] == ["th", "td"] for cells in rows)
    wide = sum(len(cells) > 2 or (len(cells) == 2 and cells[1].name == "th") for cells in rows)
    return pairs >= FEWEST_PAIRS and wide == 0 and 2 * pairs >= len(rows)


def read_rows(table: Node, raw: str, *, is_list: bool = False) -> Iterator[SourceRow]:
    """The rows with the texts of their cells."""
    for row, in_head in row_nodes(table, raw):
        nodes = tuple(cell for cell in row.elements if cell.name in CELLS and not is_unseen(cell, raw))
        if nodes:
            lists = [is_list and (number > 0 or len(nodes) == 1) for number in range(len(nodes))]  # a key is no list
            cells = tuple(_cell(node, raw, is_list=one) for node, one in zip(nodes, lists, strict=True))
            yield SourceRow(cells, in_head)


def _cell(node: Node, raw: str, *, is_list: bool) -> GridCell:
    return GridCell(
        cell_text(node, raw, is_list=is_list),
        node.start,
        node.name == "th",
        read_span(node.get(raw, "rowspan"), MOST_ROWS),
        max(read_span(node.get(raw, "colspan"), MOST_COLUMNS), 1),
    )


def make_table(section: Sequence[str], rows: Sequence[SourceRow]) -> Table | None:
    """The rows as a table with roles; None when it is too large, or has no row with two cells."""
    grid = lay_out([row.cells for row in rows])
    if grid is None or not grid:
        return None
    heads = next((i for i, row in enumerate(rows) if not row.is_header and len(row.cells) > 1), len(rows))
    made: dict[GridCell, Cell] = {}
    header = [_cell_of(_lowest(grid[:heads], column), made) for column in range(len(grid[0]))]
    body = [
        [_cell_of(cell, made, empty=True) for cell in row]
        for row, source in zip(grid[heads:], rows[heads:], strict=True)
        if _is_row(row, source)
    ]
    return label_table(section, header, body) if len(header) > 1 and body else None


def _is_row(row: Row, source: SourceRow) -> bool:
    """Whether the line is a row: one cell across the whole table, or the header again, is none."""
    widest = max(cell.column_span for cell in source.cells)
    return not source.is_header and not (len(source.cells) == 1 and widest >= len(row) > 1)


def _lowest(rows: Sequence[Row], column: int) -> GridCell | None:
    """The header cell right above the column."""
    return next((cell for row in reversed(rows) if (cell := row[column]) is not None and cell.text), None)


def _cell_of(cell: GridCell | None, made: dict[GridCell, Cell], *, empty: bool = False) -> Cell | None:
    """The same `Cell` wherever a grid cell stands."""
    if cell is None or (cell.content is None and not empty):
        return None
    if cell not in made:
        made[cell] = cell.content.cell() if cell.content is not None else Cell("", cell.at, cell.at)
    return made[cell]


def row_text(row: SourceRow) -> MarkedText | None:
    """The row as flattened dumps show rows: its cells between bars."""
    shown = [cell.content for cell in row.cells if cell.content is not None]
    return join([(" | ", content) for content in shown]) if shown else None
