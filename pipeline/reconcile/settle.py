"""The policies: from rival answers to facts with a status, and the conflicts that explain them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.reconcile.candidates import Answer, rank, when
from pipeline.reconcile.policy import Policy
from pipeline.records import Claim
from pipeline.values import edtf


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one answer."""

    answer: Answer
    status: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Answers that differ, what kind of difference it is and which one was chosen (None: nothing decides)."""

    kind: str
    answers: tuple[Answer, ...]
    chosen: Answer | None
    rule: str


@dataclass(frozen=True, slots=True)
class Settlement:
    verdicts: tuple[Verdict, ...]
    disagreements: tuple[Disagreement, ...] = ()


def settle(answers: Sequence[Answer], policy: Policy) -> Settlement:
    """Applies the predicate's policy to all answers to one question."""
    return _POLICIES[policy.settle](answers)


def keep_all(answers: Sequence[Answer]) -> Settlement:
    """Many values may hold together: every one is a fact."""
    return Settlement(tuple(_undisputed(answer) for answer in answers))


def majority(answers: Sequence[Answer]) -> Settlement:
    """One value holds: that of more articles. A tie stays open."""
    return _choose(answers, lambda answer: (_votes(answer),), "most articles")


def finest_date(answers: Sequence[Answer]) -> Settlement:
    """Coarser dates support the finer ones they cover; of dates that exclude each other, more articles decide, then
    the finer value, then the article written later."""
    heads, disagreements = _cover(answers)
    chosen = _choose(heads, _date_merit, "most articles, then finest date")
    return Settlement(chosen.verdicts, (*disagreements, *chosen.disagreements))


def _date_merit(answer: Answer) -> tuple[float, ...]:
    return _votes(answer), -_width(answer.best.value), (answer.asserted_on or date.min).toordinal()


def latest_as_of(answers: Sequence[Answer]) -> Settlement:
    """Counts grow: the latest one is current, earlier ones were true in their time. Of several counts of one day that
    of more articles is taken, then the higher one.
    """
    dated = [answer for answer in answers if answer.as_of is not None]
    if len(answers) < 2 or not dated:
        return majority(answers)
    newest = max(when(answer.as_of) for answer in dated)
    current = [answer for answer in dated if when(answer.as_of) == newest]
    older = [a for a in answers if a.as_of is None or when(a.as_of) < newest]
    past = [a for a in older if a.as_of is not None or _number(a) < _number(current[0])]
    unplaced = [a for a in older if a.as_of is None and _number(a) >= _number(current[0])]
    now = _choose([*current, *unplaced], lambda a: (_votes(a), _number(a)), "latest as-of, then most articles")
    verdicts = [*now.verdicts, *(Verdict(a, "superseded", a.support) for a in past)]
    chosen = now.verdicts[0].answer
    earlier = sorted(past, key=lambda a: when(a.as_of), reverse=True)
    change = Disagreement("temporal", (chosen, *earlier), chosen, "latest as-of")
    return Settlement(tuple(verdicts), ((change,) if past else ()) + now.disagreements)


_POLICIES: dict[str, Callable[[Sequence[Answer]], Settlement]] = {
    "keep_all": keep_all,
    "majority": majority,
    "finest_date": finest_date,
    "latest_as_of": latest_as_of,
}


def _undisputed(answer: Answer) -> Verdict:
    return Verdict(answer, "agreed" if len(answer.articles) > 1 else "single_source", answer.support)


def _choose(answers: Sequence[Answer], merit: Callable[[Answer], tuple[float, ...]], rule: str) -> Settlement:
    """The best answer beats its rivals. What one article states side by side with it is no rival: two events."""
    ranked = sorted(sorted(answers, key=rank), key=merit, reverse=True)
    if len(ranked) < 2:
        return keep_all(ranked)
    best = ranked[0]
    beside = [a for a in ranked[1:] if not set(best.articles).isdisjoint(a.articles)]
    rivals = [a for a in ranked[1:] if set(best.articles).isdisjoint(a.articles)]
    if not rivals:
        return keep_all(ranked)
    tied = merit(rivals[0]) == merit(best)
    strength = sum(a.support for a in (best, *rivals))
    won = Verdict(best, "disputed" if tied else "preferred", best.support * best.support / strength)
    lost = [Verdict(a, "disputed", a.support * a.support / strength) for a in rivals]
    disagreement = Disagreement("contradiction", (best, *rivals), None if tied else best, _rule(rule, best, rivals[0]))
    return Settlement((won, *(_undisputed(a) for a in beside), *lost), (disagreement,))


def _rule(rule: str, best: Answer, rival: Answer) -> str:
    """Where articles do not count alike, the rule says so and with which figures."""
    if best.votes == len(best.articles) and rival.votes == len(rival.articles):
        return rule
    counts = f"articles by reliability, copies and one outlet once: {best.votes:.2f} against {rival.votes:.2f}"
    return rule.replace("most articles", counts)


def _cover(answers: Sequence[Answer]) -> tuple[list[Answer], list[Disagreement]]:
    """Each date with the coarser ones that cover it (the best supported one, where they cover several)."""
    covered: dict[int, list[Answer]] = {}
    heads: list[Answer] = []
    for answer in sorted(answers, key=lambda a: (_width(a.best.value), *rank(a))):
        is_day = _width(answer.best.value) == 0  # covers nothing but itself
        finer = [] if is_day else [i for i, head in enumerate(heads) if _covers(answer.best, head.best)]
        if finer:
            covered[max(finer, key=lambda i: (len(heads[i].articles), -i))].append(answer)
        else:
            covered[len(heads)] = []
            heads.append(answer)
    joined = [head.joined(covered[i]) for i, head in enumerate(heads)]
    disagreements = [
        Disagreement("granularity", (heads[i], *covered[i]), joined[i], "finest date")
        for i in range(len(heads))
        if covered[i]
    ]
    return joined, disagreements


def _covers(coarse: Claim, fine: Claim) -> bool:
    return edtf.is_valid(coarse.value) and edtf.is_valid(fine.value) and edtf.covers(coarse.value, fine.value)


def _width(value: str) -> int:
    """Days that a date may mean; open and unreadable ones are widest."""
    if not edtf.is_valid(value):
        return 10**7
    earliest, latest = edtf.bounds(value)
    return (latest - earliest).days if earliest and latest else 10**6


def _votes(answer: Answer) -> float:
    return answer.votes


def _number(answer: Answer) -> float:
    return answer.best.value_number or 0.0
