"""How reliable each source is, for each predicate, and what is true: each estimated from the other, until both rest."""

from dataclasses import dataclass

import numpy as np

from pipeline.reconcile.fusion.relations import Relations
from pipeline.reconcile.fusion.table import Table
from pipeline.reconcile.fusion.value_types import KINDS

# How many wrong values a source that errs chooses from, by kind of value. Few: a false value gathers votes as easily
# as the right one, and sources found bad elsewhere count against what they say. So the first rounds, which learn one
# reliability per source, take few and tell good sources from bad ones; the last ones, per predicate, take many.
_FIRST = {"category": 30.0, "names": 3.0, "number": 10.0, "datetime": 2.0}
_LAST = {"category": 30.0, "names": 3.0, "number": 10.0, "datetime": 5.0}
_OVERALL = 5.0  # claims that the mean of sources of its size counts for in the reliability of one
_SIZE = 10.0  # claims that the mean of all sources counts for in the mean of sources of one size
_PREDICATE = 5.0  # claims that a source's overall reliability counts for in that for one predicate
_ROUNDS_OVERALL = 20
_ROUNDS = 30
_RANGE = (0.01, 0.99)  # no source is always right or always wrong
_WEAKER = 0.5  # of a vote, that a less exact value is for a more exact one, before anything is known


@dataclass(frozen=True, slots=True, eq=False)
class _Evidence:
    """Rows, and pairs of a row and a candidate that is a more exact form of what the row states."""

    table: Table
    weight: np.ndarray
    contested: np.ndarray  # 1.0 for rows of items with rival candidates
    kind: np.ndarray  # of each row
    row: np.ndarray  # of each pair
    stronger: np.ndarray  # of each pair
    n_weaker: np.ndarray  # of each pair: candidates that are weaker forms of the stronger one


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """`posterior`: for each candidate the probability that it is the right one of its item. `right`: for each row how
    often its source is right where others contradict it.
    """

    posterior: np.ndarray
    right: np.ndarray


def estimate(table: Table, relations: Relations, weight: np.ndarray) -> Estimate:
    """From the vote, in rounds; `weight` of each row as of a claim among independent ones."""
    evidence = _evidence(table, relations, weight)
    votes = np.bincount(table.candidate, weight, table.n_candidates)
    votes = votes + _WEAKER * np.bincount(relations.stronger, votes[relations.weaker], table.n_candidates)
    posterior = votes / np.bincount(table.item_of, votes, table.n_items)[table.item_of]
    for step in range(_ROUNDS):
        by_predicate = step >= _ROUNDS_OVERALL
        rates = _rates(evidence, posterior, by_predicate=by_predicate)
        wrong_values = np.array([(_LAST if by_predicate else _FIRST)[kind] for kind in KINDS])[evidence.kind]
        posterior = _normal(table, _scores(evidence, rates, wrong_values))
    return Estimate(posterior, rates[:, 0])


def _evidence(table: Table, relations: Relations, weight: np.ndarray) -> _Evidence:
    first = np.searchsorted(table.candidate, relations.weaker)
    count = np.searchsorted(table.candidate, relations.weaker, side="right") - first
    start = np.repeat(first - np.cumsum(count) + count, count)
    stronger = np.repeat(relations.stronger, count)
    n_weaker = np.maximum(np.bincount(relations.stronger, minlength=table.n_candidates), 1)
    rivals = np.bincount(table.item_of, minlength=table.n_items) > 1
    return _Evidence(
        table=table,
        weight=weight,
        contested=rivals[table.item].astype(np.float64),
        kind=table.kind_of[table.candidate],
        row=start + np.arange(len(start)),
        stronger=stronger,
        n_weaker=n_weaker[stronger],
    )


def _rates(evidence: _Evidence, posterior: np.ndarray, *, by_predicate: bool) -> np.ndarray:
    """[row, how often its source is right, less exact, wrong]."""
    table = evidence.table
    right = posterior[table.candidate] * evidence.contested
    weaker = np.bincount(evidence.row, posterior[evidence.stronger], len(right)) * evidence.contested
    outcomes = (right, weaker, np.clip(evidence.contested - right - weaker, 0, 1))
    counts = _counts(table.source, outcomes, evidence.weight, table.n_sources)
    rates = _shrunk(counts, _OVERALL * _rates_by_size(table, counts), _OVERALL)
    if not by_predicate:
        return np.asarray(np.clip(rates, *_RANGE)[table.source])
    n_predicates = len(table.predicates)
    cell = table.source * n_predicates + table.predicate_of[table.candidate]
    cells, cell_of = np.unique(cell, return_inverse=True)
    counts = _counts(cell_of, outcomes, evidence.weight, len(cells))
    return np.asarray(np.clip(_shrunk(counts, _PREDICATE * rates[cells // n_predicates], _PREDICATE), *_RANGE)[cell_of])


def _rates_by_size(table: Table, counts: np.ndarray) -> np.ndarray:
    """For each source the mean rates of sources that state about as much: who says one thing is seldom careful."""
    size = np.log2(np.maximum(np.bincount(table.source, minlength=table.n_sources), 1)).astype(np.int64)
    by_size = np.stack([np.bincount(size, column) for column in counts.T], axis=1)
    mean = counts.sum(0) / max(counts.sum(), 1e-9)
    return _shrunk(by_size, _SIZE * mean, _SIZE)[size]


def _counts(group: np.ndarray, outcomes: tuple[np.ndarray, ...], weight: np.ndarray, size: int) -> np.ndarray:
    return np.stack([np.bincount(group, weight * outcome, size) for outcome in outcomes], axis=1)


def _shrunk(counts: np.ndarray, prior: np.ndarray, strength: float) -> np.ndarray:
    return np.asarray((counts + prior) / (counts.sum(1, keepdims=True) + strength))


def _scores(evidence: _Evidence, rates: np.ndarray, wrong_values: np.ndarray) -> np.ndarray:
    """For each candidate the log odds of all rows, had it been the right one, against all of them being wrong."""
    table, wrong = evidence.table, np.log(rates[:, 2] / wrong_values)
    scores = np.bincount(table.candidate, evidence.weight * (np.log(rates[:, 0]) - wrong), table.n_candidates)
    rows = evidence.row
    less_exact = np.maximum(np.log(rates[rows, 1] / evidence.n_weaker) - wrong[rows], -9)
    scores += np.bincount(evidence.stronger, evidence.weight[rows] * less_exact, table.n_candidates)
    return np.asarray(scores)


def _normal(table: Table, scores: np.ndarray) -> np.ndarray:
    """Probabilities of the candidates of each item."""
    first = np.flatnonzero(np.diff(table.item_of, prepend=-1))
    top = np.maximum.reduceat(scores, first)[table.item_of]
    odds = np.exp(scores - top)
    return np.asarray(odds / np.bincount(table.item_of, odds, table.n_items)[table.item_of])
