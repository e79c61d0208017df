"""Which names are worth comparing, and what two names can have in common besides letters."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from pipeline.resolve.clusters import Link
from pipeline.resolve.naming import PEOPLE, NameTable

MAX_BLOCK = 40  # names that share no more than a common word are not compared


def blocks_by(indexes: Iterable[int], key: Callable[[int], Hashable]) -> list[list[int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index in indexes:
        blocks[key(index)].append(index)
    return [block for block in blocks.values() if len(block) > 1]


def in_company(table: NameTable, one: int, other: int) -> bool:
    """The same people are met in the articles that use the two names."""
    return bool(_company(table, one) & _company(table, other))


def _company(table: NameTable, index: int) -> set[int]:
    """The people with full names met in the articles that use the name."""
    articles = sorted(table.names[index].articles)[:20]
    people = (table.by_article[doc_id].get(kind, ()) for doc_id in articles for kind in sorted(PEOPLE))
    return {i for names in people for i in names if not table.names[i].is_single}


def slip(table: NameTable, one: int, other: int, score: float) -> Link:
    """A link to a misspelling: the name in fewer articles, with fewer mentions, or that lost a letter, is wrong."""

    def support(index: int) -> tuple[int, int, int, str]:
        name = table.names[index]
        return len(name.articles), name.mentions, len(name.text), name.text

    wrong = min(one, other, key=support)
    right = other if wrong == one else one
    return Link(one, other, score, f"a slip of the pen for {table.names[right].text!r}", wrong)
