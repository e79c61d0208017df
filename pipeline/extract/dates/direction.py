"""Whether a sentence looks back or ahead: what decides the year of 'in October' and the week of 'on Friday'."""

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.reckoning import Direction
from pipeline.extract.dates.tokens import Tokens

_REACH = 25  # tokens on either side
_STOPS = ".¶"
_BREAKS = ",;:()-"


def find_direction(tokens: Tokens, first: int, last: int) -> Direction:
    """Where the clause around tokens `first` to `last` looks, by its verbs; None where nothing tells.

    'coming' is said of what lies ahead of the one who writes ('will', 'opens'), 'ahead' also of what lay ahead once.

    The clause before the expression decides, then the one after it, then those farther away, up to the sentence's ends.
    """
    before = _clauses(tokens, range(first - 1, max(first - _REACH, -1), -1))
    after = _clauses(tokens, range(last, min(last + _REACH, len(tokens.words))))
    lead = tokens.words[first - 1].lower() if first else ""
    if lead in load_lexicon().ahead_before:
        return "ahead"
    if lead in load_lexicon().ahead_or_done:
        told = _look(before[0], backward=True)
        done = told == "back" and any(word in load_lexicon().done for word in before[0])
        return told if told in ("ahead", "coming") or done else "ahead"
    for clauses, backward in ((before[:1], True), (after[:1], False), (before[1:], True), (after[1:], False)):
        for clause in clauses:
            direction = _look(clause, backward=backward)
            if direction:
                return direction
    return None


def _clauses(tokens: Tokens, positions: range) -> list[list[str]]:
    """The words at these positions, nearest first, cut at punctuation and conjunctions, up to the sentence's end."""
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


def _look(clause: list[str], *, backward: bool) -> Direction:
    """Where one clause looks. 'will', 'expected' and the like decide; else the verb nearest to the expression does."""
    lexicon = load_lexicon()
    joined = f" {' '.join(clause[::-1] if backward else clause)} "
    if any(word in lexicon.coming for word in clause):
        return "coming"
    if "since" not in clause and (
        any(word in lexicon.ahead for word in clause)
        or any(f" {phrase} " in joined for phrase in lexicon.ahead_phrases)
    ):
        return "ahead"
    for word in clause:
        if word in lexicon.back or (word.endswith("ed") and len(word) > 4):
            return "back"
        if word in lexicon.present and "since" not in clause:
            return "coming"
    return None
