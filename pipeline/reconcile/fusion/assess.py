"""What the claims alone say about their sources: for each claim how reliable its source is and what its vote counts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.reconcile.fusion.dependence import independent_weights
from pipeline.reconcile.fusion.relations import Broader, relate
from pipeline.reconcile.fusion.reliability import estimate
from pipeline.reconcile.fusion.table import COLUMNS, Table, tabulate
from pipeline.reconcile.fusion.value_types import ValueType

Stated = tuple[str, str, str, str]  # source, question, predicate, value

_DECIMALS = 4  # finer differences are no knowledge and may depend on the machine


@dataclass(frozen=True, slots=True)
class Assessment:
    """Of one claim. `lift`: the odds that its source is right, over those of the average source. `share`: of a vote,
    1 without any copy. `contested`: claims of the source that others contradict.
    """

    lift: float
    share: float
    contested: int


def assess(claims: Sequence[Stated], broader: Broader) -> dict[Stated, Assessment]:
    """Values are compared as categories; `broader` says which value lies in which."""
    if not claims:
        return {}
    table = tabulate(pd.DataFrame(list(claims), columns=list(COLUMNS)), {"*": ValueType("category")})
    weight = independent_weights(table)
    right = np.clip(estimate(table, relate(table, broader), weight).right, 0.05, 0.95)
    rivals = np.bincount(table.item_of, minlength=table.n_items)[table.item] > 1
    contested = np.bincount(table.source[rivals], minlength=table.n_sources)[table.source]
    odds = right / (1 - right)
    usual = np.exp(np.average(np.log(odds), weights=weight * rivals)) if rivals.any() else 1.0
    rows = zip(odds / usual, weight / table.weight, contested, strict=True)
    found = [Assessment(round(float(a), _DECIMALS), round(float(b), _DECIMALS), int(c)) for a, b, c in rows]
    return dict(zip(_stated(table, claims), found, strict=True))


def _stated(table: Table, claims: Sequence[Stated]) -> list[Stated]:
    """The claim behind each row."""
    sources = sorted({claim[0] for claim in claims})
    subjects, predicates, shown = table.subjects, table.predicates, table.shown
    predicate_of = table.predicate_of
    return [
        (sources[s], subjects[table.item_of[c]], predicates[predicate_of[c]], shown[c])
        for s, c in zip(table.source.tolist(), table.candidate.tolist(), strict=True)
    ]
