"""Awards told by several articles become one row each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.reconcile.trust import TRUST
from pipeline.records import Award, AwardClaim, DocumentSpan
from pipeline.values.folding import fold
from pipeline.values.ids import content_id
from pipeline.values.names import title_core, without_year

_SUPERLATIVES = frozenset(("best", "most", "top"))
_T = TypeVar("_T")
_Row = list[AwardClaim]  # claims of one result, the most complete one first


def reconcile_awards(claims: Iterable[AwardClaim]) -> tuple[Award, ...]:
    """One row per award, category, recipient and year, sorted by id.

    What one article leaves out (year, edition, category, result) another fills in, where only one of its rows fits.
    A nomination and a win are one row, won. Other results that exclude each other stay as rows of status disputed.
    """
    buckets: dict[tuple[str, ...], list[AwardClaim]] = defaultdict(list)
    for claim in sorted(claims, key=_order):
        buckets[_bucket(claim)].append(claim)
    awards = [award for key in sorted(buckets) for award in _awards(buckets[key])]
    return tuple(sorted(awards, key=lambda award: award.award_id))


def _order(claim: AwardClaim) -> tuple[object, ...]:
    """Complete claims first: the others have to find their place among them. No two different claims tie."""
    stated = (claim.year, claim.edition, claim.category, claim.result, claim.rank, claim.work)
    who = (claim.recipient, claim.recipient_id, claim.work_id, claim.score)
    spelt = tuple(map(str, (*stated, *who)))
    return -sum(part is not None for part in stated), claim.doc_id, claim.evidence, claim.award, spelt


def _bucket(claim: AwardClaim) -> tuple[str, ...]:
    """Claims that can be about one row. Without a recipient there is too little to fill gaps with: all must agree."""
    name = award_key(claim.award)
    if claim.recipient is None:
        return (name, "", *map(str, (_category(claim), claim.year, claim.edition, claim.result, claim.rank)))
    return name, claim.recipient_id or fold(claim.recipient)


def award_key(award: str) -> str:
    """Free of leading article, year and plural: 'The Larkspur Awards 2031' and 'Larkspur Award' are one award."""
    return " ".join(word.removesuffix("s") for word in title_core(without_year(award)).split())


def _category(claim: AwardClaim) -> str:
    return fold(claim.category or "")


def _awards(claims: Sequence[AwardClaim]) -> list[Award]:
    rows: list[_Row] = []
    for claim in claims:
        equal = [row for row in rows if _identity(row[0]) == _identity(claim)]
        fitting = equal[:1] or [row for row in rows if all(_fits(claim, other) for other in row)]
        if len(fitting) == 1:
            fitting[0].append(claim)
        else:
            rows.append([claim])
    awards = [_award(row) for row in rows]
    rivals = _rivals(awards, rows)
    return [_disputed(award) if i in rivals else award for i, award in enumerate(awards)]


def _identity(claim: AwardClaim) -> tuple[object, ...]:
    return _category(claim), claim.year, claim.edition, claim.result, claim.rank, claim.work_id


def _fits(claim: AwardClaim, other: AwardClaim) -> bool:
    if claim.doc_id == other.doc_id and _category(claim) != _category(other):
        return False
    gaps = ((claim.year, other.year), (claim.edition, other.edition), (claim.rank, other.rank))
    if not all(a is None or b is None or a == b for a, b in (*gaps, (claim.work_id, other.work_id))):
        return False
    if not _same_result(claim.result, other.result):
        return False
    return "" in (_category(claim), _category(other)) or _same_category(claim, other)


def _same_result(one: str | None, other: str | None) -> bool:
    return one == other or None in (one, other) or {one, other} == {"won", "nominated"}


def _same_category(claim: AwardClaim, other: AwardClaim) -> bool:
    """The same words; or the same place in a ranking of the same year, which one article describes ('most popular
    novel') and the other calls by its name."""
    if _category(claim) == _category(other):
        return True
    ranked = claim.rank is not None and claim.rank == other.rank and claim.year is not None and claim.year == other.year
    return ranked and claim.doc_id != other.doc_id and _is_description(claim) != _is_description(other)


def _is_description(claim: AwardClaim) -> bool:
    return _category(claim).split()[:1] != [] and _category(claim).split()[0] in _SUPERLATIVES


def _award(row: _Row) -> Award:
    first = row[0]
    won = "won" if any(claim.result == "won" for claim in row) else None
    return _identified(
        Award(
            award_id="",
            award=_most_used([claim.award for claim in row]),
            edition=_first(claim.edition for claim in row),
            year=_first(claim.year for claim in row),
            category=_best_category(row),
            recipient=first.recipient,
            recipient_id=first.recipient_id,
            recipient_label=first.recipient_label,
            work=_first(claim.work for claim in row),
            work_id=_first(claim.work_id for claim in row),
            result=won or _first(claim.result for claim in row),
            rank=_first(claim.rank for claim in row),
            status="agreed" if len({claim.doc_id for claim in row}) > 1 else "single_source",
            confidence=round(_support(row), 4),
            evidence=_evidence(row),
        )
    )


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value is not None), None)


def _most_used(words: Sequence[str]) -> str:
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word))


def _best_category(row: _Row) -> str | None:
    """A name goes before a description."""
    named = [c.category for c in row if c.category is not None and not _is_description(c)]
    stated = named or [c.category for c in row if c.category is not None]
    return _most_used(stated) if stated else None


def _support(row: _Row) -> float:
    """1 - product over articles of (1 - TRUST * score), as for facts."""
    best: dict[str, float] = defaultdict(float)
    for claim in row:
        best[claim.doc_id] = max(best[claim.doc_id], min(max(claim.score, 0.0), 1.0))
    doubt = 1.0
    for doc_id in sorted(best):
        doubt *= 1 - TRUST * best[doc_id]
    return 1 - doubt


def _evidence(row: _Row) -> tuple[DocumentSpan, ...]:
    spans = {DocumentSpan(claim.doc_id, span.start, span.end) for claim in row for span in claim.evidence}
    return tuple(sorted(spans, key=lambda span: (span.doc_id, span.start, span.end)))


def _rivals(awards: Sequence[Award], rows: Sequence[_Row]) -> set[int]:
    """Rows of different articles that give the same award, category and year different results or ranks."""
    places: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, award in enumerate(awards):
        places[fold(award.category or ""), award.year, award.edition, award.work_id].append(i)
    documents = [{claim.doc_id for claim in row} for row in rows]
    return {i for group in places.values() for i in group for j in group if i != j and not documents[i] & documents[j]}


def _disputed(award: Award) -> Award:
    return replace(award, status="disputed", confidence=round(award.confidence / 2, 4))


def _identified(award: Award) -> Award:
    who = award.recipient_id or fold(award.recipient or "")
    parts = (fold(award.category or ""), who, award.year, award.edition, award.result, award.rank, award.work_id)
    extra = () if who else (award.evidence[0].doc_id, award.evidence[0].start)
    return replace(award, award_id=content_id("awd", award_key(award.award), *parts, *extra))
