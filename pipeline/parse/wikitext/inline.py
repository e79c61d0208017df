"""What a reader sees of a stretch of wikitext, as atoms with the breaks between its parts."""

import re
from collections.abc import Iterator

from pipeline.parse.markup import Atom, Break, text_atoms
from pipeline.parse.wikitext.scanning import Kind
from pipeline.parse.wikitext.templates import render_template
from pipeline.parse.wikitext.tree import Content, Node, split_bars
from pipeline.vocabulary import load_vocabulary

LIST_MARKS = re.compile(r"[ \t]{0,20}[*#:;]{1,20}[ \t]{0,20}")
LABEL = re.compile(r"[^\s\]]+\s+")
PREFIX = re.compile(r"\s{0,9}(:?)\s{0,9}([^:\[\]|/]{1,40}):")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8})?$|simple$")
BRACKET = re.compile(r"\s{0,9}\([^()]{1,100}\)$")
BREAKING = frozenset("br hr p div li ul ol table tr td th dl dt dd center blockquote section".split())
QUOTE_MARKS = 5  # apostrophes that are bold and italic; more are text

Atoms = list[Atom | Break]


def read_inline(raw: str, content: Content) -> Atoms:
    """The atoms of the content: links by their labels, templates by their rules, no references."""
    atoms: Atoms = []
    at = content.start
    for start, end, node in content.pieces():
        if node is None:
            begin = max(start, at)
            atoms.extend(text_atoms(raw, begin, end) if begin < end else ())
        elif node.kind == Kind.LINE:
            atoms.append(Atom(start, end))
            if marks := LIST_MARKS.match(raw, end, content.end):
                atoms.append(Break.PART)
                at = marks.end()
        else:
            atoms.extend(_read_node(raw, node))
    return atoms


def _read_node(raw: str, node: Node) -> Iterator[Atom | Break]:
    if node.kind == Kind.TEMPLATE:
        yield from render_template(raw, node, read_inline)
    elif node.kind == Kind.LINK:
        yield from _read_link(raw, node)
    elif node.kind == Kind.EXTERNAL:
        yield from _read_external(raw, node)
    elif node.kind == Kind.TABLE:
        yield from _read_inner_table(raw, node)
    elif node.kind == Kind.TAG:
        if node.name.lstrip("/") in BREAKING:
            yield Break.LINE
    elif node.kind == Kind.QUOTES:
        yield from _read_quotes(node)
    elif node.kind == Kind.LITERAL:
        yield from text_atoms(raw, raw.index(">", node.start) + 1, raw.rindex("<", node.start, node.end))
    elif node.kind != Kind.UNREAD:
        yield Atom(node.start, node.end)


def _read_quotes(node: Node) -> Iterator[Atom]:
    """Two, three and five apostrophes are marks; what is beyond them shows."""
    length = node.end - node.start
    extra = 1 if length == 4 else max(length - QUOTE_MARKS, 0)
    if extra:
        yield Atom(node.start, node.start + extra)


def _read_link(raw: str, node: Node) -> Iterator[Atom | Break]:
    """The label of a link, else its target; nothing for images, categories and pages in other languages."""
    parts = split_bars(raw, node.content)
    prefix = PREFIX.match(raw, node.inner_start, node.inner_end)
    if prefix and not prefix[1] and _shows_nothing(prefix[2].strip(), has_label=len(parts) > 1):
        return
    if len(parts) > 1 and raw[parts[-1].start : parts[-1].end].strip():
        yield from read_inline(raw, parts[-1])
        return
    target = parts[0]
    start = prefix.end(1) if prefix and prefix[1] else target.start
    end = target.end
    if len(parts) > 1 and (bracket := BRACKET.search(raw[start:end])):  # '[[Pine (tree)|]]'
        end = start + bracket.start()
    yield from text_atoms(raw, start, end)


def _shows_nothing(prefix: str, *, has_label: bool) -> bool:
    name = prefix.casefold()
    return name in load_vocabulary("wikitext")["links"]["unread"] or (
        not has_label and LANGUAGE.fullmatch(name) is not None and prefix == name
    )


def _read_external(raw: str, node: Node) -> Iterator[Atom | Break]:
    label = LABEL.match(raw, node.inner_start, node.inner_end)
    if label:
        children = [child for child in node.children if child.start >= label.end()]
        yield from read_inline(raw, Content(label.end(), node.inner_end, children))


def _read_inner_table(raw: str, node: Node) -> Iterator[Atom | Break]:
    """A table inside a cell: its cells one behind the other."""
    is_open = False
    run: list[Node] = []
    start = node.inner_start
    for child in [*node.children, None]:
        if child is None or child.kind in (Kind.ROW, Kind.CELL, Kind.CELLS, Kind.CAPTION):
            if is_open:
                yield Break.PART
                yield from read_inline(raw, Content(start, child.start if child else node.inner_end, run))
            is_open = child is not None and child.kind != Kind.ROW
            start, run = (child.end if child else 0), []
        elif child.kind == Kind.BAR:
            start, run = child.end, []  # what stood before it were attributes
        else:
            run.append(child)
