"""One award told in several places of an article becomes one statement with all its evidence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.awards.context import AwardContext
from pipeline.extract.awards.tables import EXTRACTOR as TABLE
from pipeline.records import AwardStatement
from pipeline.values.folding import fold
from pipeline.values.spans import Span

MOST_MERGED = 500  # statements of one article that are compared with its rows
MOST_EVIDENCE = 30  # spans; more of the same add nothing
SMALL_WORDS = frozenset(("the", "and", "of", "for", "a", "an", "in"))
NOUNS = frozenset(("award", "prize", "festival", "film", "international", "national", "music", "annual"))


@dataclass(frozen=True, slots=True)
class Told:
    """A statement, and how many awards its words count when they name no category ('two Heron Awards')."""

    statement: AwardStatement
    count: int | None = None


def merge_statements(rows: Sequence[AwardStatement], told: Iterable[Told]) -> list[AwardStatement]:
    """The rows of tables and lists, each with what the rest of the article adds; what is new stands behind them.

    A statement that fits several rows and tells them apart by nothing adds nothing and is left out.
    """
    merged = list(rows)
    for number_told, one in enumerate(sorted(told, key=lambda one: one.statement.category is None)):
        if number_told >= MOST_MERGED:
            merged.append(one.statement)
            continue
        fitting = [number for number, row in enumerate(merged) if _is_same(row, one.statement)]
        if not fitting:
            if not _is_summary(one, merged):
                merged.append(one.statement)
        elif len(fitting) == 1 or (one.statement.category is None and one.count == len(fitting)):
            for number in fitting:
                merged[number] = _combine(merged[number], one.statement)
    return merged


def _is_summary(told: Told, rows: Sequence[AwardStatement]) -> bool:
    """'nominated for four Heron Awards, winning two: A and B': the four are no row of their own beside the two."""
    one = told.statement
    if one.category is not None or one.result != "nominated":
        return False
    return any(
        row.category is not None
        and _agree(row.year, one.year)
        and _agree(row.edition, one.edition)
        and _same_award(row.award, one.award)
        and _same_recipient(row, one)
        for row in rows
    )


def add_editions(statements: Sequence[AwardStatement], context: AwardContext) -> list[AwardStatement]:
    """An edition that the article gives an award elsewhere belongs to the award's row, if it has but one."""
    completed = list(statements)
    for found, span in context.with_edition():
        fitting = [n for n, s in enumerate(completed) if fold(s.award) == fold(found.name)]
        if len(fitting) == 1 and completed[fitting[0]].edition is None:
            row = completed[fitting[0]]
            if found.year is None or row.year is None or found.year == row.year:
                evidence = tuple(sorted({*row.evidence, span}))
                completed[fitting[0]] = replace(row, edition=found.edition, evidence=evidence)
    return completed


def _is_same(row: AwardStatement, other: AwardStatement) -> bool:
    return (
        _agree(row.year, other.year)
        and _agree(row.edition, other.edition)
        and _agree(row.result, other.result)
        and _agree(row.rank, other.rank)
        and _same_award(row.award, other.award)
        and (other.category is None or _same_category(row.category, other.category))
        and _same_recipient(row, other)
    )


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _same_award(one: str, other: str) -> bool:
    """Equal but for number and small words, or one a short form of the other: 'Finch' of 'Old Finch Award'."""
    first, second = _words(one), _words(other)
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter - NOUNS) and shorter < longer and len(longer - NOUNS) > len(shorter - NOUNS)


def _same_category(one: str | None, other: str) -> bool:
    if one is None:
        return False
    first, second = _words(one), _words(other)
    return first == second or first ^ second <= {"award", "prize"}


def _same_recipient(row: AwardStatement, other: AwardStatement) -> bool:
    """Equal, or one the short form of the other. A name that a table has lost may be anybody, and so may 'it'."""
    if row.recipient is None:
        return other.recipient is None or row.extractor == TABLE
    if other.recipient is None:
        return True
    first, second = _words(row.recipient.text), _words(other.recipient.text)
    if row.extractor == TABLE and row.work is not None and row.result is None and second == _words(row.work.text):
        return True  # a person's page: the prose gives the prize to the work that the row names
    return first <= second or second <= first


def _words(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"(?<=[a-z]{3})s$", "", word) for word in fold(text).split() if word not in SMALL_WORDS)


def _combine(row: AwardStatement, other: AwardStatement) -> AwardStatement:
    """The row, with what only the other statement says."""
    return replace(
        row,
        edition=row.edition if row.edition is not None else other.edition,
        year=row.year if row.year is not None else other.year,
        category=row.category if row.category is not None else other.category,
        recipient=row.recipient if row.recipient is not None else other.recipient,
        work=row.work if row.work is not None else other.work,
        result=row.result if row.result is not None else other.result,
        rank=row.rank if row.rank is not None else other.rank,
        evidence=row.evidence if len(row.evidence) >= MOST_EVIDENCE else _union(row, other),
    )


def _union(row: AwardStatement, other: AwardStatement) -> tuple[Span, ...]:
    return tuple(sorted({*row.evidence, *other.evidence}))
