"""From claims of any origin to facts and explained conflicts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.reconcile.candidates import collect_answers
from pipeline.reconcile.decisions import Decision, DecisionKeys, Decisions
from pipeline.reconcile.facts import conflicts_of, facts_of
from pipeline.reconcile.policy import Policy, load_policies, policy_of
from pipeline.reconcile.settle import settle
from pipeline.reconcile.slots import Slot, group_claims, subject_key
from pipeline.reconcile.spellings import Misspelt, entity_spellings, misspellings, value_spellings
from pipeline.reconcile.trust import Question, Sources, Trust, learn_trust, questions_of
from pipeline.records import Claim, Conflict, Entity, Fact

_Groups = Mapping[Slot, Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Facts sorted by id, conflicts sorted by id. Every claim supports exactly one fact.

    `decided` and `kept` count the questions that were decided now and those whose decision was kept from before.
    """

    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]
    decided: int = 0
    kept: int = 0


def reconcile_claims(
    claims: Iterable[Claim],
    entities: Iterable[Entity] = (),
    policies: Mapping[str, Policy] | None = None,
    sources: Sources | None = None,
    decisions: Decisions | None = None,
) -> Reconciled:
    """Answers each question once, with the reason; losing values stay as facts with status superseded or disputed.

    Needs no entities: claims without ids are grouped by their names. `policies` defaults to those of the vocabulary.
    `sources` says who stands behind an article (its publisher); else each article speaks for itself. Where enough
    questions are disputed, claims count as far as their sources prove reliable, and copies count once.
    `decisions` are kept from call to call: only subjects of whom something else is said are decided anew.
    """
    known = {entity.entity_id: entity for entity in entities}.values()
    rules = load_policies() if policies is None else policies
    misspelt = misspellings(known)
    keys = None if decisions is None else DecisionKeys(rules, misspelt, sources or {})
    cases = [_Case(about, rules, decisions, keys) for about in _by_subject(claims)]
    trust = learn_trust((question for case in cases for question in case.learned_from), sources or {})
    facts: list[Fact] = []
    conflicts = entity_spellings(known)
    decided = kept = 0
    for case in cases:
        decision = case.kept
        if decision is None or decision.figures != trust.figures(decision.learned_from):
            decision = case.decide(trust, misspelt)
            decided += decision.n_questions
            if decisions is not None:
                decisions[case.key] = decision
        else:
            kept += decision.n_questions
        facts.extend(decision.facts)
        conflicts.extend(decision.conflicts)
    facts.sort(key=lambda fact: fact.fact_id)
    conflicts.sort(key=lambda conflict: conflict.conflict_id)
    return Reconciled(tuple(facts), tuple(conflicts), decided, kept)


def _by_subject(claims: Iterable[Claim]) -> Iterable[list[Claim]]:
    subjects: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        subjects[subject_key(claim)].append(claim)
    return subjects.values()


class _Case:
    """All claims about one subject, and what was decided about them before, if anything."""

    def __init__(
        self,
        claims: Sequence[Claim],
        policies: Mapping[str, Policy],
        decisions: Decisions | None,
        keys: DecisionKeys | None,
    ) -> None:
        self._claims, self._policies = claims, policies
        self.key = keys.of(claims) if keys else ""
        self.kept = decisions.get(self.key) if decisions is not None else None
        self._groups: _Groups | None = None if self.kept else group_claims(claims, policies)
        self.learned_from: tuple[Question, ...] = (
            self.kept.learned_from if self.kept else questions_of(self._groups or {}, policies)
        )

    def decide(self, trust: Trust, misspelt: Misspelt) -> Decision:
        groups = group_claims(self._claims, self._policies) if self._groups is None else self._groups
        facts: list[Fact] = []
        conflicts: list[Conflict] = []
        for slot, group in groups.items():
            answers = collect_answers(group, trust)
            settlement = settle(answers, policy_of(self._policies, slot.predicate))
            facts.extend(facts_of(slot, settlement))
            conflicts.extend(conflicts_of(slot, settlement))
            conflicts.extend(value_spellings(slot, answers, misspelt))
        figures = trust.figures(self.learned_from)
        return Decision(len(groups), self.learned_from, figures, tuple(facts), tuple(conflicts))
