"""Which season an article is news of."""

from collections.abc import Iterable

from pipeline.extract.statements.references import Folded


def season_of_news(clauses: Iterable[Folded]) -> int | None:
    """The second or later season that an article speaks of first."""
    for clause in clauses:
        for _, reference in sorted(clause.references.items()):
            if reference.season is not None and not reference.other:
                return reference.season if reference.season > 1 else None
    return None
