"""Table lines: '| a | b |' cut into physical cells and gathered into tables."""

import re
from itertools import pairwise

from pipeline.parse.lines import Line
from pipeline.parse.tables import plain_table, repair_table
from pipeline.records import Cell, Table

SPACED_BAR = re.compile(r"(?<!\S)\|(?!\S)")  # 'Series X|S' is one cell
RULER = re.compile(r"[|\s:+-]*-[|\s:+-]*$")  # the line under a header in Markdown
MOST_REPAIRED = 500  # tables of one article; so many more are no article that people wrote
LARGEST_TABLE = 1_000_000  # cells once every row is as wide as the widest; beyond that rows stay as they are


def is_row(line: Line) -> bool:
    """Whether the line is a table row: a bar at both ends, not one and the same."""
    return len(line.text) > 1 and line.text.startswith("|") and line.text.endswith("|")


def is_cut_row(line: Line) -> bool:
    """Whether the line could be a row whose end is lost: a bar in front, and another one further on."""
    return line.text.startswith("|") and SPACED_BAR.search(line.text, 1) is not None


def count_bars(line: Line) -> int:
    """How many bars stand between the cells of a line without bars at its ends: 2 of 'a | b | c'."""
    return 0 if line.text.startswith("|") else sum(1 for _ in SPACED_BAR.finditer(line.text))


def split_cells(line: Line) -> tuple[Cell, ...]:
    """The physical cells; an empty one has `start == end` just behind its bar."""
    if not line.text.startswith("|"):
        between = [m.start() for m in SPACED_BAR.finditer(line.text)]
        return tuple(_cell(line, left + 1, right) for left, right in pairwise([-1, *between, len(line.text)]))
    inner_end = len(line.text) - 1 if is_row(line) else len(line.text)
    bars = [m.start() for m in SPACED_BAR.finditer(line.text, 1, inner_end)]
    if not bars and not _is_spaced(line.text):
        bars = [i for i, character in enumerate(line.text) if character == "|" and 0 < i < inner_end]
    return tuple(_cell(line, left + 1, right) for left, right in pairwise([0, *bars, inner_end]))


class TableCollector:
    """Gathers the rows that stand below one another and makes them whole when the table ends."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self._section: tuple[str, ...] = ()
        self._lines: list[tuple[Cell, ...]] = []

    @property
    def is_open(self) -> bool:
        """Whether the line above was a row."""
        return bool(self._lines)

    def add(self, section: tuple[str, ...], line: Line) -> tuple[Cell, ...]:
        """The cells of the row, which becomes part of the open table (a ruler under the header does not)."""
        cells = split_cells(line)
        if not RULER.match(line.text):
            self._section = section
            self._lines.append(cells)
        return cells

    def close(self) -> None:
        """Ends the open table, if there is one."""
        lines, self._lines = self._lines, []
        if lines and len(lines) * max(len(cells) for cells in lines) <= LARGEST_TABLE:
            read = repair_table if len(self.tables) < MOST_REPAIRED else plain_table
            self.tables.append(read(self._section, lines))


def _is_spaced(text: str) -> bool:
    return text[1].isspace() and text[-2].isspace()


def _cell(line: Line, start: int, end: int) -> Cell:
    part = line.part(start, end)
    return Cell(part.text, part.start, part.end)
