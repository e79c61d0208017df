"""Labels that all subjects share: which label a source gives where another one is right (Dawid and Skene 1979)."""

import numpy as np

_SHARED = 1.0  # claims that the confusion of all sources counts for in that of one source
_ROUNDS = 50
_STILL = 1e-5  # no probability moves by more: done


def label_posteriors(source: np.ndarray, item: np.ndarray, label: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """For each item the probability of each label, by expectation and maximisation from the vote."""
    n_items, n_labels = int(item.max()) + 1, int(label.max()) + 1
    posterior = _tally(item, label, weight, n_items, n_labels)
    posterior /= posterior.sum(1, keepdims=True)
    for _ in range(_ROUNDS):
        prior = (posterior.sum(0) + 1) / (posterior.sum() + n_labels)
        confusion = np.log(_confusion(source, item, label, weight, posterior))
        scores = np.tile(np.log(prior), (n_items, 1))
        for true in range(n_labels):
            scores[:, true] += np.bincount(item, weight * confusion[source, true, label], n_items)
        fresh = np.exp(scores - scores.max(1, keepdims=True))
        fresh /= fresh.sum(1, keepdims=True)
        moved, posterior = float(np.abs(fresh - posterior).max()), fresh
        if moved < _STILL:
            break
    return np.asarray(posterior)


def _tally(row: np.ndarray, label: np.ndarray, weight: np.ndarray, n_rows: int, n_labels: int) -> np.ndarray:
    return np.bincount(row * n_labels + label, weight, n_rows * n_labels).reshape(n_rows, n_labels)


def _confusion(
    source: np.ndarray, item: np.ndarray, label: np.ndarray, weight: np.ndarray, posterior: np.ndarray
) -> np.ndarray:
    """[source, true label, label given]: rates of a source, drawn towards those of all of them."""
    n_labels, n_sources = posterior.shape[1], int(source.max()) + 1
    counts = np.stack(
        [_tally(source, label, weight * posterior[item, t], n_sources, n_labels) for t in range(n_labels)], 1
    )
    everybody = counts.sum(0) + 4 / n_labels * np.eye(n_labels) + 1 / n_labels
    everybody /= everybody.sum(1, keepdims=True)
    rates = counts + _SHARED * everybody
    return np.asarray(rates / rates.sum(2, keepdims=True))
