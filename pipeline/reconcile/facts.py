"""What was settled, as rows: facts and explained conflicts."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.reconcile.candidates import Answer
from pipeline.reconcile.explain import explain
from pipeline.reconcile.settle import Disagreement, Settlement, Verdict
from pipeline.reconcile.slots import Slot, value_key
from pipeline.records import Candidate, Conflict, Fact, Qualifiers
from pipeline.values.ids import content_id


def facts_of(slot: Slot, settlement: Settlement) -> Iterator[Fact]:
    """One per answer, losing ones too."""
    for verdict in settlement.verdicts:
        yield _fact(slot, verdict)


def _fact(slot: Slot, verdict: Verdict) -> Fact:
    answer, best = verdict.answer, verdict.answer.best
    return Fact(
        fact_id=content_id("fct", *slot, value_key(best)),
        subject=best.subject,
        subject_id=best.subject_id,
        medium=slot.medium or None,
        season=slot.season or None,
        predicate=best.predicate,
        value=best.value,
        value_id=best.value_id,
        value_number=best.value_number,
        value_earliest=best.value_earliest,
        value_latest=best.value_latest,
        qualifiers=_qualifiers(answer),
        asserted_on=answer.asserted_on,
        status=verdict.status,
        confidence=round(verdict.confidence, 4),
        n_sources=len(answer.articles),
        claim_ids=tuple(sorted(claim.claim_id for claim in answer.claims)),
    )


def _qualifiers(answer: Answer) -> Qualifiers:
    """Those of the best claim; a count also gets the day it was given."""
    stated = answer.best.qualifiers
    is_count = answer.best.value_number is not None
    return replace(stated, as_of=answer.as_of) if is_count or stated.as_of else stated


def conflicts_of(slot: Slot, settlement: Settlement) -> Iterator[Conflict]:
    """One per disagreement, with the reason."""
    for disagreement in settlement.disagreements:
        best = disagreement.answers[0].best
        yield Conflict(
            conflict_id=content_id("cfl", *slot, disagreement.kind, value_key(best)),
            subject=best.subject,
            subject_id=best.subject_id,
            medium=slot.medium or None,
            season=slot.season or None,
            predicate=slot.predicate,
            kind=disagreement.kind,
            candidates=tuple(_candidate(answer) for answer in disagreement.answers),
            chosen=_chosen_value(disagreement),
            rule=disagreement.rule,
            explanation=explain(disagreement, slot.predicate),
        )


def _chosen_value(disagreement: Disagreement) -> str | None:
    return disagreement.chosen.best.value if disagreement.chosen else None


def _candidate(answer: Answer) -> Candidate:
    claim_ids = tuple(sorted(claim.claim_id for claim in answer.claims))
    return Candidate(answer.best.value, claim_ids, answer.articles, round(answer.support, 4))
