"""A checkpoint as the shipped pipeline: an ONNX graph with eight-bit weights, the WordPiece vocabulary, a spaCy config.

usage: python -m training.export CHECKPOINT --encoder FOLDER --out pipeline/extract/model/accurate
"""

import argparse
import shutil
from pathlib import Path

import numpy
import onnx
import spacy
import torch
from onnx import TensorProto, helper, numpy_helper

from pipeline.extract.transformer.component import FACTORY
from pipeline.extract.transformer.decoding import TAGS
from pipeline.extract.transformer.vectors import packed
from training.minilm import HEADS, LAYERS, WIDTH

OPSET = 20
RUNTIME = "com.microsoft"  # the domain of operators that only onnxruntime has
STEPS = 63  # of a weight to either side: 127 would overflow the sums of processors without VNNI, and gain little
META = {
    "name": "articlefacts_accurate",
    "version": "0.2.0",
    "description": "Named entities of articles about creative works: MiniLM, fine-tuned, eight-bit",
    "license": "Apache-2.0",
}


class Graph:
    """Collects nodes and constants; `graph("MatMul", a, b)` adds a node and names its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def __call__(self, kind: str, *inputs: str, **attributes: object) -> str:
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def quantise(self, x: str) -> tuple[str, str, str]:
        """x in eight bits, its scale, its zero."""
        name = f"quantised_{len(self.nodes)}"
        outputs = (name, f"{name}_scale", f"{name}_zero")
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], outputs, name=name))
        return outputs

    def constant(self, value: numpy.ndarray, name: str = "") -> str:
        name = name or f"constant_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(numpy.array(value, order="C"), name))
        return name


def embedded(graph: Graph, weights: dict[str, numpy.ndarray], more: str | None = None) -> str:
    """The sum of the three embeddings, and `more`; that of the words is given as `vectors`."""
    length = graph("Shape", "shapes", start=1, end=2)
    zero, axis = graph.constant(numpy.array([0])), graph.constant(numpy.array([0]))
    places = graph("Slice", graph.constant(weights["places.weight"], "places"), zero, length, axis)
    shapes = graph("Gather", graph.constant(weights["shapes.weight"], "shape_table"), "shapes")
    total = graph("Add", graph("Add", "vectors", places), shapes)
    total = graph("Add", total, more) if more else total
    return normed(graph, total, weights, "norm")


def word_vectors(weights: dict[str, numpy.ndarray]) -> bytes:
    """The largest embedding, in a file of its own that networks share: eight bits a value and a scale a row."""
    words = weights["words.weight"]
    scales = numpy.maximum(numpy.abs(words).max(axis=1, keepdims=True) / 127, 1e-8).astype("float32")
    return packed(numpy.round(words / scales).astype("int8"), scales)


def normed(graph: Graph, x: str, weights: dict[str, numpy.ndarray], name: str) -> str:
    scale, bias = (graph.constant(weights[f"{name}.{part}"]) for part in ("weight", "bias"))
    return graph("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)


def linear(graph: Graph, x: str, weights: dict[str, numpy.ndarray], name: str) -> str:
    """x times an eight-bit matrix with a scale a column; x becomes eight-bit, with one scale, when the network runs."""
    matrix = weights[f"{name}.weight"].T
    scales = (numpy.abs(matrix).max(axis=0) / STEPS).astype("float32")
    whole = graph.constant(numpy.round(matrix / scales).astype("int8"))
    scaled, scale, zero = graph.quantise(x)
    none = graph.constant(numpy.zeros(len(scales), dtype="int8"))
    product = graph("Cast", graph("MatMulInteger", scaled, whole, zero, none), to=TensorProto.FLOAT)
    product = graph("Mul", product, graph("Mul", scale, graph.constant(scales)))
    return graph("Add", product, graph.constant(weights[f"{name}.bias"]))


def attended(graph: Graph, x: str, weights: dict[str, numpy.ndarray], name: str) -> str:
    """onnxruntime's own operator: an eighth faster over a full window than the same of standard ones."""
    mixed = linear(graph, x, weights, name + "mixed")
    parts = [f"{name}{part}" for part in ("queries", "keys", "values")]
    sizes = graph.constant(numpy.array([WIDTH] * 3))
    graph.nodes.append(helper.make_node("Split", [mixed, sizes], parts, name=f"{name}split", axis=-1))
    seen = graph("MultiHeadAttention", *parts, domain=RUNTIME, num_heads=HEADS)
    return linear(graph, seen, weights, name + "attended")


def network(weights: dict[str, numpy.ndarray]) -> onnx.ModelProto:
    """`vectors` [1, n, WIDTH], `shapes` [1, n] and `firsts` [w] in; scores of tags [w, TAGS] out."""
    graph = Graph()
    x = encoded(graph, embedded(graph, weights), weights)
    x = graph("Gather", graph("Squeeze", x, graph.constant(numpy.array([0]))), "firsts", axis=0)
    product = graph("MatMul", x, graph.constant(weights["tags.weight"].T, "tag_weights"))
    graph.nodes.append(
        helper.make_node("Add", [product, graph.constant(weights["tags.bias"])], ["scores"], name="tag_scores")
    )
    inputs = inputs_of(shapes=[1, "n"], firsts=["w"])
    output = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["w", TAGS])
    return model_of(graph, "tagger", inputs, [output])


def inputs_of(**shapes: list[int | str]) -> list[onnx.ValueInfoProto]:
    """The vectors of words, and numbers of these shapes."""
    vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [1, "n", WIDTH])
    return [vectors, *(helper.make_tensor_value_info(n, TensorProto.INT64, shape) for n, shape in shapes.items())]


def encoded(graph: Graph, x: str, weights: dict[str, numpy.ndarray]) -> str:
    """What the layers make of x."""
    for number in range(LAYERS):
        name = f"layers.{number}."
        x = normed(graph, graph("Add", x, attended(graph, x, weights, name)), weights, name + "attended_norm")
        inner = graph("Gelu", linear(graph, x, weights, name + "inner"))
        x = normed(graph, graph("Add", x, linear(graph, inner, weights, name + "outer")), weights, name + "outer_norm")
    return x


def model_of(
    graph: Graph, name: str, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
) -> onnx.ModelProto:
    made = helper.make_graph(graph.nodes, name, inputs, outputs, graph.constants)
    versions = [helper.make_opsetid("", OPSET), helper.make_opsetid(RUNTIME, 1)]
    return helper.make_model(made, opset_imports=versions, ir_version=10)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    weights = {name: value.numpy() for name, value in torch.load(args.checkpoint).items()}
    nlp = spacy.blank("en")
    recogniser = nlp.add_pipe(FACTORY, name="ner")
    vocabulary = (args.encoder / "vocab.txt").read_text(encoding="utf-8")
    recogniser.load(network(weights).SerializeToString(deterministic=True), vocabulary, word_vectors(weights))
    nlp.meta.update(META)
    if args.out.exists():
        shutil.rmtree(args.out)
    nlp.to_disk(args.out, exclude=["vocab"])


if __name__ == "__main__":
    main()
