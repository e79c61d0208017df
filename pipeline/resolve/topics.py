"""What articles are about: the ground on which weak resemblance between names becomes evidence."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TypeGuard

from pipeline.records import Extraction, Name
from pipeline.resolve.clusters import Clusters
from pipeline.resolve.naming import NameTable
from pipeline.values.folding import fold

MAX_TOPICS = 3
_SUBJECT_WEIGHT = 3  # a statement about a work says more about the topic than a mention does


def article_topics(table: NameTable, clusters: Clusters, extractions: Mapping[str, Extraction]) -> dict[str, set[int]]:
    """The works (by cluster) that each article is mostly about, at most three."""
    topics = {}
    for doc_id in sorted(extractions):
        weights = _weigh_works(table, clusters, doc_id, extractions[doc_id])
        best = sorted(weights, key=lambda root: (-weights[root], root))[:MAX_TOPICS]
        topics[doc_id] = {root for root in best if 2 * weights[root] >= weights[best[0]]}
    return topics


def _weigh_works(table: NameTable, clusters: Clusters, doc_id: str, extraction: Extraction) -> Counter[int]:
    weights: Counter[int] = Counter()
    title = f" {fold(extraction.metadata.title or '')} "
    for index in table.by_article[doc_id].get("work", ()):
        name = table.names[index]
        weights[clusters.find(index)] += name.articles[doc_id]
        if f" {fold(name.text)} " in title:
            weights[clusters.find(index)] += _SUBJECT_WEIGHT
    for subject in table.subjects[doc_id]:
        if _is_work(subject, table):
            weights[clusters.find(subject)] += _SUBJECT_WEIGHT
    return weights


def name_topics(
    table: NameTable, clusters: Clusters, extractions: Mapping[str, Extraction], topics: Mapping[str, set[int]]
) -> dict[int, set[int]]:
    """The works that each person or character is met with: the topics of their articles and what is stated of them."""
    met: dict[int, set[int]] = defaultdict(set)
    for doc_id in sorted(extractions):
        for kind in ("person", "character"):
            for index in table.by_article[doc_id].get(kind, ()):
                met[index] |= topics[doc_id]
        stated = zip(extractions[doc_id].statements, table.subjects[doc_id], table.values[doc_id], strict=True)
        for statement, subject, value in stated:
            if _is_work(subject, table):
                if value is not None and statement.value_label in ("PERSON", "CHARACTER"):
                    met[value].add(clusters.find(subject))
                character = statement.qualifiers.character
                played = table.look_up(doc_id, Name(character, "CHARACTER")) if character else None
                if played is not None:
                    met[played].add(clusters.find(subject))
    return met


def _is_work(index: int | None, table: NameTable) -> TypeGuard[int]:
    return index is not None and table.names[index].kind == "work"
