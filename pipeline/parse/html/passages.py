"""From blocks to passages and tables, with the sections that they stand in."""

from pipeline.parse.dateline import read_dateline
from pipeline.parse.html.blocks import Block
from pipeline.parse.html.heading import Head
from pipeline.parse.html.pairs import Pair
from pipeline.parse.markup import MarkedText, join, make_passage
from pipeline.parse.parts import split_dateline
from pipeline.parse.sheets import make_table, row_text
from pipeline.records import Passage, PassageKind, Table


class Writer:
    """Takes the article's blocks in order. `headings` holds (level, text) of the headings above."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.passages: list[Passage] = []
        self.tables: list[Table] = []
        self.headings: list[tuple[int, str]] = []
        self.box_heading: tuple[str, ...] = ()

    @property
    def section(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def add(self, block: Block) -> None:
        """One block: its passages, and what it means for those below it."""
        kind = block.context.kind
        if not block.context.in_infobox:
            self.box_heading = ()
        if block is self.head.block:
            self._write(PassageKind.TITLE, block.marked)
        elif block.rows:
            self._add_table(block)
        elif block.pair is not None:
            self._add_pair(block.pair)
        elif block in self.head.read:
            self._add_dateline(block)
        elif kind == PassageKind.HEADING and block.context.in_infobox:
            self._write(PassageKind.CAPTION, block.marked)
            self.box_heading = (block.text,) if block.text != self.head.title else ()
        elif kind == PassageKind.HEADING:
            self._add_heading(block)
        else:
            self._write(kind or PassageKind.PROSE, block.marked)

    def _write(self, kind: PassageKind, marked: MarkedText | None) -> None:
        if marked is not None:
            self.passages.extend(make_passage(kind, marked, self.section))

    def _add_heading(self, block: Block) -> None:
        level = block.context.level
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self._write(PassageKind.HEADING, block.marked)
        self.headings.append((level, block.text))

    def _add_table(self, block: Block) -> None:
        for row in block.rows:
            if (marked := row_text(row)) is not None:
                cells = [cell.content.cell() for cell in row.shown if cell.content is not None]
                self.passages.extend(make_passage(PassageKind.TABLE_ROW, marked, self.section, cells))
        table = make_table(self.section, block.rows)
        if table is not None:
            self.tables.append(table)

    def _add_pair(self, pair: Pair) -> None:
        marked = join([("", pair.key), (": ", pair.value)])
        section = (*self.section, *self.box_heading)
        self.passages.extend(make_passage(PassageKind.INFOBOX, marked, section, (pair.key.cell(), pair.value.cell())))

    def _add_dateline(self, block: Block) -> None:
        found = read_dateline(block.text)
        if block.marked is None or found is None or found.day is None:
            return
        for kind, part in split_dateline(block.marked):
            self.passages.extend(make_passage(kind, part))
