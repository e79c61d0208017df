"""Which season an article is news of."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.extract.statements.background import SCREEN
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.subjects import Narrative
from pipeline.records import Statement
from pipeline.vocabulary.predicates import load_predicates


def season_of_news(clauses: Iterable[Folded]) -> int | None:
    """The second or later season that an article speaks of first."""
    for clause in clauses:
        for _, reference in sorted(clause.references.items()):
            if reference.season is not None and not reference.other:
                return reference.season if reference.season > 1 else None
    return None


def season_before(clauses: Iterable[Folded], offset: int) -> int | None:
    """The season that a passage speaks of last before an offset into it."""
    spoken = ((r.start, r.season) for clause in clauses for r in clause.references.values() if not r.other)
    return max(((at, season) for at, season in spoken if season is not None and at < offset), default=(0, None))[1]


def of_news(statement: Statement, narrative: Narrative) -> Statement:
    """What a list of the staff states in news of a season is said of that season."""
    seasonal = load_predicates()[statement.predicate].seasonal and statement.season is None
    if not seasonal or statement.subject != narrative.topic or statement.medium not in SCREEN:
        return statement
    return replace(statement, season=narrative.news)
