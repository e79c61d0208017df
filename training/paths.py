"""The loss of a whole passage: how likely its right sequence of tags is among the sequences that are allowed."""

import torch
from torch import Tensor

NONE = -1e4  # the score of what is not right
HOPELESS = 1e3  # a passage with no right sequence, since two names share a word, teaches nothing


def path_loss(scores: Tensor, right: Tensor, counts: list[int]) -> Tensor:
    """Per word, of passages of `counts` words, one after another. `right`: the right tags of each word.

    The scores of all allowed sequences are summed, and of all that are right, by the same recursion: an entity goes on
    until its LAST, and after it anything may begin. What is decoded at run time is what is trained.
    """
    words = torch.tensor(counts)
    every = torch.nn.utils.rnn.pad_sequence(list(scores.split(counts)), batch_first=True)
    good = torch.nn.utils.rnn.pad_sequence(list(right.split(counts)), batch_first=True)
    total = _summed(torch.cat([every.masked_fill(~good, NONE), every]), words.repeat(2))
    gaps = total[len(counts) :] - total[: len(counts)]
    sound = gaps.detach() < HOPELESS
    return gaps[sound].sum() / words[sound].sum().clamp(min=1)


def _summed(scores: Tensor, words: Tensor) -> Tensor:
    """Log of the summed exponentials of all allowed sequences' scores."""
    outside, named = scores[..., 0], scores[..., 1:].unflatten(-1, (-1, 4))  # BEGIN, INSIDE, LAST, UNIT of each label
    none = torch.full_like(named[:, 0, :, 0], NONE)
    state = (outside[:, :1], named[:, 0, :, 0], none, none, named[:, 0, :, 3])
    for i in range(1, scores.shape[1]):
        free, begun, inside, ended, alone = state
        closed = torch.logsumexp(torch.cat([free, ended, alone], 1), 1, keepdim=True)
        opened = torch.logaddexp(begun, inside)
        begin, go_on, end, unit = named[:, i].unbind(-1)
        moved = (closed + outside[:, i : i + 1], closed + begin, opened + go_on, opened + end, closed + unit)
        live = (i < words)[:, None]
        state = tuple(torch.where(live, new, old) for new, old in zip(moved, state, strict=True))
    return torch.logsumexp(torch.cat(state, 1), 1)
