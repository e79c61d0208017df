"""The loss that the network is trained with, against sums over all sequences. Needs torch, which only training does."""

import itertools
import math

import pytest

torch = pytest.importorskip("torch", reason="torch is there for training only")

from pipeline.extract.transformer.decoding import ALLOWED, BEGIN, FIRST, LAST, TAGS, tag  # noqa: E402
from training.paths import path_loss  # noqa: E402


def by_hand(scores, right):
    every = good = 0.0
    for path in itertools.product(range(TAGS), repeat=len(scores)):
        if FIRST[path[0]] and all(ALLOWED[a, b] for a, b in itertools.pairwise(path)):
            chance = math.exp(sum(float(scores[i, t]) for i, t in enumerate(path)))
            every += chance
            good += chance * all(right[i, t] for i, t in enumerate(path))
    return math.log(every) - math.log(good)


def test_the_share_of_right_sequences_among_the_allowed():
    torch.manual_seed(0)
    scores, right = torch.randn(3 + 2, TAGS), torch.rand(5, TAGS) < 0.5
    expected = by_hand(scores[:3], right[:3]) + by_hand(scores[3:], right[3:])
    assert path_loss(scores, right, [3, 2]).item() * 5 == pytest.approx(expected, rel=1e-4)


def test_a_passage_without_a_right_sequence_teaches_nothing():
    torch.manual_seed(0)
    scores, right = torch.randn(2 + 1, TAGS), torch.zeros(3, TAGS, dtype=torch.bool)
    right[0, tag(BEGIN, 0)] = right[1, tag(BEGIN, 1)] = right[2, 0] = True
    assert path_loss(scores, right, [2, 1]).item() == pytest.approx(by_hand(scores[2:], right[2:]), rel=1e-4)
    right[1] = False
    right[1, tag(LAST, 0)] = True
    assert path_loss(scores, right, [2, 1]).item() * 3 == pytest.approx(
        by_hand(scores[:2], right[:2]) + by_hand(scores[2:], right[2:]), rel=1e-4
    )
