"""Fits the weights of `pipeline/reconcile/fusion/confidence.py`: `python -m benchmarks.fusion_calibration BENCH_DIR`.

Reads the truth, so it is run by hand, once per change of the model, and its figures are copied into the source: one
logistic regression per form of value, every set counting alike. Nothing else in the repository is fitted to a truth.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.fusion import load_scorer, read_broader, read_claims, read_types
from pipeline.reconcile.fusion.confidence import figures
from pipeline.reconcile.fusion.fuse import weigh
from pipeline.reconcile.fusion.table import tabulate

Fitted = tuple[list[str], np.ndarray, np.ndarray, np.ndarray]
_PENALTY = 0.01


def known_choices(folder: Path, scorer: Any) -> Fitted:
    """Of each item with a known truth: form of value, figures, whether the choice is right, weight of the item."""
    schema = scorer.load_schema(str(folder))
    truth = {(r["subject"], r["predicate"]): r["value"] for r in scorer.open_csv(str(folder / "truth.csv"))}
    weighed = weigh(tabulate(read_claims(folder), read_types(folder)), read_broader(folder))
    table, best = weighed.table, weighed.choices.best
    keys = [(s, table.predicates[p]) for s, p in zip(table.subjects, table.predicate_of_item, strict=True)]
    known = [i for i, key in enumerate(keys) if key in truth]
    right = [scorer.same(scorer.spec_of(schema, keys[i][1]), table.shown[best[i]], truth[keys[i]]) for i in known]
    rows = figures(table, weighed.weight, weighed.posterior, best)[known]
    return [weighed.choices.form[i] for i in known], rows, np.array(right, float), np.full(len(known), 1 / len(known))


def fit(rows: np.ndarray, right: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Penalised logistic regression by Newton's method; a likelier posterior never makes a choice less sure."""
    free = np.ones(rows.shape[1], dtype=bool)
    while True:
        found = np.zeros(rows.shape[1])
        for _ in range(50):
            x, odds = rows[:, free], rows @ found
            p = 1 / (1 + np.exp(-odds))
            slope = x.T @ (weight * (p - right)) + _PENALTY * found[free]
            curve = (x * (weight * p * (1 - p))[:, None]).T @ x + _PENALTY * np.eye(x.shape[1])
            found[free] -= np.linalg.solve(curve, slope)
        if found[1] >= 0 and found[2] >= 0:
            return found
        free[1:3] &= found[1:3] >= 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    args = parser.parse_args()
    scorer = load_scorer(args.bench)
    sets = [known_choices(path.parent, scorer) for path in sorted(args.bench.glob("*/schema.json"))]
    forms = np.array([form for each in sets for form in each[0]])
    rows, right, weight = (np.concatenate([each[i] for each in sets]) for i in (1, 2, 3))
    for form in sorted(set(forms)):
        chosen = forms == form
        fitted = ", ".join(f"{x:.2f}" for x in fit(rows[chosen], right[chosen], weight[chosen]))
        print(f'    "{form}": ({fitted}),')


if __name__ == "__main__":
    main()
