"""Roles for tables that are whole: no row has to be repaired."""

from collections.abc import Sequence

from pipeline.parse.tables.kinds import Look, look_at
from pipeline.parse.tables.roles import (
    AWARD_ROLES,
    NAMED,
    OTHER,
    assign_roles,
    header_score,
    is_award_section,
    roles,
)
from pipeline.records import Cell, Table

WIDEST = 14  # columns; wider tables have no roles


def label_table(section: Sequence[str], header: Sequence[Cell | None], rows: Sequence[Sequence[Cell | None]]) -> Table:
    """The table with the roles of its columns. A cell that spans rows counts once for what its column holds."""
    names = (OTHER,) * len(header)
    if len(header) <= WIDEST and (is_award_section(section) or _names_award(header)):
        texts = [cell.text if cell is not None else "" for cell in header]
        names = assign_roles(texts, [_looks(rows, column) for column in range(len(header))])[0]
    return Table(tuple(section), tuple(header), names, tuple(tuple(row) for row in rows))


def _looks(rows: Sequence[Sequence[Cell | None]], column: int) -> list[Look]:
    looks: list[Look] = []
    above: Cell | None = None
    for row in rows:
        cell = row[column]
        if cell is not None and cell is not above:
            looks.append(look_at(cell.text))
        above = cell
    return looks


def _names_award(header: Sequence[Cell | None]) -> bool:
    return any(
        cell is not None and header_score(roles()[name], cell.text) >= NAMED for cell in header for name in AWARD_ROLES
    )
