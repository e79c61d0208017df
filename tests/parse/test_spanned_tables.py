"""The repair against tables whose true row-spans are known: film, music, books, stage, games, notes, shares.

The even tables were looked at while the scores were tuned, the odd ones only counted.
"""

from pathlib import Path

import pytest

from pipeline.parse.tables import repair_table
from pipeline.records import Cell, Table
from tests.parse.flattening import VARIANTS, SpannedTable, is_right, read_tables

TABLES = list(read_tables(Path(__file__).parent / "data" / "spanned_tables.txt"))
FLOORS = {  # share of rows right: (tables looked at, tables only counted)
    "flat": (0.97, 0.97),
    "flat3": (0.94, 0.86),
    "flat3b": (0.9, 0.86),
}


def records(table: Table) -> list[dict[str, str | None]]:
    return [
        {role: cell.text or None for role, cell in zip(table.roles, row, strict=True) if cell is not None}
        for row in table.rows
    ]


def right_rows(table: SpannedTable, variant: str) -> list[bool]:
    lines = [
        [Cell(text.strip(), 0, len(text.strip())) for text in line[1:-1].split(" | ")]
        for line in table.flattened(variant).split("\n")
    ]
    truth = table.truth(variant)
    found = records(repair_table((table.heading,), lines))[: len(truth)]
    return [is_right(gold, each, table.roles) for gold, each in zip(truth, found, strict=False)] + [False] * (
        len(truth) - len(found)
    )


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("part", [0, 1])
def test_rows_are_made_whole(variant: str, part: int) -> None:
    right = [row for table in TABLES[part::2] for row in right_rows(table, variant)]
    assert sum(right) >= FLOORS[variant][part] * len(right)


def test_a_column_beyond_the_cut_holds_what_its_cells_look_like() -> None:
    lines = ["Year|Award|Category", "2004|Finch Awards|Best Play", "Best Score|Included: #8|"]
    lines += [f"Best Part {n}|Included: #{n}|" for n in range(5)]
    table = repair_table(("Awards",), [[Cell(t, 0, len(t)) for t in line.split("|")] for line in lines])
    assert records(table)[1]["result"] == "Included: #8"


def test_a_category_across_a_line_is_no_note() -> None:
    lines = ["Year|Award|Category|Nominee|Result", "2021|Comet Awards|Best Feature|Ann Lee|Nominated"]
    lines += ["Best Screenplay", "Orion Guild|Best Debut|Bo Ek|Won"]
    table = repair_table(("Awards",), [[Cell(t, 0, len(t)) for t in line.split("|")] for line in lines])
    assert [(r["category"], r["result"]) for r in records(table)][1] == ("Best Screenplay", "Nominated")
