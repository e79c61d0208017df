"""Clusters that remember what must stay apart: "never the same" beats "probably the same" everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Two names (by index) that are probably one thing: how probable, and why. `wrong`: the misspelt one of them."""

    one: int
    other: int
    score: float
    reason: str
    wrong: int | None = None


class Clusters:
    """Union-find over `0..n-1`. A join that would put two names kept apart into one cluster is refused, whole."""

    def __init__(self, size: int = 0) -> None:
        self._parent = list(range(size))
        self._apart: dict[int, set[int]] = {}
        self.links: list[Link] = []  # those that joined two clusters

    def grow(self, size: int) -> None:
        self._parent.extend(range(len(self._parent), size))

    def find(self, name: int) -> int:
        root = name
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[name] != root:
            self._parent[name], name = root, self._parent[name]
        return root

    def keep_apart(self, one: int, other: int) -> None:
        """Never join the two, whatever their names look like. Has no effect once they are joined."""
        a, b = self.find(one), self.find(other)
        if a != b:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def are_apart(self, one: int, other: int) -> bool:
        return self.find(other) in self._apart.get(self.find(one), ())

    def join(self, link: Link) -> bool:
        """Whether the two are in one cluster afterwards."""
        a, b = self.find(link.one), self.find(link.other)
        if a == b:
            return True
        if self.are_apart(a, b):
            return False
        if len(self._apart.get(a, ())) < len(self._apart.get(b, ())):
            a, b = b, a
        self._parent[b] = a
        for enemy in self._apart.pop(b, set()):
            self._apart[enemy].discard(b)
            self._apart[enemy].add(a)
            self._apart.setdefault(a, set()).add(enemy)
        self.links.append(link)
        return True

    def join_best_first(self, links: Iterable[Link]) -> None:
        """Surer links first; equally sure ones in the order of their names, so that no run differs from another."""
        for link in sorted(links, key=lambda x: (-x.score, x.one, x.other, x.reason)):
            self.join(link)
