"""One value for every subject and predicate, from claims that nobody has labelled."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from pipeline.reconcile.fusion.confusion import label_posteriors
from pipeline.reconcile.fusion.dependence import independent_weights
from pipeline.reconcile.fusion.relations import Broader, relate
from pipeline.reconcile.fusion.reliability import posteriors
from pipeline.reconcile.fusion.table import Table, tabulate
from pipeline.reconcile.fusion.value_types import ValueType

_MOST_LABELS = 30
_ITEMS_PER_LABEL = 10  # a predicate with fewer subjects for each of its values has no labels that all of them share


def fuse(claims: pd.DataFrame, types: Mapping[str, ValueType], broader: Broader | None = None) -> pd.DataFrame:
    """Columns subject, predicate, value, confidence; one row per subject and predicate, sorted by both.

    `claims` has the columns source, subject, predicate, value and, if known, as_of. `broader` says for a folded value
    which others it lies in.
    """
    if claims.empty:
        return pd.DataFrame({"subject": [], "predicate": [], "value": [], "confidence": []})
    table = tabulate(claims, types)
    probability = posteriors(table, relate(table, broader or {}), independent_weights(table))
    for predicate in _label_predicates(table):
        probability = _as_labels(table, predicate, probability)
    best = _best(table, probability)
    return pd.DataFrame(
        {
            "subject": table.subjects,
            "predicate": [table.predicates[p] for p in table.predicate_of_item],
            "value": [table.shown[c] for c in best],
            "confidence": np.round(probability[best], 4),
        }
    )


def _best(table: Table, probability: np.ndarray) -> list[int]:
    """Of each item the most probable candidate; the first one where two are equal up to rounding."""
    order = np.lexsort((np.arange(table.n_candidates), -np.round(probability, 9), table.item_of))
    return [int(c) for c in order[np.flatnonzero(np.diff(table.item_of, prepend=-1))]]


def _label_predicates(table: Table) -> list[int]:
    """Categories with few values, shared by many subjects."""
    found = []
    for predicate in range(len(table.predicates)):
        chosen = np.flatnonzero(table.predicate_of == predicate)
        labels = {table.content[c] for c in chosen} if table.types[predicate].kind == "category" else set()
        items = int((table.predicate_of_item == predicate).sum())
        if 1 < len(labels) <= _MOST_LABELS and items >= _ITEMS_PER_LABEL * len(labels):
            found.append(predicate)
    return found


def _as_labels(table: Table, predicate: int, probability: np.ndarray) -> np.ndarray:
    """Only labels that somebody gave can win: the others of the item have no candidate."""
    candidates = np.flatnonzero(table.predicate_of == predicate)
    names = sorted({str(table.content[c]) for c in candidates})
    label = np.full(table.n_candidates, -1)
    label[candidates] = [names.index(str(table.content[c])) for c in candidates]
    rows = np.flatnonzero(label[table.candidate] >= 0)
    items, item = np.unique(table.item[rows], return_inverse=True)
    posterior = label_posteriors(table.source[rows], item, label[table.candidate[rows]], table.weight[rows])
    found = probability.copy()
    found[candidates] = posterior[np.searchsorted(items, table.item_of[candidates]), label[candidates]]
    return found
