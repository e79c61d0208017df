"""Which names of works, companies, awards and places are one: everything whose name is not a person's."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import combinations

from pipeline.resolve.blocks import MAX_BLOCK, SAME_TITLE, Support, blocks_by, in_company, slip, usual_first
from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.naming import PEOPLE, NameTable
from pipeline.values.misspelling import is_typo
from pipeline.values.names import title_core, title_key, title_parts, without_year

_SHARED_NAME = (("work", "award"), ("organisation", "award"))  # a guide and its ranking, a festival and its prize


def join_works(table: NameTable, clusters: Clusters) -> None:
    """Joins the different names of one work, company, award or place."""
    things = [i for i, name in enumerate(table.names) if name.kind not in PEOPLE]
    clusters.join_best_first([*_same_titles(table, things), *_across_kinds(table, things)])
    clusters.join_best_first(_parts_of_titles(table, clusters, things))
    clusters.join_best_first(_typos(table, clusters, things))


def _same_titles(table: NameTable, things: list[int]) -> Iterator[Link]:
    def key(index: int) -> Hashable:
        name = table.names[index]
        text = without_year(name.text) if name.kind == "award" else name.text
        return name.kind, title_key(text)

    for block in blocks_by(things, key):
        first, *rest = usual_first(table, block)
        yield from (Link(first, index, 0.97, SAME_TITLE) for index in rest)


def _across_kinds(table: NameTable, things: list[int]) -> Iterator[Link]:
    for block in blocks_by(things, lambda i: title_core(table.names[i].text)):
        for one, other in combinations(block[:4], 2):
            kinds = table.names[one].kind, table.names[other].kind
            if kinds in _SHARED_NAME or kinds[::-1] in _SHARED_NAME:
                yield Link(one, other, 0.9, "one name, in two roles")
            elif kinds[0] != kinds[1] and not _both_in_one_article(table, one, other) and in_company(table, one, other):
                yield Link(one, other, 0.7, "one name among the same people, taken for two kinds of things")


def _both_in_one_article(table: NameTable, one: int, other: int) -> bool:
    return bool(table.names[one].articles.keys() & table.names[other].articles.keys())


def _parts_of_titles(table: NameTable, clusters: Clusters, things: list[int]) -> Iterator[Link]:
    """'Kaze: The Long Road' is 'The Long Road', and 'Kaze' where no other title begins like that."""
    works = [i for i in things if table.names[i].kind == "work"]
    plain = {title_key(table.names[i].text): i for i in reversed(works)}
    extended: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index in works:
        for place, part in enumerate(title_parts(table.names[index].text)):
            if title_key(part) in plain:
                extended[place, title_key(part)].append(index)
    for (place, part), indexes in sorted(extended.items()):
        tail = place == 1 and len(part) >= 8
        if tail or len({clusters.find(i) for i in indexes}) == 1:
            reason = "the same title with a prefix" if place else "the same title with a subtitle"
            yield from (Link(plain[part], i, 0.9 if place else 0.85, reason) for i in indexes)


def _typos(table: NameTable, clusters: Clusters, things: list[int]) -> Iterator[Link]:
    """Titles one slip apart that an article, or two articles on the same people, use; the rarer one is the slip."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index in things:
        kind, words = table.names[index].kind, title_core(table.names[index].text).split()
        for i in range(len(words) if 2 <= len(words) <= 12 and kind != "place" else 0):
            blocks[kind, *words[:i], "*", *words[i + 1 :]].append(index)
    seen, support = set(), Support(table, clusters)
    for block in blocks.values():
        for one, other in combinations(block, 2) if 1 < len(block) <= MAX_BLOCK else ():
            if (one, other) not in seen and _is_title_typo(table, clusters, one, other):
                seen.add((one, other))
                yield slip(table, support, one, other, 0.75)


def _is_title_typo(table: NameTable, clusters: Clusters, one: int, other: int) -> bool:
    a, b = table.names[one], table.names[other]
    if clusters.find(one) == clusters.find(other) or not is_typo(a.text, b.text):
        return False
    if _both_in_one_article(table, one, other):
        return min(a.mentions, b.mentions) <= 1
    return in_company(table, one, other)
