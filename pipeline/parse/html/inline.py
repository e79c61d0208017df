"""The text of an element as atoms: what a reader sees of it, with the breaks between its parts."""

import re
from collections.abc import Iterator

from pipeline.parse.html.attributes import is_unseen
from pipeline.parse.html.tokens import Kind, Token
from pipeline.parse.html.tree import BLOCKS, Child, Node
from pipeline.parse.markup import Atom, Break, MarkedText, clean, join, split_breaks, text_atoms
from pipeline.parse.references import decode_references

CITATION = re.compile(r"(?:\s{0,9}\[[^\[\]]{1,40}\])+\s{0,9}")
LONGEST_CITATION = 1_000  # characters of markup
PARTS = frozenset(("li", "dd", "dt", "tr"))
TIGHT_AFTER = ",;:/&(-–"
TIGHT_BEFORE = "([,;:/)&–-."


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
    pieces = [(" ", piece) for _, piece in split_breaks(raw, node_atoms(node, raw)) if piece is not None]
    return join(pieces) if pieces else None


def cell_text(node: Node, raw: str, *, is_list: bool) -> MarkedText | None:
    """The element's text, its parts separated by commas.

    A new line separates parts too where `is_list` says so, or where both sides look whole: 'Ann Oba<br>Bo Lind', but
    not 'Best Supporting<br>Actress'.
    """
    pieces: list[tuple[str, MarkedText]] = []
    for mark, piece in _shown(split_breaks(raw, node_atoms(node, raw))):
        before = pieces[-1][1].text if pieces else ""
        pieces.append((_separator(mark, before, piece.text, is_list=is_list), piece))
    return join(pieces) if pieces else None


def _shown(pieces: Iterator[tuple[Break | None, MarkedText | None]]) -> Iterator[tuple[Break | None, MarkedText]]:
    """The pieces that show, each with the strongest break before it."""
    strongest: Break | None = None
    for mark, piece in pieces:
        strongest = Break.PART if Break.PART in (mark, strongest) else mark or strongest
        if piece is not None:
            yield strongest, piece
            strongest = None


def _separator(mark: Break | None, before: str, after: str, *, is_list: bool) -> str:
    if not before or before[-1] in TIGHT_AFTER or after[0] in TIGHT_BEFORE:
        return " "
    if mark == Break.PART or is_list:
        return ", "
    return ", " if _is_whole(before) and _is_whole(after) else " "


def _is_whole(text: str) -> bool:
    """Whether the text can stand alone: two words or more, none in small letters at either end."""
    words = text.split(" ")
    return len(words) > 1 and not words[0][0].islower() and not words[-1][0].islower()


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
