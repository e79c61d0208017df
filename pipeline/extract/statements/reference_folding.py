"""Clauses in which every reference to a work is one token.

'An anime television series adaptation of X, directed by P' reads ' R , directed by P'.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.statements.folding import KINDS, Clause, Token
from pipeline.extract.statements.noun_phrases import find_reference
from pipeline.extract.statements.references import Folded, Reference
from pipeline.records import Mention

NEW = frozenset(["a", "an", "another"])
TITLED = frozenset(["titled", "entitled", "called", "named"])
OFFSHOOTS = frozenset(["spin-off", "spinoff", "remake", "prequel", "reboot", "sequel"])  # works of their own
REMADE = frozenset(["remake", "reboot", "novelisation", "novelization"])
STOPS = frozenset(["is", "was", "has", "had", "will", "which", "that", "and"])
TITLE_BEHIND = 8  # tokens


def fold_references(clause: Clause) -> Folded:
    """The clause with every reference as one token."""
    tokens: list[Token] = []
    references: dict[int, Reference] = {}
    at = 0
    if clause.inside is not None and clause.tokens[0].item is None:  # a word in front of a bracket alone means nothing
        tokens.append(clause.tokens[0])
        at = 1
    while at < len(clause.tokens):
        found = find_reference(clause.tokens, at, tokens)
        if found is None:
            tokens.append(clause.tokens[at])
            at += 1
            continue
        reference, first, at = found
        for behind in range(len(tokens) - first, len(tokens)):
            references.pop(behind, None)
        del tokens[len(tokens) - first :]
        references[len(tokens)] = reference
        tokens.append(Token(KINDS[reference.kind], reference.start, reference.end, reference.work))
    folded = _joined(Folded(tokens, references, clause))
    _name_the_new(folded)
    return folded


def _name_the_new(folded: Folded) -> None:
    """'A spin-off by P, titled X, was serialized': the spin-off is X, and not a form of what the article is about."""
    words = {token.end: token.text for token in folded.clause.tokens}
    for at, first in folded.references.items():
        if first.work is not None or first.pronoun or first.determiner not in NEW:
            continue
        named = _name_behind(folded, at)
        if named is not None:
            adapted = first.adapted or words.get(first.end) in REMADE
            folded.references[at] = replace(first, work=named, adapted=adapted)
        elif not first.adapted and words.get(first.end) in OFFSHOOTS:
            folded.references[at] = replace(first, other=True)


def _name_behind(folded: Folded, at: int) -> Mention | None:
    """The X of 'a spin-off by P, titled X' and of 'a spin-off by P, X, was': no verb stands between."""
    for behind in range(at + 1, min(at + TITLE_BEHIND, len(folded.tokens))):
        second, before = folded.references.get(behind), folded.tokens[behind - 1].text
        if second is not None:
            enclosed = (
                before == "," and folded.tokens[behind + 1 : behind + 2] and folded.tokens[behind + 1].text == ","
            )
            told = before in TITLED or (enclosed and second.medium is None)
            return second.work if told else None
        if folded.tokens[behind].text in STOPS:
            return None
    return None


def _joined(folded: Folded) -> Folded:
    """'the second season of X' and 'X, an anime series' are one reference each."""
    tokens, references = folded.tokens, folded.references
    kept: list[int] = []
    at = 0
    while at < len(tokens):
        joined = _join_at(tokens, references, at)
        if joined is None:
            kept.append(at)
            at += 1
            continue
        reference, end = joined
        at = end - 1
        tokens[at] = Token(KINDS[reference.kind], reference.start, reference.end, reference.work)
        references[at] = reference
    folded.references = {new: references[old] for new, old in enumerate(kept) if old in references}
    tokens[:] = [tokens[old] for old in kept]
    return folded


def _join_at(tokens: Sequence[Token], references: dict[int, Reference], at: int) -> tuple[Reference, int] | None:
    first = references.get(at)
    if first is None or first.pronoun or at + 2 >= len(tokens):
        return None
    middle, second = tokens[at + 1].text, references.get(at + 2)
    if middle == "of" and tokens[at + 2].text == "which":
        return replace(first, of_previous=True), at + 3
    if middle == "'s" and second and second.work is None and (second.season or second.medium):
        return replace(second, start=first.start, work=first.work, medium=second.medium or first.medium), at + 3
    joins = second is not None and (first.medium is not None if first.adapted else True)
    if middle == "of" and second and joins and first.work is None and not second.pronoun:
        whole = replace(first, work=second.work, end=second.end, season=first.season or second.season)
        return replace(whole, original=second.medium, medium=first.medium or _kept(first, second)), at + 3
    if middle == "," and second and second.work and _is_named(tokens, at + 3, first, second):
        return replace(first, work=second.work, end=second.end, season=first.season or second.season), at + 3
    if middle == "," and second and first.work and not second.work and _appositive(tokens, at + 2, second):
        language, season = first.language or second.language, first.season or second.season
        genre, name = first.genre or second.genre, first.genre_name or second.genre_name
        whole = replace(first, medium=first.medium or second.medium, language=language, season=season)
        whole = replace(whole, genre=genre, genre_name=name, year=first.year or second.year)
        whole = replace(whole, length=first.length or second.length, setting=first.setting or second.setting)
        return replace(whole, channel=first.channel or second.channel), at + 3
    return None


def _is_named(tokens: Sequence[Token], behind: int, first: Reference, second: Reference) -> bool:
    """'Her third novel, X, ...' names the novel; 'in the novel, X does ...' need not."""
    owned = first.work is None and first.medium is not None and first.determiner in ("his", "her", "their", "its", "'s")
    closed = behind >= len(tokens) or tokens[behind].text in (",", ".", ";", ":", "and", "by")
    return owned and second.medium is None and closed


def _kept(first: Reference, second: Reference) -> str | None:
    """A season or a dub of a form is of that form; an adaptation of it is not."""
    return None if first.adapted else second.medium


def _appositive(tokens: Sequence[Token], at: int, second: Reference) -> bool:
    """', an anime series with ...' describes what stands before; ', the manga adaptation of which' does not."""
    after = [t.text for t in tokens[at + 1 : at + 3]]
    return (
        second.determiner in ("a", "an", "the", "another", "one", "his", "her")
        and after != ["of", "which"]
        and (second.medium is not None or second.genre is not None)
    )
