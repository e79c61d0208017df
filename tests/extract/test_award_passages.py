"""Awards of short invented articles, through the whole pipeline: how many rows are found, how many are right.

`development.txt` helped to write the rules; `held_back.txt` is only ever scored.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from pipeline.run.settings import Settings
from pipeline.run.whole import run_pipeline
from pipeline.values.folding import fold

FOLDER = Path(__file__).with_name("award_passages")
COLUMNS = ("award", "edition", "year", "category", "recipient", "result", "rank")
Row = tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """One article with its expected rows, folded."""

    name: str
    text: str
    rows: tuple[Row, ...]


def read_cases(path: Path) -> list[Case]:
    parts = path.read_text(encoding="utf-8").split("\n=== ")[1:]
    return [read_case(part) for part in parts]


def read_case(part: str) -> Case:
    name, _, body = part.partition("\n")
    text, _, rows = body.partition("\n---\n")
    return Case(
        name, text, tuple(tuple(cell(f.strip()) for f in row.split("|")) for row in rows.splitlines() if row.strip())
    )


def run_cases(cases: list[Case], folder: Path) -> dict[str, list[Row]]:
    """The rows that the pipeline finds, by article."""
    raw, processed = folder / "raw", folder / "processed"
    raw.mkdir()
    for number, case in enumerate(cases):
        (raw / f"{number:02d}.txt").write_text(case.text, encoding="utf-8")
    run_pipeline(Settings(raw=raw, processed=processed))
    found: dict[str, list[Row]] = {case.name: [] for case in cases}
    for row in pd.read_parquet(processed / "awards.parquet").to_dict("records"):
        number = int(row["evidence"][0]["doc_id"][:2])
        found[cases[number].name].append(tuple(cell(row[column]) for column in COLUMNS))
    return found


def cell(value: object) -> str:
    """Folded, without a leading article: 'The Salt Ladder' and 'Salt Ladder' are one recipient."""
    if value is None or value is pd.NA or value != value:
        return ""
    return fold(str(value).removesuffix(".0")).removeprefix("the ")


def compare(cases: list[Case], found: dict[str, list[Row]]) -> tuple[float, float]:
    """Precision and recall over all rows, all fields."""
    right = sum((Counter(case.rows) & Counter(found[case.name])).total() for case in cases)
    return right / max(sum(map(len, found.values())), 1), right / sum(len(case.rows) for case in cases)


@pytest.mark.parametrize(("name", "precision", "recall"), [("development", 0.90, 0.88), ("held_back", 0.68, 0.64)])
def test_passages_are_read_as_well_as_measured(name: str, precision: float, recall: float, tmp_path: Path) -> None:
    cases = read_cases(FOLDER / f"{name}.txt")
    measured_precision, measured_recall = compare(cases, run_cases(cases, tmp_path))
    assert measured_precision >= precision
    assert measured_recall >= recall
