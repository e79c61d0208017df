"""Tags as a tree, however they are nested: elements that HTML closes by itself are closed, depth has a limit."""

from collections import Counter
from collections.abc import Iterator
from typing import Union

from pipeline.parse.html.tokens import FOREIGN, Attributes, Kind, Token, is_xml, tokenize
from pipeline.parse.references import decode_references

DEEPEST = 400  # browsers stop nesting at about as many levels
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
CELLS = frozenset(("td", "th"))
ROW_GROUPS = frozenset(("thead", "tbody", "tfoot"))
TABLE_PARTS = CELLS | ROW_GROUPS | {"tr", "caption", "table", "colgroup"}
BLOCKS = (
    frozenset(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure "
        "footer form head header hgroup hr html legend li main menu nav ol p pre search section summary ul".split()
    )
    | HEADINGS
    | TABLE_PARTS
)
LISTS = {"li": ("ul", "ol", "menu", "dir"), "dt": ("dl",), "dd": ("dl",), "option": ("select",)}

Child = Union["Node", Token]


class Node:
    """An element; its children are elements and texts. `size` is how many characters of text stand in it."""

    __slots__ = ("attributes", "children", "end", "name", "size", "start")

    def __init__(self, name: str, start: int, attributes: Attributes) -> None:
        self.name = name
        self.start = start
        self.end = start
        self.size = 0
        self.attributes = attributes
        self.children: list[Child] = []

    @property
    def elements(self) -> Iterator["Node"]:
        return (child for child in self.children if isinstance(child, Node))

    def has(self, name: str) -> bool:
        return name in self.attributes

    def get(self, raw: str, name: str) -> str:
        """The attribute's value; '' when it has none."""
        span = self.attributes.get(name)
        return decode_references(raw[span[0] : span[1]]).strip() if span else ""

    def walk(self) -> Iterator["Node"]:
        """The element and all below it, in order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))


def build_tree(raw: str) -> Node:
    """The whole text as one tree; never fails."""
    builder = _Builder(is_xml=is_xml(raw))
    for token in tokenize(raw):
        builder.take(token)
    builder.finish(len(raw))
    return builder.root


class _OpenTable:
    """A table that is being read: where it and its open parts stand on the stack."""

    __slots__ = ("at", "cell", "row")

    def __init__(self, at: int) -> None:
        self.at = at
        self.row: int | None = None
        self.cell: int | None = None


class _Builder:
    """A stack of open elements. `places` knows where on it each name stands, so that no tag searches it."""

    def __init__(self, *, is_xml: bool) -> None:
        self.root = Node("#root", 0, {})
        self.stack = [self.root]
        self.is_xml = is_xml
        self.places: dict[str, list[int]] = {}
        self.blocks = [0]
        self.tables: list[_OpenTable] = []
        self.dropped: Counter[str] = Counter()  # elements that lie too deep
        self.at = 0  # in the raw text
        self.size = 0  # of the text so far

    def take(self, token: Token) -> None:
        self.at = token.start
        if token.kind == Kind.START:
            self._start(token)
        elif token.kind == Kind.END:
            self._end(token.name)
        else:
            self.stack[-1].children.append(token)
            self.size += token.end - token.start if token.kind != Kind.CODE else 0

    def finish(self, end: int) -> None:
        """Closes everything."""
        self.at = end
        self._pop_to(1)
        self.root.end, self.root.size = end, self.size

    @property
    def _floor(self) -> int:
        """No end tag reaches out of the cell it stands in."""
        table = self.tables[-1] if self.tables else None
        return 0 if table is None else table.at if table.cell is None else table.cell

    def _place(self, name: str) -> int:
        """Where the innermost open element so named stands; -1 for none inside this cell."""
        places = self.places.get(name)
        return places[-1] if places and places[-1] > self._floor else -1

    def _start(self, token: Token) -> None:
        name = token.name
        if name in TABLE_PARTS:
            if not self._start_table_part(name):
                return
        else:
            self._close_implied(name)
        node = Node(name, token.start, token.attributes)
        self.stack[-1].children.append(node)
        if name in VOID or (token.is_closed and (self.is_xml or name in FOREIGN)):
            return
        if len(self.stack) >= DEEPEST:
            self.dropped[name] += 1
            return
        self._push(node)

    def _push(self, node: Node) -> None:
        at = len(self.stack)
        node.size = -self.size
        self.stack.append(node)
        self.places.setdefault(node.name, []).append(at)
        if node.name in BLOCKS:
            self.blocks.append(at)
        if node.name == "table":
            self.tables.append(_OpenTable(at))
        elif self.tables and node.name == "tr":
            self.tables[-1].row = at
        elif self.tables and (node.name in CELLS or node.name == "caption"):
            self.tables[-1].cell = at

    def _pop_to(self, at: int) -> None:
        """Closes the element at `at` and all inside it."""
        while len(self.stack) > max(at, 1):
            node = self.stack.pop()
            node.end, node.size = self.at, node.size + self.size
            place = len(self.stack)
            self.places[node.name].pop()
            if self.blocks[-1] == place:
                self.blocks.pop()
            if self.tables:
                table = self.tables[-1]
                if table.at == place:
                    self.tables.pop()
                elif table.cell == place:
                    table.cell = None
                elif table.row == place:
                    table.row = None

    def _start_table_part(self, name: str) -> bool:
        """Closes what a part of a table closes; False when there is no table that it could be a part of."""
        table = self.tables[-1] if self.tables else None
        if name == "table":
            if (at := self._place("p")) > 0:
                self._pop_to(at)
            elif table is not None and table.cell is None:
                self._pop_to(table.at)
            return True
        if table is None:
            return False
        if table.cell is not None and name in (*CELLS, "caption"):
            self._pop_to(table.cell)
        elif name == "tr":
            self._pop_to(next((at for at in (table.row, table.cell) if at is not None), len(self.stack)))
        elif name in ROW_GROUPS or name == "colgroup":
            self._pop_to(table.at + 1)
        return True

    def _close_implied(self, name: str) -> None:
        if name in LISTS:
            at = self._place(name)
            twin = self._place({"dt": "dd", "dd": "dt"}.get(name, name))
            inner = max(self._place(parent) for parent in LISTS[name])
            if max(at, twin) > inner:
                self._pop_to(max(at, twin))
        elif name == "a" and (at := self._place("a")) > self.blocks[-1]:
            self._pop_to(at)
        if name in BLOCKS and (at := self._place("p")) > 0:
            self._pop_to(at)
        if name in HEADINGS and self.stack[-1].name in HEADINGS:
            self._pop_to(len(self.stack) - 1)

    def _end(self, name: str) -> None:
        if self.dropped[name]:
            self.dropped[name] -= 1
        elif name in TABLE_PARTS:
            self._end_table_part(name)
        elif (at := self._place(name)) > 0 and (name in BLOCKS or at > self.blocks[-1]):
            self._pop_to(at)
        elif name in HEADINGS and self.stack[-1].name in HEADINGS:
            self._pop_to(len(self.stack) - 1)

    def _end_table_part(self, name: str) -> None:
        table = self.tables[-1] if self.tables else None
        if table is None:
            return
        if name == "table":
            self._pop_to(table.at)
        elif name in CELLS or name == "caption":
            if table.cell is not None:
                self._pop_to(table.cell)
        elif name == "tr" and table.row is not None:
            self._pop_to(table.row)
        elif name in ROW_GROUPS:
            self._pop_to(table.at + 1)
