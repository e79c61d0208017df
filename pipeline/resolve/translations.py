"""Names in another language: native script beside the Latin name, romanised titles beside translated ones."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from pipeline.records import Extraction
from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.naming import NameTable
from pipeline.values.folding import fold, is_latin
from pipeline.values.names import person_key
from pipeline.values.romanisation import looks_romanised

IN_BRACKETS = 4  # characters from a name to its native form: 'Name (' and the like
SHARED_ROLES = 2  # people in equal roles that make a romanised and a translated title one work
_PARTICLES = frozenset("no wa ga o wo ni to de mo na ka".split())
_Role = tuple[str, str, str]  # predicate, person, character


def join_translations(table: NameTable, clusters: Clusters, extractions: Mapping[str, Extraction]) -> None:
    """Joins names with their native forms first; then works that the same people made."""
    clusters.join_best_first(_native_forms(table, extractions))
    clusters.join_best_first(_translated_titles(table, clusters, extractions))


def _native_forms(table: NameTable, extractions: Mapping[str, Extraction]) -> Iterator[Link]:
    """'Long Road (長い道)': a name and, right behind it, one of the same kind in another script."""
    for doc_id in sorted(extractions):
        order = sorted(zip(extractions[doc_id].mentions, table.mention_names[doc_id], strict=True), key=_start)
        for (left, one), (right, other) in pairwise(order):
            near = 2 <= right.start - left.end <= IN_BRACKETS
            if near and table.names[one].kind == table.names[other].kind and is_latin(left.text) > is_latin(right.text):
                yield Link(one, other, 0.9, "its native form, right behind the name")


def _start(pair: tuple[object, int]) -> int:
    return pair[0].start  # type: ignore[attr-defined, no-any-return]


def _translated_titles(table: NameTable, clusters: Clusters, extractions: Mapping[str, Extraction]) -> Iterator[Link]:
    """A title in romanised Japanese and one in another language with the same people in the same roles.

    Sequels share their people too, but not the difference in language; of several fitting titles none is taken.
    """
    roles = _roles(table, clusters, extractions)
    titles: dict[int, list[str]] = defaultdict(list)
    for index, name in enumerate(table.names):
        if name.kind == "work":
            titles[clusters.find(index)].append(name.text)
    works: dict[_Role, list[int]] = defaultdict(list)
    for work in sorted(roles):
        for role in sorted(roles[work]):
            works[role].append(work)
    for work in sorted(roles):
        if all(map(is_romanised_title, titles[work])):
            fitting = {
                other
                for role in roles[work]
                for other in works[role]
                if len(roles[work] & roles[other]) >= SHARED_ROLES and not any(map(is_romanised_title, titles[other]))
            }
            if len(fitting) == 1:
                yield Link(work, fitting.pop(), 0.8, "the same people in the same roles under a translated title")


def _roles(table: NameTable, clusters: Clusters, extractions: Mapping[str, Extraction]) -> dict[int, set[_Role]]:
    roles: dict[int, set[_Role]] = defaultdict(set)
    for doc_id in sorted(extractions):
        for s, subject in zip(extractions[doc_id].statements, table.subjects[doc_id], strict=True):
            if subject is not None and s.value_label == "PERSON" and s.subject.label == "WORK_OF_ART":
                role = s.predicate, person_key(s.value), fold(s.qualifiers.character or "")
                roles[clusters.find(subject)].add(role)
    return roles


def is_romanised_title(title: str) -> bool:
    """'Nagai Michi no Kaze' is, by its particle and most of its words; 'No Way to Winter' is not."""
    tokens = fold(title).split()
    inner = tokens[1:]
    return bool(_PARTICLES & set(inner)) and 2 * sum(map(looks_romanised, tokens)) > len(tokens)
