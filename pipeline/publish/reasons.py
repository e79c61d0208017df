"""One published fact asked for its reason: the words that carry it, its rivals and what decided between them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from pipeline.errors import UnknownName
from pipeline.publish.catalog import KnownFact
from pipeline.publish.snapshot import Snapshot
from pipeline.publish.witnesses import Witnesses, matching_rows


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact, the facts it competed with, and the rows of `conflicts` that both take part in."""

    fact: KnownFact
    rivals: tuple[KnownFact, ...]
    conflicts: tuple[dict[str, Any], ...]


def give_reason(snapshot: Snapshot, fact_id: str, raw: Path) -> Reason:
    """Why the fact has its value and status. Raises UnknownName for an id that is not in `facts`."""
    facts = snapshot.table("facts")
    found = matching_rows(facts, pc.equal(facts["fact_id"], fact_id))
    if not found:
        raise UnknownName(f"no fact {fact_id!r} in the tables: `articlefacts show NAME` lists facts with their ids")
    conflicts = [row for row in snapshot.table("conflicts").to_pylist() if _claims_of(row) & set(found[0]["claim_ids"])]
    disputed = set().union(*map(_claims_of, conflicts))
    rivals = [row for row in facts.to_pylist() if disputed & set(row["claim_ids"]) and row["fact_id"] != fact_id]
    witnesses = Witnesses(snapshot, raw, [*found, *rivals])
    known = [KnownFact(row, witnesses.of_claims(row["claim_ids"])) for row in (*found, *sorted(rivals, key=_order))]
    return Reason(known[0], tuple(known[1:]), tuple(conflicts))


def _claims_of(conflict: dict[str, Any]) -> set[str]:
    return {claim_id for candidate in conflict["candidates"] for claim_id in candidate["claim_ids"]}


def _order(row: dict[str, Any]) -> tuple[object, ...]:
    return -row["confidence"], row["value"], row["fact_id"]
