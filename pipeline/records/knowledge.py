"""What all articles say together: entities, claims by entity id, facts, conflicts, awards."""

from dataclasses import dataclass
from datetime import date

from pipeline.records.extraction import Qualifiers
from pipeline.values.spans import Span


@dataclass(frozen=True, slots=True)
class NameVariant:
    """One spelling of an entity's name, with the articles that use it."""

    text: str
    doc_ids: tuple[str, ...]
    n_mentions: int
    kind: str  # canonical, alias, typo
    reason: str  # why it is the same thing, in a few words


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing in the world."""

    entity_id: str
    name: str
    label: str
    variants: tuple[NameVariant, ...]
    n_mentions: int
    n_documents: int

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other spellings, sorted."""
        return tuple(sorted({v.text for v in self.variants} - {self.name}))


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement whose subject and value are known entities; one row of `claims`."""

    claim_id: str
    doc_id: str
    start: int
    end: int
    subject: str
    subject_id: str | None
    medium: str | None
    season: int | None
    predicate: str
    value: str
    value_id: str | None
    value_number: float | None
    value_earliest: date | None
    value_latest: date | None
    qualifiers: Qualifiers
    asserted_on: date | None
    extractor: str
    score: float
    written: str | None = None  # the value in the article's own spelling; no column of `claims`


@dataclass(frozen=True, slots=True)
class AwardClaim:
    """An award statement by one document, with entity ids."""

    doc_id: str
    award: str
    edition: int | None
    year: int | None
    category: str | None
    recipient: str | None
    recipient_id: str | None
    recipient_label: str | None
    work: str | None
    work_id: str | None
    result: str | None
    rank: int | None
    evidence: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Fact:
    """A reconciled statement; one row of `facts`. status: agreed, single_source, preferred, superseded, disputed."""

    fact_id: str
    subject: str
    subject_id: str | None
    medium: str | None
    season: int | None
    predicate: str
    value: str
    value_id: str | None
    value_number: float | None
    value_earliest: date | None
    value_latest: date | None
    qualifiers: Qualifiers
    asserted_on: date | None
    status: str
    confidence: float
    n_sources: int
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the values that a conflict is about."""

    value: str
    claim_ids: tuple[str, ...]
    doc_ids: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disagreement between claims, or between spellings of a name (predicate 'alias'); one row of `conflicts`."""

    conflict_id: str
    subject: str
    subject_id: str | None
    medium: str | None
    season: int | None
    predicate: str
    kind: str  # alias, typo, granularity, temporal, contradiction
    candidates: tuple[Candidate, ...]
    chosen: str | None
    rule: str
    explanation: str


@dataclass(frozen=True, slots=True)
class DocumentSpan:
    """Evidence in one document."""

    doc_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Award:
    """An award, nomination or ranking, reconciled; one row of `awards`."""

    award_id: str
    award: str
    edition: int | None
    year: int | None
    category: str | None
    recipient: str | None
    recipient_id: str | None
    recipient_label: str | None
    work: str | None
    work_id: str | None
    result: str | None
    rank: int | None
    status: str
    confidence: float
    evidence: tuple[DocumentSpan, ...]
