"""Published tables asked for one thing: which entity a name means, and what is known about it, with evidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
from rapidfuzz import fuzz, process

from pipeline.errors import UnknownName
from pipeline.publish.snapshot import Snapshot
from pipeline.publish.witnesses import Evidence, Witnesses, matching_rows
from pipeline.values.folding import fold

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
    about = matching_rows(facts, pc.equal(facts["subject_id"], entity.entity_id))
    roles = matching_rows(facts, pc.equal(facts["value_id"], entity.entity_id))
    awards = snapshot.table("awards")
    own = pc.or_kleene(
        pc.equal(awards["recipient_id"], entity.entity_id), pc.equal(awards["work_id"], entity.entity_id)
    )
    witnesses = Witnesses(snapshot, raw, [*about, *roles])
    return Dossier(
        entity,
        tuple(KnownFact(row, witnesses.of_claims(row["claim_ids"])) for row in sorted(about, key=_fact_order)),
        tuple(KnownFact(row, witnesses.of_claims(row["claim_ids"])) for row in sorted(roles, key=_fact_order)),
        tuple(
            KnownAward(row, witnesses.of_spans(row["evidence"]))
            for row in sorted(matching_rows(awards, own), key=_award_order)
        ),
    )


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
