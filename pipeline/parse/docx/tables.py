"""Tables of a Word document: cells with the rows and columns they span."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pipeline.parse.docx.package import attribute, child, local
from pipeline.parse.docx.runs import is_bold, paragraph_text
from pipeline.parse.grid import MOST_COLUMNS, read_span
from pipeline.parse.markup import Atom, Break
from pipeline.parse.parts import join_parts
from pipeline.parse.rendered.blocks import BlockCell

WRAPPERS = frozenset("sdt sdtContent customXml ins moveTo smartTag AlternateContent Choice".split())
LONG_CELL = 600  # characters: a table of paragraphs lays out a page
LONGEST_HEADER, LONGEST_KEY, LONGEST_VALUE = 60, 40, 200
FEWEST_PAIRS = 2
FIRST_ROW = 0x20  # of `tblLook`: the first row looks different


@dataclass(slots=True)
class _Cell:
    """A cell as it stands in its row; `column` counts columns of the grid."""

    element: Element
    column: int
    width: int
    continues: bool  # the cell above it goes on
    height: int = 1


def unwrapped(element: Element) -> Iterator[Element]:
    """The children, those inside of content controls and tracked insertions included."""
    for each in element:
        if local(each) in WRAPPERS:
            yield from unwrapped(each)
        else:
            yield each


def paragraphs(cell: Element) -> Iterator[Element]:
    return (each for each in unwrapped(cell) if local(each) == "p")


def is_layout(table: Element) -> bool:
    """Whether the table only arranges parts of the page: one cell a row, paragraphs or tables in its cells."""
    rows = [list(_cells(row)) for row in _rows(table)]
    if sum(len(row) > 1 for row in rows) < 1:
        return True
    cells = [cell.element for row in rows for cell in row]
    if any(local(each) == "tbl" for cell in cells for each in unwrapped(cell)):
        return True
    return any(len(cell_text(cell)) > LONG_CELL for cell in cells)


def read_table(table: Element) -> tuple[tuple[BlockCell, ...], ...]:
    """The rows with the texts and spans of their cells; a cell that continues the one above is left out."""
    sources = [(row, list(_cells(row))) for row in _rows(table)]
    _measure([cells for _, cells in sources])
    head = _head_rows(table, sources)
    rows = []
    for number, (row, cells) in enumerate(sources):
        shown = [c for c in cells if not c.continues]
        before = [BlockCell("", column_span=width)] if shown and (width := _grid_before(row)) else []
        rows.append((*before, *(BlockCell(cell_text(c.element), number < head, c.height, c.width) for c in shown)))
    return tuple(row for row in rows if row)


def is_infobox(table: Element, rows: tuple[tuple[BlockCell, ...], ...]) -> bool:
    """Whether every row is a key with its value: the keys are bold or end with a colon."""
    if len(rows) < FEWEST_PAIRS or any(len(row) != 2 for row in rows):
        return False
    if any(len(k.text) > LONGEST_KEY or len(v.text) > LONGEST_VALUE or k.is_header for k, v in rows):
        return False
    keys = [cells[0].element for row in _rows(table) if (cells := list(_cells(row)))]
    return all(cell_text(key).endswith(":") or _is_bold_cell(key) for key in keys)


def cell_text(cell: Element) -> str:
    """The paragraphs of a cell as one line; those that look like entries of a list with commas between."""
    raw: list[str] = []
    atoms: list[Atom | Break] = []
    length = 0
    for paragraph in paragraphs(cell):
        for line in paragraph_text(paragraph).split("\n"):
            atoms += [Break.LINE, Atom(length, length + len(line))]
            raw.append(line)
            length += len(line)
    joined = join_parts("".join(raw), atoms, is_list=False)
    return joined.text if joined is not None else ""


def _rows(table: Element) -> Iterator[Element]:
    return (each for each in unwrapped(table) if local(each) == "tr")


def _cells(row: Element) -> Iterator[_Cell]:
    column = _grid_before(row)
    for each in unwrapped(row):
        if local(each) == "tc":
            properties = child(each, "tcPr")
            width, continues = 1, False
            if properties is not None:
                span, merge = child(properties, "gridSpan"), child(properties, "vMerge")
                width = max(read_span((attribute(span, "val") or "") if span is not None else "", MOST_COLUMNS), 1)
                continues = merge is not None and attribute(merge, "val") in (None, "continue")
            yield _Cell(each, column, width, continues)
            column += width


def _grid_before(row: Element) -> int:
    properties = child(row, "trPr")
    before = child(properties, "gridBefore") if properties is not None else None
    return read_span(attribute(before, "val") or "", MOST_COLUMNS) if before is not None else 0


def _measure(rows: list[list[_Cell]]) -> None:
    """Counts the rows that each cell spans. A continuation with nothing above it is a cell of its own; a row of
    continuations alone is no row.
    """
    above: dict[int, _Cell] = {}
    for cells in rows:
        origins = [above.get(cell.column) if cell.continues else None for cell in cells]
        for cell, origin in zip(cells, origins, strict=True):
            cell.continues = origin is not None and origin.width == cell.width
        if all(cell.continues for cell in cells):
            continue
        here: dict[int, _Cell] = {}
        for cell, origin in zip(cells, origins, strict=True):
            here[cell.column] = origin if origin is not None and cell.continues else cell
            here[cell.column].height += cell.continues
        above = here


def _head_rows(table: Element, sources: list[tuple[Element, list[_Cell]]]) -> int:
    """How many rows head the table: those that are repeated on every page, else one that looks like it."""
    repeated = 0
    for row, _ in sources:
        properties = child(row, "trPr")
        mark = child(properties, "tblHeader") if properties is not None else None
        if mark is None or attribute(mark, "val") in ("0", "false", "off"):
            break
        repeated += 1
    if repeated:
        return repeated if repeated < len(sources) else 1
    if len(sources) < 2:
        return 0
    first = [cell.element for cell in sources[0][1]]
    texts = [cell_text(cell) for cell in first]
    is_short = all(0 < len(t) <= LONGEST_HEADER and not any(map(str.isdigit, t)) for t in texts)
    others_bold = all(_is_bold_cell(cell.element) for cell in sources[1][1])
    return int(is_short and ((all(map(_is_bold_cell, first)) and not others_bold) or _is_styled(table)))


def _is_styled(table: Element) -> bool:
    """Whether the first row is one of a table style with a different first row."""
    properties = child(table, "tblPr")
    look = child(properties, "tblLook") if properties is not None else None
    style = child(properties, "tblStyle") if properties is not None else None
    if look is None or style is None:
        return False
    flag = attribute(look, "firstRow")
    if flag is not None:
        return flag in ("1", "true", "on")
    value = (attribute(look, "val") or "0")[:8]
    return bool(int(value, 16) & FIRST_ROW) if all(c in "0123456789abcdefABCDEF" for c in value) else False


def _is_bold_cell(cell: Element) -> bool:
    shown = [p for p in paragraphs(cell) if paragraph_text(p).strip()]
    return bool(shown) and all(map(is_bold, shown))
