"""How disagreements over a predicate are settled: one stated policy per predicate."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.vocabulary.predicates import Predicate, load_predicates

# Said of the work in all its seasons and, as a rule, in all its forms, even where an article names one of them.
_OF_THE_WHOLE = frozenset(("based_on", "character", "genre", "inspired_by", "setting"))


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
    whole = predicate.about == "franchise" or predicate.name in _OF_THE_WHOLE
    return Policy(
        settle=predicate.settle,
        seasonal=not whole,
        widens=predicate.name in ("genre", "setting"),
        by_language=predicate.about != "franchise",
    )


def policy_of(policies: Mapping[str, Policy], predicate: str) -> Policy:
    return policies.get(predicate, DEFAULT_POLICY)
