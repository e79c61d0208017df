"""Which names of people and characters are one person."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations

from pipeline.resolve.apart import slipped
from pipeline.resolve.blocks import MAX_BLOCK, Support, slip
from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.naming import PEOPLE, NameTable
from pipeline.values.folding import fold
from pipeline.values.misspelling import is_doubled_letter_slip, is_typo
from pipeline.values.names import initials_match, joined_rotations, person_key, person_tokens
from pipeline.values.romanisation import romanisation_key

_Topics = Mapping[int, set[int]]  # name -> works it is met with


def join_people(table: NameTable, clusters: Clusters, topics: _Topics, titles: Mapping[str, str]) -> None:
    """Joins full names first, then single names with one another, then these with the full names they stand for."""
    people = [i for i, name in enumerate(table.names) if name.kind in PEOPLE]
    full = [i for i in people if not table.names[i].is_single]
    single = [i for i in people if table.names[i].is_single]
    clusters.join_best_first([*_same_names(table, full), *_split_pen_names(table, people, topics)])
    clusters.join_best_first(_misspelt_full_names(table, Support(table, clusters), full, topics))
    clusters.join_best_first(_single_names(table, single, topics))
    clusters.join_best_first(_short_forms_in_article(table, clusters, titles))
    clusters.join_best_first(_short_forms_across(table, clusters, full, single, topics))
    clusters.join_best_first(_misspelt_single_names(table, clusters, full, single, topics))


def _same_names(table: NameTable, full: list[int]) -> Iterator[Link]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index in full:
        blocks[table.names[index].kind, person_key(table.names[index].text)].append(index)
    for block in blocks.values():
        for index in block[1:]:
            one, other = table.names[block[0]].text, table.names[index].text
            turned = sorted(person_tokens(one)) == sorted(person_tokens(other))
            reason = "the same name in the other order" if turned else "another romanisation of the name"
            yield Link(block[0], index, 0.98 if turned else 0.96, reason)


def _split_pen_names(table: NameTable, people: list[int], topics: _Topics) -> Iterator[Link]:
    """'Kazenomuru' and 'Muru Kazeno': one word, or its two halves turned round, around the same work."""
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


def _misspelt_full_names(table: NameTable, support: Support, full: list[int], topics: _Topics) -> Iterator[Link]:
    """'Ken Kitamrua' beside 'Ken Kitamura' around the same work; initials and left-out middle names likewise."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index in full:
        tokens = person_tokens(table.names[index].text)
        for ground in _grounds(table, topics, index):
            for token in sorted(set(tokens)):
                blocks[table.names[index].kind, ground, token].append(index)
    seen = set()
    for block in blocks.values():
        for one, other in combinations(block, 2) if len(block) <= MAX_BLOCK else ():
            if (one, other) not in seen:
                seen.add((one, other))
                yield from _compare_full_names(table, support, one, other)


def _compare_full_names(table: NameTable, support: Support, one: int, other: int) -> Iterator[Link]:
    a, b = table.names[one], table.names[other]
    x, y = person_tokens(a.text), person_tokens(b.text)
    if slipped(set(x), set(y)):
        yield slip(table, support, one, other, 0.8)
    elif initials_match(a.text, b.text) and not a.articles.keys() & b.articles.keys():
        yield Link(one, other, 0.8, "the same name with initials")
    elif (x[0], x[-1]) == (y[0], y[-1]) and min(len(x), len(y)) == 2 and len(x) != len(y):
        yield Link(one, other, 0.75, "the same name without its middle name")


def _single_names(table: NameTable, single: list[int], topics: _Topics) -> Iterator[Link]:
    """The same single name in articles on the same work."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index in single:
        for work in sorted(topics.get(index, ())):
            blocks[table.names[index].kind, work, _single_key(table, index)].append(index)
    for block in blocks.values():
        for index in block[1:]:
            yield Link(block[0], index, 0.85, "the same single name around the same work")


def _short_forms_in_article(table: NameTable, clusters: Clusters, titles: Mapping[str, str]) -> Iterator[Link]:
    """A single name stands for the one person of its article whose full name has it, or whom the title names."""

    for doc_id in sorted(table.by_article):
        for kind in sorted(PEOPLE):
            indexes = sorted(table.by_article[doc_id].get(kind, ()))
            bearers: dict[str, list[int]] = defaultdict(list)
            for index in indexes:
                if not table.names[index].is_single:
                    for token in set(person_key(table.names[index].text).split()):
                        bearers[token].append(index)
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
            for token in set(person_key(table.names[index].text).split()):
                bearers[table.names[index].kind, work, token].append(index)
    explained = {clusters.find(i) for i in full}
    for index in single:
        if clusters.find(index) not in explained:
            kind, token = table.names[index].kind, _single_key(table, index)
            found = [i for work in sorted(topics.get(index, ())) for i in bearers.get((kind, work, token), ())]
            yield from _short_form(table, clusters, index, found, 0.7)


def _short_form(table: NameTable, clusters: Clusters, index: int, bearers: list[int], score: float) -> Iterator[Link]:
    if bearers and len({clusters.find(i) for i in bearers}) == 1:
        yield Link(index, bearers[0], score, f"short for {table.names[bearers[0]].text!r}")


def _misspelt_single_names(
    table: NameTable, clusters: Clusters, full: list[int], single: list[int], topics: _Topics
) -> Iterator[Link]:
    """'Mianko' for 'Minako' around the same work; a lost doubled letter ('Mina') only where it is said once."""
    blocks: dict[Hashable, dict[tuple[int, str], None]] = defaultdict(dict)
    for index in [*full, *single]:
        name = table.names[index]
        for token in person_tokens(name.text):
            for ground in _grounds(table, topics, index) if len(token) >= 3 else ():
                for shorter in _deletions(token):
                    blocks[name.kind, ground, shorter][index, token] = None
    seen, support = set(), Support(table, clusters)
    for block in blocks.values():
        for (one, left), (other, right) in combinations(sorted(block), 2) if len(block) <= MAX_BLOCK else ():
            single_pair = table.names[one].is_single or table.names[other].is_single
            if single_pair and (one, other) not in seen and clusters.find(one) != clusters.find(other):
                seen.add((one, other))
                yield from _compare_single_names(table, support, one, left, other, right)


def _deletions(token: str) -> list[str]:
    """The token, and what is left of it without one letter: two tokens one slip apart have one of these in common."""
    return [token, *(token[:i] + token[i + 1 :] for i in range(len(token)))]


def _compare_single_names(
    table: NameTable, support: Support, one: int, left: str, other: int, right: str
) -> Iterator[Link]:
    a, b = table.names[one], table.names[other]
    alone = one if a.is_single and (not b.is_single or (a.mentions, -other) <= (b.mentions, -one)) else other
    together = bool(a.articles.keys() & b.articles.keys())
    if together and table.names[alone].mentions > 1:
        return
    if is_typo(left, right):
        yield (
            slip(table, support, one, other, 0.7) if a.is_single and b.is_single else _slip_of(table, alone, one, other)
        )
    elif together and is_doubled_letter_slip(left, right):
        yield _slip_of(table, alone, one, other)


def _slip_of(table: NameTable, wrong: int, one: int, other: int) -> Link:
    right = other if wrong == one else one
    return Link(one, other, 0.65, f"a slip of the pen for {table.names[right].text!r}", wrong)


def _single_key(table: NameTable, index: int) -> str:
    return romanisation_key(person_tokens(table.names[index].text)[0])


def _grounds(table: NameTable, topics: _Topics, index: int) -> list[Hashable]:
    """What makes two names comparable: a common work or a common article."""
    return [*sorted(topics.get(index, ())), *sorted(table.names[index].articles)[:20]]


def _related(table: NameTable, topics: _Topics, one: int, other: int) -> bool:
    if topics.get(one, set()) & topics.get(other, set()):
        return True
    return bool(table.names[one].articles.keys() & table.names[other].articles.keys())
