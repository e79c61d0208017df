"""Which names are worth comparing, and what two names can have in common besides letters."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.naming import PEOPLE, NameTable
from pipeline.values.names import person_key

SAME_TITLE = "the same title in another spelling"
MAX_BLOCK = 40  # names that share no more than a common word are not compared


def blocks_by(indexes: Iterable[int], key: Callable[[int], Hashable]) -> list[list[int]]:
    """The groups of two or more that share a key."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index in indexes:
        blocks[key(index)].append(index)
    return [block for block in blocks.values() if len(block) > 1]


def usual_first(table: NameTable, block: list[int]) -> list[int]:
    """Names that mean something of their own in an article go last: others mean what such a name usually means."""
    return sorted(block, key=lambda index: table.names[index].is_own)


def in_company(table: NameTable, one: int, other: int) -> bool:
    """The same people are met in the articles that use the two names."""
    return bool(_company(table, one) & _company(table, other))


def _company(table: NameTable, index: int) -> set[str]:
    """The people with full names met in the articles that use the name."""
    articles = sorted(table.names[index].articles)[:20]
    people = (table.by_article[doc_id].get(kind, ()) for doc_id in articles for kind in sorted(PEOPLE))
    return {person_key(table.names[i].text) for names in people for i in names if not table.names[i].is_single}


class Support:
    """In how many articles, and how often, a name's thing is met, as far as names have been joined by now."""

    def __init__(self, table: NameTable, clusters: Clusters) -> None:
        self._table, self._clusters = table, clusters
        self._members: dict[int, list[int]] = defaultdict(list)
        for index in range(len(table)):
            self._members[clusters.find(index)].append(index)
        self._of_cluster: dict[int, tuple[int, int]] = {}

    def of(self, index: int) -> tuple[int, int, int, int, str]:
        """Sorts better supported names last; with equal support a slip has lost a letter rather than won one."""
        root, name = self._clusters.find(index), self._table.names[index]
        if root not in self._of_cluster:
            names = [self._table.names[i] for i in self._members[root]]
            articles = {doc_id for each in names for doc_id in each.articles}
            self._of_cluster[root] = len(articles), sum(each.mentions for each in names)
        return *self._of_cluster[root], name.mentions, len(name.text), name.text


def slip(table: NameTable, support: Support, one: int, other: int, score: float) -> Link:
    """A link to a misspelling: the less supported one of the two names is wrong."""
    wrong = min(one, other, key=support.of)
    right = other if wrong == one else one
    return Link(one, other, score, f"a slip of the pen for {table.names[right].text!r}", wrong)
