"""Which names of people and characters are one person."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping

from pipeline.resolve.blocks import Support, usual_first
from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.misspelt import misspelt_full_names, misspelt_single_names
from pipeline.resolve.naming import PEOPLE, NameTable
from pipeline.values.folding import fold
from pipeline.values.names import joined_rotations, person_key, person_parts, person_tokens
from pipeline.values.romanisation import romanisation_key

_Topics = Mapping[int, set[int]]  # name -> works it is met with


def join_people(table: NameTable, clusters: Clusters, topics: _Topics, titles: Mapping[str, str]) -> None:
    """Joins full names first, then single names with one another, then these with the full names they stand for."""
    people = [i for i, name in enumerate(table.names) if name.kind in PEOPLE]
    full = [i for i in people if not table.names[i].is_single]
    single = [i for i in people if table.names[i].is_single]
    clusters.join_best_first([*_same_names(table, full), *_split_pen_names(table, people, topics)])
    clusters.join_best_first(misspelt_full_names(table, Support(table, clusters), full, topics))
    clusters.join_best_first(_single_names(table, single, topics))
    clusters.join_best_first(_short_forms_in_article(table, clusters, titles))
    clusters.join_best_first(_short_forms_across(table, clusters, full, single, topics))
    clusters.join_best_first(misspelt_single_names(table, clusters, full, single, topics))


def _same_names(table: NameTable, full: list[int]) -> Iterator[Link]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index in full:
        blocks[table.names[index].kind, person_key(table.names[index].text)].append(index)
    for block in blocks.values():
        first, *rest = usual_first(table, block)
        for index in rest:
            one, other = table.names[first].text, table.names[index].text
            turned = sorted(person_tokens(one)) == sorted(person_tokens(other))
            reason = "the same name in the other order" if turned else "another romanisation of the name"
            yield Link(first, index, 0.98 if turned else 0.96, reason)


def _split_pen_names(table: NameTable, people: list[int], topics: _Topics) -> Iterator[Link]:
    """'Kazenomori' and 'Mori Kazeno': one word, or its two halves turned round, around the same work."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index in people:
        name = table.names[index]
        tokens = person_tokens(name.text)
        for letters in sorted(joined_rotations(tokens)) if len(tokens) <= 2 else ():
            if len(letters) >= 6:
                blocks[name.kind, letters].append(index)
    for block in blocks.values():
        whole = [i for i in block if table.names[i].is_single]
        split = [i for i in block if not table.names[i].is_single]
        for one in split[:2]:
            for other in whole:
                if _related(table, topics, one, other):
                    yield Link(one, other, 0.9, "the same letters, split into two names")


def _single_names(table: NameTable, single: list[int], topics: _Topics) -> Iterator[Link]:
    """The same single name in articles on the same work."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index in single:
        for work in sorted(topics.get(index, ())):
            blocks[table.names[index].kind, work, _single_key(table, index)].append(index)
    for block in blocks.values():
        first, *rest = usual_first(table, block)
        yield from (Link(first, index, 0.85, "the same single name around the same work") for index in rest)


def _short_forms_in_article(table: NameTable, clusters: Clusters, titles: Mapping[str, str]) -> Iterator[Link]:
    """A single name stands for the one person of its article whose full name has it, or whom the title names."""

    for doc_id in sorted(table.by_article):
        for kind in sorted(PEOPLE):
            indexes = sorted(table.by_article[doc_id].get(kind, ()))
            bearers: dict[str, list[int]] = defaultdict(list)
            for index in indexes:
                if not table.names[index].is_single:
                    for part in person_parts(table.names[index].text):
                        bearers[part].append(index)
            for index in indexes:
                if table.names[index].is_single:
                    found = bearers[_single_key(table, index)]
                    named = [i for i in found if f" {fold(table.names[i].text)} " in titles.get(doc_id, "")]
                    yield from _short_form(table, clusters, index, named or found, 0.9)


def _short_forms_across(
    table: NameTable, clusters: Clusters, full: list[int], single: list[int], topics: _Topics
) -> Iterator[Link]:
    """A single name that no full name of its article explains stands for the one around the same work that has it."""
    bearers: dict[Hashable, list[int]] = defaultdict(list)
    for index in full:
        for work in sorted(topics.get(index, ())):
            for part in person_parts(table.names[index].text):
                bearers[table.names[index].kind, work, part].append(index)
    explained = {clusters.find(i) for i in full}
    for index in single:
        if clusters.find(index) not in explained:
            kind, token = table.names[index].kind, _single_key(table, index)
            found = [i for work in sorted(topics.get(index, ())) for i in bearers.get((kind, work, token), ())]
            yield from _short_form(table, clusters, index, found, 0.7)


def _short_form(table: NameTable, clusters: Clusters, index: int, bearers: list[int], score: float) -> Iterator[Link]:
    if bearers and len({clusters.find(i) for i in bearers}) == 1:
        yield Link(index, bearers[0], score, f"short for {table.names[bearers[0]].text!r}")


def _single_key(table: NameTable, index: int) -> str:
    return romanisation_key(person_tokens(table.names[index].text)[0])


def _related(table: NameTable, topics: _Topics, one: int, other: int) -> bool:
    if topics.get(one, set()) & topics.get(other, set()):
        return True
    return bool(table.names[one].articles.keys() & table.names[other].articles.keys())
