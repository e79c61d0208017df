"""The ways in which the cells of one line may fill the columns, best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from pipeline.parse.tables.kinds import Look
from pipeline.parse.tables.profiles import COVERED, PRESENT, SEVERAL, Profile
from pipeline.parse.tables.roles import OTHER, roles

CUT_WIDTH = 3  # a cut dump keeps so many physical cells of each line
NOTE = log(0.004)  # a line across the whole table, per column that it crosses
PHRASE_NOTE = log(10)  # a sentence is more likely such a line
NEVER_NOTES = ("category", "result", "prize", "quoted")
NOT_A_NOTE = log(0.05)  # what such a cell says is part of a row
HOPELESS = 10.0  # a filling so much worse than the line's best is not followed


@dataclass(frozen=True, slots=True)
class Filling:
    """One letter per column: P a present cell, I inherited, M no cell of its own, C cut off.

    `is_row` is False for lines that only open row-spans (stubs, whose cells the next lines inherit) and for notes
    (no letters at all).
    """

    letters: str
    score: float
    is_row: bool = True

    @property
    def is_stub(self) -> bool:
        return not self.is_row and bool(self.letters)

    @property
    def is_note(self) -> bool:
        return not self.letters


def plain_filling(n_cells: int, width: int, score: float = 0.0) -> Filling:
    """Every cell in its place, counted from the left."""
    return Filling(("P" * n_cells)[:width].ljust(width, "M"), score)


def find_fillings(
    line: Sequence[Look], profile: Profile, previous: str | None, *, is_cut: bool, is_padded: bool, most: int
) -> list[Filling]:
    """The `most` best fillings. `previous` are the letters chosen for this line in the round before."""
    width = len(profile.columns)
    if not is_cut and len(line) >= width:
        return [plain_filling(len(line), width, _plain_score(line, profile, previous))]
    found: list[Filling] = []
    for n_cells in _possible_lengths(line, is_cut and is_padded):
        cells = line[:n_cells]
        ends_at_cut = is_cut and n_cells == CUT_WIDTH
        found += _rows(cells, profile, previous, ends_at_cut=ends_at_cut, most=most)
        if not ends_at_cut:
            found += _partial(cells, profile, previous)
    found = found or [plain_filling(len(line), width)]
    found.sort(key=lambda filling: (-filling.score, filling.letters))
    return [filling for filling in found[:most] if filling.score > found[0].score - HOPELESS]


def _plain_score(line: Sequence[Look], profile: Profile, previous: str | None) -> float:
    own = previous is not None
    lefts = (COVERED, PRESENT, *[SEVERAL] * len(line))
    return sum(
        profile.log_fit(look, index, own) + column.log_present(left)
        for index, (look, column, left) in enumerate(zip(line, profile.columns, lefts, strict=False))
    )


def _possible_lengths(line: Sequence[Look], is_padded: bool) -> list[int]:
    """How many of the cells may be real: some dumps fill shorter lines up with empty cells."""
    n_cells = len(line)
    if not is_padded:
        return [n_cells]
    filled = n_cells
    while filled > 1 and line[filled - 1].is_blank:
        filled -= 1
    return list(range(filled, n_cells + 1))


def _rows(
    cells: Sequence[Look], profile: Profile, previous: str | None, *, ends_at_cut: bool, most: int
) -> list[Filling]:
    """N-best search over the columns; a state is the number of cells placed and what stands to the left."""
    states: dict[tuple[int, int], list[tuple[float, str]]] = {(0, COVERED): [(0.0, "")]}
    own = _columns_of(previous)
    width = len(profile.columns)
    for index, column in enumerate(profile.columns):
        following: dict[tuple[int, int], list[tuple[float, str]]] = {}
        for (used, left), partial in states.items():
            if ends_at_cut and used == len(cells):
                _extend(following, (used, left), partial, "C", 0.0)
                continue
            if used < len(cells):
                fit = profile.log_fit(cells[used], index, own.get(index) == used)
                fresh = PRESENT if left == COVERED else SEVERAL
                _extend(following, (used + 1, fresh), partial, "P", fit + column.log_present(left))
            if len(cells) - used < width - index:
                _extend(following, (used, COVERED), partial, "I", column.log_covered(left))
                if left != COVERED:
                    merged = column.log_merged(profile.columns[index - 1])
                    _extend(following, (used, left), partial, "M", merged)
        states = {key: sorted(partial, key=lambda p: (-p[0], p[1]))[:most] for key, partial in following.items()}
    done = [partial for (used, _), kept in states.items() if used == len(cells) for partial in kept]
    return [Filling(letters, score) for score, letters in done]


def _extend(
    following: dict[tuple[int, int], list[tuple[float, str]]],
    key: tuple[int, int],
    partial: list[tuple[float, str]],
    letter: str,
    score: float,
) -> None:
    following.setdefault(key, []).extend((total + score, letters + letter) for total, letters in partial)


def _partial(cells: Sequence[Look], profile: Profile, previous: str | None) -> list[Filling]:
    """The line as a stub, and as a note when it has one cell."""
    width = len(profile.columns)
    was_stub = previous is not None and 0 < len(previous) < width
    found = []
    if len(cells) < min(width, CUT_WIDTH + 1):
        fit = sum(profile.log_fit(look, index, False) for index, look in enumerate(cells))
        found.append(Filling("P" * len(cells), profile.log_stub(was_stub) + fit, is_row=False))
    if len(cells) == 1 and width > 1:
        extra = PHRASE_NOTE if cells[0].kind == "phrase" else 0.0
        fit = roles()[OTHER].log_share(cells[0].kind) + (NOT_A_NOTE if cells[0].kind in NEVER_NOTES else 0.0)
        found.append(Filling("", NOTE + log(width - 1) + extra + fit, is_row=False))
    return found


def _columns_of(letters: str | None) -> dict[int, int]:
    """Column -> number of the cell that stood there in the round before."""
    placed: dict[int, int] = {}
    for index, letter in enumerate(letters or ""):
        if letter == "P":
            placed[index] = len(placed)
    return placed
