"""Statements by name become claims by entity."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.records import AwardClaim, AwardStatement, Claim, Entity, Extraction, Name, Qualifiers, Statement
from pipeline.resolve.naming import NAMING_PREDICATES, NameTable
from pipeline.values.ids import content_id


@dataclass(frozen=True, slots=True)
class EntityLookup:
    """Finds the entity that an article means by a name."""

    table: NameTable
    entities: Mapping[int, Entity]

    def find(self, doc_id: str, name: Name | None) -> Entity | None:
        return self.entity(self.table.look_up(doc_id, name) if name else None)

    def entity(self, index: int | None) -> Entity | None:
        return None if index is None else self.entities[index]

    def published(self, doc_id: str, text: str | None, label: str) -> str | None:
        """The published name, or the text itself where nobody has such a name."""
        entity = self.find(doc_id, Name(text, label)) if text else None
        return entity.name if entity else text


def make_claims(extractions: Mapping[str, Extraction], lookup: EntityLookup) -> tuple[Claim, ...]:
    """All statements of all articles as claims, sorted by article and place; repeated ones once."""
    return tuple(claim for doc_id in sorted(extractions) for claim in _claims(doc_id, extractions[doc_id], lookup))


def _claims(doc_id: str, extraction: Extraction, lookup: EntityLookup) -> list[Claim]:
    claims: dict[str, Claim] = {}
    subjects, values = lookup.table.subjects[doc_id], lookup.table.values[doc_id]
    for statement, subject, value in zip(extraction.statements, subjects, values, strict=True):
        if statement.predicate in NAMING_PREDICATES:
            value = None  # the value is the spelling itself
        claim = _claim(doc_id, extraction, statement, lookup.entity(subject), lookup.entity(value), lookup)
        claims.setdefault(claim.claim_id, claim)
    return sorted(claims.values(), key=lambda c: (c.start, c.end, c.predicate, c.claim_id))


def _claim(
    doc_id: str,
    extraction: Extraction,
    statement: Statement,
    subject: Entity | None,
    value: Entity | None,
    lookup: EntityLookup,
) -> Claim:
    qualifiers = _qualifiers(doc_id, statement.qualifiers, lookup)
    return Claim(
        claim_id=_claim_id(doc_id, statement),
        doc_id=doc_id,
        start=statement.start,
        end=statement.end,
        subject=subject.name if subject else statement.subject.text,
        subject_id=subject.entity_id if subject else None,
        medium=statement.medium,
        season=statement.season,
        predicate=statement.predicate,
        value=value.name if value else statement.value,
        value_id=value.entity_id if value else None,
        value_number=statement.value_number,
        value_earliest=statement.value_earliest,
        value_latest=statement.value_latest,
        qualifiers=qualifiers,
        asserted_on=extraction.metadata.published_on,
        extractor=statement.extractor,
        score=statement.score,
        written=statement.written or statement.value,
    )


def _claim_id(doc_id: str, statement: Statement) -> str:
    """Of what the article says and where; not of entities, which other articles may rename."""
    s, q = statement, statement.qualifiers
    return content_id(
        "clm",
        *(doc_id, s.start, s.end, s.subject.text, s.medium, s.season, s.predicate),
        *(s.value, q.language, q.region, q.as_of, q.character, q.theme, q.format),
    )


def _qualifiers(doc_id: str, stated: Qualifiers, lookup: EntityLookup) -> Qualifiers:
    if stated.character is None and stated.theme is None:
        return stated
    return replace(
        stated,
        character=lookup.published(doc_id, stated.character, "CHARACTER"),
        theme=lookup.published(doc_id, stated.theme, "WORK_OF_ART"),
    )


def make_award_claims(extractions: Mapping[str, Extraction], lookup: EntityLookup) -> tuple[AwardClaim, ...]:
    """All award statements of all articles, in the order of their evidence."""
    return tuple(_award_claims(extractions, lookup.find))


def _award_claims(
    extractions: Mapping[str, Extraction], find: Callable[[str, Name | None], Entity | None]
) -> Iterator[AwardClaim]:
    for doc_id in sorted(extractions):
        for award in sorted(extractions[doc_id].awards, key=lambda a: (a.evidence, a.award, a.category or "")):
            yield _award_claim(doc_id, award, find(doc_id, award.recipient), find(doc_id, award.work))


def _award_claim(doc_id: str, award: AwardStatement, recipient: Entity | None, work: Entity | None) -> AwardClaim:
    return AwardClaim(
        doc_id=doc_id,
        award=award.award,
        edition=award.edition,
        year=award.year,
        category=award.category,
        recipient=recipient.name if recipient else None,
        recipient_id=recipient.entity_id if recipient else None,
        recipient_label=recipient.label if recipient else None,
        work=work.name if work else None,
        work_id=work.entity_id if work else None,
        result=award.result,
        rank=award.rank,
        evidence=award.evidence,
        score=award.score,
    )
