"""What a run hands to publish: the records of every stage, not yet tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.records import Award, Claim, Conflict, Entity, Extraction, Fact, Metadata, Rejection


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One file of `raw/`; make it with `read` or `rejected`."""

    doc_id: str
    sha256: str | None
    status: str  # ok, rejected
    encoding: str | None = None
    layout: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    n_chars: int | None = None
    n_sentences: int | None = None
    reason: str | None = None
    duplicate_of: str | None = None
    rendering: str | None = None

    @classmethod
    def read(
        cls, doc_id: str, sha256: str, encoding: str | None, extraction: Extraction, rendering: str | None = None
    ) -> "DocumentRow":
        """An article that was read: a text by its encoding, any other file by its rendering."""
        e = extraction
        return cls(doc_id, sha256, "ok", encoding, e.layout, e.metadata, e.n_chars, e.n_sentences, rendering=rendering)

    @classmethod
    def rejected(cls, rejection: Rejection) -> "DocumentRow":
        """A file that was not read, duplicates included."""
        r = rejection
        return cls(r.doc_id, r.sha256, "rejected", reason=r.reason, duplicate_of=r.duplicate_of)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that one snapshot says. The order of rows does not matter; tables are sorted by their keys.

    `mention_ids[doc_id]` runs parallel to `extractions[doc_id].mentions`. `decided` and `kept` are for the report of
    the run and no part of the tables: questions that were decided now, and those whose decision was kept from before.
    """

    documents: Sequence[DocumentRow]
    extractions: Mapping[str, Extraction]
    mention_ids: Mapping[str, Sequence[str]]
    entities: Sequence[Entity]
    awards: Sequence[Award]
    claims: Sequence[Claim]
    facts: Sequence[Fact]
    conflicts: Sequence[Conflict]
    decided: int = 0
    kept: int = 0
