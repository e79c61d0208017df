"""The likeliest topic: a log-linear choice between candidates (McFadden's conditional logit, 1974) and none of them."""

import json
from collections.abc import Sequence
from functools import cache
from math import exp
from pathlib import Path

from pipeline.extract.topics.signs import Candidate, Signs
from pipeline.records import Name

WEIGHTS = Path(__file__).parents[1] / "model" / "topics" / "weights.json"
LIKELY = 0.3  # the least chance of a topic: what is said of a wrong one is wrong


def choose(named: Sequence[Candidate], none: Signs) -> Name | None:
    """The candidate that the most speaks for, of equals the first; None where it is not likely enough."""
    if not named:
        return None
    weights = [_weight(c.signs) for c in named]
    most = max(weights)
    chance = 1 / (exp(_weight(none) - most) + sum(exp(weight - most) for weight in weights))
    return named[weights.index(most)].name if chance >= LIKELY else None


def _weight(signs: Signs) -> float:
    weights = load_weights()
    return sum(weights[sign] * value for sign, value in signs.items())


@cache
def load_weights() -> dict[str, float]:
    """Those that `training.fit_topics` wrote."""
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights
