"""What a person has decided, carried out before any rule has its say."""

from collections.abc import Sequence
from itertools import combinations, product

from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.naming import NameTable
from pipeline.resolve.review import Review, Usage
from pipeline.values.folding import fold


def apply_review(review: Review, table: NameTable, clusters: Clusters) -> None:
    """Joins and keeps apart. Things of different kinds (a work and its hero) stay what they are; a single name means
    whoever any article calls so, unless its articles are given.

    Where a full name means something of its own in some articles, all others mean another thing by it.
    """
    if not review.sha256:
        return
    known = _Known(review, table)
    for decision in review.different:
        told = [known.names(usage) for usage in decision.names]
        apart = [*combinations(told, 2), *((known.names(u), known.elsewhere(u)) for u in decision.names)]
        for one, other in (pair for names in apart for pair in product(*names)):
            clusters.keep_apart(one, other)
    for reason, usages in review.one_thing():
        if len(usages) > 1 or usages[0].articles:
            for group in _by_kind(table, [i for usage in usages for i in known.names(usage)]).values():
                for index in group[1:]:
                    clusters.join(Link(group[0], index, 1.0, reason))


class _Known:
    """The names of the table, by how they are spelt and in which articles they mean something of their own."""

    def __init__(self, review: Review, table: NameTable) -> None:
        self._own, self._table = review.own_names(), table
        self._by_spelling: dict[str, list[int]] = {}
        for index, name in enumerate(table.names):
            for spelling in sorted({fold(text) for text in name.spellings}):
                self._by_spelling.setdefault(spelling, []).append(index)

    def names(self, usage: Usage) -> list[int]:
        """In the articles of the usage; without any, wherever the name means nothing of its own."""
        spelt = self._by_spelling.get(fold(usage.name), ())
        return [i for i in spelt if self._own_articles(i, usage) & set(usage.articles or ("",))]

    def elsewhere(self, usage: Usage) -> list[int]:
        """What the full name means in the articles that nobody has decided about."""
        names = self.names(Usage(usage.name)) if usage.articles else []
        return [i for i in names if not self._table.names[i].is_single]

    def _own_articles(self, index: int, usage: Usage) -> set[str]:
        """The articles in which it means something of its own; '' where it does in none."""
        articles = self._table.names[index].articles
        return {article for article in articles if (article, fold(usage.name)) in self._own} or {""}


def _by_kind(table: NameTable, indexes: Sequence[int]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for index in indexes:
        groups.setdefault(table.names[index].kind, []).append(index)
    return groups
