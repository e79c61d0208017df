"""Companies and people that were taken for works: 'Larkspur' in an article on Larkspur Pictures, 'Studio Kelp'."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.records import Mention
from pipeline.vocabulary import load_vocabulary


def with_companies(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions; a work that is named like a company of the article, or like companies are, is one."""
    named = {m.words for m in mentions if m.label == "ORG" and _is_company(m.words)}
    short = {name.rsplit(" ", 1)[0] for name in named}
    people = _people(mentions)
    for mention in mentions:
        if mention.label != "WORK_OF_ART":
            yield mention
        elif mention.words in short or _is_company(mention.words):
            yield replace(mention, label="ORG")
        else:
            yield replace(mention, label="PERSON") if mention.words in people else mention


def _people(mentions: Sequence[Mention]) -> set[str]:
    """Names of two or three words that are a person's at least as often as a work's."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if 1 < len(mention.words.split()) < 4 and mention.label in ("PERSON", "WORK_OF_ART"):
            counts[mention.words] += 1 if mention.label == "PERSON" else -1
    named = {m.words for m in mentions if m.label == "PERSON"}
    return {words for words, count in counts.items() if count >= 0 and words in named}


def _is_company(name: str) -> bool:
    """Two words or more of which the last, or a leading 'Studio', is what companies call themselves."""
    words = name.casefold().split()
    return len(words) > 1 and words[0] != "the" and (words[-1] in _generic() or words[0] == "studio")


@cache
def _generic() -> frozenset[str]:
    return frozenset(load_vocabulary("listings")["companies"]["words"])
