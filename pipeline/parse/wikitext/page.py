"""A page of wikitext as blocks in reading order: infobox, paragraphs, headings, lists, tables."""

import re
from collections.abc import Sequence

from pipeline.parse.furniture import is_apparatus, is_hatnote
from pipeline.parse.language import guess_language
from pipeline.parse.markup import MarkedText, join, make_passage
from pipeline.parse.parts import join_lines
from pipeline.parse.sheets import SourceRow, make_table, row_text
from pipeline.parse.wikitext.infobox import is_infobox, read_infobox
from pipeline.parse.wikitext.inline import read_inline
from pipeline.parse.wikitext.scanning import Kind
from pipeline.parse.wikitext.tables import RawTable, read_table, source_rows
from pipeline.parse.wikitext.templates import find_rule, named_arguments
from pipeline.parse.wikitext.tree import Content, Node, parse, split_bars, template_name
from pipeline.records import Cell, Metadata, ParsedArticle, Passage, PassageKind, Table

NAME = "wikitext"
HEADING = re.compile(r"(={1,6})(?!=).{1,300}?(?<!=)(={1,6})\s*")
LIST = re.compile(r"[*#:;]{1,20}[ \t]*")
RULER = re.compile(r"-{4,}")
TITLE_WITHIN = 400  # characters of the first paragraph
SKIPPED = (Kind.UNREAD, Kind.TAG)
TABLE_MARKS = (Kind.ROW, Kind.CELL, Kind.CAPTION)


def read(text: str) -> ParsedArticle:
    """The page's passages and tables. A wiki page names no author, publisher or day of publication."""
    reader = _Reader(text)
    reader.read(parse(text))
    passages = tuple(reader.passages)
    title = reader.display_title or reader.infobox_title or reader.bold_title
    metadata = Metadata(title=title, language=guess_language(passages))
    return ParsedArticle(text, NAME, metadata, passages, tuple(reader.tables), is_encyclopedia=True)


class _Reader:
    """Goes through the page once. `headings` holds (level, text) of the headings above."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.passages: list[Passage] = []
        self.tables: list[Table] = []
        self.headings: list[tuple[int, str]] = []
        self.display_title: str | None = None
        self.infobox_title: str | None = None
        self.bold_title: str | None = None
        self.has_lead = False

    @property
    def section(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def read(self, content: Content) -> None:
        """The blocks of a stretch of the page."""
        paragraph: list[Content] = []
        start, line = content.start, list[Node]()
        for node in content.children:
            is_block = self._is_block(node)
            if node.kind != Kind.LINE and not is_block:
                line.append(node)
                continue
            self._read_line(Content(start, node.start, line), paragraph)
            start, line = node.end, []
            if is_block:
                self._end_paragraph(paragraph)
                self._read_block(node)
        self._read_line(Content(start, content.end, line), paragraph)
        self._end_paragraph(paragraph)

    def _is_block(self, node: Node) -> bool:
        if node.kind == Kind.TABLE:
            return True
        if node.kind != Kind.TEMPLATE:
            return False
        name = template_name(self.raw, split_bars(self.raw, node.content)[0])
        rule = find_rule(name)
        return is_infobox(self.raw, node) or name.startswith("displaytitle:") or (rule is not None and rule.is_block)

    def _read_block(self, node: Node) -> None:
        if node.kind == Kind.TABLE:
            self._read_table(read_table(self.raw, node))
        elif is_infobox(self.raw, node):
            self._read_infobox(node)
        else:
            parts = split_bars(self.raw, node.content)
            if template_name(self.raw, parts[0]).startswith("displaytitle:"):
                self._read_display_title(parts[0])
                return
            for key, value in named_arguments(self.raw, parts[1:]).items():
                if key.isdigit():
                    self.read(value)

    def _read_line(self, line: Content, paragraph: list[Content]) -> None:
        written, line = line, _without_unread(self.raw, line)
        first = line.children[0] if line.children and line.children[0].start == line.start else None
        if line.start >= line.end:
            self._end_paragraph(paragraph)
        elif heading := HEADING.fullmatch(self.raw, line.start, line.end):
            self._end_paragraph(paragraph)
            self._read_heading(line, min(len(heading[1]), len(heading[2])))
        elif marks := LIST.match(self.raw, line.start, line.end):
            self._end_paragraph(paragraph)
            is_item = marks[0].strip(" \t:") != ""
            kind = PassageKind.LIST_ITEM if is_item else PassageKind.PROSE
            self._add(kind, Content(marks.end(), line.end, line.children))
        elif RULER.match(self.raw, line.start, line.end):
            self._end_paragraph(paragraph)
        elif first is not None and first.kind in TABLE_MARKS:
            self._end_paragraph(paragraph)  # the rest of a table or template that is not whole
            self._add(PassageKind.FURNITURE, line)
        else:
            paragraph.append(line._replace(children=written.children))

    def _end_paragraph(self, paragraph: list[Content]) -> None:
        if not paragraph:
            return
        children = [node for line in paragraph for node in line.children]
        start, end = paragraph[0].start, paragraph[-1].end
        whole = Content(start, end, [node for node in children if start <= node.start and node.end <= end])
        paragraph.clear()
        if self._add(PassageKind.PROSE, whole) and not self.has_lead and not self.headings:
            self.has_lead = True
            self.bold_title = _bold_name(self.raw, whole)

    def _read_heading(self, line: Content, level: int) -> None:
        end = len(self.raw[line.start : line.end].rstrip()) + line.start
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        marked = self._marked(Content(line.start + level, end - level, line.children))
        if marked is not None:
            self.passages.extend(make_passage(PassageKind.HEADING, marked, self.section))
            self.headings.append((level, marked.text))

    def _read_infobox(self, node: Node) -> None:
        for entry in read_infobox(self.raw, node):
            if entry.key is not None:
                self._add_pair(entry.key, entry.value)
            elif self.infobox_title is None and not self.headings:
                self.infobox_title = entry.value.text
                self.passages.extend(make_passage(PassageKind.TITLE, entry.value))

    def _add_pair(self, key: MarkedText, value: MarkedText) -> None:
        marked = join([("", key), (": ", value)])
        self._write(PassageKind.INFOBOX, marked, (key.cell(), value.cell()))

    def _read_display_title(self, content: Content) -> None:
        start = self.raw.index(":", content.start) + 1
        marked = self._marked(Content(start, content.end, [node for node in content.children if node.start >= start]))
        self.display_title = marked.text if marked is not None else None

    def _read_table(self, table: RawTable) -> None:
        for caption in table.captions:
            self._add(PassageKind.CAPTION, caption)
        if table.is_layout:
            for cell in (cell for row in table.rows for cell in row):
                self.read(cell.content)
        elif table.is_infobox:
            self._read_infobox_table(source_rows(self.raw, table))
        else:
            self._read_rows(source_rows(self.raw, table))

    def _read_infobox_table(self, rows: Sequence[SourceRow]) -> None:
        """Rows of two cells as entries."""
        for row in rows:
            shown = [cell.content for cell in row.shown if cell.content is not None]
            if len(shown) == 2:
                self._add_pair(shown[0], shown[1])

    def _read_rows(self, rows: Sequence[SourceRow]) -> None:
        for row in rows:
            if (marked := row_text(row)) is not None:
                cells = [cell.content.cell() for cell in row.shown if cell.content is not None]
                self._write(PassageKind.TABLE_ROW, marked, cells)
        made = make_table(self.section, rows)
        if made is not None:
            self.tables.append(made)

    def _marked(self, content: Content) -> MarkedText | None:
        return join_lines(self.raw, read_inline(self.raw, content))

    def _add(self, kind: PassageKind, content: Content) -> bool:
        """Whether anything of the content shows."""
        marked = self._marked(content)
        if marked is not None:
            self._write(PassageKind.FURNITURE if is_hatnote(marked.text) else kind, marked)
        return marked is not None

    def _write(self, kind: PassageKind, marked: MarkedText, cells: Sequence[Cell] = ()) -> None:
        if self.headings and is_apparatus(self.headings[0][1]):
            kind = PassageKind.FURNITURE
        self.passages.extend(make_passage(kind, marked, self.section, cells))


def _without_unread(raw: str, line: Content) -> Content:
    """The line without comments and the like and without white space at both ends."""
    start, first, last = line.start, 0, len(line.children)
    while start < line.end:
        is_node = first < last and line.children[first].start == start
        if is_node and line.children[first].kind in SKIPPED:
            start = line.children[first].end
            first += 1
        elif raw[start].isspace() and not is_node:
            start += 1
        else:
            break
    end = max(start, line.start + len(raw[line.start : line.end].rstrip()))
    while first < last and line.children[last - 1].end == end and line.children[last - 1].kind in SKIPPED:
        last -= 1
        end = line.children[last].start
        while end > start and raw[end - 1].isspace():
            end -= 1
    return Content(start, end, line.children[first:last])


def _bold_name(raw: str, paragraph: Content) -> str | None:
    """What stands in bold first: the name of what the page is about."""
    bold = [node for node in paragraph.children if node.kind == Kind.QUOTES and node.end - node.start in (3, 5)]
    if len(bold) < 2 or bold[0].start - paragraph.start > TITLE_WITHIN:
        return _bold_in_template(raw, paragraph)
    inner = [node for node in paragraph.children if bold[0].start < node.start < bold[1].start]
    marked = join_lines(raw, read_inline(raw, Content(bold[0].end, bold[1].start, inner)))
    return marked.text if marked is not None else None


def _bold_in_template(raw: str, paragraph: Content) -> str | None:
    """The same where a template holds it: '{{nihongo|\'\'\'Quiet Harbour\'\'\'|静かな港}} is a novel'."""
    node = next((node for node in paragraph.children if node.kind == Kind.TEMPLATE), None)
    if node is None or node.start - paragraph.start > TITLE_WITHIN:
        return None
    bold = [child for child in node.children if child.kind == Kind.QUOTES and child.end - child.start in (3, 5)]
    if len(bold) < 2:
        return None
    inner = [child for child in node.children if bold[0].start < child.start < bold[1].start]
    marked = join_lines(raw, read_inline(raw, Content(bold[0].end, bold[1].start, inner)))
    return marked.text if marked is not None else None
