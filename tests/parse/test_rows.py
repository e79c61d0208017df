"""Table lines cut into cells."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parse.lines import Line
from pipeline.parse.rows import TableCollector, is_row, split_cells


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("| a | | b |", ["a", "", "b"]),
        ("| | |", ["", ""]),
        ("| |", [""]),
        ("||", [""]),
        ("| Series X|S | b |", ["Series X|S", "b"]),
        ("|a|b|", ["a", "b"]),
        ("| a  |  b |", ["a", "b"]),
        ("| a |", ["a"]),
    ],
)
def test_cells(line: str, cells: list[str]) -> None:
    found = split_cells(Line(line, 10))
    assert [cell.text for cell in found] == cells
    assert all(line[cell.start - 10 : cell.end - 10] == cell.text for cell in found)


@pytest.mark.parametrize("line", ["|", "a | b", "| a", "a |"])
def test_lines_that_are_no_rows(line: str) -> None:
    assert not is_row(Line(line, 0))


@settings(deadline=None)  # machines are shared
@given(st.text(alphabet="| ab\t", min_size=0, max_size=60))
def test_cells_lie_in_order_inside_the_line(inner: str) -> None:
    line = Line("|" + inner + "|", 3)
    cells = split_cells(line)
    assert cells
    assert all(line.text[c.start - 3 : c.end - 3] == c.text for c in cells)
    assert all(one.end <= two.start for one, two in itertools.pairwise(cells))


def test_rulers_are_no_rows_and_tables_end() -> None:
    collector = TableCollector()
    for text in ("| Year | Award |", "|------|-------|", "| 2001 | Pine Prize |"):
        collector.add(("Awards",), Line(text, 0))
    collector.close()
    collector.close()
    (table,) = collector.tables
    assert table.section == ("Awards",)
    assert len(table.rows) == 1


def test_a_table_too_large_to_make_whole_is_left_alone() -> None:
    collector = TableCollector()
    wide = Line("| " + " | ".join("x" for _ in range(10_000)) + " |", 0)
    for line in [wide, *[Line("| x |", 0)] * 200]:
        collector.add((), line)
    collector.close()
    assert collector.tables == []
