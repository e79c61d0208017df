"""What a person has decided about names: `review.toml` beside `raw/`, honoured by every run.

[[same]]                                     # spellings of one person, work, company ...
names = ["Mori Kazeno", "Kazenomori"]
reason = "pen name, says the publisher"      # optional; becomes the reason of the alias

[[different]]                                # never one entity, however alike
names = ["Ann Marsh", "Anne Marsh"]

[[different]]                                # two people of one name: who is meant in which articles
names = ["Ken Hale", { name = "Ken Hale", articles = ["b.txt", "news/c.txt"] }]
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from pipeline.errors import ReviewUnreadable
from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.naming import OwnNames
from pipeline.values.folding import fold

FILE_NAME = "review.toml"
_KEYS = {"same": {"names", "reason"}, "different": {"names", "reason"}}


@dataclass(frozen=True, slots=True)
class Usage:
    """A name as articles spell it. `articles`: only where these use it; empty: wherever no other usage is meant."""

    name: str
    articles: tuple[str, ...] = ()

    def __str__(self) -> str:
        return repr(self.name) + (f" in {' and '.join(self.articles)}" if self.articles else "")

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Article (empty: any) and folded name."""
        return tuple((article, fold(self.name)) for article in self.articles or ("",))


@dataclass(frozen=True, slots=True)
class Decision:
    """Names that mean one thing or different ones."""

    names: tuple[Usage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """All decisions of the file; none where there is no file (`sha256` is None)."""

    same: tuple[Decision, ...] = ()
    different: tuple[Decision, ...] = ()
    sha256: str | None = None

    def own_names(self) -> OwnNames:
        """Names that mean something of their own in some article."""
        decisions = (*self.same, *self.different)
        return frozenset(place for d in decisions for usage in d.names for place in usage.places if usage.articles)

    def one_thing(self) -> Iterator[tuple[str, tuple[Usage, ...]]]:
        """What is said to be one thing, and why: the names of a decision, and a name in all articles given for it."""
        yield from ((decision.reason, decision.names) for decision in self.same)
        yield from ((decision.reason, (usage,)) for decision in self.different for usage in decision.names)

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
    review = Review(same, different, hashlib.sha256(content).hexdigest())
    _require_consistent(review)
    return review


def _decisions(entries: Mapping[str, Any], kind: str) -> Iterator[Decision]:
    found = entries.get(kind, [])
    for number, entry in enumerate(found if isinstance(found, list) else [found], start=1):
        where = f"{FILE_NAME}: [[{kind}]] number {number}"
        names = entry.get("names") if isinstance(entry, dict) else None
        reason = entry.get("reason", f"said in {FILE_NAME}") if isinstance(entry, dict) else None
        usages = tuple(map(_usage, names)) if isinstance(names, list) else ()
        told = [usage for usage in usages if usage is not None]
        if not told or len(told) < len(usages):
            form = 'names = ["one name", "another name"] or { name = "one name", articles = ["a.txt"] }'
            raise ReviewUnreadable(f"{where} needs {form}")
        places = [place for usage in told for place in usage.places]
        if len(told) < 2 or len(set(places)) < len(places):
            raise ReviewUnreadable(
                f"{where} needs two or more names that differ in more than case and accents, or in their articles"
            )
        if not isinstance(reason, str) or entry.keys() - _KEYS[kind]:
            raise ReviewUnreadable(f"{where} may have names and a reason in words, nothing else")
        yield Decision(tuple(told), reason)


def _usage(entry: object) -> Usage | None:
    """None for anything but a name, or a name with a list of articles."""
    if isinstance(entry, str):
        return Usage(entry) if fold(entry) else None
    if not isinstance(entry, dict) or entry.keys() != {"name", "articles"}:
        return None
    name, articles = entry["name"], entry["articles"]
    if not isinstance(name, str) or not fold(name) or not isinstance(articles, list) or not articles:
        return None
    return Usage(name, tuple(articles)) if all(isinstance(a, str) and a for a in articles) else None


def _require_consistent(review: Review) -> None:
    numbers: dict[tuple[str, str], int] = {}
    clusters = Clusters()
    for reason, usages in review.one_thing():
        group = [numbers.setdefault(place, len(numbers)) for usage in usages for place in usage.places]
        clusters.grow(len(numbers))
        for number in group[1:]:
            clusters.join(Link(group[0], number, 1.0, reason))
    for decision in review.different:
        for one, other in combinations(decision.names, 2):
            if clusters.find(numbers[one.places[0]]) == clusters.find(numbers[other.places[0]]):
                raise ReviewUnreadable(f"{FILE_NAME} says both that {one} and {other} are the same and different")
