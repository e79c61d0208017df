"""Values that lie in one another, places above all: from a table of nodes to what is broader than what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pipeline.reconcile.fusion.value_types import text_key


def broader_values(nodes: Iterable[tuple[str, str, str]]) -> Mapping[str, frozenset[str]]:
    """From rows (id, name, parent id): for each name all names above it, its own left out. The node without a parent
    of its own is the whole world and says nothing. Nodes may share a name; cycles end where they begin.
    """
    names: dict[str, str] = {}
    parents: dict[str, str] = {}
    for node, name, parent in nodes:
        names[node], parents[node] = text_key(name), parent
    above: dict[str, set[str]] = defaultdict(set)
    for node in names:
        seen = {node}
        parent = parents[node]
        while parent in names and parent not in seen and parents[parent] in names:
            above[names[node]].add(names[parent])
            seen.add(parent)
            parent = parents[parent]
    return {name: frozenset(found - {name}) for name, found in above.items()}
