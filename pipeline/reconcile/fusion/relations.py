"""Pairs of candidates of one item of which one says the other less exactly: a broader place, a
rounded number, a list of authors without some of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from pipeline.reconcile.fusion.table import Table
from pipeline.reconcile.fusion.value_types import KINDS

_MAX_COMPARED = 64  # candidates of one item of which every pair is compared
Broader = Mapping[str, frozenset[str]]  # for each value the values it lies in


@dataclass(frozen=True, slots=True, eq=False)
class Relations:
    """`weaker[i]` is compatible with `stronger[i]`: who states it may well mean the stronger candidate."""

    weaker: np.ndarray
    stronger: np.ndarray


def relate(table: Table, broader: Broader) -> Relations:
    """Sorted pairs. Numbers within the tolerance of their predicate are weaker forms of each other."""
    pairs = sorted({*_near(table), *_broader(table, broader), *_shorter(table)})
    both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Relations(both[:, 0], both[:, 1])


def _near(table: Table) -> Iterator[tuple[int, int]]:
    """Linear: candidates of an item sorted by number are compared with the next ones until those are too far away."""
    chosen = np.flatnonzero((table.kind_of == KINDS.index("number")) & ~np.isnan(table.number))
    order = chosen[np.lexsort((table.number[chosen], table.item_of[chosen]))]
    relative = np.array([t.relative for t in table.types])[table.predicate_of[order]]
    absolute = np.array([t.absolute for t in table.types])[table.predicate_of[order]]
    number, item = table.number[order], table.item_of[order]
    for step in range(1, _MAX_COMPARED):
        low, high = np.arange(len(order) - step), np.arange(step, len(order))
        gap = number[high] - number[low]
        close = (item[low] == item[high]) & (
            gap <= np.maximum(absolute[low], _wider(relative, number, low, high)) + 1e-9
        )
        if not close.any():
            return
        for a, b in zip(order[low[close]].tolist(), order[high[close]].tolist(), strict=True):
            yield a, b
            yield b, a


def _wider(relative: np.ndarray, number: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    return np.asarray(relative[low] * np.minimum(np.abs(number[low]), np.abs(number[high])))


def _broader(table: Table, broader: Broader) -> Iterator[tuple[int, int]]:
    """A place that another candidate of the item lies in."""
    if not broader:
        return
    for first, after in _items(table, "category"):
        for fine in range(first, after):
            above = broader.get(str(table.content[fine]), frozenset())
            yield from ((c, fine) for c in range(first, after) if table.content[c] in above)


def _shorter(table: Table) -> Iterator[tuple[int, int]]:
    """A list of people that lacks some of another list: shops and articles lose co-authors."""
    for first, after in _items(table, "names"):
        lists = [content if isinstance(content, frozenset) else frozenset() for content in table.content[first:after]]
        for a, shorter in enumerate(lists):
            yield from ((first + a, first + b) for b, longer in enumerate(lists) if shorter and shorter < longer)


def _items(table: Table, kind: str) -> Iterator[tuple[int, int]]:
    """First and last but one candidate of each item of that kind with rival candidates."""
    starts = np.flatnonzero(np.diff(table.item_of, prepend=-1))
    ends = np.append(starts[1:], table.n_candidates)
    wanted = (table.kind_of[starts] == KINDS.index(kind)) & (ends - starts > 1) & (ends - starts <= _MAX_COMPARED)
    yield from zip(starts[wanted].tolist(), ends[wanted].tolist(), strict=True)
