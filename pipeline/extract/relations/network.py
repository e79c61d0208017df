"""The ONNX network of relations: what is stated of each candidate, of which other one, and of which form of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy

from pipeline.extract.relations.scenes import Scene
from pipeline.extract.transformer.component import VECTORS, VOCABULARY
from pipeline.extract.transformer.encoding import WordPieces
from pipeline.extract.transformer.network import Network
from pipeline.extract.transformer.vectors import WordVectors

NETWORK, LABELS = "network.onnx", "labels.json"
OUTPUTS = ["predicates", "subjects", "roles", "forms"]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the outputs mean. `slots` are qualifiers that name another candidate: the character of a voice actor."""

    predicates: tuple[str, ...]
    slots: tuple[str, ...]
    forms: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Of the candidates of a scene, as logarithms.

    `predicates` [candidates, predicates]: that the candidate is the value of one (log-odds). `subjects` [candidates,
    candidates] plus `roles` [predicates and slots, candidates]: that a candidate is what it is said of. `forms`
    [candidates, forms]: the form of the work it is said of.
    """

    predicates: numpy.ndarray
    subjects: numpy.ndarray
    roles: numpy.ndarray
    forms: numpy.ndarray


class RelationNetwork:
    """One scene at a time, on one thread, like the tagger."""

    def __init__(self, network: Network, labels: Labels, wordpieces: WordPieces, vectors: WordVectors) -> None:
        self.network, self.labels, self.wordpieces, self.vectors = network, labels, wordpieces, vectors

    def scores(self, scene: Scene) -> Scores:
        given = {
            "vectors": self.vectors.of(scene.pieces),
            "shapes": numpy.array([scene.shapes], dtype="int64"),
            "kinds": numpy.array([scene.kinds], dtype="int64"),
            "firsts": numpy.array([p.first for p in scene.placed], dtype="int64"),
            "lasts": numpy.array([p.last for p in scene.placed], dtype="int64"),
        }
        found: Sequence[numpy.ndarray] = self.network.run(OUTPUTS, given)
        return Scores(*found)


@cache
def load_relations(folder: Path | None = None) -> RelationNetwork:
    """The shipped network, or the one in a folder; loaded once per process."""
    place: Traversable = folder or files("pipeline.extract") / "model" / "relations"
    labels = json.loads((place / LABELS).read_text(encoding="utf-8"))
    return RelationNetwork(
        Network((place / NETWORK).read_bytes()),
        Labels(tuple(labels["predicates"]), tuple(labels["slots"]), tuple(labels["forms"])),
        load_wordpieces(),
        WordVectors((_tagger() / VECTORS).read_bytes()),
    )


def load_wordpieces() -> WordPieces:
    """Those of the shipped tagger."""
    return WordPieces((_tagger() / VOCABULARY).read_text(encoding="utf-8").split("\n")[:-1])


def _tagger() -> Traversable:
    """What the accurate pipeline's recogniser has and relations use as well."""
    return files("pipeline.extract") / "model" / "accurate" / "ner"
