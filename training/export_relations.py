"""A checkpoint of `training.fit_relations` as the shipped network: an ONNX graph with eight-bit weights and its labels.

usage: python -m training.export_relations CHECKPOINT --out pipeline/extract/model/relations
"""

import argparse
import json
import math
from pathlib import Path

import numpy
import onnx
import torch
from onnx import TensorProto, helper

from pipeline.extract.relations.network import LABELS, NETWORK, OUTPUTS
from training.export import Graph, embedded, encoded, inputs_of, model_of
from training.relation_network import POINTER
from training.stated import FORMS, PREDICATES, SLOTS

Weights = dict[str, numpy.ndarray]


def network(weights: Weights) -> onnx.ModelProto:
    """`vectors` [1, n, WIDTH], `shapes`, `kinds` [1, n], `firsts`, `lasts` [m] in; `relations.network.Scores` out."""
    graph = Graph()
    kinds = graph("Gather", graph.constant(weights["kinds.weight"], "kind_table"), "kinds")
    x = encoded(graph, embedded(graph, weights, more=kinds), weights)
    x = graph("Squeeze", x, graph.constant(numpy.array([0])))
    spans = graph("Concat", *(graph("Gather", x, which, axis=0) for which in ("firsts", "lasts")), axis=1)
    thought = graph("Tanh", plain(graph, spans, weights, "hidden"))
    keys = graph("Transpose", plain(graph, spans, weights, "keys"), perm=[1, 0])
    scale = graph.constant(numpy.array(1 / math.sqrt(POINTER), dtype="float32"))
    queries = graph("Mul", plain(graph, spans, weights, "queries"), scale)
    found = (
        plain(graph, thought, weights, "predicates"),
        graph("MatMul", queries, keys),
        graph("MatMul", graph.constant(weights["roles.weight"]), keys),
        plain(graph, thought, weights, "forms"),
    )
    for name, made in zip(OUTPUTS, found, strict=True):
        graph.nodes.append(helper.make_node("Identity", [made], [name], name=name))
    inputs = inputs_of(shapes=[1, "n"], kinds=[1, "n"], firsts=["m"], lasts=["m"])
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [None, None]) for name in OUTPUTS]
    return model_of(graph, "relations", inputs, outputs)


def plain(graph: Graph, x: str, weights: Weights, name: str) -> str:
    """A layer of one head, in 32 bits: they are small, and what they decide is read as a probability."""
    product = graph("MatMul", x, graph.constant(weights[f"{name}.weight"].T))
    return graph("Add", product, graph.constant(weights[f"{name}.bias"]))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    weights = {name: value.numpy() for name, value in torch.load(args.checkpoint).items()}
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / NETWORK).write_bytes(network(weights).SerializeToString(deterministic=True))
    labels = {"predicates": PREDICATES, "slots": SLOTS, "forms": FORMS}
    (args.out / LABELS).write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
