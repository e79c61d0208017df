"""Published tables asked for one thing: which entity a name means, and what is known about it, with evidence."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import fuzz, process

from pipeline.errors import UnknownName
from pipeline.publish.snapshot import Snapshot
from pipeline.publish.spans import RawTexts
from pipeline.values.folding import fold
from pipeline.values.quotes import Quote, quote_around

QUALIFIERS = ("language", "region", "as_of", "character", "theme", "format")
_SUGGESTIONS = 5
_NEAR = 70  # rapidfuzz score, 0-100


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """One row of `entities`."""

    entity_id: str
    name: str
    label: str
    aliases: tuple[str, ...]
    n_mentions: int
    n_documents: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article says something. `quote` is None where the article has changed or gone since the run."""

    doc_id: str
    title: str | None
    start: int
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One row of `facts`; `row` holds its columns by name."""

    row: dict[str, Any]
    evidence: tuple[Evidence, ...]

    @property
    def qualifiers(self) -> dict[str, str]:
        return {name: self.row[name] for name in QUALIFIERS if self.row[name] is not None}


@dataclass(frozen=True, slots=True)
class KnownAward:
    """One row of `awards`; `row` holds its columns by name."""

    row: dict[str, Any]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything known about one entity: stated about it, stated of others with it as the value, its awards."""

    entity: KnownEntity
    facts: tuple[KnownFact, ...]
    roles: tuple[KnownFact, ...]
    awards: tuple[KnownAward, ...]


def find_entities(snapshot: Snapshot, name: str) -> list[KnownEntity]:
    """The entities that a name, an alias or an entity_id means, the most mentioned one first.

    The closest kind of match counts: an exact name hides another entity's alias. Raises UnknownName, with near
    names, where nothing matches.
    """
    entities = [_entity(row) for row in snapshot.table("entities").to_pylist()]
    folded = fold(name)
    kinds: tuple[Callable[[KnownEntity], bool], ...] = (
        lambda entity: name in (entity.entity_id, entity.name),
        lambda entity: name in entity.aliases,
        lambda entity: folded == fold(entity.name),
        lambda entity: any(folded == fold(alias) for alias in entity.aliases),
    )
    for matches in kinds:
        found = [entity for entity in entities if matches(entity)]
        if found:
            return sorted(found, key=lambda entity: (-entity.n_mentions, entity.entity_id))
    raise UnknownName(f"nothing called {name!r} in the tables{_suggestion(folded, entities)}")


def _entity(row: dict[str, Any]) -> KnownEntity:
    return KnownEntity(**{**row, "aliases": tuple(row["aliases"])})


def _suggestion(folded: str, entities: Sequence[KnownEntity]) -> str:
    names = sorted({name for entity in entities for name in (entity.name, *entity.aliases)})
    near = process.extract(folded, names, scorer=fuzz.WRatio, processor=fold, score_cutoff=_NEAR, limit=_SUGGESTIONS)
    return f"; near names: {', '.join(name for name, _, _ in near)}" if near else ""


def describe(snapshot: Snapshot, entity: KnownEntity, raw: Path) -> Dossier:
    """What the snapshot says about the entity; evidence is quoted from the articles in `raw`."""
    facts = snapshot.table("facts")
    about = _rows(facts, pc.equal(facts["subject_id"], entity.entity_id))
    roles = _rows(facts, pc.equal(facts["value_id"], entity.entity_id))
    awards = snapshot.table("awards")
    own = pc.or_kleene(
        pc.equal(awards["recipient_id"], entity.entity_id), pc.equal(awards["work_id"], entity.entity_id)
    )
    witnesses = _Witnesses(snapshot, raw, [*about, *roles])
    return Dossier(
        entity,
        tuple(KnownFact(row, witnesses.of_claims(row["claim_ids"])) for row in sorted(about, key=_fact_order)),
        tuple(KnownFact(row, witnesses.of_claims(row["claim_ids"])) for row in sorted(roles, key=_fact_order)),
        tuple(
            KnownAward(row, witnesses.of_spans(row["evidence"])) for row in sorted(_rows(awards, own), key=_award_order)
        ),
    )


def _rows(table: pa.Table, wanted: pa.ChunkedArray) -> list[dict[str, Any]]:
    return table.filter(pc.fill_null(wanted, False)).to_pylist()  # type: ignore[no-any-return]


def _fact_order(row: dict[str, Any]) -> tuple[object, ...]:
    return (
        row["subject"],
        row["medium"] or "",
        row["season"] or 0,
        row["predicate"],
        row["status"] == "superseded",
        -row["confidence"],
        row["value"],
    )


def _award_order(row: dict[str, Any]) -> tuple[object, ...]:
    return (row["year"] or 9999, row["award"], row["category"] or "", row["award_id"])


class _Witnesses:
    """The words in the articles behind claims and spans."""

    def __init__(self, snapshot: Snapshot, raw: Path, facts: Iterable[dict[str, Any]]) -> None:
        documents = snapshot.table("documents")
        claims = snapshot.table("claims", ("claim_id", "doc_id", "start", "end"))
        wanted = sorted({claim_id for row in facts for claim_id in row["claim_ids"]})
        rows = _rows(claims, pc.is_in(claims["claim_id"], value_set=pa.array(wanted, pa.string())))
        self._claims = {row["claim_id"]: row for row in rows}
        self._titles = dict(zip(documents["doc_id"].to_pylist(), documents["title"].to_pylist(), strict=True))
        self._read = RawTexts(raw, documents)
        self._texts: dict[str, str | None] = {}

    def of_claims(self, claim_ids: Sequence[str]) -> tuple[Evidence, ...]:
        return self.of_spans([self._claims[claim_id] for claim_id in claim_ids])

    def of_spans(self, spans: Sequence[dict[str, Any]]) -> tuple[Evidence, ...]:
        """One piece of evidence per span, in the order of the articles; a span that two claims share counts once."""
        places = sorted({(span["doc_id"], span["start"], span["end"]) for span in spans})
        return tuple(self._evidence(*place) for place in places)

    def _evidence(self, doc_id: str, start: int, end: int) -> Evidence:
        if doc_id not in self._texts:
            self._texts[doc_id] = self._read(doc_id)
        text = self._texts[doc_id]
        quote = quote_around(text, start, end) if text is not None else None
        return Evidence(doc_id, self._titles.get(doc_id), start, quote)
