"""Repair of flattened tables. All tables here are invented; none was used to tune the scores."""

import importlib.util
import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parse.tables import repair_table
from pipeline.parse.tables.kinds import kind_of, kinds
from pipeline.parse.tables.roles import header_score, roles
from pipeline.records import Cell, Table
from pipeline.vocabulary import load_vocabulary

AWARDS = ("Awards and nominations",)


def read(block: str, section: tuple[str, ...] = AWARDS) -> Table:
    """The repaired table of a block of '| a | b |' lines; offsets count within the block."""
    lines, offset = [], 0
    for line in block.strip("\n").split("\n"):
        cells, start = [], 1
        for text in line[1:].split("|")[:-1]:
            begin = offset + start + len(text) - len(text.lstrip())
            cells.append(Cell(text.strip(), begin, begin + len(text.strip())))
            start += len(text) + 1
        lines.append(cells)
        offset += len(line) + 1
    return repair_table(section, lines)


def texts(table: Table) -> list[tuple[str | None, ...]]:
    return [tuple(None if cell is None else cell.text for cell in row) for row in table.rows]


FULL = """
| Year | Award | Category | Result |
| 2001 | Finch Awards | Best Play | Won |
| 2003 | Heron Awards | Best Play | Nominated |
"""

LEADING = """
| Year | Award | Category | Nominee | Result |
| 2001 | Finch Awards | Best Play | Ann Lee | Won |
| Best Score | Bo Ek | Nominated |
| Heron Awards | Best Director | Cy Dahl | Won |
| 2003 | Heron Awards | Best Actress | Ida Blau | Won |
| Best Actor | Per Moe | Nominated |
"""

INTERIOR = """
| Year | Work | Award | Category | Result |
| 1998 | Cold Sea | Finch Awards | Best Actress | Won |
| 1999 | Grey Harbour | Heron Awards | Best Actress | Nominated |
| 2000 | Won |
| 2001 | Best Supporting Actress | Nominated |
"""

STUBS = """
| Year | Winner | Film |
| 1990 |
| Ann Lee | Cold Sea |
| Bo Ek | Grey Harbour |
| 1991 |
| Cy Dahl | Old Town |
"""

MERGED = """
| Year | Ceremony | Category | Nominee | Result |
| 2005 | Finch Awards | Best Musical | Won |
| Best Actor in a Musical | Per Moe | Won |
| Best Actress in a Musical | Ida Blau | Nominated |
| 2006 | Heron Awards | Best New Musical | Nominated |
"""

CUT = """
| Year | Award | Category |
| 2011 | Finch Awards | Best Series |
| 2012 | Heron Awards | Best Series |
| Best Hero | Per Moe | |
| Best Heroine | Ida Blau | |
| 5th Kite Awards | Best Drama | Cold Sea |
| Best Studio | Lantern Works | |
| 2013 | Kite Awards | Best Series |
| Best Voice | Ann Lee | |
"""

CUT_UNPADDED = """
| Year | Title | Award |
| 2001 | Cold Sea | Finch Awards |
| 2002 | Heron Awards | Best Newcomer |
| Kite Awards | Best Debut | |
| Best Singer | |
| Old Town | Lark Awards | Best Actor |
| Gull Awards | Best Actor | |
"""

SHORT_HEADER = """
| Honour | Season(s) |
| First League | Champions | 1971–72 |
| Runners-up | 1965–66, 1979–80 |
| Second League | Champions | 1950–51 |
"""

NO_HEADER = """
| 2001 | Finch Awards | Best Play | Won |
| 2002 | Heron Awards | Best Play | Nominated |
| Best Score | Won |
"""

NOTED = """
| Year | Award | Category | Result |
| 2001 | Finch Awards | Best Play | Won |
| This list leaves out the awards that were given to members of the cast before the premiere of the play in London. |
| Best Score | Won |
"""


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (FULL, [("2001", "Finch Awards", "Best Play", "Won"), ("2003", "Heron Awards", "Best Play", "Nominated")]),
        (
            LEADING,
            [
                ("2001", "Finch Awards", "Best Play", "Ann Lee", "Won"),
                ("2001", "Finch Awards", "Best Score", "Bo Ek", "Nominated"),
                ("2001", "Heron Awards", "Best Director", "Cy Dahl", "Won"),
                ("2003", "Heron Awards", "Best Actress", "Ida Blau", "Won"),
                ("2003", "Heron Awards", "Best Actor", "Per Moe", "Nominated"),
            ],
        ),
        (
            INTERIOR,
            [
                ("1998", "Cold Sea", "Finch Awards", "Best Actress", "Won"),
                ("1999", "Grey Harbour", "Heron Awards", "Best Actress", "Nominated"),
                ("2000", "Grey Harbour", "Heron Awards", "Best Actress", "Won"),
                ("2001", "Grey Harbour", "Heron Awards", "Best Supporting Actress", "Nominated"),
            ],
        ),
        (STUBS, [("1990", "Ann Lee", "Cold Sea"), ("1990", "Bo Ek", "Grey Harbour"), ("1991", "Cy Dahl", "Old Town")]),
        (
            MERGED,
            [
                ("2005", "Finch Awards", "Best Musical", None, "Won"),
                ("2005", "Finch Awards", "Best Actor in a Musical", "Per Moe", "Won"),
                ("2005", "Finch Awards", "Best Actress in a Musical", "Ida Blau", "Nominated"),
                ("2006", "Heron Awards", "Best New Musical", None, "Nominated"),
            ],
        ),
        (
            SHORT_HEADER,
            [
                ("First League", "Champions", "1971–72"),
                ("First League", "Runners-up", "1965–66, 1979–80"),
                ("Second League", "Champions", "1950–51"),
            ],
        ),
        (
            NO_HEADER,
            [
                ("2001", "Finch Awards", "Best Play", "Won"),
                ("2002", "Heron Awards", "Best Play", "Nominated"),
                ("2002", "Heron Awards", "Best Score", "Won"),
            ],
        ),
        (NOTED, [("2001", "Finch Awards", "Best Play", "Won"), ("2001", "Finch Awards", "Best Score", "Won")]),
    ],
)
def test_rows_are_whole_again(block: str, expected: list[tuple[str | None, ...]]) -> None:
    assert texts(read(block)) == expected


def test_a_cut_table_shows_the_nominee_that_its_header_does_not() -> None:
    table = read(CUT)
    rows = [row[:4] for row in texts(table)]
    assert rows == [
        ("2011", "Finch Awards", "Best Series", None),
        ("2012", "Heron Awards", "Best Series", None),
        ("2012", "Heron Awards", "Best Hero", "Per Moe"),
        ("2012", "Heron Awards", "Best Heroine", "Ida Blau"),
        ("2012", "5th Kite Awards", "Best Drama", "Cold Sea"),
        ("2012", "5th Kite Awards", "Best Studio", "Lantern Works"),
        ("2013", "Kite Awards", "Best Series", None),
        ("2013", "Kite Awards", "Best Voice", "Ann Lee"),
    ]
    assert table.header[3] is None
    assert table.roles[:3] == ("year", "award", "category")


def test_a_cut_table_without_filled_lines() -> None:
    rows = [row[:4] for row in texts(read(CUT_UNPADDED))]
    assert rows == [
        ("2001", "Cold Sea", "Finch Awards", None),
        ("2002", "Cold Sea", "Heron Awards", "Best Newcomer"),
        ("2002", "Cold Sea", "Kite Awards", "Best Debut"),
        ("2002", "Cold Sea", "Kite Awards", "Best Singer"),
        ("2002", "Old Town", "Lark Awards", "Best Actor"),
        ("2002", "Old Town", "Gull Awards", "Best Actor"),
    ]


def test_an_inherited_cell_is_the_cell_above() -> None:
    table = read(LEADING)
    assert table.rows[1][0] is table.rows[0][0]
    assert table.rows[2][0] is table.rows[0][0]
    assert table.rows[1][2] is not table.rows[0][2]


@pytest.mark.parametrize(
    ("block", "section", "expected"),
    [
        (LEADING, AWARDS, ("year", "award", "category", "recipient", "result")),
        (INTERIOR, AWARDS, ("year", "work", "award", "category", "result")),
        (SHORT_HEADER, ("Honours",), ("award", "result", "year")),
        (
            "| Year | Recipient | Award | Result |\n| 2001 | Ann Lee | Best Singer | Won |\n"
            "| Best Song | Won |\n| Best Album | Won |",
            ("Finch Awards",),
            None,
        ),
        (
            "| Group | Award |\n| Finch Awards | Best Play |\n| Heron Awards | Best Score |",
            AWARDS,
            ("award", "category"),
        ),
        ("| Character | Actor |\n| Mia | Ann Lee |\n| Tom | Bo Ek |", ("Cast",), ("other", "other")),
        ("| No. | Title | Length |\n| 1 | Rain | 3:20 |\n| 2 | Best Day | 2:10 |", ("Track listing",), ("other",) * 3),
    ],
)
def test_roles_come_from_header_and_content(
    block: str, section: tuple[str, ...], expected: tuple[str, ...] | None
) -> None:
    assert read(block, section).roles == (expected or ("year", "recipient", "category", "result"))


@pytest.mark.parametrize(
    "block",
    [
        "| Character | Actor | Notes |\n| Mia | Ann Lee | first season |\n| Tom | Bo Ek | second season |",
        "| No. | Title | Date |\n| 1 | Rain | May 3, 2001 |\n| 2 | Snow | May 10, 2001 |",
        "| Title | Year | Role |\n| Cold Sea | 2001 | Mia |\n| Grey Harbour | 2002 | Tom |",
    ],
)
def test_full_tables_about_other_things_stay_as_they_are(block: str) -> None:
    lines = [tuple(part.strip() for part in line.strip("|").split("|")) for line in block.split("\n")]
    assert texts(read(block, ("Media",))) == lines[1:]


def test_nothing_in_nothing_out() -> None:
    assert repair_table((), []) == Table((), (), (), ())


CELLS = st.lists(
    st.sampled_from(
        ["", "2001", "Won", "Best Play", "Finch Awards", "Ann Lee", '"Rain"', "N/A", "x" * 300, "[1]", "May 3"]
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=30, deadline=None)
@given(st.lists(CELLS, max_size=6))
def test_any_lines_give_a_rectangle_of_their_own_cells(lines: list[list[str]]) -> None:
    cells = [
        [Cell(text, 10 * i + j, 10 * i + j + len(text)) for j, text in enumerate(line)] for i, line in enumerate(lines)
    ]
    table = repair_table(AWARDS, cells)
    known = {id(cell) for line in cells for cell in line}
    assert len(table.header) == len(table.roles)
    for row in table.rows:
        assert len(row) == len(table.roles)
        assert all(cell is None or id(cell) in known for cell in row)


def test_wide_and_long_tables_are_read_in_time() -> None:
    started = process_time()
    wide = [[Cell("Won", 0, 3)] * 10_000] * 3
    assert len(repair_table(AWARDS, wide).rows) == 3
    long = [[Cell(t, 0, len(t)) for t in ("Year", "Award", "Category")]] + [
        [Cell("a", 0, 1)] * (1 + i % 3) for i in range(20_000)
    ]
    assert len(repair_table(AWARDS, long).rows) == 20_000
    assert process_time() - started < 10


@pytest.mark.parametrize("entry", load_vocabulary("columns")["kind"], ids=lambda entry: entry["name"])
def test_kinds_know_their_examples(entry: dict[str, list[str]]) -> None:
    assert [kind_of(text) for text in entry["examples"]] == [entry["name"]] * len(entry["examples"])
    assert entry["name"] not in [kind_of(text) for text in entry["counter_examples"]]


@pytest.mark.parametrize("entry", load_vocabulary("columns")["role"], ids=lambda entry: entry["name"])
def test_headers_know_their_examples(entry: dict[str, list[str]]) -> None:
    role = roles()[str(entry["name"])]
    assert all(header_score(role, text) >= 3 for text in entry["examples"])
    assert all(header_score(role, text) < 3 for text in entry["counter_examples"])


def test_every_kind_that_roles_expect_exists() -> None:
    names = {name for name, _ in kinds()} | {"text"}
    assert all(set(role.cells) <= names for role in roles().values())


def load(path: Path) -> Any:
    """The module at a path outside the package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FLOORS = {"flat": 0.97, "flat3": 0.95, "flat3b": 0.95}


@pytest.mark.parametrize(("variant", "floor"), FLOORS.items())
def test_benchmark_floor(repository: Path, shared_bench: Path, variant: str, floor: float) -> None:
    """Exact rows of the development tables with row-spans, by the benchmark's own scorer."""
    folder = shared_bench / "awards_tables"
    predict = load(repository / "benchmarks" / "awards_tables.py").predict
    score = load(folder / "score.py")
    cases = [json.loads(line) for line in (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    predictions = {(case["id"], variant): predict(case, variant)["rows"] for case in cases}
    result = score.score(cases, predictions, variant)
    assert result["by"]["tables with rowspans"]["f1"] >= floor
    assert result["by"]["tables without rowspans"]["f1"] >= 0.97
