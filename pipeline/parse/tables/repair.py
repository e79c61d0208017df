"""The whole repair: width, header, roles, then rounds of filling the rows and learning from them."""

from collections.abc import Sequence
from itertools import combinations

from pipeline.parse.tables.fillings import CUT_WIDTH, Filling, plain_filling
from pipeline.parse.tables.header import Columns, is_header, missing_roles, names_award, place_header, with_work
from pipeline.parse.tables.kinds import look_at
from pipeline.parse.tables.profiles import COVERED, SEVERAL, Profile, make_profile
from pipeline.parse.tables.roles import OTHER, is_award_section, role_doubt
from pipeline.parse.tables.search import choose_fillings
from pipeline.records import Cell, Table

ROUNDS = 3
WIDEST = 14  # columns; wider tables keep their cells in order from the left
RARE = 0.1  # share of lines that may be longer than the header without setting the width
CUT_TRUST = 0.5
UNCUT = 3.0  # what speaks for a table of three columns being just that
LARGEST = 15_000  # places, and
LONGEST = 3000  # lines: so many are no table that people wrote with row-spans
LONG = 300  # lines; longer cut tables are read under one guess of what the cut hides


def repair_table(section: Sequence[str], lines: Sequence[Sequence[Cell]]) -> Table:
    """The table with one cell per column and row. `lines` are the physical cells, header line first.

    An inherited cell is the very `Cell` of the row above. Lines across the whole table and lines that only open
    row-spans give no row. Where nothing tells what a line's cells are, they keep their order from the left.
    """
    sheet = _Sheet(section, lines)
    if sheet.width > WIDEST or len(sheet.lines) > min(LONGEST, LARGEST // max(sheet.width, 1)):
        return sheet.plain_table()
    return sheet.repaired_table()


def plain_table(section: Sequence[str], lines: Sequence[Sequence[Cell]]) -> Table:
    """The table with its cells in order from the left and no roles: nothing is repaired."""
    return _Sheet(section, lines).plain_table()


class _Sheet:
    """One table on its way from lines to rows."""

    def __init__(self, section: Sequence[str], lines: Sequence[Sequence[Cell]]) -> None:
        self.section = tuple(section)
        looks = [[look_at(cell.text) for cell in line] for line in lines]
        has_header = bool(lines) and is_header(looks[0])
        self.header = list(lines[0]) if has_header else []
        self.lines = list(lines[1:] if has_header else lines)
        self.looks = looks[1:] if has_header else looks
        self.full_width = max((len(line) for line in lines), default=0)
        self.is_cut = self.full_width == CUT_WIDTH and len(lines[0]) == CUT_WIDTH
        self.is_padded = all(len(line) == CUT_WIDTH for line in lines)
        self.width = self._find_width()
        self.hidden: tuple[str, ...] = ()
        self.names: tuple[str, ...] = ()

    def _find_width(self) -> int:
        """As wide as the longest lines; one that is longer than the header must not be a rare exception."""
        if self.is_cut and self.header:
            columns = [[line[i] for line in self.looks if i < len(line)] for i in range(CUT_WIDTH)]
            shown = [
                bool(h.text.strip()) or any(not look.is_blank for look in c)
                for h, c in zip(self.header, columns, strict=True)
            ]
            return max((i + 1 for i, is_shown in enumerate(shown) if is_shown), default=1)
        longer = sum(len(line) > len(self.header) for line in self.lines)
        if self.header and longer <= RARE * len(self.lines):
            return len(self.header)
        return self.full_width

    def plain_table(self) -> Table:
        """All cells in order from the left."""
        width = self.full_width
        header = (*self.header, *[None] * (width - len(self.header)))
        rows = tuple((*line, *[None] * (width - len(line))) for line in self.lines)
        return Table(self.section, header, (OTHER,) * width, rows)

    def repaired_table(self) -> Table:
        """The best reading over all guesses of what stands beyond the cut; a table that is not cut has one guess."""
        _, names = place_header(self.header, self._columns(*self._first_guess()), self.trust)
        readings = [self._read(hidden) for hidden in self._hidden_guesses(names)]
        if self.is_cut:
            self.is_cut = False
            score, table = self._read(())
            readings.append((score + UNCUT, table))
        return max(readings, key=lambda reading: reading[0])[1]

    @property
    def trust(self) -> float:
        """How far the content of columns counts beside their headers: a cut hides what has moved where."""
        return CUT_TRUST if self.is_cut else 1.0

    def _first_guess(self) -> tuple[list[Filling], list[bool]]:
        fillings = [plain_filling(len(line), self.width) for line in self.lines]
        return fillings, [self._is_surely_full(number) for number in range(len(self.lines))]

    def _read(self, hidden: tuple[str, ...]) -> tuple[float, Table]:
        """The rounds: roles from what stands in the columns, rows from the roles and all other rows."""
        self.hidden = hidden
        fillings, learned = self._first_guess()
        score = 0.0
        for _ in range(ROUNDS):
            header = self._assign(self._columns(fillings, learned))
            profile = self._learn(fillings, learned)
            letters = [f.letters if known else None for f, known in zip(fillings, learned, strict=True)]
            looks = [line[: self.full_width] for line in self.looks]
            chosen, score = choose_fillings(looks, profile, letters, is_cut=self.is_cut, is_padded=self.is_padded)
            if chosen == fillings and all(learned):
                break
            fillings, learned = chosen, [True] * len(chosen)
        return score + self._belief(self._columns(fillings, learned)), self._table(header, fillings)

    def _belief(self, columns: Columns) -> float:
        """What speaks against the guess of what is hidden: cells that would fit another role better."""
        return sum(role_doubt(name, looks) for name, looks in zip(self.hidden, columns[self.width :], strict=True))

    def _hidden_guesses(self, names: tuple[str, ...]) -> list[tuple[str, ...]]:
        """What may stand beyond the cut: some of what an awards table has and the header does not show."""
        if not (self.is_cut and self.width == CUT_WIDTH and self.header):
            return [()]
        missing = missing_roles(names, self._is_awards(self.header))
        if len(self.lines) > LONG:
            return [missing]
        guesses = [some for n in range(len(missing) + 1) for some in combinations(missing, n)]
        return [*guesses, *[with_work(some) for some in guesses if "recipient" in some]]

    def _is_awards(self, header: Sequence[Cell | None]) -> bool:
        return is_award_section(self.section) or names_award(header)

    def _is_surely_full(self, number: int) -> bool:
        """Whether a line fills its columns from the left: long enough, or in a cut table the first one."""
        if not self.is_cut:
            return len(self.lines[number]) >= self.width
        return number == 0 and len(self.lines[number]) == CUT_WIDTH

    def _columns(self, fillings: Sequence[Filling], learned: Sequence[bool]) -> Columns:
        """The looks that stand in each column, hidden ones included."""
        columns: Columns = [[] for _ in range(self.width + len(self.hidden))]
        for line, filling, known in zip(self.looks, fillings, learned, strict=True):
            cells = iter(line)
            for index, letter in enumerate(filling.letters if known else ""):
                if letter == "P":
                    columns[index].append(next(cells))
        return columns

    def _assign(self, columns: Columns) -> tuple[Cell | None, ...]:
        """Sets the roles of all columns; returns the header cells in their places."""
        header, names = place_header(self.header, columns[: self.width], self.trust)
        if not self._is_awards(header):
            names = (OTHER,) * self.width
        self.names = (*names, *self.hidden)
        return (*header, *[None] * len(self.hidden))

    def _learn(self, fillings: Sequence[Filling], learned: Sequence[bool]) -> Profile:
        """Counts from the rows as they are filled now."""
        profile = make_profile(self.names, self.width, self.looks)
        profile.is_cut = self.is_cut
        for line, filling, known in zip(self.looks, fillings, learned, strict=True):
            if not known:
                continue
            profile.lines += 1
            profile.stubs += filling.is_stub
            cells, left = iter(line), COVERED
            for column, letter in zip(profile.columns, filling.letters, strict=False):
                if letter == "P":
                    column.add(next(cells))
                if letter in "PI" and filling.is_row:
                    column.spans[left][0] += 1
                    column.spans[left][1] += letter == "I"
                left = COVERED if letter == "I" else min(left + (letter == "P"), SEVERAL)
        return profile

    def _table(self, header: tuple[Cell | None, ...], fillings: Sequence[Filling]) -> Table:
        rows: list[tuple[Cell | None, ...]] = []
        above: tuple[Cell | None, ...] = (None,) * len(self.names)
        spare = self.full_width - self.width if not self.is_cut else 0
        for line, filling in zip(self.lines, fillings, strict=True):
            if filling.is_note:
                continue
            above = _fill(line, filling, above)
            if filling.is_row:
                rest = line[self.width :] if len(line) > self.width and not self.is_cut else ()
                rows.append((*above, *rest, *[None] * (spare - len(rest))))
        return _without_empty(
            Table(self.section, (*header, *[None] * spare), (*self.names, *[OTHER] * spare), tuple(rows)), self.width
        )


def _fill(line: Sequence[Cell], filling: Filling, above: tuple[Cell | None, ...]) -> tuple[Cell | None, ...]:
    cells = iter(line)
    letters = filling.letters.ljust(len(above), "-")
    return tuple(
        next(cells) if letter == "P" else upper if letter == "I" else None
        for letter, upper in zip(letters, above, strict=True)
    )


def _without_empty(table: Table, width: int) -> Table:
    """Without the columns beyond the cut that no line reaches."""
    kept = [
        index
        for index in range(len(table.roles))
        if index < width or any(row[index] is not None and row[index].text for row in table.rows)  # type: ignore[union-attr]
    ]
    if len(kept) == len(table.roles):
        return table
    return Table(
        table.section,
        tuple(table.header[i] for i in kept),
        tuple(table.roles[i] for i in kept),
        tuple(tuple(row[i] for i in kept) for row in table.rows),
    )
