"""The kind of work that a sentence speaks of: films or books, by its words, those before it, those of the article."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from pipeline.extract.statements.folding import KINDS, Clause
from pipeline.extract.statements.matching import Match
from pipeline.extract.statements.sentences import Sentence
from pipeline.records import Mention, PassageKind
from pipeline.vocabulary import load_vocabulary

MOSTLY = 3  # times as often as of the other kind, and at least so many times, an article speaks of its kind
NAMED_FOR = ("AWARD", "EVENT")  # 'the Harbour Film Festival' and 'the Quay Novel of the Year' tell the kind as well
FORMS = {"film": "film", "novel": "book", "light_novel": "book", "web_novel": "book", "manga": "book"}


def allows(match: Match, sentence: Sentence) -> bool:
    """Whether the work is of the kind that the wording needs, and nobody is named as a maker of something else."""
    kind = match.template.trigger.kind
    if kind is None:
        return True
    if sentence.passage.kind == PassageKind.LIST_ITEM and _is_of_person(sentence) and sentence.folded.tokens[0].start:
        return False  # 'Lindau, Winter (1981)' is one title; `filmographies` reads such lists
    if sentence.outside is not None and _rules_out(sentence.outside.clause, match.template.trigger.unless):
        return False
    before = sentence.folded.tokens[max(match.value[0] - 2, 0) : match.value[0]]
    if any(token.text in _words("strangers") for token in before):
        return False
    if kind == "no film":
        return kind_spoken_of(sentence) != "film"
    return kind == "any" or kind == kind_spoken_of(sentence)


def _is_of_person(sentence: Sentence) -> bool:
    home = sentence.narrative.home
    return home is not None and home.label == "PERSON"


def _rules_out(clause: Clause, unless: tuple[str, ...]) -> bool:
    """Whether a wording that must not stand in the sentence stands around the bracket."""
    said = "".join(f" {token.text}" for token in clause.tokens)
    return any(f" {wording}" in said for wording in unless)


def kind_spoken_of(sentence: Sentence) -> str | None:
    """'film' or 'book'; None where two are spoken of, or another kind, or nothing tells."""
    own = _counted(_words_of((sentence.outside or sentence.folded).clause))
    if own:
        return _only(own)
    before = _counted(sentence.context)
    if before:
        spoken = sentence.narrative.kind
        return _only(before) or (spoken if spoken in before or not before["other"] else None)
    return sentence.narrative.kind


def kind_of_article(clauses: Iterable[Clause], form: str | None) -> str | None:
    """What the article is about, if that is a film or a book; else the kind of work it mostly speaks of."""
    if form is not None:
        return FORMS.get(form)
    counts = _counted(word for clause in clauses for word in _words_of(clause))
    for kind, other in (("film", "book"), ("book", "film")):
        if counts[kind] >= max(MOSTLY, MOSTLY * counts[other]):
            return kind
    return None


def _only(counts: Counter[str]) -> str | None:
    return next(iter(counts)) if len(counts) == 1 and "other" not in counts else None


def _words_of(clause: Clause) -> list[str]:
    """The words outside names, and those of the names of awards and events."""
    words: list[str] = []
    for token in clause.tokens:
        if isinstance(token.item, Mention) and token.item.label in NAMED_FOR:
            words += token.item.words.lower().split()
        elif token.text not in _FOLDED:
            words.append(token.text)
    return words


_FOLDED = frozenset(KINDS.values())


def _counted(words: Iterable[str]) -> Counter[str]:
    kinds = _kinds()
    return Counter(kinds[word] for word in words if word in kinds)


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in load_vocabulary("passing")["kinds"].items() for word in words}


@cache
def _words(entry: str) -> frozenset[str]:
    return frozenset(load_vocabulary("passing")[entry]["words"])
