"""Companies that were taken for works: 'Larkspur' in an article on Larkspur Pictures, 'Studio Kelp'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.records import Mention
from pipeline.vocabulary import load_vocabulary


def with_companies(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions; a work that is named like a company of the article, or like companies are, is one."""
    named = {m.words for m in mentions if m.label == "ORG" and _is_company(m.words)}
    short = {name.rsplit(" ", 1)[0] for name in named}
    for mention in mentions:
        taken = mention.label == "WORK_OF_ART" and (mention.words in short or _is_company(mention.words))
        yield replace(mention, label="ORG") if taken else mention


def _is_company(name: str) -> bool:
    """Two words or more of which the last, or a leading 'Studio', is what companies call themselves."""
    words = name.casefold().split()
    return len(words) > 1 and words[0] != "the" and (words[-1] in _generic() or words[0] == "studio")


@cache
def _generic() -> frozenset[str]:
    return frozenset(load_vocabulary("listings")["companies"]["words"])
