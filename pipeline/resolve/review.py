"""What a person has decided about names: `review.toml` beside `raw/`, honoured by every run.

[[same]]                                     # spellings of one person, work, company ...
names = ["Mori Kazeno", "Kazenomori"]
reason = "pen name, says the publisher"      # optional; becomes the reason of the alias

[[different]]                                # never one entity, however alike
names = ["Ann Marsh", "Anne Marsh"]
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from pipeline.errors import ReviewUnreadable
from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.naming import NameTable
from pipeline.values.folding import fold

FILE_NAME = "review.toml"
_KEYS = {"same": {"names", "reason"}, "different": {"names", "reason"}}


@dataclass(frozen=True, slots=True)
class Decision:
    """Names, as articles spell them, that mean one thing or different ones."""

    names: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """All decisions of the file; none where there is no file (`sha256` is None)."""

    same: tuple[Decision, ...] = ()
    different: tuple[Decision, ...] = ()
    sha256: str | None = None

    def fingerprint(self) -> dict[str, str]:
        """What a changed file changes in the fingerprints of a run."""
        return {"review": self.sha256} if self.sha256 else {}


def read_review(raw: Path) -> Review:
    """The review file beside the folder `raw`. Raises ReviewUnreadable, with what is wrong and where."""
    path = raw.absolute().parent / FILE_NAME
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Review()
    except OSError as error:
        raise ReviewUnreadable(f"{FILE_NAME} cannot be read: {error.strerror}") from error
    try:
        entries = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:  # not UTF-8, or no TOML
        raise ReviewUnreadable(f"{FILE_NAME} is not TOML in UTF-8: {error}") from error
    if unknown := sorted(entries.keys() - _KEYS.keys()):
        raise ReviewUnreadable(f"{FILE_NAME}: [[same]] and [[different]] are known, not {unknown[0]!r}")
    same, different = (tuple(_decisions(entries, kind)) for kind in ("same", "different"))
    _require_consistent(same, different)
    return Review(same, different, hashlib.sha256(content).hexdigest())


def _decisions(entries: Mapping[str, Any], kind: str) -> Iterator[Decision]:
    found = entries.get(kind, [])
    for number, entry in enumerate(found if isinstance(found, list) else [found], start=1):
        where = f"{FILE_NAME}: [[{kind}]] number {number}"
        names = entry.get("names") if isinstance(entry, dict) else None
        reason = entry.get("reason", f"said in {FILE_NAME}") if isinstance(entry, dict) else None
        if not isinstance(names, list) or not all(isinstance(n, str) and fold(n) for n in names):
            raise ReviewUnreadable(f'{where} needs names = ["one name", "another name"]')
        if len({fold(name) for name in names}) < max(2, len(names)):
            raise ReviewUnreadable(f"{where} needs two or more names that differ in more than case and accents")
        if not isinstance(reason, str) or entry.keys() - _KEYS[kind]:
            raise ReviewUnreadable(f"{where} may have names and a reason in words, nothing else")
        yield Decision(tuple(names), reason)


def _require_consistent(same: Sequence[Decision], different: Sequence[Decision]) -> None:
    numbers: dict[str, int] = {}
    clusters = Clusters()
    for decision in same:
        places = [numbers.setdefault(fold(name), len(numbers)) for name in decision.names]
        clusters.grow(len(numbers))
        for place in places[1:]:
            clusters.join(Link(places[0], place, 1.0, decision.reason))
    for decision in different:
        for one, other in combinations(decision.names, 2):
            a, b = numbers.get(fold(one)), numbers.get(fold(other))
            if a is not None and b is not None and clusters.find(a) == clusters.find(b):
                raise ReviewUnreadable(f"{FILE_NAME} says both that {one!r} and {other!r} are the same and different")


def apply_review(review: Review, table: NameTable, clusters: Clusters) -> None:
    """Joins and keeps apart what a person has decided, before any rule has its say. Things of different kinds (a work
    and its hero) stay what they are; a single name means whoever any article calls so.
    """
    if not review.sha256:
        return
    known = _by_spelling(table)
    for decision in review.different:
        for one, other in combinations(decision.names, 2):
            for a in known.get(fold(one), ()):
                for b in known.get(fold(other), ()):
                    clusters.keep_apart(a, b)
    for decision in review.same:
        for group in _by_kind(table, [i for name in decision.names for i in known.get(fold(name), ())]).values():
            for index in group[1:]:
                clusters.join(Link(group[0], index, 1.0, decision.reason))


def _by_spelling(table: NameTable) -> dict[str, list[int]]:
    known: dict[str, list[int]] = {}
    for index, name in enumerate(table.names):
        for spelling in sorted({fold(text) for text in name.spellings}):
            known.setdefault(spelling, []).append(index)
    return known


def _by_kind(table: NameTable, indexes: Sequence[int]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for index in indexes:
        groups.setdefault(table.names[index].kind, []).append(index)
    return groups
