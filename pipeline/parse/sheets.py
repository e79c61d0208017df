"""Tables of marked-up text: rows of cells with spans become `Table` records and row passages."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.parse.grid import GridCell, Row, lay_out
from pipeline.parse.markup import MarkedText, join
from pipeline.parse.tables import label_table
from pipeline.records import Cell, Table


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the markup; `in_head` when the markup says that it heads the table."""

    cells: tuple[GridCell, ...]
    in_head: bool = False

    @property
    def is_header(self) -> bool:
        """Whether all its cells are headers. A row of one cell heads no columns."""
        return len(self.cells) > 1 and (self.in_head or all(c.is_header or not c.text for c in self.cells))

    @property
    def shown(self) -> list[GridCell]:
        return [cell for cell in self.cells if cell.content is not None]


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


def row_text(row: SourceRow) -> MarkedText | None:
    """The row as flattened dumps show rows: its cells between bars."""
    shown = [cell.content for cell in row.cells if cell.content is not None]
    return join([(" | ", content) for content in shown]) if shown else None


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
