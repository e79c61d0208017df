"""Verbs that are said once: 'Season 1 ran in 2020 and season 2 in 2022', 'X is directed by A, and Y by B'."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.statements.folding import KINDS, Token
from pipeline.extract.statements.matching import Match
from pipeline.extract.statements.references import Folded

JOINTS = frozenset([",", ";", "and", "while", "with", "then"])
PREPOSITIONS = frozenset("from in on between at by for to of".split())
CLOSING = frozenset([",", ".", ";", ":", "and", "while", "with", "but", "as", "respectively", "—", "–"])
ALIKE = ({KINDS["date"], KINDS["range"]}, {KINDS["person"], KINDS["org"]})
MOST = 4  # conjuncts without a verb


def with_gapped(match: Match, folded: Folded) -> Iterator[Match]:
    """The match, and the same wording said of what follows it with a value of the same kind and no verb."""
    yield match
    start, end = match.value
    subject = _subject_of(match, folded)
    if end != match.end or end - start != 1 or subject is None:
        return
    at = end
    for _ in range(MOST):
        found = _conjunct(folded, at, folded.tokens[start].text, subject)
        if found is None:
            return
        behind, value = found
        yield replace(
            match, start=behind, end=value + 1, slots={"subject": (behind, behind + 1), "value": (value, value + 1)}
        )
        at = value + 1


def _subject_of(match: Match, folded: Folded) -> int | None:
    """The last named reference before the value: a season or a work."""
    before = [i for i in sorted(folded.references) if i < match.value[0]]
    return before[-1] if before and _kind(folded, before[-1]) is not None else None


def _kind(folded: Folded, at: int) -> str | None:
    reference = folded.references[at]
    if reference.season is not None:
        return "season"
    return "work" if reference.work is not None and not reference.song else None


def _conjunct(folded: Folded, at: int, kind: str, subject: int) -> tuple[int, int] | None:
    """Where the next subject and its value stand."""
    tokens = folded.tokens
    joined = 0
    while at < len(tokens) and tokens[at].text in JOINTS and joined < 2:
        at, joined = at + 1, joined + 1
    if not joined or at not in folded.references or _kind(folded, at) != _kind(folded, subject):
        return None
    value = at + 1
    value += value < len(tokens) and tokens[value].text == ","
    value += value < len(tokens) and tokens[value].text in PREPOSITIONS
    if value == at + 1 or value >= len(tokens) or not _is_alike(tokens[value], kind):
        return None
    closed = value + 1 >= len(tokens) or tokens[value + 1].text in CLOSING
    return (at, value) if closed else None


def _is_alike(token: Token, kind: str) -> bool:
    return token.text == kind or any({token.text, kind} <= alike for alike in ALIKE)
