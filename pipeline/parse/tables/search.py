"""The most plausible filling of all lines together: Viterbi over the lines' best fillings."""

from collections.abc import Sequence

from pipeline.parse.tables.fillings import Filling, find_fillings
from pipeline.parse.tables.kinds import Look
from pipeline.parse.tables.profiles import Profile

Row = tuple[Look | None, ...]

NOTHING_ABOVE = -8.0  # a cell inherited in the first row
FROM_NOTHING = -1.0  # a cell inherited where the row above has none
RECURRING = 1.0  # a value that its column holds more than once is one that spans rows
REPEATED = -0.7  # a present cell that says what the row above says: a row-span would have covered it
STUB_UNUSED = -8.0  # a stub whose cells the next line does not inherit
SLOW_FROM = 500  # lines; longer tables get a narrower search
WIDE, NARROW = 10, 4


def choose_fillings(
    lines: Sequence[Sequence[Look]], profile: Profile, previous: Sequence[str | None], *, is_cut: bool, is_padded: bool
) -> tuple[list[Filling], float]:
    """One filling per line, and the score of all; `previous` are the letters of the round before."""
    most = WIDE if len(lines) < SLOW_FROM else NARROW
    width = len(profile.columns)
    paths: list[tuple[float, Filling | None, Row]] = [(0.0, None, (None,) * width)]
    history: list[list[tuple[Filling, int]]] = []
    for line, before in zip(lines, previous, strict=True):
        following: list[tuple[float, Filling | None, Row]] = []
        steps: list[tuple[Filling, int]] = []
        for filling in find_fillings(line, profile, before, is_cut=is_cut, is_padded=is_padded, most=most):
            total, origin = max(
                (total + _follow(state, row, filling, line, profile), -number)
                for number, (total, state, row) in enumerate(paths)
            )
            _, last, row = paths[-origin]
            following.append(
                (total + filling.score, filling if not filling.is_note else last, _apply(row, filling, line))
            )
            steps.append((filling, -origin))
        paths = following
        history.append(steps)
    return _trace(paths, history)


def _follow(last: Filling | None, row: Row, filling: Filling, line: Sequence[Look], profile: Profile) -> float:
    """How plausible it is that a filling comes after the row above."""
    if filling.is_note:
        return 0.0
    score = 0.0
    cell = 0
    for index, letter in enumerate(filling.letters):
        above = row[index]
        if letter == "I":
            if last is None:
                score += NOTHING_ABOVE
            elif above is None and not (index < len(last.letters) and last.letters[index] in "CI"):
                score += FROM_NOTHING
            elif above is not None and not profile.is_cut and profile.columns[index].recurs(above):
                score += RECURRING
        elif letter == "P":
            if above is not None and not above.is_blank and above.text == line[cell].text:
                score += REPEATED
            cell += 1
    if last is not None and last.is_stub and not _takes_over(last, filling):
        score += STUB_UNUSED
    return score


def _takes_over(stub: Filling, filling: Filling) -> bool:
    return filling.is_row and filling.letters.startswith("I" * len(stub.letters))


def _apply(row: Row, filling: Filling, line: Sequence[Look]) -> Row:
    """The row above as the next line sees it."""
    if filling.is_note:
        return row
    cells = iter(line)
    letters = filling.letters.ljust(len(row), "-")
    return tuple(
        next(cells) if letter == "P" else above if letter == "I" else None
        for letter, above in zip(letters, row, strict=True)
    )


def _trace(
    paths: list[tuple[float, Filling | None, Row]], history: list[list[tuple[Filling, int]]]
) -> tuple[list[Filling], float]:
    """The best path back to the first line; a stub at the very end has nothing to open."""
    if not history:
        return [], 0.0
    ends = [
        total + (STUB_UNUSED if step[0].is_stub else 0.0)
        for (total, _, _), step in zip(paths, history[-1], strict=True)
    ]
    number = max(range(len(ends)), key=lambda i: (ends[i], -i))
    score = ends[number]
    chosen: list[Filling] = []
    for steps in reversed(history):
        filling, number = steps[number]
        chosen.append(filling)
    return chosen[::-1], score
