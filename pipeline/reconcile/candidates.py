"""The different answers that the claims of one question give, and how well each is supported."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property

from pipeline.reconcile.slots import value_key
from pipeline.reconcile.trust import NOTHING_KNOWN, Trust
from pipeline.records import Claim, Qualifiers
from pipeline.values import edtf
from pipeline.values.folding import fold
from pipeline.values.names import is_clipping, title_key

_QUALIFIERS = tuple(field.name for field in fields(Qualifiers))
_MAX_CLIPPED = 30  # values of one question that are compared as abbreviations of each other


@dataclass(frozen=True, eq=False)
class Answer:
    """Claims that state the same; the first one states it best."""

    claims: tuple[Claim, ...]
    trust: Trust = NOTHING_KNOWN

    @property
    def best(self) -> Claim:
        return self.claims[0]

    @cached_property
    def articles(self) -> tuple[str, ...]:
        return tuple(sorted({claim.doc_id for claim in self.claims}))

    @cached_property
    def support(self) -> float:
        """1 - product over sources of (1 - trust * score): grows with every independent source, never reaches 1."""
        best: dict[str, tuple[float, float]] = defaultdict(lambda: (0.0, 1.0))
        for claim in self.claims:
            believed = self.trust.of(claim) * min(max(claim.score, 0.0), 1.0)
            source = self.trust.source(claim)
            best[source] = max(best[source], (believed, self.trust.share(claim)))
        doubt = 1.0
        for source in sorted(best):
            believed, share = best[source]
            doubt *= (1 - believed) ** share
        return 1 - doubt

    @cached_property
    def votes(self) -> float:
        """Sources, each counting as much as it is reliable; articles of one source, and copies, count as one."""
        best: dict[str, float] = defaultdict(float)
        for claim in self.claims:
            source = self.trust.source(claim)
            best[source] = max(best[source], self.trust.vote(claim))
        return round(sum(best[source] for source in sorted(best)), 4)

    @cached_property
    def as_of(self) -> str | None:
        """When it held, as far as known: stated, or else the day of the article. The latest one of its claims."""
        dated = [day for day in map(claim_as_of, self.claims) if day is not None]
        return max(dated, key=when, default=None)

    @cached_property
    def asserted_on(self) -> date | None:
        return max((c.asserted_on for c in self.claims if c.asserted_on), default=None)

    def joined(self, others: Iterable["Answer"]) -> "Answer":
        """This answer, supported by the claims of others."""
        return Answer(self.claims + tuple(c for other in others for c in other.claims), self.trust)


def claim_as_of(claim: Claim) -> str | None:
    if claim.qualifiers.as_of:
        return claim.qualifiers.as_of
    return edtf.format_day(claim.asserted_on) if claim.asserted_on else None


def when(as_of: str | None) -> date:
    """The last day an as-of date can mean, for sorting; unknown ones first."""
    if as_of is None or not edtf.is_valid(as_of):
        return date.min
    return edtf.bounds(as_of)[1] or date.max


def collect_answers(claims: Sequence[Claim], trust: Trust = NOTHING_KNOWN) -> list[Answer]:
    """One answer per value, however it is spelt; well supported ones first."""
    if len(claims) == 1:  # most questions
        return [Answer(tuple(claims), trust)]
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_spelling_free_key(claim)].append(claim)
    _join_clippings(groups)
    return sorted((_answer(group, trust) for group in groups.values() if group), key=rank)


def rank(answer: Answer) -> tuple[object, ...]:
    return -answer.support, value_key(answer.best), answer.best.claim_id


def _answer(claims: list[Claim], trust: Trust) -> Answer:
    if len(claims) == 1:
        return Answer(tuple(claims), trust)
    sources: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        sources[claim.value].add(claim.doc_id)

    def merit(claim: Claim) -> tuple[object, ...]:
        """The spelling of most articles, not in capitals, the fullest; the claim that states most; the surest one."""
        stated = sum(getattr(claim.qualifiers, name) is not None for name in _QUALIFIERS)
        spelling = -len(sources[claim.value]), claim.value.isupper(), -len(claim.value)
        return *spelling, -stated, -claim.score, claim.claim_id

    return Answer(tuple(sorted(claims, key=merit)), trust)


def _spelling_free_key(claim: Claim) -> str:
    if claim.value_id is not None or claim.value_number is not None or edtf.is_valid(claim.value):
        return value_key(claim) if not edtf.is_valid(claim.value) else claim.value
    return title_key(claim.value)


def _join_clippings(groups: dict[str, list[Claim]]) -> None:
    """'sci-fi' joins 'science fiction' where both are stated."""
    texts = sorted(key for key, claims in groups.items() if _is_text(claims[0]))
    for short in texts if len(texts) <= _MAX_CLIPPED else ():
        clipped = groups[short][0].value
        full = [key for key in texts if key != short and groups[key] and is_clipping(clipped, groups[key][0].value)]
        if len(full) == 1:
            groups[full[0]] += groups[short]
            groups[short] = []


def _is_text(claim: Claim) -> bool:
    return claim.value_id is None and claim.value_number is None and fold(claim.value).replace(" ", "").isalpha()
