"""Repairs flattened awards tables and writes the rows as JSON lines.

python -m benchmarks.awards_tables CASES.jsonl PREDICTIONS.jsonl [--variant flat|flat3|flat3b]

Reads only id, page_title, section, section_path and the flattened text of each case.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.parse.tables import repair_table
from pipeline.records import Cell, Table

VARIANTS = ("flat", "flat3", "flat3b")
FIELDS = ("year", "award", "category", "recipient", "work", "result", "rank", "role")


def main(arguments: Sequence[str] | None = None) -> None:
    """Predicts the rows of one variant, or of all three."""
    parser = argparse.ArgumentParser(description="Repair flattened awards tables.")
    parser.add_argument("cases", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--variant", choices=VARIANTS)
    options = parser.parse_args(arguments)
    variants = [options.variant] if options.variant else list(VARIANTS)
    cases = [json.loads(line) for line in options.cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    lines = [json.dumps(predict(case, variant), ensure_ascii=False) for variant in variants for case in cases]
    options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")


def predict(case: dict[str, Any], variant: str) -> dict[str, Any]:
    """The prediction for one case in the form that the scorer takes."""
    section = [case.get("page_title"), *(case.get("section_path") or []), case.get("section")]
    lines = [list(split_line(line)) for line in case[variant].split("\n") if line.strip()]
    table = repair_table(tuple(heading for heading in section if heading), lines)
    return {"id": case["id"], "variant": variant, "rows": list(rows(table))}


def split_line(line: str) -> Iterator[Cell]:
    """The cells of '| a | b |'; offsets are counted within the line."""
    start = 1
    for text in line.strip()[1:].split("|")[:-1]:
        stripped = text.strip()
        offset = start + len(text) - len(text.lstrip())
        yield Cell(stripped, offset, offset + len(stripped))
        start += len(text) + 1


def rows(table: Table) -> Iterator[dict[str, str | None]]:
    """One record per row, keyed by role."""
    for row in table.rows:
        record: dict[str, str | None] = dict.fromkeys(FIELDS)
        for role, cell in zip(table.roles, row, strict=True):
            if role in record and cell is not None:
                record[role] = cell.text or None
        yield record


if __name__ == "__main__":
    main()
