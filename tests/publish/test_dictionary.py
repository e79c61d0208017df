"""The data dictionary in the repository is the one that the schemas make."""

import re
from pathlib import Path

import pytest

from pipeline.publish.columns import TableSchema
from pipeline.publish.dictionary import render
from pipeline.publish.schemas import TABLES

COMMAND = "python -m pipeline.publish.dictionary > processed/README.md"


def test_the_committed_dictionary_is_in_step(repository: Path) -> None:
    committed = (repository / "processed" / "README.md").read_text(encoding="utf-8")
    assert committed == render(), f"the schemas or the predicates have changed: run `{COMMAND}`"


@pytest.mark.parametrize("schema", TABLES, ids=lambda schema: schema.name)
def test_every_column_is_explained(schema: TableSchema) -> None:
    _, _, after = render().partition(f"\n### {schema.name}\n")
    section, _, _ = after.partition("\n##")
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [column.name for column in schema.columns]


def test_grids_are_whole() -> None:
    """Every row of a table has as many cells as its head, and every link leads to a heading."""
    text = render()
    for grid in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in grid.splitlines()}) == 1, grid
    for target in re.findall(r"\]\(#(\w+)\)", text):
        assert f"\n### {target}\n" in text


def test_sections_that_columns_refer_to_exist() -> None:
    text = render()
    named = {name for schema in TABLES for c in schema.columns for name in re.findall(r"see ([A-Z][\w ]+)", c.meaning)}
    assert named
    for name in named:
        assert f"\n## {name}\n" in text


def test_nothing_is_left_to_fill_in() -> None:
    assert "$" not in render()


def test_the_examples_are_python() -> None:
    examples = re.findall(r"```python\n(.*?)```", render(), re.DOTALL)
    assert len(examples) == 3
    for example in examples:
        compile(example, "dictionary", "exec")
