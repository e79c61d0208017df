"""The language of an article, by script and function words. Says nothing rather than guess wildly."""

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.records import Passage, PassageKind
from pipeline.vocabulary import load_vocabulary

SAMPLE = 20_000  # characters are plenty
FEWEST = 3  # function words, for a language to be named
WORD = re.compile(r"[^\W\d_]{1,30}")
SCRIPTS = (  # a share of the letters above which the script decides
    ("ja", re.compile(r"[\u3041-\u30ff]"), 0.15),
    ("ko", re.compile(r"[\uac00-\ud7a3]"), 0.3),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.5),
    ("th", re.compile(r"[\u0e01-\u0e5b]"), 0.3),
)


def guess_language(passages: Iterable[Passage]) -> str | None:
    """A BCP 47 code such as 'en', from the article's prose; None when nothing tells."""
    sample = _sample(passages)
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return None
    for code, script, share in SCRIPTS:
        if len(script.findall(sample)) >= share * letters:
            return code
    return _by_function_words(Counter(WORD.findall(sample.lower())))


def _sample(passages: Iterable[Passage]) -> str:
    parts: list[str] = []
    size = 0
    for passage in passages:
        if passage.kind != PassageKind.FURNITURE and size < SAMPLE:
            parts.append(passage.text[:SAMPLE])
            size += len(parts[-1])
    return "\n".join(parts)


def _by_function_words(words: Counter[str]) -> str | None:
    """The language whose function words are most frequent, if it is clearly ahead of the second."""
    tables: dict[str, list[str]] = load_vocabulary("languages")["function_words"]
    scores = sorted(((sum(words[w] for w in listed), code) for code, listed in tables.items()), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    return code if best >= FEWEST and best >= 1.3 * second else None
