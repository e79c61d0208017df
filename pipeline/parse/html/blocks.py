"""The tree as blocks in reading order: paragraphs, headings, list items, captions, tables, infobox entries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.parse.furniture import is_caption
from pipeline.parse.html.attributes import has_class, is_furniture
from pipeline.parse.html.inline import is_skipped, one_line, token_atoms
from pipeline.parse.html.pairs import Pair, find_pairs, make_pair, pair_of
from pipeline.parse.html.tables import LONGEST_KEY, is_infobox, is_layout, read_rows
from pipeline.parse.html.tokens import Token
from pipeline.parse.html.tree import BLOCKS, HEADINGS, Node
from pipeline.parse.markup import Atom, Break, MarkedText, clean, join, split_breaks
from pipeline.parse.sheets import SourceRow
from pipeline.records import PassageKind

SHARE = 0.3  # of the page's text: so much is no furniture, whatever its class says
SHORT_LINE = 50
SENTENCE_END = re.compile(r"[.!?:…。！？][\"”’»')\]]{0,2}$")


class Context(NamedTuple):
    """What the elements around a text make of it."""

    kind: PassageKind | None = None  # None: a paragraph, or what looks like one
    level: int = 0  # of a heading
    is_furniture: bool = False
    is_link: bool = False
    is_byline: bool = False
    in_infobox: bool = False
    in_definitions: bool = False  # a list of definitions that explains terms


@dataclass(slots=True, eq=False)
class Block:
    """A text, a table or the entries of an infobox, and what its place in the page tells."""

    context: Context
    marked: MarkedText | None = None
    linked: float = 0.0  # share of the text that is links
    rows: list[SourceRow] = field(default_factory=list)
    pair: Pair | None = None
    start: int = 0

    @property
    def text(self) -> str:
        return self.marked.text if self.marked is not None else ""


def read_blocks(root: Node, raw: str, main: Node) -> list[Block]:
    """All blocks that show."""
    return list(_Walk(raw, root, main).run(root))


class _Walk:
    """One pass over the tree, without recursion; `atoms` is the text since the last block began."""

    def __init__(self, raw: str, root: Node, main: Node) -> None:
        self.raw = raw
        self.main = main
        self.most = SHARE * max(root.size, 1)
        self.atoms: list[Atom | Break] = []
        self.linked = 0

    def run(self, root: Node) -> Iterator[Block]:
        stack: list[tuple[Context, bool, Iterator[Node | Token]]] = [(Context(), False, iter(root.children))]
        while stack:
            context, is_block, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if is_block:
                    yield from self._flush(context)
            elif isinstance(child, Token):
                self._add(child, context)
            elif child.name == "br":
                self.atoms.append(Break.LINE)
            elif child.name == "img":
                yield from self._image(child, context)
            elif not is_skipped(child, self.raw):
                if child.name in BLOCKS:
                    yield from self._flush(context)
                inner = self._context(child, context)
                read = self._whole(child, inner)
                if read is None:
                    inner = inner._replace(in_definitions=True) if child.name == "dl" else inner
                    stack.append((inner, child.name in BLOCKS, iter(child.children)))
                else:
                    yield from read

    def _add(self, token: Token, context: Context) -> None:
        before = len(self.atoms)
        self.atoms.extend(token_atoms(token, self.raw))
        if context.is_link and len(self.atoms) > before:
            self.linked += len(self.raw[token.start : token.end].strip())

    def _context(self, node: Node, context: Context) -> Context:
        name = node.name
        if name == "a":
            return context._replace(is_link=True)
        if name in HEADINGS:
            return context._replace(kind=PassageKind.HEADING, level=int(name[1]))
        if name == "li" and context.kind is None:
            context = context._replace(kind=PassageKind.LIST_ITEM)
        elif name in ("figcaption", "caption"):
            return context._replace(kind=PassageKind.CAPTION)
        elif name in ("time", "address"):
            return context._replace(is_byline=True)
        if context.is_furniture or not (node.attributes or name in BLOCKS):
            return context
        return self._by_attributes(node, context)

    def _by_attributes(self, node: Node, context: Context) -> Context:
        raw = self.raw
        is_small = node.size < self.most
        if has_class(node, raw, "infobox"):
            return context._replace(in_infobox=True)
        if not context.in_infobox and self._is_other(node, is_small):
            if node.name == "aside" and len(find_pairs(node, raw)) >= 3:
                return context._replace(in_infobox=True)
            return context._replace(is_furniture=True)
        if is_small and has_class(node, raw, "caption"):
            return context._replace(kind=PassageKind.CAPTION)
        if is_small and has_class(node, raw, "byline"):
            return context._replace(is_byline=True)
        return context

    def _is_other(self, node: Node, is_small: bool) -> bool:
        """Whether the element is no part of the article: by its name, its role, its class, or beside the article."""
        if node.start <= self.main.start and self.main.end <= node.end:
            return False
        if is_furniture(node, self.raw) or (is_small and has_class(node, self.raw, "furniture")):
            return True
        if node.name == "article" and self.main.name != "#root":
            return self.main.name == "article" or is_small
        return node.name == "header" and not (self.main.start <= node.start < self.main.end)

    def _whole(self, node: Node, context: Context) -> list[Block] | None:
        """The blocks of an element that is read as a whole; None for any other."""
        raw = self.raw
        if context.in_infobox and (pair := pair_of(node, raw)) is not None:
            return [Block(context, pair=pair, start=node.start)]
        if node.name == "dl" and not context.is_furniture and not context.in_definitions:
            return [Block(context, pair=pair, start=pair.key.start) for pair in find_pairs(node, raw)] or None
        if node.name != "table" or context.is_furniture:
            return None
        if is_infobox(node, raw):
            return list(self._infobox(node, context._replace(in_infobox=True)))
        if is_layout(node, raw):
            return None
        return [*self._captions(node, context), Block(context, rows=list(read_rows(node, raw)), start=node.start)]

    def _captions(self, node: Node, context: Context) -> Iterator[Block]:
        for child in node.elements:
            if child.name == "caption" and (marked := one_line(child, self.raw)) is not None:
                yield Block(context._replace(kind=PassageKind.CAPTION), marked, start=child.start)

    def _infobox(self, node: Node, context: Context) -> Iterator[Block]:
        """Entries, and the lines across the box: captions of images, headings of its parts."""
        yield from self._captions(node, context)
        for row in read_rows(node, self.raw, is_list=True):
            shown = row.shown
            if (pair := _pair_of_row(row)) is not None:
                yield Block(context, pair=pair, start=pair.key.start)
                continue
            for cell in shown:
                is_heading = len(shown) == 1 and cell.is_header
                kind = PassageKind.HEADING if is_heading else PassageKind.CAPTION
                yield Block(context._replace(kind=kind), cell.content, start=cell.at)

    def _image(self, node: Node, context: Context) -> Iterator[Block]:
        """The alternative text of an image, if it credits someone."""
        span = node.attributes.get("alt")
        if span is None or context.is_furniture or span[1] - span[0] > 400 or "&" in self.raw[span[0] : span[1]]:
            return
        marked = clean(self.raw, [Atom(*span)])
        if marked is not None and is_caption(marked.text):
            yield from self._flush(context)
            yield Block(context._replace(kind=PassageKind.CAPTION), marked, start=span[0])

    def _flush(self, context: Context) -> Iterator[Block]:
        """The text gathered so far as one block for each of its lines."""
        atoms, self.atoms = self.atoms, []
        linked, self.linked = self.linked, 0
        if not atoms:
            return
        lines = list(_lines(self.raw, atoms, is_whole=context.kind is not None))
        size = sum(len(line.text) for line in lines)
        for line in lines:
            yield Block(context, line, min(linked / size, 1.0), start=line.start)


def _pair_of_row(row: SourceRow) -> Pair | None:
    """The row as key and value, if it is two cells and the first is short."""
    contents = [cell.content for cell in row.cells if cell.content is not None]
    return make_pair(*contents) if len(contents) == 2 and len(contents[0].text) <= LONGEST_KEY else None


def _lines(raw: str, atoms: list[Atom | Break], *, is_whole: bool) -> Iterator[MarkedText]:
    """The text cut at new lines that end something: a sentence, an empty line, a short line."""
    run: list[tuple[str, MarkedText]] = []
    after_gap = False
    for _, piece in split_breaks(raw, atoms):
        if piece is None:
            after_gap = True
            continue
        if run and not is_whole and (after_gap or _ends(run[-1][1].text, piece.text)):
            yield join(run)
            run = []
        run.append((" ", piece))
        after_gap = False
    if run:
        yield join(run)


def _ends(before: str, after: str) -> bool:
    return not after[0].islower() and (len(before) <= SHORT_LINE or SENTENCE_END.search(before) is not None)
