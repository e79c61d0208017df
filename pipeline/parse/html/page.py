"""A page as a whole: which element holds the article, which blocks are the article's, what comes out."""

from pipeline.parse.dateline import read_dateline
from pipeline.parse.furniture import furniture_form as form_of
from pipeline.parse.furniture import is_apparatus, is_caption, is_hatnote, is_link_block, is_menu_row
from pipeline.parse.html.blocks import Block, read_blocks
from pipeline.parse.html.heading import Head, read_head
from pipeline.parse.html.metadata import language_of, read_stated
from pipeline.parse.html.passages import Writer
from pipeline.parse.html.tree import Node, build_tree
from pipeline.parse.language import guess_language
from pipeline.parse.publisher import find_publisher
from pipeline.parse.web_text.reading import FEWEST_WORDS, is_sentence
from pipeline.records import Metadata, ParsedArticle, PassageKind

NAME = "html"
MAIN_SHARE = 0.25  # of the page's text, for an element to hold the article
NARROWER = 0.6  # of the text of <main>, for an <article> inside it
LINKED = 0.8  # share of links in a text that is nothing but links


def read(text: str) -> ParsedArticle:
    """The page's passages, tables and what it says about itself."""
    root = build_tree(text)
    stated = read_stated(root, text)
    blocks = read_blocks(root, text, find_main(root, text))
    boxed = any(block.pair is not None and block.context.in_infobox for block in blocks)
    encyclopedia = stated.is_encyclopedia or (boxed and not stated.published and not stated.authors)
    head = read_head(blocks, stated, is_encyclopedia=encyclopedia)
    body, rest = _sort_out(blocks, head, is_encyclopedia=encyclopedia)
    writer = Writer(head)
    for block in body:
        writer.add(block)
    passages = tuple(writer.passages)
    metadata = Metadata(
        title=head.title,
        publisher=head.site or find_publisher([block.text for block in rest if block.marked]),
        authors=head.authors,
        published_on=head.published_on,
        language=guess_language(passages) or language_of(stated),
    )
    return ParsedArticle(text, NAME, metadata, passages, tuple(writer.tables), is_encyclopedia=encyclopedia)


def find_main(root: Node, raw: str) -> Node:
    """The element that holds the article: <main>, <article> or the like with enough of the text; else the page."""
    found = [n for n in root.walk() if _is_main(n, raw) and n.size >= MAIN_SHARE * root.size]
    if not found:
        return root
    best = max(found, key=lambda node: (node.size, -node.start))
    inner = [n for n in found if n.start > best.start and n.end <= best.end and n.size >= NARROWER * best.size]
    return min(inner, key=lambda node: (node.size, node.start)) if inner else best


def _is_main(node: Node, raw: str) -> bool:
    if node.name in ("main", "article"):
        return True
    return node.get(raw, "role") in ("main", "article") or node.get(raw, "itemprop") == "articleBody"


def _sort_out(blocks: list[Block], head: Head, *, is_encyclopedia: bool) -> tuple[list[Block], list[Block]]:
    """The blocks of the article, and what is left. Kinds are set on the way."""
    first = head.at if head.at is not None else 0
    readable = [_is_readable(b) for b in blocks]
    last = max((i for i, is_read in enumerate(readable) if is_read), default=-1)
    body: list[Block] = []
    rest: list[Block] = []
    closed_at = 0  # the level of a heading whose section is no part of the article
    for i, block in enumerate(blocks):
        if block is head.block:
            body.append(block)
            continue
        level = block.context.level
        if level and closed_at and level <= closed_at:
            closed_at = 0
        if level and not closed_at and _closes(blocks, i):
            closed_at = level
        kind = _kind(block, i, first, last, is_encyclopedia=is_encyclopedia)
        if closed_at or kind == PassageKind.FURNITURE or block in head.read:
            (body if _shows_date(block, head) else rest).append(block)
        else:
            block.context = block.context._replace(kind=kind)
            body.append(block)
    return body, rest


def _is_readable(block: Block) -> bool:
    """Whether the block is surely some of the article's text."""
    if block.context.is_furniture:
        return False
    if block.rows or block.pair is not None:
        return True
    if block.context.kind == PassageKind.LIST_ITEM:
        return block.linked < LINKED
    return block.context.kind is None and _is_said(block.text) and form_of(block.text) is None


def _is_said(text: str) -> bool:
    """Whether the text is a sentence: in a page, paragraphs that end like one are."""
    return is_sentence(text) or (text.endswith(("!", "?")) and text.count(" ") >= FEWEST_WORDS - 1)


def _closes(blocks: list[Block], i: int) -> bool:
    """Whether a heading opens a part that is none of the article's: related links, references, linked headlines."""
    block = blocks[i]
    if is_link_block(block.text) or is_apparatus(block.text):
        return True
    after = blocks[i + 1] if i + 1 < len(blocks) else None
    return block.linked >= LINKED and (after is None or not _is_readable(after))


def _kind(block: Block, i: int, first: int, last: int, *, is_encyclopedia: bool) -> PassageKind:
    """What the block is; FURNITURE for what is none of the article's."""
    context, text = block.context, block.text
    if context.is_furniture:
        return PassageKind.FURNITURE
    if block.rows or block.pair is not None:
        return PassageKind.TABLE_ROW if block.rows else PassageKind.INFOBOX
    if context.kind == PassageKind.HEADING:
        return PassageKind.HEADING if first <= i <= last else PassageKind.FURNITURE
    if context.kind == PassageKind.CAPTION or is_caption(text):
        return PassageKind.CAPTION
    if form_of(text) is not None or is_menu_row(text) or (is_encyclopedia and is_hatnote(text)):
        return PassageKind.FURNITURE
    outside = i < first or i > last
    if context.kind == PassageKind.LIST_ITEM:
        is_link = block.linked >= LINKED and (outside or not is_encyclopedia)
        return PassageKind.FURNITURE if is_link or i < first else PassageKind.LIST_ITEM
    if not _is_said(text) and (outside or block.linked >= LINKED or context.is_byline):
        return PassageKind.FURNITURE
    return PassageKind.PROSE


def _shows_date(block: Block, head: Head) -> bool:
    """Whether the block is the dateline of the article."""
    found = read_dateline(block.text) if block in head.read else None
    return found is not None and found.day is not None
