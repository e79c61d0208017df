"""Temporal expressions and their EDTF values."""

from pipeline.extract.reading import Reading
from pipeline.records import DateMention


def find_dates(reading: Reading) -> tuple[DateMention, ...]:
    """All temporal expressions of the article, by offset."""
    return ()
