"""The network of relations: the tagger's encoder with kinds of candidates added to its input, and four heads."""

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.extract.relations.candidates import KINDS
from pipeline.extract.transformer.encoding import NO_SHAPE
from training.minilm import WIDTH, Tagger
from training.relation_examples import Example
from training.stated import FORMS, PREDICATES, SLOTS

POINTER = 128  # width of the vectors that point from a candidate to its subject
Outputs = tuple[Tensor, Tensor, Tensor, Tensor]


class Relations(Tagger):
    """Scores of candidates, which are given as the first and last piece of each; see `network.Scores`."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = nn.Embedding(1 + len(KINDS), WIDTH)
        self.hidden = nn.Linear(2 * WIDTH, WIDTH)
        self.predicates = nn.Linear(WIDTH, len(PREDICATES))
        self.forms = nn.Linear(WIDTH, len(FORMS))
        self.queries = nn.Linear(2 * WIDTH, POINTER)
        self.keys = nn.Linear(2 * WIDTH, POINTER)
        self.roles = nn.Linear(POINTER, len(PREDICATES) + len(SLOTS), bias=False)
        nn.init.zeros_(self.kinds.weight)
        nn.init.constant_(self.predicates.bias, -4.0)
        nn.init.normal_(self.roles.weight, std=0.02)

    def read(self, batch: Sequence[Example], hide: float = 0.0) -> list[Outputs]:
        """The outputs for each example; `hide` is the part of names whose pieces are hidden."""
        states = self.states_of(batch, hide)
        return [self.heads(states[row], example) for row, example in enumerate(batch)]

    def states_of(self, batch: Sequence[Example], hide: float) -> Tensor:
        longest = max(len(e.scene.pieces) for e in batch)
        pieces = torch.zeros(len(batch), longest, dtype=torch.long)
        shapes = torch.full_like(pieces, NO_SHAPE)
        kinds = torch.zeros_like(pieces)
        mask = torch.zeros(len(batch), 1, 1, longest, dtype=torch.bool)
        for row, example in enumerate(batch):
            scene = example.scene
            n = len(scene.pieces)
            pieces[row, :n] = torch.tensor(scene.pieces)
            shapes[row, :n] = torch.tensor(scene.shapes)
            kinds[row, :n] = torch.tensor(scene.kinds)
            mask[row, ..., :n] = True
            if hide:
                for placed in scene.placed:
                    if placed.name.label not in ("DATE", "NUMBER", "GENRE") and torch.rand(()) < hide:
                        pieces[row, placed.first : placed.last + 1] = MASK
        return self.states(self.embedded(pieces, shapes) + self.kinds(kinds), mask)

    def heads(self, states: Tensor, example: Example) -> Outputs:
        placed = example.scene.placed
        firsts = torch.tensor([p.first for p in placed])
        lasts = torch.tensor([p.last for p in placed])
        spans = functional.dropout(torch.cat([states[firsts], states[lasts]], 1), self.dropout, self.training)
        thought = torch.tanh(self.hidden(spans))
        keys = self.keys(spans)
        subjects = self.queries(spans) @ keys.T / math.sqrt(POINTER)
        return self.predicates(thought), subjects, self.roles(keys).T, self.forms(thought)


MASK = 103  # the number of WordPiece's [MASK]
