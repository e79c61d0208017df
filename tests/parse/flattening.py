"""Invented awards tables with their true row-spans, flattened as dumps flatten them, with the rows to be found.

`data/spanned_tables.txt`: '## Heading | what it is', a header of 'Name=role' cells, then rows; '^' is a place that the
cell above covers, '_' an empty cell. The variants are the benchmark's: `flat` has the physical cells, `flat3` the
first three of them, padded with empty ones, `flat3b` has the cells of the result column blanked as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

COVERED, EMPTY = "^", "_"
VARIANTS = ("flat", "flat3", "flat3b")
FIELDS = ("year", "award", "category", "recipient", "work", "result")
CUT = 3


@dataclass(frozen=True)
class SpannedTable:
    """A table as its page had it. `rows` hold '^' where a row-span covers a place."""

    heading: str
    note: str
    header: tuple[str, ...]
    roles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def flattened(self, variant: str) -> str:
        """The lines '| a | b |' that are left of the table."""
        lines = [list(self.header), *[[cell for cell in row if cell != COVERED] for row in self._shown(variant)]]
        if variant != "flat":
            lines = [(line + [""] * CUT)[:CUT] for line in lines]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)

    def truth(self, variant: str) -> list[dict[str, str | None]]:
        """The rows as far as the variant lets them be known: null where the cell was cut off or blanked."""
        records, above = [], [""] * len(self.roles)
        for row in self._shown(variant):
            position = 0
            for column, cell in enumerate(row):
                if cell != COVERED:
                    above[column] = cell if variant == "flat" or position < CUT else ""
                    position += 1
            cells = dict(zip(self.roles, above, strict=True))
            records.append({field: cells.get(field) or None for field in FIELDS})
        return records

    @property
    def short_rows(self) -> list[bool]:
        """For each row whether a cell of it is covered."""
        return [COVERED in row for row in self.rows]

    def _shown(self, variant: str) -> list[tuple[str, ...]]:
        blanked = self.roles.index("result") if variant == "flat3b" and "result" in self.roles else -1
        return [
            tuple("" if i == blanked and cell != COVERED else cell for i, cell in enumerate(row)) for row in self.rows
        ]


def read_tables(path: Path) -> Iterator[SpannedTable]:
    """The tables of a file, in order."""
    for block in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, header, *rows = [line for line in block.splitlines() if line.strip()]
        heading, _, note = title.partition(" | ")
        names, roles = zip(*(cell.split("=") for cell in _cells(header)), strict=True)
        yield SpannedTable(heading, note, tuple(names), tuple(roles), tuple(_cells(row) for row in rows))


def _cells(line: str) -> tuple[str, ...]:
    return tuple("" if cell == EMPTY else cell for cell in line.split(" | "))


def is_right(gold: dict[str, str | None], found: dict[str, str | None], roles: Sequence[str]) -> bool:
    """Whether all fields agree; where only an award or only a category exists, either name will do."""
    for one, other in (("award", "category"), ("recipient", "work")):
        if one not in roles and other in roles and found.get(one) and not found.get(other):
            found = {**found, one: None, other: found[one]}
        elif other not in roles and one in roles and found.get(other) and not found.get(one):
            found = {**found, other: None, one: found[other]}
    return all((gold[field] or "") == (found.get(field) or "") for field in FIELDS)
