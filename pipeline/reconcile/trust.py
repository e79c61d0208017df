"""How far each claim is believed: as far as its source proved right where sources disagree, and copies count once."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.reconcile.policy import Policy, policy_of
from pipeline.reconcile.slots import Slot, value_key
from pipeline.records import Claim
from pipeline.values import edtf

TRUST = 0.75  # how far the average article that states something outright is believed
_SETTLED = ("majority", "finest_date")  # policies under which different values exclude each other
_MIN_QUESTIONS = 50  # with several answers; fewer say nothing about their sources
_MIN_CLAIMS = 8  # of one source, contradicted by others; fewer say nothing about it
_DECIMALS = 2  # one more article seldom changes how far the others are believed

Sources = Mapping[str, str]  # for an article whoever stands behind it: its publisher
Figures = tuple[tuple[float, float], ...]  # of each claim how far it is believed and its share of a vote


@dataclass(frozen=True, slots=True)
class Question:
    """One that several claims answer, of whose answers one only can hold."""

    slot: str
    predicate: str
    said: tuple[tuple[str, str, str], ...]  # claim_id, doc_id, answer

    @property
    def is_contested(self) -> bool:
        return len({answer for _, _, answer in self.said}) > 1


@dataclass(frozen=True, slots=True)
class Trust:
    """By claim id; claims that nothing is known about are believed like those of the average article."""

    believed: Mapping[str, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    sources: Sources = field(default_factory=dict)

    def source(self, claim: Claim) -> str:
        """Whoever stands behind the claim's article; the article itself where nobody is known to."""
        return self.sources.get(claim.doc_id, claim.doc_id)

    def of(self, claim: Claim) -> float:
        return self.believed.get(claim.claim_id, TRUST)

    def share(self, claim: Claim) -> float:
        """Of a vote: less than 1 where sources that copy one another state the same."""
        return self.shares.get(claim.claim_id, 1.0)

    def vote(self, claim: Claim) -> float:
        """1 for the average article."""
        if not self.believed and not self.shares:
            return 1.0
        return self.share(claim) * max(_logit(self.of(claim)) / _logit(TRUST), 0.1)

    def figures(self, questions: Iterable[Question]) -> Figures:
        """All that was learned of the claims that answer these questions; empty where nothing was."""
        if not self.believed and not self.shares:
            return ()
        ids = [claim_id for question in questions for claim_id, _, _ in question.said]
        found = tuple((self.believed.get(i, TRUST), self.shares.get(i, 1.0)) for i in ids)
        return found if any(each != (TRUST, 1.0) for each in found) else ()


NOTHING_KNOWN = Trust()


def questions_of(groups: Mapping[Slot, Sequence[Claim]], policies: Mapping[str, Policy]) -> tuple[Question, ...]:
    """The questions from which the reliability of sources can be learned."""
    return tuple(
        Question("\t".join(map(str, slot)), slot.predicate, tuple((c.claim_id, c.doc_id, _answer(c)) for c in group))
        for slot, group in groups.items()
        if len(group) > 1 and policy_of(policies, slot.predicate).settle in _SETTLED
    )


def learn_trust(questions: Iterable[Question], sources: Sources) -> Trust:
    """From the questions that several articles answer. Too few of them: nothing is known."""
    questions = tuple(questions)
    contested = [question for question in questions if question.is_contested]
    speaking = Counter(sources.get(doc_id, doc_id) for question in contested for _, doc_id, _ in question.said)
    if len(contested) < _MIN_QUESTIONS or max(speaking.values()) < _MIN_CLAIMS:
        return Trust(sources=sources)
    from pipeline.reconcile.fusion.assess import assess  # loads pandas, which few runs need

    stated = {
        claim_id: (sources.get(doc_id, doc_id), question.slot, question.predicate, answer)
        for question in questions
        for claim_id, doc_id, answer in question.said
    }
    assessed = assess(sorted(set(stated.values())), _coarser({key[3] for key in stated.values()}))
    found = {claim_id: assessed[key] for claim_id, key in stated.items() if key in assessed}
    return Trust(
        {c: _probability(_odds(TRUST) * a.lift) for c, a in found.items() if a.contested >= _MIN_CLAIMS},
        {c: round(a.share, _DECIMALS) for c, a in found.items() if round(a.share, _DECIMALS) < 1},
        sources,
    )


def _answer(claim: Claim) -> str:
    """Values as the fusion compares them; folded, so that one text stands for each."""
    return claim.value if edtf.is_valid(claim.value) else value_key(claim)


def _coarser(values: set[str]) -> dict[str, frozenset[str]]:
    """'2021-07' and '2021' of '2021-07-21'."""
    days = (value for value in values if len(value) > 4 and value[:4].isdigit() and edtf.is_valid(value))
    return {day: frozenset({day[:7], day[:4]} - {day}) & values for day in days}


def _odds(probability: float) -> float:
    return probability / (1 - probability)


def _probability(odds: float) -> float:
    return round(odds / (1 + odds), _DECIMALS)


def _logit(probability: float) -> float:
    return math.log(_odds(probability))
