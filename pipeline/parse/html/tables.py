"""Table elements: which of them are data, which are infoboxes, which only lay out the page."""

from collections.abc import Iterator

from pipeline.parse.grid import MOST_COLUMNS, MOST_ROWS, GridCell, read_span
from pipeline.parse.html.attributes import has_class, is_unseen
from pipeline.parse.html.inline import cell_text
from pipeline.parse.html.tree import CELLS, HEADINGS, ROW_GROUPS, Node
from pipeline.parse.sheets import SourceRow

LONGEST_KEY = 60
LONG_CELL = 600  # characters: several cells of paragraphs lay out a page
FEWEST_PAIRS = 2
INSIDE_LAYOUT = HEADINGS | {"table", "article", "main", "section", "form", "nav"}


def row_nodes(table: Node, raw: str) -> list[tuple[Node, bool]]:
    """The rows of a table, those of nested tables left out, each with whether it stands in <thead>."""
    found: list[tuple[Node, bool]] = []
    for child in table.elements:
        if child.name == "tr":
            found.append((child, False))
        elif child.name in ROW_GROUPS:
            found += [(row, child.name == "thead") for row in child.elements if row.name == "tr"]
    return [(row, in_head) for row, in_head in found if not is_unseen(row, raw)]


def is_layout(table: Node, raw: str) -> bool:
    """Whether the table only arranges parts of the page: it holds headings, tables or long texts, or one cell a row."""
    if table.get(raw, "role") in ("presentation", "none"):
        return True
    rows = [[cell for cell in row.elements if cell.name in CELLS] for row, _ in row_nodes(table, raw)]
    if sum(len(cells) > 1 for cells in rows) < FEWEST_PAIRS or any(
        cell.size > 3 * LONG_CELL for cells in rows for cell in cells
    ):
        return True
    return any(node.name in INSIDE_LAYOUT for node in table.walk() if node is not table)


def is_infobox(table: Node, raw: str) -> bool:
    """Whether most rows are a key with its value, and none heads columns."""
    if has_class(table, raw, "infobox"):
        return True
    rows = [[cell for cell in row.elements if cell.name in CELLS] for row, _ in row_nodes(table, raw)]
    pairs = sum([cell.name for cell in cells] == ["th", "td"] for cells in rows)
    wide = sum(len(cells) > 2 or (len(cells) == 2 and cells[1].name == "th") for cells in rows)
    return pairs >= FEWEST_PAIRS and wide == 0 and 2 * pairs >= len(rows)


def read_rows(table: Node, raw: str, *, is_list: bool = False) -> Iterator[SourceRow]:
    """The rows with the texts of their cells."""
    for row, in_head in row_nodes(table, raw):
        nodes = tuple(cell for cell in row.elements if cell.name in CELLS and not is_unseen(cell, raw))
        if nodes:
            lists = [is_list and (number > 0 or len(nodes) == 1) for number in range(len(nodes))]  # a key is no list
            cells = tuple(_cell(node, raw, is_list=one) for node, one in zip(nodes, lists, strict=True))
            yield SourceRow(cells, in_head)


def _cell(node: Node, raw: str, *, is_list: bool) -> GridCell:
    return GridCell(
        cell_text(node, raw, is_list=is_list),
        node.start,
        node.name == "th",
        read_span(node.get(raw, "rowspan"), MOST_ROWS),
        max(read_span(node.get(raw, "colspan"), MOST_COLUMNS), 1),
    )
