"""Who is who: one entity per thing, however many articles name it in however many ways."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.records import AwardClaim, Claim, Entity, Extraction, Name
from pipeline.resolve.apart import keep_people_apart
from pipeline.resolve.claims import EntityLookup, make_award_claims, make_claims
from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.entities import build_entities
from pipeline.resolve.naming import NAMING_PREDICATES, NameTable
from pipeline.resolve.people import join_people
from pipeline.resolve.review import Review, read_review
from pipeline.resolve.reviewed import apply_review
from pipeline.resolve.shorthand import join_shorthand
from pipeline.resolve.topics import article_topics, name_topics
from pipeline.resolve.translations import join_translations
from pipeline.resolve.works import join_works
from pipeline.values.folding import fold

__all__ = ["Resolution", "Review", "read_review", "resolve_entities"]

NO_REVIEW = Review()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities sorted by id, and what the articles say in terms of them.

    `mention_ids[doc_id]` runs parallel to the mentions of that article's extraction.
    """

    entities: tuple[Entity, ...]
    mention_ids: Mapping[str, tuple[str, ...]]
    claims: tuple[Claim, ...]
    award_claims: tuple[AwardClaim, ...]


def resolve_entities(extractions: Mapping[str, Extraction], review: Review = NO_REVIEW) -> Resolution:
    """Resolves the names of all articles (doc_id -> extraction); the order of the articles does not matter.

    What a person has decided in `review` comes before every rule.
    """
    table = NameTable(extractions, review.own_names())
    clusters = Clusters(len(table))
    apply_review(review, table, clusters)
    _join_stated_names(table, clusters, extractions)
    join_works(table, clusters)
    join_shorthand(table, clusters)
    join_translations(table, clusters, extractions)
    keep_people_apart(table, clusters, extractions)
    topics = name_topics(table, clusters, extractions, article_topics(table, clusters, extractions))
    titles = {d: f" {fold(e.metadata.title)} " for d, e in extractions.items() if e.metadata.title}
    join_people(table, clusters, topics, titles)
    entities, by_name = build_entities(table, clusters, extractions)
    lookup = EntityLookup(table, by_name)
    return Resolution(
        entities=entities,
        mention_ids={d: tuple(by_name[i].entity_id for i in names) for d, names in table.mention_names.items()},
        claims=make_claims(extractions, lookup),
        award_claims=make_award_claims(extractions, lookup),
    )


def _join_stated_names(table: NameTable, clusters: Clusters, extractions: Mapping[str, Extraction]) -> None:
    """What an article says outright: 'also known as', native and romanised titles, a mention's fuller name."""
    links = []
    for doc_id in sorted(extractions):
        extraction = extractions[doc_id]
        for mention, index in zip(extraction.mentions, table.mention_names[doc_id], strict=True):
            fuller = table.look_up(doc_id, Name(mention.canonical, mention.label)) if mention.canonical else None
            if fuller is not None and fuller != index:
                links.append(Link(index, fuller, 1.0, "the article uses it for the fuller name"))
        for s in extraction.statements:
            if s.predicate in NAMING_PREDICATES:
                one = table.look_up(doc_id, s.subject)
                other = table.look_up(doc_id, Name(s.value, s.subject.label))
                if one is not None and other is not None and one != other:
                    links.append(Link(one, other, 1.0, f"stated as {s.predicate.replace('_', ' ')}"))
    clusters.join_best_first(links)
