"""A possible mention, and the policy that settles which of them stand."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Who wins where candidates overlap: structure of the page, then wording, then what was learnt from the rest of the
# article, then the model. Measured on development articles: see training/README.md.
RANK = {
    "title": 9, "infobox": 8, "stated": 8, "table": 8, "list": 7, "known": 7, "head": 7, "quote": 7, "cast": 6,
    "recipient": 6, "cue": 5, "propagated": 3, "guess": 2, "model": 2,
}  # fmt: skip
WORDED = ("cue", "head", "cast")  # families that look at some words, not at the whole name


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text[start:end]` of passage number `passage` may be a mention; `family` is the rule family that says so."""

    passage: int
    start: int
    end: int
    label: str
    family: str

    def overlaps(self, other: "Candidate") -> bool:
        return self.passage == other.passage and self.start < other.end and other.start < self.end


def without_contradicted(texts: Sequence[str], candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates but for makers by the look of their name ('Harbor Radio') where the article calls that a work."""
    candidates = list(candidates)
    works = {texts[c.passage][c.start : c.end] for c in candidates if c.family == "stated"}
    return [
        c
        for c in candidates
        if c.label != "ORG" or c.family not in ("head", "model") or texts[c.passage][c.start : c.end] not in works
    ]


def without_parts(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates but for what wording took out of a longer name, or too much around one, as the model reads it.

    'The Harbor' in the title 'A Night at the Harbor' is no place, and 'Ann Oba as Mia' no person.
    """
    candidates = list(candidates)
    read: dict[int, list[Candidate]] = {}
    for c in candidates:
        if c.family == "model":
            read.setdefault(c.passage, []).append(c)
    for found in read.values():
        found.sort(key=lambda c: c.start)
    return [c for c in candidates if not _is_part(c, read.get(c.passage, ()))]


def _is_part(candidate: Candidate, read: Sequence[Candidate]) -> bool:
    """`read`: what the model found in the passage, in order and apart."""
    behind = bisect_right(read, candidate.start, key=lambda c: c.start)
    entity = read[behind - 1] if behind else None
    if entity is None or entity.end <= candidate.start:
        return False
    if candidate.family == "recipient":
        return (
            entity.start == candidate.start and entity.end < candidate.end and entity.label in ("PERSON", "CHARACTER")
        )
    is_inside = candidate.end <= entity.end and candidate.end - candidate.start < entity.end - entity.start
    return is_inside and candidate.family in WORDED and entity.label in ("WORK_OF_ART", candidate.label)


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand: of two that overlap the stronger family, then the longer, then the earlier."""
    taken: dict[int, bytearray] = {}
    kept = []
    for candidate in sorted(candidates, key=_order):
        covered = taken.setdefault(candidate.passage, bytearray())
        if len(covered) < candidate.end:
            covered.extend(bytes(candidate.end - len(covered)))
        if not any(covered[candidate.start : candidate.end]):
            covered[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.passage, c.start))


def _order(candidate: Candidate) -> tuple[int, int, int, int, str]:
    return (
        -RANK[candidate.family],
        candidate.start - candidate.end,
        candidate.passage,
        candidate.start,
        candidate.label,
    )
