"""From claims of any origin to facts and explained conflicts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.reconcile.candidates import Answer, collect_answers
from pipeline.reconcile.explain import explain
from pipeline.reconcile.policy import Policy, load_policies, policy_of
from pipeline.reconcile.settle import Disagreement, Settlement, Verdict, settle
from pipeline.reconcile.slots import Slot, group_claims, value_key
from pipeline.reconcile.spellings import entity_spellings, value_spellings
from pipeline.reconcile.trust import Sources, learn_trust
from pipeline.records import Candidate, Claim, Conflict, Entity, Fact, Qualifiers
from pipeline.values.ids import content_id


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Facts sorted by id, conflicts sorted by id. Every claim supports exactly one fact."""

    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]


def reconcile_claims(
    claims: Iterable[Claim],
    entities: Iterable[Entity] = (),
    policies: Mapping[str, Policy] | None = None,
    sources: Sources | None = None,
) -> Reconciled:
    """Answers each question once, with the reason; losing values stay as facts with status superseded or disputed.

    Needs no entities: claims without ids are grouped by their names. `policies` defaults to those of the vocabulary.
    `sources` says who stands behind an article (its publisher); else each article speaks for itself. Where enough
    questions are disputed, claims count as far as their sources prove reliable, and copies count once.
    """
    known = {entity.entity_id: entity for entity in entities}
    chosen_policies = load_policies() if policies is None else policies
    facts: list[Fact] = []
    conflicts = entity_spellings(known.values())
    groups = group_claims(claims, chosen_policies)
    trust = learn_trust(groups, chosen_policies, sources or {})
    for slot, group in groups.items():
        answers = collect_answers(group, trust)
        settlement = settle(answers, policy_of(chosen_policies, slot.predicate))
        facts.extend(_facts(slot, settlement))
        conflicts.extend(_conflicts(slot, settlement))
        conflicts.extend(value_spellings(slot, answers, known))
    return Reconciled(
        tuple(sorted(facts, key=lambda f: f.fact_id)), tuple(sorted(conflicts, key=lambda c: c.conflict_id))
    )


def _facts(slot: Slot, settlement: Settlement) -> Iterator[Fact]:
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


def _conflicts(slot: Slot, settlement: Settlement) -> Iterator[Conflict]:
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
