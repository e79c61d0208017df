"""Sources that say the same more often than their agreement with everybody else explains: copies, common feeds."""

import numpy as np

from pipeline.reconcile.fusion.table import Table

MOST_COMPARED = 300  # sources with the most claims; of others there is too little to tell
_DOUBT = 20.0  # claims in common that count as much as no dependence at all
_MOST_ITEMS = 40_000  # a sample of this size tells how sources depend on each other as well as all items would
_STRIP = 4096  # candidates multiplied at a time


def independent_weights(table: Table) -> np.ndarray:
    """For each row its weight, divided by the number of votes that its value got from sources like this one."""
    sources = _busiest(table)
    place = np.full(table.n_sources, -1)
    place[sources] = np.arange(len(sources))
    column = place[table.source]
    depends = dependence(*_agreement(table, column, len(sources)))
    kept = np.flatnonzero(column >= 0)
    weight = table.weight.copy()
    weight[kept] /= 1 + _same_voice(table.candidate[kept], column[kept], depends)
    return weight


def dependence(shared: np.ndarray, equal: np.ndarray) -> np.ndarray:
    """For each pair of sources how much of their agreement neither explains, 0 to 1; counts of items both speak of,
    and of those on which they agree.

    Independent sources agree as far as both are right: agreement is a product of one factor for each source. What is
    surely above that product is dependence.
    """
    rate = np.divide(equal, shared, out=np.zeros_like(equal), where=shared > 0)
    factor = _factors(rate, shared / (shared + _DOUBT))
    expected = np.outer(factor, factor)
    spread = np.sqrt(np.maximum(expected * (1 - expected), 0.01) / np.maximum(shared, 1))
    surplus = np.clip((rate - spread - expected) / (1 - np.minimum(expected, 0.98)), 0, 1)
    depends = surplus * (shared > 0) * shared / (shared + _DOUBT)
    np.fill_diagonal(depends, 0)
    return np.asarray(np.round(depends, 6))


def _factors(rate: np.ndarray, trust: np.ndarray) -> np.ndarray:
    """The rank-one fit of the off-diagonal rates."""
    mean = (rate * trust).sum(1) / np.maximum(trust.sum(1), 1e-9)
    factor = np.sqrt(np.clip(mean, 1e-3, 1))
    for _ in range(30):
        fitted = (trust * rate * factor).sum(1) / ((trust * factor**2).sum(1) + 1e-9)
        factor = 0.5 * factor + 0.5 * np.clip(fitted, 0.02, 1)
    return np.asarray(factor)


def _busiest(table: Table) -> np.ndarray:
    counts = np.bincount(table.source[_contested(table)], minlength=table.n_sources)
    order = np.argsort(-counts, kind="stable")[:MOST_COMPARED]
    return order[counts[order] > 0]


def _contested(table: Table) -> np.ndarray:
    """Rows of items with more than one candidate: where all agree, nothing can be learned."""
    return np.asarray(np.bincount(table.item_of, minlength=table.n_items)[table.item] > 1)


def _agreement(table: Table, column: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    every = -(-table.n_items // _MOST_ITEMS)
    rows = np.flatnonzero(_contested(table) & (column >= 0) & (table.item % every == 0))
    shared = _together(table.item[rows], column[rows], size)
    equal = _together(table.candidate[rows], column[rows], size)
    return shared, equal


def _together(group: np.ndarray, column: np.ndarray, size: int) -> np.ndarray:
    """How often two columns occur in one group."""
    counts = np.zeros((size, size))
    for _, block, _ in _blocks(group, column, size):
        counts += block.T @ block
    np.fill_diagonal(counts, 0)
    return counts


def _same_voice(candidate: np.ndarray, column: np.ndarray, depends: np.ndarray) -> np.ndarray:
    """For each row the dependence of its source on the others that state the same, summed up."""
    found = np.zeros(len(candidate))
    for rows, block, line in _blocks(candidate, column, len(depends)):
        found[rows] = (block @ depends.astype(np.float32))[line, column[rows]]
    return np.round(found, 5)


def _blocks(group: np.ndarray, column: np.ndarray, size: int):  # type: ignore[no-untyped-def]
    """Strips of the matrix of groups and columns: (rows, 0/1 block, line of each row)."""
    order = np.argsort(group, kind="stable")
    _, line = np.unique(group[order], return_inverse=True)
    for first in range(0, int(line[-1]) + 1 if len(line) else 0, _STRIP):
        low, high = np.searchsorted(line, (first, first + _STRIP))
        block = np.zeros((min(_STRIP, int(line[-1]) + 1 - first), size), dtype=np.float32)
        block[line[low:high] - first, column[order[low:high]]] = 1
        yield order[low:high], block, line[low:high] - first
