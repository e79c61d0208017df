"""Which season an article is news of."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.extract.statements.background import SCREEN
from pipeline.extract.statements.references import Folded
from pipeline.records import Statement
from pipeline.vocabulary.predicates import load_predicates


def season_of_news(clauses: Iterable[Folded]) -> int | None:
    """The second or later season that an article speaks of first."""
    for clause in clauses:
        for _, reference in sorted(clause.references.items()):
            if reference.season is not None and not reference.other:
                return reference.season if reference.season > 1 else None
    return None


def seasons_spoken_of(clauses: Iterable[Folded]) -> list[tuple[int, int]]:
    """Where a passage speaks of which season, in order."""
    references = [r for clause in clauses for r in clause.references.values() if not r.other]
    return sorted((r.start, r.season) for r in references if r.season is not None)


def of_news(statement: Statement, season: int | None) -> Statement:
    """What a list of the staff states in news of a season is said of that season."""
    seasonal = load_predicates()[statement.predicate].seasonal and statement.season is None
    return replace(statement, season=season) if seasonal and statement.medium in SCREEN else statement
