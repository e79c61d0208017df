"""One value for every subject and predicate, from claims that nobody has labelled."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.reconcile.fusion.confidence import Choices, confidence
from pipeline.reconcile.fusion.confusion import label_posteriors
from pipeline.reconcile.fusion.dependence import independent_weights
from pipeline.reconcile.fusion.relations import Broader, relate
from pipeline.reconcile.fusion.reliability import estimate
from pipeline.reconcile.fusion.table import Table, tabulate
from pipeline.reconcile.fusion.value_types import ValueType

_MOST_LABELS = 30
_ITEMS_PER_LABEL = 10  # a predicate with fewer subjects for each of its values has no labels that all of them share


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A table with what was found out about it, candidate by candidate and item by item."""

    table: Table
    weight: np.ndarray  # of each row, copies discounted
    posterior: np.ndarray  # of each candidate
    choices: Choices


def fuse(claims: pd.DataFrame, types: Mapping[str, ValueType], broader: Broader | None = None) -> pd.DataFrame:
    """Columns subject, predicate, value, confidence; one row per subject and predicate, sorted by both.

    `claims` has the columns source, subject, predicate, value and, if known, as_of: of one source the latest claims
    count. `types` may name a type for '*'. `broader` says for a folded value which others it lies in.
    """
    if claims.empty:
        return pd.DataFrame({"subject": [], "predicate": [], "value": [], "confidence": []})
    weighed = weigh(tabulate(claims, types), broader or {})
    table, best = weighed.table, weighed.choices.best
    return pd.DataFrame(
        {
            "subject": table.subjects,
            "predicate": [table.predicates[p] for p in table.predicate_of_item],
            "value": [table.shown[c] for c in best],
            "confidence": np.round(confidence(table, weighed.weight, weighed.posterior, weighed.choices), 4),
        }
    )


def weigh(table: Table, broader: Broader) -> Weighed:
    """Reliability per source for open values, confusion of labels where all subjects share them."""
    weight = independent_weights(table)
    posterior = estimate(table, relate(table, broader), weight).posterior
    labels = _label_predicates(table)
    for predicate in labels:
        posterior = _as_labels(table, predicate, posterior)
    kinds = ["hierarchy" if broader and t.kind == "category" else t.kind for t in table.types]
    forms = ["labels" if p in labels else kind for p, kind in enumerate(kinds)]
    choices = Choices(_best(table, posterior), [forms[p] for p in table.predicate_of_item])
    return Weighed(table, weight, posterior, choices)


def _best(table: Table, posterior: np.ndarray) -> np.ndarray:
    """Of each item the most probable candidate; the first one where two are equal up to rounding."""
    order = np.lexsort((np.arange(table.n_candidates), -np.round(posterior, 9), table.item_of))
    return np.asarray(order[np.flatnonzero(np.diff(table.item_of, prepend=-1))])


def _label_predicates(table: Table) -> list[int]:
    """Categories with few values, shared by many subjects."""
    found = []
    for predicate, value_type in enumerate(table.types):
        if value_type.kind == "category":
            chosen = np.flatnonzero(table.predicate_of == predicate)
            labels = {table.content[c] for c in chosen}
            items = int((table.predicate_of_item == predicate).sum())
            if 1 < len(labels) <= _MOST_LABELS and items >= _ITEMS_PER_LABEL * len(labels):
                found.append(predicate)
    return found


def _as_labels(table: Table, predicate: int, posterior: np.ndarray) -> np.ndarray:
    """Only labels that somebody gave can win: the others of the item have no candidate."""
    candidates = np.flatnonzero(table.predicate_of == predicate)
    names = sorted({str(table.content[c]) for c in candidates})
    label = np.full(table.n_candidates, -1)
    label[candidates] = [names.index(str(table.content[c])) for c in candidates]
    rows = np.flatnonzero(label[table.candidate] >= 0)
    items, item = np.unique(table.item[rows], return_inverse=True)
    of_labels = label_posteriors(table.source[rows], item, label[table.candidate[rows]], table.weight[rows])
    found = posterior.copy()
    found[candidates] = of_labels[np.searchsorted(items, table.item_of[candidates]), label[candidates]]
    return found
