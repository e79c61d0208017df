"""People who are certainly different, because one article tells them apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from pipeline.records import Extraction
from pipeline.resolve.clusters import Clusters
from pipeline.resolve.naming import PEOPLE, NameTable
from pipeline.values.folding import is_latin
from pipeline.values.misspelling import is_typo
from pipeline.values.names import is_short_form, joined_rotations, person_key, person_parts, person_tokens

SIDE_BY_SIDE = 6  # characters between two names of a list: ', ', ' and ', ', and '
MAX_SHARED = 30  # people of one article who share a name, compared with each other


def keep_people_apart(table: NameTable, clusters: Clusters, extractions: Mapping[str, Extraction]) -> None:
    """Names side by side in a list are different people; so are two full names of an article that share a part."""
    told_apart: set[tuple[int, int]] = set()  # articles on one work bring the same people
    for doc_id in sorted(extractions):
        mentions = extractions[doc_id].mentions
        order = sorted(zip(mentions, table.mention_names[doc_id], strict=True), key=lambda pair: pair[0].start)
        for (left, one), (right, other) in pairwise(order):
            if 0 < right.start - left.end <= SIDE_BY_SIDE and _listed(table, one, other):
                clusters.keep_apart(one, other)
        for kind in sorted(PEOPLE):
            for pair in _namesakes(table, sorted(table.by_article[doc_id].get(kind, ()))):
                if pair not in told_apart:
                    told_apart.add(pair)
                    if _differ(table.names[pair[0]].text, table.names[pair[1]].text):
                        clusters.keep_apart(*pair)


def _listed(table: NameTable, one: int, other: int) -> bool:
    """Not one person with a second spelling in brackets."""
    a, b = table.names[one], table.names[other]
    if one == other or a.kind != b.kind or a.kind not in PEOPLE or is_latin(a.text) != is_latin(b.text):
        return False
    if is_short_form(a.text, b.text) or is_short_form(b.text, a.text):
        return False
    x, y = person_tokens(a.text), person_tokens(b.text)
    return sorted(x) != sorted(y) and not joined_rotations(x) & joined_rotations(y)


def _namesakes(table: NameTable, indexes: list[int]) -> Iterator[tuple[int, int]]:
    """Full names that share a part."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for index in indexes:
        if not table.names[index].is_single:
            for part in person_parts(table.names[index].text):
                sharing[part].append(index)
    for namesakes in sharing.values():
        yield from combinations(namesakes[:MAX_SHARED], 2)


def _differ(one: str, other: str) -> bool:
    """Two full names that are no spelling, short form or misspelling of one another."""
    if person_key(one) == person_key(other) or is_short_form(one, other) or is_short_form(other, one):
        return False
    a, b = set(person_tokens(one)), set(person_tokens(other))
    return not slipped(a, b)


def slipped(one: set[str], other: set[str]) -> bool:
    """The names share all parts but one, and that one looks misspelt."""
    left, right = one - other, other - one
    return bool(one & other) and len(left) == len(right) == 1 and is_typo(min(left), min(right))
