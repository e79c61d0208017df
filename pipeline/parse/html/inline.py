"""The text of an element as atoms: what a reader sees of it, with the breaks between its parts."""

import re
from collections.abc import Iterator

from pipeline.parse.html.attributes import is_unseen
from pipeline.parse.html.tokens import Kind, Token
from pipeline.parse.html.tree import BLOCKS, Child, Node
from pipeline.parse.markup import Atom, Break, MarkedText, clean, text_atoms
from pipeline.parse.parts import join_lines, join_parts
from pipeline.parse.references import decode_references

CITATION = re.compile(r"(?:\s{0,9}\[[^\[\]]{1,40}\])+\s{0,9}")
LONGEST_CITATION = 1_000  # characters of markup
PARTS = frozenset(("li", "dd", "dt", "tr"))


def token_atoms(token: Token, raw: str) -> Iterator[Atom]:
    """The atoms of a text between two tags."""
    if token.kind == Kind.TEXT:
        yield from text_atoms(raw, token.start, token.end)
    elif token.kind == Kind.LITERAL:
        yield Atom(token.start, token.end)


def node_atoms(node: Node, raw: str) -> list[Atom | Break]:
    """Everything that shows in the element. Blocks stand on lines of their own, list items are parts."""
    atoms: list[Atom | Break] = []
    waiting: list[Child | Break] = list(reversed(node.children))
    while waiting:
        child = waiting.pop()
        if isinstance(child, Break):
            atoms.append(child)
        elif isinstance(child, Token):
            atoms.extend(token_atoms(child, raw))
        elif child.name == "br":
            atoms.append(Break.LINE)
        elif not is_skipped(child, raw):
            mark = Break.PART if child.name in PARTS else Break.LINE if child.name in BLOCKS else None
            if mark is not None:
                atoms.append(mark)
                waiting.append(mark)
            waiting.extend(reversed(child.children))
    return atoms


def is_skipped(node: Node, raw: str) -> bool:
    """Whether a reader does not read the element: hidden, or the mark of a citation such as '[1]'."""
    return is_unseen(node, raw) or (
        node.name == "sup" and node.end - node.start <= LONGEST_CITATION and _is_citation(node, raw)
    )


def one_line(node: Node, raw: str) -> MarkedText | None:
    """The element's text, breaks shown as blanks."""
    return join_lines(raw, node_atoms(node, raw))


def cell_text(node: Node, raw: str, *, is_list: bool) -> MarkedText | None:
    """The element's text, its parts separated by commas; `is_list` says that new lines separate parts too."""
    return join_parts(raw, node_atoms(node, raw), is_list=is_list)


def _is_citation(node: Node, raw: str) -> bool:
    text = "".join(
        decode_references(raw[child.start : child.end])
        for inner in node.walk()
        for child in inner.children
        if isinstance(child, Token) and child.kind == Kind.TEXT
    )
    return CITATION.fullmatch(text) is not None


def plain(node: Node, raw: str) -> str:
    """The element's text without its place."""
    found = clean(raw, (atom for atom in node_atoms(node, raw) if isinstance(atom, Atom)))
    return found.text if found else ""
