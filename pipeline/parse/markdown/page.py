"""A Markdown article as passages in reading order; markdown-it says what its blocks are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.parse.dateline import read_dateline
from pipeline.parse.furniture import furniture_form, is_caption, is_link_block
from pipeline.parse.grid import GridCell
from pipeline.parse.language import guess_language
from pipeline.parse.markdown.front_matter import LANGUAGES, PUBLISHERS, FrontMatter, read_front_matter
from pipeline.parse.markdown.inline import Inline, read_inline
from pipeline.parse.markdown.places import Source, place_cell, place_lines
from pipeline.parse.markup import Atom, MarkedText, clean, make_passage
from pipeline.parse.parts import join_lines, join_parts, split_dateline
from pipeline.parse.sheets import SourceRow, make_table, row_text
from pipeline.parse.web_text.reading import MOTTO, is_headline, is_sentence
from pipeline.records import Cell, Metadata, ParsedArticle, Passage, PassageKind, Table

NAME = "markdown"
NEAR = 12  # blocks from the beginning in which bylines stand
LONGEST_TITLE = 300
MOSTLY = 0.8  # share of a text that is links: so much is a menu
FEWEST_LINKS = 3
FOOTNOTE = "[^"


def read(text: str) -> ParsedArticle:
    """The article's passages and tables, and what its front matter and its first lines say about it."""
    matter = read_front_matter(text)
    reader = _Reader(text, matter)
    reader.read(_parser().parse(text[matter.end :]))
    title = matter.title(text)
    if title is not None and reader.title is None:
        reader.passages[:0] = make_passage(PassageKind.TITLE, title)
    passages = tuple(reader.passages)
    if reader.title is None and title is None and (at := _headline(passages)) is not None:
        reader.title = passages[at].text
        passages = (*passages[:at], replace(passages[at], kind=PassageKind.TITLE), *passages[at + 1 :])
    metadata = Metadata(
        title=reader.title or (title.text if title is not None else None),
        publisher=matter.text(PUBLISHERS),
        authors=matter.authors or reader.authors,
        published_on=matter.published_on or reader.published_on,
        language=matter.text(LANGUAGES) or guess_language(passages),
    )
    return ParsedArticle(text, NAME, metadata, passages, tuple(reader.tables))


def _headline(passages: Sequence[Passage]) -> int | None:
    """Where a line above all sentences is the headline of a page that marks none: no motto, no path of links."""
    for at, passage in enumerate(passages):
        if passage.kind not in (PassageKind.PROSE, PassageKind.FURNITURE, PassageKind.CAPTION):
            return None
        if passage.kind == PassageKind.PROSE and is_sentence(passage.text):
            return None
        if passage.kind == PassageKind.PROSE and is_headline(passage.text) and not MOTTO.match(passage.text):
            return at
    return None


def _parser() -> MarkdownIt:
    """A parser that keeps pieces of text apart, so that each is found in the source as it stands."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.disable("text_join")
    parser.inline.ruler2.disable("fragments_join")
    return parser


class _Reader:
    """Goes through the blocks once. `headings` holds (level, text) of the headings above."""

    def __init__(self, raw: str, matter: FrontMatter) -> None:
        self.raw = raw
        self.source = Source(raw, matter.end)
        self.passages: list[Passage] = []
        self.tables: list[Table] = []
        self.headings: list[tuple[int, str]] = []
        self.title: str | None = None
        self.authors: tuple[str, ...] = ()
        self.published_on = matter.published_on
        self.blocks = 0
        self.sentences = 0
        self.item_is_new = False

    @property
    def section(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def read(self, tokens: Sequence[Token]) -> None:
        """All blocks of the article."""
        walk = iter(tokens)
        level = 0
        for token in walk:
            if token.type == "table_open":
                self._read_table(walk)
            elif token.type == "heading_open":
                level = int(token.tag[1])
            elif token.type == "heading_close":
                level = 0
            elif token.type == "inline":
                self._read_text(token, level)
            elif token.type in ("fence", "code_block"):
                self._read_code(token)
            else:
                self.item_is_new = token.type == "list_item_open" or (
                    self.item_is_new and token.type == "paragraph_open"
                )

    def _read_text(self, token: Token, level: int) -> None:
        place = place_lines(self.source, token.map[0], token.content) if token.map else None
        if place is None:
            return
        inline = read_inline(token.content, token.children or (), place)
        is_item, self.item_is_new = self.item_is_new, False
        marked = join_lines(self.raw, inline.atoms)
        self.blocks += 1
        if marked is None:
            self._read_images(inline)
        elif level:
            self._read_heading(marked, level)
        elif token.content.startswith(FOOTNOTE):
            self._write(PassageKind.FURNITURE, marked)
        elif self._is_near and (found := read_dateline(marked.text)) is not None:
            self.authors = self.authors or found.authors
            if found.day is not None and not found.is_update:
                self.published_on = self.published_on or found.day.value
            for kind, part in split_dateline(marked):
                self._write(kind, part)
        else:
            self.sentences += is_sentence(marked.text)
            self._write(self._kind(marked, inline, is_item=is_item), marked)

    @property
    def _is_near(self) -> bool:
        return self.blocks <= NEAR and self.sentences < 2

    def _kind(self, marked: MarkedText, inline: Inline, *, is_item: bool) -> PassageKind:
        text = marked.text
        if is_caption(text):
            return PassageKind.CAPTION
        is_menu = inline.links >= FEWEST_LINKS and inline.linked >= MOSTLY * len(text) and not is_sentence(text)
        if is_menu or furniture_form(text) or (self.headings and is_link_block(self.headings[-1][1])):
            return PassageKind.FURNITURE
        return PassageKind.LIST_ITEM if is_item else PassageKind.PROSE

    def _read_images(self, inline: Inline) -> None:
        """The alternative texts of images that stand alone."""
        for atom in inline.images:
            if (marked := clean(self.raw, [atom])) is not None:
                self._write(PassageKind.CAPTION, marked)

    def _read_heading(self, marked: MarkedText, level: int) -> None:
        """The first heading is the title if it is of the first level and nothing but furniture stands above it."""
        is_first = self.title is None and not self.headings and not self.sentences
        if level == 1 and is_first and len(marked.text) <= LONGEST_TITLE:
            self.title = marked.text
            self._write(PassageKind.TITLE, marked)
            return
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self._write(PassageKind.HEADING, marked)
        self.headings.append((level, marked.text))

    def _read_code(self, token: Token) -> None:
        if token.map is None:
            return
        start, end = self.source.line(token.map[0])[0], self.source.line(token.map[1] - 1)[1]
        if (marked := clean(self.raw, [Atom(start, end)])) is not None:
            self._write(PassageKind.FURNITURE, marked)

    def _read_table(self, walk: Iterator[Token]) -> None:
        """The tokens up to the end of the table as rows."""
        rows: list[SourceRow] = []
        cells: list[GridCell] = []
        at = end = 0
        in_head = False
        for token in walk:
            if token.type == "table_close":
                break
            if token.type in ("thead_open", "thead_close"):
                in_head = token.nesting > 0
            elif token.type == "tr_open" and token.map:
                cells = []
                at, end = self.source.line(token.map[0])
            elif token.type == "tr_close" and cells:
                rows.append(SourceRow(tuple(cells), in_head))
            elif token.type == "inline":
                cell, at = self._cell(token, at, end, is_header=in_head)
                cells.append(cell)
        self._write_rows(rows)

    def _cell(self, token: Token, at: int, end: int, *, is_header: bool) -> tuple[GridCell, int]:
        place, behind = place_cell(self.source, token.content, at, end) if token.content else (None, at)
        if place is None:
            return GridCell(None, at, is_header), at
        inline = read_inline(token.content, token.children or (), place)
        return GridCell(join_parts(self.raw, inline.atoms, is_list=False), at, is_header), behind

    def _write_rows(self, rows: Sequence[SourceRow]) -> None:
        for row in rows:
            if (marked := row_text(row)) is not None:
                cells = [cell.content.cell() for cell in row.shown if cell.content is not None]
                self._write(PassageKind.TABLE_ROW, marked, cells)
        table = make_table(self.section, rows)
        if table is not None:
            self.tables.append(table)

    def _write(self, kind: PassageKind, marked: MarkedText, cells: Sequence[Cell] = ()) -> None:
        self.passages.extend(make_passage(kind, marked, self.section, cells))
