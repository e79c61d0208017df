"""Statements: what the article says about works, people and characters."""

from pipeline.extract.reading import Findings, Reading
from pipeline.records import Name, Statement


def find_statements(reading: Reading, findings: Findings, topic: Name | None) -> tuple[Statement, ...]:
    """All statements of the article, by offset."""
    return ()
