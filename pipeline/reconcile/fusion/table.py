"""Claims as arrays: sources, items (a subject and a predicate), and the candidate values of each item."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.reconcile.fusion.value_types import KINDS, ValueType, minutes, numbers, persons, text_key

Ints = np.ndarray
Floats = np.ndarray

COLUMNS = ("source", "subject", "predicate", "value")


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One row per source and value it states of an item, sorted by candidate, then source; codes follow the names'
    own order, so that nothing depends on the order of the input. Candidates of an item lie side by side.
    """

    source: Ints  # of each row
    candidate: Ints  # of each row
    weight: Floats  # of each row: a source that states three values of one item gives each a third
    item_of: Ints  # of each candidate
    predicate_of: Ints  # of each candidate
    kind_of: Ints  # of each candidate: index into KINDS
    content: list[object]  # of each candidate: its key
    number: Floats  # of each candidate: a number, minutes since 1970, or NaN
    shown: list[str]  # of each candidate: its most frequent spelling
    subjects: list[str]  # of each item
    predicates: list[str]  # names
    types: list[ValueType]  # of each predicate
    predicate_of_item: Ints
    n_sources: int

    @property
    def n_items(self) -> int:
        return len(self.subjects)

    @property
    def n_candidates(self) -> int:
        return len(self.item_of)

    @property
    def item(self) -> Ints:
        """The item of each row."""
        return np.asarray(self.item_of[self.candidate])


def tabulate(claims: pd.DataFrame, types: Mapping[str, ValueType]) -> Table:
    """Columns source, subject, predicate, value and, if there, as_of: of one source the latest claims count.

    The type of a predicate is `types[predicate]`, or `types['*']`, or a category.
    """
    frame = claims if "as_of" not in claims else _latest(claims)
    source, source_names = pd.factorize(frame["source"], sort=True)
    subject, subjects = pd.factorize(frame["subject"], sort=True)
    predicate, predicates = pd.factorize(frame["predicate"], sort=True)
    value, values = pd.factorize(frame["value"].astype(str), sort=True)
    of_predicate = [types.get(name) or types.get("*") or ValueType() for name in predicates]
    kind = np.array([KINDS.index(t.kind) for t in of_predicate], dtype=np.int64)[predicate]
    key, contents, floats = _keys(kind, value, [str(v) for v in values])
    item_names, item = np.unique(subject.astype(np.int64) * len(predicates) + predicate, return_inverse=True)
    found, candidate = np.unique(item.astype(np.int64) * len(contents) + key, return_inverse=True)
    item_of, key_of = found // len(contents), found % len(contents)
    rows = np.unique(candidate.astype(np.int64) * len(source_names) + source)
    row_candidate, row_source = rows // len(source_names), rows % len(source_names)
    said = row_source * len(item_names) + item_of[row_candidate]
    _, said_of, times = np.unique(said, return_inverse=True, return_counts=True)
    item_predicate = item_names % len(predicates)
    return Table(
        source=row_source,
        candidate=row_candidate,
        weight=1.0 / times[said_of],
        item_of=item_of,
        predicate_of=item_predicate[item_of],
        kind_of=np.array([KINDS.index(t.kind) for t in of_predicate])[item_predicate[item_of]],
        content=[contents[k] for k in key_of],
        number=floats[key_of],
        shown=_most_frequent(candidate, value, [str(v) for v in values], len(found)),
        subjects=[str(subjects[i]) for i in item_names // len(predicates)],
        predicates=[str(name) for name in predicates],
        types=of_predicate,
        predicate_of_item=item_predicate,
        n_sources=len(source_names),
    )


def _latest(claims: pd.DataFrame) -> pd.DataFrame:
    """What each source says of an item at the last time it says anything of it."""
    as_of = claims["as_of"].fillna("").astype(str)
    last = as_of.groupby([claims["source"], claims["subject"], claims["predicate"]], sort=False).transform("max")
    return claims[as_of == last]


def _keys(kind: Ints, value: Ints, values: list[str]) -> tuple[Ints, list[object], Floats]:
    """For each row the code of what its value means, and for each code the key and its number."""
    pairs, pair_of = np.unique(kind.astype(np.int64) * len(values) + value, return_inverse=True)
    pair_kind, pair_value = pairs // len(values), pairs % len(values)
    codes = np.zeros(len(pairs), dtype=np.int64)
    contents: list[object] = []
    floats: list[float] = []
    for number, name in enumerate(KINDS):
        chosen = np.flatnonzero(pair_kind == number)
        keys, reals = _contents(name, [values[i] for i in pair_value[chosen]])
        seen: dict[object, int] = {}
        for place, content, real in zip(chosen, keys, reals, strict=True):
            if content not in seen:
                seen[content] = len(contents)
                contents.append(content)
                floats.append(real)
            codes[place] = seen[content]
    return codes[pair_of], contents, np.array(floats)


def _contents(kind: str, values: list[str]) -> tuple[list[object], list[float]]:
    if kind == "names":
        return [persons(v) for v in values], [float("nan")] * len(values)
    if kind == "category":
        return [text_key(v) for v in values], [float("nan")] * len(values)
    reals = (numbers if kind == "number" else minutes)(values).tolist()
    return [text_key(v) if r != r else r for v, r in zip(values, reals, strict=True)], reals


def _most_frequent(candidate: Ints, value: Ints, values: list[str], n_candidates: int) -> list[str]:
    """Ties go to the spelling that sorts first."""
    pairs, counts = np.unique(candidate.astype(np.int64) * len(values) + value, return_counts=True)
    of, spelling = pairs // len(values), pairs % len(values)
    order = np.lexsort((spelling, -counts, of))
    first = np.searchsorted(of[order], np.arange(n_candidates))
    return [values[i] for i in spelling[order][first]]
