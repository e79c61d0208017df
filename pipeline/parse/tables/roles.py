"""Which role each column of a table has: the header's words and the look of the cells together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from pipeline.parse.tables.kinds import Look
from pipeline.vocabulary import load_vocabulary

OTHER = "other"
NAMED, HINTED, UNNAMED = 7.0, 3.5, 0.0  # what a header's word adds to a role
NO_HEADER = 1.5  # what content alone has to make up for
CONTENT_WEIGHT = 0.6
BLANK_HEADER = 1.0  # added to `other`: a column without a header is rarely one of ours
CELLS_COUNTED = 5  # so many cells' worth of content speak beside the header
UNUSUAL = 0.003  # share of a kind that a role does not list
WIDEST_JUDGED = 12  # columns beyond this are `other`
AWARD_ROLES = ("award", "category")


@dataclass(frozen=True, slots=True)
class Role:
    """What is known of a role before any table is seen."""

    name: str
    headers: frozenset[str]
    weak: frozenset[str]
    cells: dict[str, float]
    inherits: tuple[float, ...]  # after a covered cell, after one present cell, after several
    merges: float  # with the cell to the left

    def log_share(self, kind: str) -> float:
        return log(self.share(kind))

    def share(self, kind: str) -> float:
        return self.cells.get(kind, UNUSUAL)


@cache
def roles() -> dict[str, Role]:
    """The roles of columns.toml by name; `other` comes last."""
    return {
        entry["name"]: Role(
            entry["name"],
            frozenset(entry["headers"]),
            frozenset(entry["weak"]),
            entry["cells"],
            tuple(entry["inherits"]),
            entry["merges"],
        )
        for entry in load_vocabulary("columns")["role"]
    }


def header_score(role: Role, header: str) -> float:
    """How strongly a header's text names a role: its whole text, or one of its words in a longer header."""
    text = " ".join(header.casefold().split())
    if not text:
        return BLANK_HEADER if role.name == OTHER else UNNAMED
    if text in role.headers:
        return NAMED
    if text in role.weak:
        return HINTED
    parts = set(re.split(r"\s*[/,&]\s*|\s+(?:and|or|of|for)\s+|\s+", text))
    if parts & role.headers:
        return HINTED
    return UNNAMED + 0.5 if role.name == OTHER else UNNAMED


def is_award_section(section: Sequence[str]) -> bool:
    """Whether a heading above the table says that it is about awards."""
    words = set(load_vocabulary("columns")["section"]["words"])
    return any(words & set(re.findall(r"[\w-]+", heading.casefold())) for heading in section)


def assign_roles(
    headers: Sequence[str], columns: Sequence[Sequence[Look]], trust: float = 1.0
) -> tuple[tuple[str, ...], float]:
    """The best roles for the columns together and their score; each role is given once, `other` as often as need be."""
    names = [name for name in roles() if name != OTHER]
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for header, looks in zip(headers[:WIDEST_JUDGED], columns[:WIDEST_JUDGED], strict=False):
        scores = {name: _role_score(roles()[name], header, looks, trust) for name in (*names, OTHER)}
        following: dict[int, tuple[float, tuple[str, ...]]] = {}
        for used, (total, given) in best.items():
            for bit, name in enumerate((*names, OTHER)):
                taken = 0 if name == OTHER else 1 << bit
                if used & taken:
                    continue
                candidate = (total + scores[name] + _order_score(given, name), (*given, name))
                if candidate[0] > following.get(used | taken, (float("-inf"),))[0]:
                    following[used | taken] = candidate
        best = dict(sorted(following.items(), key=lambda item: -item[1][0])[:200])
    score, chosen = max(best.values(), key=lambda item: item[0])
    return (*chosen, *[OTHER] * (len(headers) - len(chosen))), score


def _role_score(role: Role, header: str, looks: Sequence[Look], trust: float) -> float:
    """Header and content; content counts like at most `CELLS_COUNTED` cells, against the role `other`."""
    score = header_score(role, header)
    looks = [look for look in looks if not look.is_blank]
    if role.name == OTHER or not looks:
        return score
    plain = roles()[OTHER]
    mean = sum(role.log_share(look.kind) - plain.log_share(look.kind) for look in looks) / len(looks)
    weight = min(len(looks), CELLS_COUNTED)
    return score + trust * CONTENT_WEIGHT * weight * mean - (0.0 if score else NO_HEADER)


def _order_score(given: tuple[str, ...], name: str) -> float:
    """A category without an award before it is a little less likely than an award."""
    if name == "category" and "award" not in given:
        return -0.3
    return 0.0
