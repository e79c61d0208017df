"""Flattened tables made whole again: row-spans that the dump lost are inferred.

A table is read as people read it: the header and the full rows say what each column holds; for every other line
the most plausible way is sought in which its cells fill the columns, given the rows around it.
"""

from pipeline.parse.tables.grid import label_table
from pipeline.parse.tables.repair import plain_table, repair_table

__all__ = ["label_table", "plain_table", "repair_table"]
