"""What a snapshot was made from and what it holds: `manifest.json` beside the tables."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from pipeline.publish.content import DocumentRow
from pipeline.publish.schemas import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Input:
    """A file of `raw/` as the run saw it. outcome: ok, rejected, duplicate."""

    sha256: str | None
    outcome: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TableFile:
    """One Parquet file of the snapshot."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A function of the inputs and the code alone: no clock, no host, no run number."""

    schema_version: str
    digest: str  # of the tables: equal digests are equal tables
    fingerprints: dict[str, str]  # of the code, vocabulary and model that made them
    inputs: dict[str, Input]  # by doc_id
    tables: dict[str, TableFile]  # by table name

    def to_json(self) -> bytes:
        return (json.dumps(asdict(self), indent=1, sort_keys=True) + "\n").encode()

    @classmethod
    def from_json(cls, content: bytes) -> "Manifest":
        """Raises ValueError for anything that `to_json` did not write."""
        try:
            fields = json.loads(content)
            return cls(
                schema_version=fields["schema_version"],
                digest=fields["digest"],
                fingerprints=dict(fields["fingerprints"]),
                inputs={doc_id: Input(**each) for doc_id, each in fields["inputs"].items()},
                tables={name: TableFile(**each) for name, each in fields["tables"].items()},
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"not a manifest: {error}") from error


def inputs_of(documents: Sequence[DocumentRow]) -> dict[str, Input]:
    """The files of `raw/` by doc_id; the same for the same folder, whatever order it was read in."""
    rows = sorted(documents, key=lambda row: row.doc_id)
    return {row.doc_id: Input(row.sha256, _outcome(row), row.reason) for row in rows}


def _outcome(row: DocumentRow) -> str:
    return "duplicate" if row.duplicate_of is not None else row.status


def inputs_digest(inputs: Mapping[str, Input]) -> str:
    """Goes into the metadata of every file: tables of one run carry the same."""
    return _digest([[doc_id, each.sha256, each.outcome] for doc_id, each in sorted(inputs.items())])


def tables_digest(tables: Mapping[str, TableFile]) -> str:
    """Names the content of a snapshot."""
    return _digest([SCHEMA_VERSION, *([name, each.sha256] for name, each in sorted(tables.items()))])


def _digest(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()
