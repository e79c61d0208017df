"""How disagreements over a predicate are settled: one stated policy per predicate."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.vocabulary.predicates import Predicate, load_predicates


@dataclass(frozen=True, slots=True)
class Policy:
    """`settle`: finest_date, latest_as_of, majority or keep_all; the last one holds as many values as are stated."""

    settle: str = "keep_all"
    seasonal: bool = True  # what an article says without a season is about the one run it knows
    widens: bool = False  # said of one form of a work it supports the same value said of the work
    by_language: bool = True  # another language is another question

    @property
    def holds_one(self) -> bool:
        return self.settle != "keep_all"


DEFAULT_POLICY = Policy()  # of a predicate that nobody described: nothing is dropped, nothing disputed


def load_policies() -> dict[str, Policy]:
    """The policies of all predicates of the vocabulary."""
    return {name: _policy(predicate) for name, predicate in load_predicates().items()}


def _policy(predicate: Predicate) -> Policy:
    of_a_form = predicate.about != "franchise"
    return Policy(
        settle=predicate.settle,
        seasonal=predicate.seasonal and of_a_form,
        widens=predicate.widens,
        by_language=of_a_form,
    )


def policy_of(policies: Mapping[str, Policy], predicate: str) -> Policy:
    return policies.get(predicate, DEFAULT_POLICY)
