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
CELLS_DOUBTED = 12  # cells of a hidden column that may speak against its role
CELLS_COUNTED = 5  # so many cells' worth of content speak beside the header
UNUSUAL = 0.003  # share of a kind that a role does not list
WIDEST_JUDGED = 12  # columns beyond this are `other`
MOST_OPEN = 200  # choices of roles that are followed from column to column
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
    judged = zip(headers[:WIDEST_JUDGED], columns[:WIDEST_JUDGED], strict=False)
    return choose_roles([role_scores(header, looks, trust) for header, looks in judged], len(headers))


def choose_roles(scores: Sequence[Sequence[float]], width: int) -> tuple[tuple[str, ...], float]:
    """The best roles, given how well each role suits each column; columns without scores are `other`."""
    names = list(roles())  # `other` last
    hopeless = _within_reach(scores) - 1e-6  # so low that the best roles for all further columns do not help
    ahead = sum(max(own) for own in scores)
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for own in scores:
        ahead -= max(own)
        following: dict[int, tuple[float, tuple[str, ...]]] = {}
        for used, (total, given) in best.items():
            for bit, name in enumerate(names):
                taken = 0 if name == OTHER else 1 << bit
                if used & taken:
                    continue
                score = total + own[bit] + _order_score(given, name)
                if score + ahead < hopeless:
                    continue
                if used | taken not in following or score > following[used | taken][0]:
                    following[used | taken] = (score, (*given, name))
        best = dict(sorted(following.items(), key=lambda item: -item[1][0])[:MOST_OPEN])
    score, chosen = max(best.values(), key=lambda item: item[0])
    return (*chosen, *[OTHER] * (width - len(chosen))), score


def _within_reach(scores: Sequence[Sequence[float]]) -> float:
    """The score of one good choice: column by column the best role that is still free."""
    total = 0.0
    given: tuple[str, ...] = ()
    for own in scores:
        free = {name: score for name, score in zip(roles(), own, strict=True) if name == OTHER or name not in given}
        name = max(free, key=lambda name: free[name])
        total += free[name] + _order_score(given, name)
        given = (*given, name)
    return total


def role_scores(header: str, looks: Sequence[Look], trust: float) -> list[float]:
    """Header and content for each role; content counts like at most `CELLS_COUNTED` cells, against the role `other`."""
    kinds = [look.kind for look in looks if not look.is_blank]
    weight = trust * CONTENT_WEIGHT * min(len(kinds), CELLS_COUNTED)
    scores = []
    for name, role in roles().items():
        score = header_score(role, header)
        if name != OTHER and kinds:
            mean = sum(_advantages(kind)[name] for kind in kinds) / len(kinds)
            score = score + weight * mean - (0.0 if score else NO_HEADER)
        scores.append(score)
    return scores


def role_doubt(name: str, looks: Sequence[Look]) -> float:
    """How much worse a column beyond the cut fits its role than it fits results (results: than anything else); 0 or
    less."""
    kinds = [look.kind for look in looks if not look.is_blank][:CELLS_DOUBTED]
    rival = roles()[OTHER if name == "result" else "result"]
    return min(0.0, sum(roles()[name].log_share(kind) - rival.log_share(kind) for kind in kinds))


@cache
def _advantages(kind: str) -> dict[str, float]:
    """How much more a kind of cell speaks for each role than for `other`."""
    plain = roles()[OTHER].log_share(kind)
    return {name: role.log_share(kind) - plain for name, role in roles().items()}


def _order_score(given: tuple[str, ...], name: str) -> float:
    """A category without an award before it is a little less likely than an award."""
    if name == "category" and "award" not in given:
        return -0.3
    return 0.0
