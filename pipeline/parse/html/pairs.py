"""Keys with their values outside of tables: definition lists, boxes of labels and values."""

from dataclasses import dataclass

from pipeline.parse.html.attributes import is_unseen
from pipeline.parse.html.inline import cell_text
from pipeline.parse.html.tree import HEADINGS, Node
from pipeline.parse.markup import MarkedText

LONGEST_KEY, LONGEST_VALUE = 40, 200
KEYS = HEADINGS | {"dt", "th", "strong", "b"}
VALUES = frozenset("div dd td p span ul".split())
FEWEST = 2
LARGEST_PAIR = 8_000  # characters of markup


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value, as in 'Directed by' and 'Ann Oba'."""

    key: MarkedText
    value: MarkedText


def find_pairs(node: Node, raw: str) -> list[Pair]:
    """The pairs of a list or a box, if it holds hardly anything else; else none.

    A list whose values are sentences explains terms, it states no facts one by one.
    """
    pairs = _definitions(node, raw) if node.name == "dl" else _labelled(node, raw)
    long = any(len(p.key.text) > LONGEST_KEY or len(p.value.text) > LONGEST_VALUE for p in pairs)
    said = sum(p.value.text.endswith((".", "!", "?")) and p.value.text.count(" ") > 3 for p in pairs)
    return [] if long or said or len(pairs) < FEWEST else pairs


def make_pair(key: MarkedText, value: MarkedText) -> Pair | None:
    """The pair, its key without the colon; None for a key that is nothing else."""
    name = key.part(0, len(key.text.rstrip(" :")))
    return Pair(name, value) if name is not None else None


def pair_of(node: Node, raw: str) -> Pair | None:
    """The element as a pair: a label and one more element, nothing else."""
    if not 2 <= len(node.children) <= 8:
        return None
    inner = list(node.elements)
    if len(inner) != 2:
        return None
    if inner[0].name not in KEYS or inner[1].name not in VALUES:
        return None
    return _pair(inner[0], inner[1], raw)


def _definitions(node: Node, raw: str) -> list[Pair]:
    pairs: list[Pair] = []
    key: Node | None = None
    for child in node.elements:
        if child.name == "div" and (pair := pair_of(child, raw)) is not None:
            pairs.append(pair)
        elif child.name == "dt":
            key = child
        elif child.name != "dd" or key is None:
            return []  # a value without a key, or something else
        elif (pair := _pair(key, child, raw)) is None:
            return []
        else:
            pairs.append(pair)
            key = None
    return pairs


def _labelled(node: Node, raw: str) -> list[Pair]:
    """The pairs below an element, none inside another."""
    pairs: list[Pair] = []
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        if (pair := pair_of(inner, raw)) is not None:
            pairs.append(pair)
        else:
            waiting += reversed(list(inner.elements))
    return pairs


def _pair(key: Node, value_node: Node, raw: str) -> Pair | None:
    if value_node.end - key.start > LARGEST_PAIR or is_unseen(key, raw) or is_unseen(value_node, raw):
        return None
    written = cell_text(key, raw, is_list=False)
    if written is None:
        return None
    value = cell_text(value_node, raw, is_list=True)
    return make_pair(written, value) if value is not None else None
