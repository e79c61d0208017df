"""Row-spans and column-spans, as browsers lay them out."""

import pytest

from pipeline.parse.grid import MOST_COLUMNS, MOST_ROWS, GridCell, lay_out, read_span
from pipeline.parse.markup import MarkedText
from pipeline.values.spans import Segment


def cell(text: str, rows: int = 1, columns: int = 1) -> GridCell:
    return GridCell(MarkedText(text, (Segment(0, 0, len(text)),)), 0, row_span=rows, column_span=columns)


def texts(rows: list[list[GridCell]]) -> list[list[str | None]] | None:
    grid = lay_out(rows)
    return grid and [[c.text if c is not None else None for c in row] for row in grid]


def test_a_cell_that_spans_rows_stands_in_each() -> None:
    rows = [[cell("2012", 3), cell("A", 2), cell("x")], [cell("y")], [cell("B"), cell("z")], [cell("2013")]]
    assert texts(rows) == [["2012", "A", "x"], ["2012", "A", "y"], ["2012", "B", "z"], ["2013", None, None]]


def test_a_cell_that_spans_columns_stands_in_the_first() -> None:
    assert texts([[cell("a", 2, 2), cell("b")], [cell("c")]]) == [["a", None, "b"], ["a", None, "c"]]


def test_a_span_ends_where_another_stands() -> None:
    rows = [[cell("a"), cell("b", 2), cell("c")], [cell("d", 1, 3), cell("e")]]
    assert texts(rows) == [["a", "b", "c"], ["d", "b", "e"]]


def test_a_span_of_no_rows_goes_down_to_the_end() -> None:
    assert texts([[cell("a", 0), cell("b")], [cell("c")], [cell("d")]]) == [["a", "b"], ["a", "c"], ["a", "d"]]


def test_an_empty_row_holds_what_reaches_into_it() -> None:
    assert texts([[cell("a", 2), cell("b")], []]) == [["a", "b"], ["a", None]]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("3", 3),
        (" 2 ", 2),
        ("2147483648", MOST_ROWS),
        ("0", 0),
        ("-1", 1),
        ("x", 1),
        ("", 1),
        ("²", 1),
        ("9" * 99, MOST_ROWS),
    ],
)
def test_spans_are_read_with_a_limit(text: str, span: int) -> None:
    assert read_span(text, MOST_ROWS) == span


def test_a_grid_far_too_large_is_none() -> None:
    assert lay_out([[cell("a", MOST_ROWS, MOST_COLUMNS)] * 30]) is None
    assert lay_out([[cell("a", MOST_ROWS, 900)], *[[cell("b")]] * 1000]) is None


def test_nothing_gives_nothing() -> None:
    assert lay_out([]) == []
    assert lay_out([[], []]) == [[], []]
