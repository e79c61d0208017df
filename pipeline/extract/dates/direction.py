"""Whether a sentence looks back or ahead: what decides the year of 'in October' and the week of 'on Friday'."""

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.reckoning import Direction
from pipeline.extract.dates.tokens import Tokens

_REACH = 25  # tokens on either side
_STOPS = ".¶"
_BREAKS = ",;:()-"


def find_direction(tokens: Tokens, first: int, last: int) -> Direction:
    """Where the clause around tokens `first` to `last` looks, by its verbs; None where nothing tells.

    The clause before the expression decides, then the one after it, then those farther away, up to the sentence's ends.
    """
    if first and tokens.words[first - 1].lower() in load_lexicon().ahead_before:
        return "ahead"
    before = [c[::-1] for c in _clauses(tokens, range(first - 1, max(first - _REACH, -1), -1))]
    after = _clauses(tokens, range(last, min(last + _REACH, len(tokens.words))))
    for near in (before[:1], after[:1], before[1:], after[1:]):
        for clause in near:
            direction = _look(clause)
            if direction:
                return direction
    return None


def _clauses(tokens: Tokens, positions: range) -> list[list[str]]:
    """The words at these positions, cut at punctuation and conjunctions, up to the end of the sentence."""
    clause_words = load_lexicon().clause
    clauses: list[list[str]] = [[]]
    for i in positions:
        kind, word = tokens.kinds[i], tokens.words[i].lower()
        if kind in _STOPS:
            break
        clauses[-1].append(word)
        if kind in _BREAKS or word in clause_words:
            clauses.append([])
    return clauses


def _look(clause: list[str]) -> Direction:
    lexicon = load_lexicon()
    joined = f" {' '.join(clause)} "
    if "since" not in clause and (
        any(word in lexicon.ahead for word in clause)
        or any(f" {phrase} " in joined for phrase in lexicon.ahead_phrases)
    ):
        return "ahead"
    if any(word in lexicon.back or (word.endswith("ed") and len(word) > 4) for word in clause):
        return "back"
    return None
