"""How sure a choice is: what share of choices that look like it proved right in sets whose truth is known.

Posteriors of truth models are far too sure of themselves, since sources err together. Five figures, all taken from the
claims alone, say more; how much each counts was fitted once, for each form of value, by `python -m
benchmarks.fusion_calibration`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.reconcile.fusion.table import Table

_PAIRS = 20.0  # pairs of claims that the agreement over all predicates counts for in that of one

# Weights of: one, posterior, share of independent claims, rivals, agreement over the predicate (all but one as logits).
WEIGHTS = {
    "category": (-0.06, 0.59, 0.00, -0.16, 0.02),
    "datetime": (0.30, 0.62, 0.08, 0.62, 0.44),
    "hierarchy": (0.11, 0.30, 0.65, -0.32, 0.25),
    "labels": (0.16, 0.12, 0.21, -1.01, 1.42),
    "names": (-0.07, 0.62, 0.58, -0.31, -0.01),
    "number": (1.31, 0.00, 0.09, -0.20, 0.28),
}


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """The candidate chosen for each item and the form of its values, a key of WEIGHTS."""

    best: np.ndarray
    form: Sequence[str]


def confidence(table: Table, weight: np.ndarray, posterior: np.ndarray, choices: Choices) -> np.ndarray:
    """Of each item, between 0 and 1. `weight` of each row is that of its claim among independent ones."""
    weights = np.array([WEIGHTS[form] for form in choices.form]).reshape(-1, 5)
    odds = (figures(table, weight, posterior, choices.best) * weights).sum(axis=1)
    return np.asarray(1 / (1 + np.exp(-odds)))


def figures(table: Table, weight: np.ndarray, posterior: np.ndarray, best: np.ndarray) -> np.ndarray:
    """[item, figure]: the figures that WEIGHTS weighs."""
    votes = np.bincount(table.candidate, weight, table.n_candidates)
    of_item = np.bincount(table.item_of, votes, table.n_items)
    rivals = np.bincount(table.item_of, minlength=table.n_items)
    columns = (
        np.ones(table.n_items),
        _logit(posterior[best], 0.002),
        _logit(votes[best] / of_item, 0.02),
        np.log(rivals),
        _logit(agreement(table)[table.predicate_of_item], 0.02),
    )
    return np.stack(columns, axis=1)


def agreement(table: Table) -> np.ndarray:
    """For each predicate how probably two claims about one subject are equal."""
    votes = np.bincount(table.candidate, table.weight, table.n_candidates)
    alone = np.bincount(table.candidate, table.weight**2, table.n_candidates)
    of_item = np.bincount(table.item_of, votes, table.n_items)
    equal = np.bincount(table.item_of, votes**2 - alone, table.n_items)
    pairs = of_item**2 - np.bincount(table.item_of, alone, table.n_items)
    overall = equal.sum() / max(pairs.sum(), 1e-9)
    size = len(table.predicates)
    equal_of, pairs_of = (np.bincount(table.predicate_of_item, x, size) for x in (equal, pairs))
    return np.asarray((equal_of + _PAIRS * overall) / (pairs_of + _PAIRS))


def _logit(share: np.ndarray, edge: float) -> np.ndarray:
    inside = np.clip(share, edge, 1 - edge)
    return np.asarray(np.log(inside / (1 - inside)))
