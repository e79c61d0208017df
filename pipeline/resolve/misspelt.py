"""Misspelt names of people, names with initials, names without a middle name: only on common ground."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations

from pipeline.resolve.apart import slipped
from pipeline.resolve.blocks import MAX_BLOCK, Support, slip
from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.naming import NameTable
from pipeline.values.misspelling import is_doubled_letter_slip, is_typo
from pipeline.values.names import initials_match, person_tokens

_Topics = Mapping[int, set[int]]  # name -> works it is met with


def misspelt_full_names(table: NameTable, support: Support, full: list[int], topics: _Topics) -> Iterator[Link]:
    """'Ken Kitajmia' beside 'Ken Kitajima' around the same work; initials and left-out middle names likewise."""
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


def misspelt_single_names(
    table: NameTable, clusters: Clusters, full: list[int], single: list[int], topics: _Topics
) -> Iterator[Link]:
    """'Mianko' for 'Minako' around the same work; a lost doubled letter ('Mina') only where it is said once.

    Only single names that no full name explains are taken for slips.
    """
    explained = {clusters.find(i) for i in full}
    open_names = {i for i in single if clusters.find(i) not in explained}
    grounds = {ground for i in open_names for ground in _grounds(table, topics, i)}
    blocks: dict[Hashable, dict[tuple[int, str], None]] = defaultdict(dict)
    for index in [*full, *single]:
        name = table.names[index]
        places = [ground for ground in _grounds(table, topics, index) if ground in grounds]
        for shorter, token in (
            (d, t) for t in person_tokens(name.text) if places and len(t) >= 3 for d in _deletions(t)
        ):
            for ground in places:
                blocks[name.kind, ground, shorter][index, token] = None
    seen, support = set(), Support(table, clusters)
    for block in blocks.values():
        for (one, left), (other, right) in combinations(sorted(block), 2) if 1 < len(block) <= MAX_BLOCK else ():
            if (one in open_names or other in open_names) and (one, other) not in seen:
                seen.add((one, other))
                if clusters.find(one) != clusters.find(other):
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
        both = a.is_single and b.is_single
        yield slip(table, support, one, other, 0.7) if both else _slip_of(table, alone, one, other)
    elif together and is_doubled_letter_slip(left, right):
        yield _slip_of(table, alone, one, other)


def _slip_of(table: NameTable, wrong: int, one: int, other: int) -> Link:
    right = other if wrong == one else one
    return Link(one, other, 0.65, f"a slip of the pen for {table.names[right].text!r}", wrong)


def _grounds(table: NameTable, topics: _Topics, index: int) -> list[Hashable]:
    """What makes two names comparable: a common work or a common article."""
    return [*sorted(topics.get(index, ())), *sorted(table.names[index].articles)[:20]]
