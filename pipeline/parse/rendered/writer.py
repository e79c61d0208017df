"""From placed blocks to passages and tables, with the sections that they stand in."""

from pipeline.parse.lines import make_passages
from pipeline.parse.rendered.blocks import Placed
from pipeline.parse.sheets import make_table
from pipeline.parse.web_text.body import is_category
from pipeline.parse.web_text.page import dateline_parts
from pipeline.parse.web_text.reading import Reading
from pipeline.records import Passage, PassageKind, Table

UNMARKED = 10  # the level of a heading that only its form tells: below all that the source marks


class Writer:
    """Takes the blocks in order. `headings` holds (level, text) of the headings above."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.tables: list[Table] = []
        self.headings: list[tuple[int, str]] = []
        self.before: Reading | None = None

    @property
    def section(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def add(self, placed: Placed, reading: Reading) -> None:
        """One block as it was read, and what it means for those below it."""
        if placed.rows:
            self._add_table(placed)
        elif reading.kind == PassageKind.HEADING:
            self._add_heading(placed.block.level or UNMARKED, reading)
        else:
            self._add_text(reading)
        self.before = reading

    def _add_heading(self, level: int, reading: Reading) -> None:
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.passages.extend(make_passages(PassageKind.HEADING, reading.line, self.section))
        self.headings.append((level, reading.text))

    def _add_text(self, reading: Reading) -> None:
        if self._ends_list(reading):
            self.headings.pop()
        for line, kind in dateline_parts(reading, reading.kind or PassageKind.PROSE):
            above = () if kind in (PassageKind.FURNITURE, PassageKind.TITLE) else self.section
            self.passages.extend(make_passages(kind, line, above))

    def _ends_list(self, reading: Reading) -> bool:
        """Whether a paragraph is no longer about the category whose winners are listed above it."""
        if reading.kind != PassageKind.PROSE or self.before is None or self.before.kind != PassageKind.LIST_ITEM:
            return False
        if not self.headings or self.headings[-1][0] < UNMARKED:
            return False
        return reading.line.after_gap or is_category(self.headings[-1][1])

    def _add_table(self, placed: Placed) -> None:
        kind = placed.block.kind or PassageKind.TABLE_ROW
        for line, row in placed.rows:
            if len(row.shown) > (kind == PassageKind.INFOBOX):  # a key needs a value
                cells = [cell.content.cell() for cell in row.shown if cell.content is not None]
                self.passages.extend(make_passages(kind, line, self.section, cells))
        table = make_table(self.section, [row for _, row in placed.rows]) if kind == PassageKind.TABLE_ROW else None
        if table is not None:
            self.tables.append(table)
