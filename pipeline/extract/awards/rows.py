"""Rows of awards tables: cells by role, and what stands one column too far left where a row-span was lost."""

import re
from dataclasses import dataclass, replace

from pipeline.extract.awards.cells import is_nothing
from pipeline.extract.awards.names import NOUN
from pipeline.extract.awards.wording import category_heads
from pipeline.records import Cell, Table
from pipeline.values.spans import Span

SECTION = re.compile(r"(?i:(?:division|category|section|department|class)s?)$")
AWARDED = frozenset(("recipient", "work", "result"))


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by role; `shown` are the roles whose columns the header shows."""

    cells: dict[str, Cell]
    shown: frozenset[str]

    def text(self, role: str) -> str:
        cell = self.cells.get(role)
        return cell.text.strip() if cell is not None else ""

    def span(self, role: str) -> tuple[Span, ...]:
        cell = self.cells.get(role)
        return (Span(cell.start, cell.end),) if cell is not None and cell.start < cell.end else ()


def rows_of(table: Table) -> list[Row]:
    """The rows with each cell under the role that it has."""
    shown = frozenset(r for r, h in zip(table.roles, table.header, strict=True) if h is not None)
    if not any(table.header):
        shown = frozenset(table.roles)
    rows: list[Row] = []
    for cells in table.rows:
        known = {role: cell for role, cell in zip(table.roles, cells, strict=True) if cell is not None}
        row = Row(known, shown)
        row = _unswapped(row) if table.roles[-2:] == ("recipient", "category") and table.header[-2] is None else row
        rows.append(_straightened(row, rows[-1] if rows else None))
    return rows


def with_hidden_recipient(table: Table) -> Table:
    """A column without a header beside that of the categories tells, with it, the category and who got it."""
    roles = table.roles
    if len(roles) < 2 or AWARDED & set(roles):
        return table
    if roles[-2:] == ("category", "other") and table.header[-1] is None:
        return replace(table, roles=(*roles[:-1], "recipient"))
    if roles[-2:] == ("other", "category") and table.header[-2] is None:
        return replace(table, roles=(*roles[:-2], "recipient", "category"))
    return table


def _unswapped(row: Row) -> Row:
    """Where the hidden column stands first: the category, then who got it; a cell of a row above says neither."""
    cells = dict(row.cells)
    first, award, last = cells.pop("recipient", None), cells.get("award"), cells.get("category")
    if first is not None and award is not None and last is not None and first.start > award.start:
        del cells["category"]
        cells |= {"recipient": last} | ({} if is_nothing(first.text) else {"category": first})
    return Row(cells, row.shown - {"category"} if "category" not in cells else row.shown)


def _straightened(row: Row, above: Row | None) -> Row:
    """'Best Ending' under 'Award' belongs to the award above it; 'Bunko Division' is nobody's name."""
    cells = dict(row.cells)
    award, category, recipient = (row.text(role) for role in ("award", "category", "recipient"))
    is_category = re.match(rf"{category_heads()}\b", award) is not None and not NOUN.search(award)
    if is_category and above is not None and not recipient and row.text("year") == above.text("year"):
        cells |= {"award": above.cells["award"], "category": row.cells["award"]} if "award" in above.cells else {}
        if category and "award" in above.cells:
            cells["recipient"] = row.cells["category"]
    elif SECTION.search(recipient):
        section = cells.pop("recipient")
        if not category:
            cells["category"] = section
    return Row(cells, row.shown)
