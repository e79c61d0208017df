"""Tables with row-spans and column-spans, laid out as browsers lay them out. Shared by the layouts that have them."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.parse.markup import MarkedText

MOST_ROWS, MOST_COLUMNS = 65_534, 1_000  # of one span; browsers have the same limits
LARGEST_GRID, WIDEST_ROW = 500_000, 20_000  # places; a larger table is no table that people read


@dataclass(frozen=True, slots=True, eq=False)
class GridCell:
    """A cell as the markup has it. `content` is None for an empty one, which stands at `at`."""

    content: MarkedText | None
    at: int
    is_header: bool = False
    row_span: int = 1  # 0: to the end of the table
    column_span: int = 1

    @property
    def text(self) -> str:
        return self.content.text if self.content is not None else ""


Row = list[GridCell | None]  # one place per column; None where no cell reaches


def read_span(text: str, most: int) -> int:
    """The number of a span attribute, between 1 and `most`; 0 stays 0."""
    digits = text.strip()[:10]
    return min(int(digits), most) if digits.isascii() and digits.isdigit() else 1


def lay_out(rows: Sequence[Sequence[GridCell]]) -> list[Row] | None:
    """Every row with one place per column, or None when that would be far too large.

    A cell that spans rows stands in each of them; one that spans columns stands in the first of them.
    """
    grid: list[Row] = []
    above: dict[int, tuple[GridCell, int]] = {}  # column -> what still reaches down, and how far
    width = 0
    for number, cells in enumerate(rows):
        row, above = _lay_row(cells, above, len(rows) - number)
        width = max(width, len(row))
        grid.append(row)
        if width * len(grid) > LARGEST_GRID or width > WIDEST_ROW:
            return None
    return [row + [None] * (width - len(row)) for row in grid]


def _lay_row(
    cells: Sequence[GridCell], above: dict[int, tuple[GridCell, int]], left: int
) -> tuple[Row, dict[int, tuple[GridCell, int]]]:
    row: Row = []
    below: dict[int, tuple[GridCell, int]] = {}
    waiting = list(reversed(cells))
    last = max(above, default=-1)
    while (waiting or len(row) <= last) and len(row) <= WIDEST_ROW:
        column = len(row)
        if column in above:
            cell, more = above[column]
            row.append(cell if cell.column_span else None)
            if more > 1:
                below[column] = (cell, more - 1)
        elif waiting:
            _place(waiting.pop(), row, above, below, left)
        else:
            row.append(None)
    return row, below


def _place(
    cell: GridCell,
    row: Row,
    above: dict[int, tuple[GridCell, int]],
    below: dict[int, tuple[GridCell, int]],
    left: int,
) -> None:
    reach = min(cell.row_span or left, left) - 1
    for offset in range(cell.column_span):
        column = len(row)
        if offset and column in above:
            return
        part = cell if not offset else _COVERED
        row.append(cell if not offset else None)
        if reach > 0:
            below[column] = (part, reach)


_COVERED = GridCell(None, 0, column_span=0)  # the place that a cell to the left covers
