"""What a table's own rows say about each column, on top of what its role lets expect."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from pipeline.parse.tables.kinds import Look
from pipeline.parse.tables.roles import Role, roles

ROLE_COUNTS = 5.0  # the role's expectations weigh like so many cells
SPAN_COUNTS = 4.0  # the same for how often a cell is covered from above
STUB_RATE, STUB_COUNTS = 0.005, 30.0  # lines that only open row-spans for the lines below
WORD_WEIGHT = 0.4
WORD_LIMITS = (-1.5, 2.5)  # no single word decides
COVERED, PRESENT, SEVERAL = 0, 1, 2  # what stands to the left: a covered cell, a present one, several present ones
APART = ("year", "result", "rank", "ref")  # columns whose cells span no others
MERGED_APART = -3.0


@dataclass(slots=True)
class Column:
    """Counts over the cells that stand in one column."""

    role: Role
    is_hidden: bool = False  # beyond the cut: the header does not show it
    n: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    words: Counter[tuple[str, str]] = field(default_factory=Counter)
    spans: list[list[int]] = field(default_factory=lambda: [[0, 0], [0, 0], [0, 0]])  # [left state][0 all, 1 covered]

    def add(self, look: Look) -> None:
        self.n += 1
        self.kinds[look.kind] += 1
        self.words.update(_words(look))

    def recurs(self, look: Look) -> bool:
        """Whether the column holds the cell's text more than once, as far as it is seen."""
        return not look.is_blank and self.words["text", look.text] > 1

    def log_covered(self, left: int) -> float:
        return log(self._covered(left))

    def log_present(self, left: int) -> float:
        return log(1 - self._covered(left))

    def log_merged(self, left: "Column") -> float:
        return log(self.role.merges) + (MERGED_APART if left.role.name in APART else 0.0)

    def _covered(self, left: int) -> float:
        seen, covered = self.spans[left]
        return (SPAN_COUNTS * self.role.inherits[left] + covered) / (SPAN_COUNTS + seen)


@dataclass(slots=True)
class Profile:
    """All columns of a table, and how common each word is in the table as a whole."""

    columns: list[Column]
    is_cut: bool = False
    n: int = 0
    words: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: int = 0
    stubs: int = 0
    _fits: dict[tuple[str, int, bool], float] = field(default_factory=dict)  # filled once the counts stand

    def log_stub(self, own: bool) -> float:
        """How likely a line is a stub. `own`: the counts hold this very line as one."""
        counted = own and self.stubs > 0
        return log((STUB_RATE * STUB_COUNTS + self.stubs - counted) / (STUB_COUNTS + self.lines - counted))

    def log_fit(self, look: Look, index: int, own: bool) -> float:
        """How well a cell fits a column. `own`: the column's counts hold this very cell, which must not vouch
        for itself."""
        key = (look.text, index, own)
        if key not in self._fits:
            self._fits[key] = self._fit(look, index, own)
        return self._fits[key]

    def _fit(self, look: Look, index: int, own: bool) -> float:
        column = self.columns[index]
        n = column.n - own
        kind = (ROLE_COUNTS * column.role.share(look.kind) + column.kinds[look.kind] - own) / (ROLE_COUNTS + n)
        score = log(max(kind, 1e-4))
        if look.is_blank:
            return score
        for word in _words(look):
            common = (self.words[word] + 0.5) / (self.n + 1)
            here = (column.words[word] - own + 0.5 * common) / (n + 0.5)
            score += WORD_WEIGHT * min(max(log(max(here, 1e-6) / common), WORD_LIMITS[0]), WORD_LIMITS[1])
        return score


def make_profile(names: Sequence[str], hidden_from: int, looks: Sequence[Sequence[Look]]) -> Profile:
    """A profile that knows nothing but the roles; `looks` are all cells of the table, for the word counts."""
    columns = [Column(roles()[name], index >= hidden_from) for index, name in enumerate(names)]
    profile = Profile(columns)
    for line in looks:
        for look in line:
            if not look.is_blank:
                profile.n += 1
                profile.words.update(_words(look))
    return profile


def _words(look: Look) -> tuple[tuple[str, str], ...]:
    return (("first", look.first), ("last", look.last), ("text", look.text))
