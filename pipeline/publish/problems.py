"""What is wrong with a table, in one readable line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.errors import TablesInvalid

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """`is_stale`: the tables are sound, but the article has changed since they were made."""

    table: str
    message: str
    is_stale: bool = False

    def __str__(self) -> str:
        return f"{self.table}: {self.message}"


def examples(values: Sequence[Any]) -> str:
    """The first few values and how many more there are: 'a', 'b', 'c' and 4 more."""
    shown = ", ".join(repr(value) for value in values[:_SHOWN])
    return f"{shown} and {len(values) - _SHOWN} more" if len(values) > _SHOWN else shown


def raise_broken(problems: Sequence[Problem]) -> None:
    """Raises TablesInvalid with the first few problems in one line, if any is more than stale."""
    broken = [str(problem) for problem in problems if not problem.is_stale]
    if broken:
        more = f"; and {len(broken) - _SHOWN} more problems" if len(broken) > _SHOWN else ""
        raise TablesInvalid("; ".join(broken[:_SHOWN]) + more)
