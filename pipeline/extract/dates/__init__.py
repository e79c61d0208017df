"""Temporal expressions and their EDTF values: found by form, resolved in context."""

from pipeline.extract.dates.component import DateFinder
from pipeline.extract.dates.document import find_dates
from pipeline.extract.dates.finder import TemporalExpression, find_temporal_expressions
from pipeline.extract.dates.timeline import Timeline

__all__ = ["DateFinder", "TemporalExpression", "Timeline", "find_dates", "find_temporal_expressions"]
