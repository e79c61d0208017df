"""pandas and pyarrow open a path twice: for the footer, then for the data. What if a run switches in between?

Then the data of the new file is read by the footer of the old one. That must fail or give the new table: a mixture
that looks sound would be worse than any error.
"""

import random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.publish.schemas import ENTITIES
from pipeline.publish.switch import parquet_bytes

PAIRS = 200


def test_a_read_torn_by_a_switch_fails_or_gives_one_run() -> None:
    rng = random.Random(5)
    seen = {"error": 0, "new": 0}
    for _ in range(PAIRS):
        old = entities(rng)
        new = edited(old, rng) if rng.random() < 0.5 else entities(rng)
        read = torn_read(old, new)
        assert read is None or read.equals(new)
        seen["error" if read is None else "new"] += 1
    assert min(seen.values()) > 10, "both ends were tried"


def torn_read(old: pa.Table, new: pa.Table) -> pa.Table | None:
    """What the footer of one file makes of the data of another; None for an error."""
    footer = pq.read_metadata(pa.BufferReader(parquet_bytes(old, {"inputs": "old"})))
    data = pa.BufferReader(parquet_bytes(new, {"inputs": "new"}))
    try:
        return pq.ParquetFile(data, metadata=footer).read().replace_schema_metadata(None)
    except (OSError, pa.ArrowException):
        return None


def entities(rng: random.Random) -> pa.Table:
    ids = sorted(f"ent-{rng.randrange(16**12):012x}" for _ in range(rng.randrange(1, 30)))
    return pa.Table.from_pylist([entity(each, rng) for each in ids], schema=ENTITIES.arrow())


def entity(entity_id: str, rng: random.Random) -> dict[str, Any]:
    given = {"entity_id": entity_id, "label": "PERSON", "aliases": [], "n_documents": 1}
    return {**given, "name": rng.choice(["Ada", "Bo", "Cy"]), "n_mentions": rng.randrange(5)}


def edited(table: pa.Table, rng: random.Random) -> pa.Table:
    """A small change, which may leave every offset where it was."""
    rows = table.to_pylist()
    rng.choice(rows).update(name=rng.choice(["Ada", "Bo", "Cy"]), n_mentions=rng.randrange(5))
    return pa.Table.from_pylist(rows, schema=table.schema)
