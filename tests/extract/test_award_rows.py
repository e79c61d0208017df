"""Awards tables whose header lost a column and whose rows lost their row-spans; invented."""

import pytest

from pipeline.extract.awards.rows import rows_of, with_hidden_recipient
from pipeline.records import Cell, Table

HEAD = ("Year", "Award", "Category", None)


def table(roles: tuple[str, ...], rows: list[tuple[str | None, ...]], head: tuple[str | None, ...] = HEAD) -> Table:
    """A cell without a text is missing; '^' repeats the cell above."""
    built: list[tuple[Cell | None, ...]] = []
    at = 0
    for row in rows:
        cells: list[Cell | None] = []
        for column, text in enumerate(row):
            at += 10
            cells.append(built[-1][column] if text == "^" else Cell(text, at, at + len(text)) if text else None)
        built.append(tuple(cells))
    header = tuple(Cell(text, 0, 1) if text else None for text in head)
    return Table((), header, roles, tuple(built))


def told(given: Table) -> list[str]:
    """'award | category | recipient' of each row."""
    rows = rows_of(with_hidden_recipient(given))
    return [" | ".join(row.text(role) or "-" for role in ("award", "category", "recipient")) for row in rows]


@pytest.mark.parametrize(
    ("roles", "head", "rows", "expected"),
    [
        (
            ("year", "award", "category", "other"),
            HEAD,
            [("2023", "Heron Awards", "Best Comedy", None), ("^", "Best Ending", "Tin Song", None)],
            ["Heron Awards | Best Comedy | -", "Heron Awards | Best Ending | Tin Song"],
        ),
        (
            ("year", "award", "category", "other"),
            HEAD,
            [("2019", "Finch Award", None, "Bunko Division"), ("2020", "Heron Awards", "Best Comedy", "Bo Ek")],
            ["Finch Award | Bunko Division | -", "Heron Awards | Best Comedy | Bo Ek"],
        ),
        (
            ("year", "award", "other", "category"),
            ("Year", "Award", None, "Category"),
            [
                ("2019", "Finch Award", "Culture", "Bo Ek"),
                ("2021", "Heron Award", "^", "Best Film"),
                ("2022", "Kite Prize", "—", "Cy Dahl"),
            ],
            ["Finch Award | Culture | Bo Ek", "Heron Award | Best Film | -", "Kite Prize | - | Cy Dahl"],
        ),
        # as they stand
        (
            ("year", "award", "category", "result"),
            ("Year", "Award", "Category", "Result"),
            [("2019", "Book of the Year", "Fiction", "Won"), ("^", "Finch Award", "Best Film", "Won")],
            ["Book of the Year | Fiction | -", "Finch Award | Best Film | -"],
        ),
    ],
)
def test_rows(
    roles: tuple[str, ...], head: tuple[str | None, ...], rows: list[tuple[str | None, ...]], expected: list[str]
) -> None:
    assert told(table(roles, rows, head)) == expected
