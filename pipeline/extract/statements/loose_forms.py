"""Words such as 'drama' that name a film in one article and a television series in the next."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.statements.references import Folded, Reference
from pipeline.vocabulary.forms import load_forms

SEEN = ("film", "stage")  # forms that a loose word may mean besides the one in the vocabulary


def settle_loose_forms(clauses: Sequence[Folded], hint: str | None) -> None:
    """In an article about a film 'the drama' is the film: its form is written into the clauses.

    The article is about a film if it speaks of one, and of no series, or if `hint` says so.
    """
    loose: list[tuple[Folded, int]] = []
    said: dict[str, int] = {}
    for clause in clauses:
        ends = {token.end: token.text for token in clause.clause.tokens}
        for at, reference in clause.references.items():
            if reference.medium is None:
                continue
            if _is_loose(reference, ends.get(reference.end, "")):
                loose.append((clause, at))
            elif not reference.other:
                said[reference.medium] = said.get(reference.medium, 0) + 1
    spoken = next((m for m in SEEN if said.get(m) and "live_action" not in said), None)
    meant = spoken or (hint if hint in SEEN else None)
    for clause, at in loose if meant else []:
        clause.references[at] = replace(clause.references[at], medium=meant)


def _is_loose(reference: Reference, noun: str) -> bool:
    return reference.medium == "live_action" and noun in load_forms().loose and reference.season is None
