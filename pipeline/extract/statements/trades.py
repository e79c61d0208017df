"""What the person that a page is about does: 'Ann Oba, composer who ...', 'Occupation: Novelist'."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.records import Name, ParsedArticle, PassageKind
from pipeline.vocabulary import load_vocabulary

OCCUPATIONS = frozenset(["occupation", "occupations", "occupation(s)", "profession", "known for"])
LEAD = 400  # characters of the first paragraph


def trade_of(article: ParsedArticle, topic: Name | None) -> str | None:
    """The predicate of the works that the topic makes; None for one who makes none, or of whom it is not said."""
    if topic is None or topic.label != "PERSON":
        return None
    for text in _introductions(article, topic):
        if found := _trades().search(text):
            trade = next(name for name, words in _words().items() if found[0].lower() in words)
            return None if trade == "none" else trade
    return None


def _introductions(article: ParsedArticle, topic: Name) -> Iterator[str]:
    """Where it is said: the box, the headline, the first sentences that name the topic."""
    for passage in article.passages:
        is_entry = passage.kind == PassageKind.INFOBOX and len(passage.cells) == 2
        if is_entry and passage.cells[0].text.strip().lower() in OCCUPATIONS:
            yield passage.cells[1].text
    if article.metadata.title and topic.text in article.metadata.title:
        yield article.metadata.title
    last = topic.text.split()[-1]
    prose = [p for p in article.passages if p.kind == PassageKind.PROSE and last in p.text]
    for passage in prose[:2]:
        yield passage.text[:LEAD].split(". ")[0]


@cache
def _words() -> dict[str, frozenset[str]]:
    trades = load_vocabulary("careers")["trades"]
    return {name: frozenset(words) for name, words in trades.items()}


@cache
def _trades() -> re.Pattern[str]:
    words = sorted({word for words in _words().values() for word in words}, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?i:{'|'.join(map(re.escape, words))})\b")
