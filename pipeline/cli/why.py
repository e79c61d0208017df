"""`articlefacts why FACT_ID`: the words that carry a fact, its rivals, and what decided."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.layout import plain
from pipeline.cli.show import fact_lines, subject_of

if TYPE_CHECKING:
    from pipeline.publish.catalog import KnownFact
    from pipeline.publish.reasons import Reason


def why_command(fact_id: str, raw: Path, processed: Path) -> None:
    """Prints the fact with its evidence, then its rivals and the reason. Raises UnknownName."""
    from pipeline.publish import open_snapshot
    from pipeline.publish.reasons import give_reason

    for line in reason_lines(give_reason(open_snapshot(processed), fact_id, raw)):
        print(line)


def reason_lines(reason: "Reason") -> Iterator[str]:
    yield from _statement_lines(reason.fact)
    yield ""
    if not reason.conflicts:
        yield "No article disagrees."
    for conflict in reason.conflicts:
        yield f"{conflict['kind']}: {plain(conflict['explanation'])}"
    if reason.rivals:
        yield ""
        yield "Rivals"
        for rival in reason.rivals:
            yield from _statement_lines(rival)


def _statement_lines(fact: "KnownFact") -> Iterator[str]:
    yield from fact_lines(fact, f"{subject_of(fact.row)} {fact.row['predicate']}: {fact.row['value']}")
