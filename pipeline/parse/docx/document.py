"""A Word document as blocks."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pipeline.errors import ArticleRejected
from pipeline.parse.docx.package import Package, child, local
from pipeline.parse.docx.runs import paragraph_text
from pipeline.parse.docx.styles import Styles
from pipeline.parse.docx.tables import is_infobox, is_layout, read_table, unwrapped
from pipeline.parse.rendered import Block, Stated, read_blocks
from pipeline.records import ParsedArticle, PassageKind

NAME = "docx"
MAGIC = b"PK\x03\x04"
MARKED = (PassageKind.HEADING, PassageKind.TITLE)
CORE = "docProps/core.xml"


def recognises(data: bytes) -> bool:
    return data.startswith(MAGIC)


def read(data: bytes) -> ParsedArticle:
    """The article in the document. Raises ArticleRejected for one that is broken, encrypted or oversized."""
    package = Package(data)
    name = package.main_part()
    document = package.part(name)
    body = child(document, "body")
    if local(document) != "document" or body is None:
        raise ArticleRejected(f"not a Word document: {name} holds something else")
    styles = Styles(package.optional_part(f"{name.rpartition('/')[0]}/styles.xml"))
    return read_blocks(_Blocks(styles).of(body), NAME, _stated(package))


def _stated(package: Package) -> Stated:
    try:
        core = package.optional_part(CORE)
    except ArticleRejected:  # the text does not depend on it
        core = None
    if core is None:
        return Stated()
    values = {local(each): (each.text or "").strip() for each in core}
    return Stated(values.get("title") or None, values.get("creator") or None)


class _Blocks:
    """The blocks in order. An empty paragraph is a gap, and so is the edge of a heading or a table."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._gap = True

    def of(self, parent: Element) -> Iterator[Block]:
        for each in unwrapped(parent):
            if local(each) == "p":
                yield from self._paragraph(each)
            elif local(each) == "tbl":
                yield from self._table(each)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        role = self._styles.role(paragraph)
        text = paragraph_text(paragraph)
        is_marked = role.kind in MARKED
        for line in [" ".join(text.split())] if is_marked else text.split("\n"):
            if line.strip():
                yield Block(line, role.kind, role.level, after_gap=self._gap or is_marked)
                self._gap = is_marked
            else:
                self._gap = True

    def _table(self, table: Element) -> Iterator[Block]:
        self._gap = True
        if is_layout(table):
            for row in unwrapped(table):
                if local(row) == "tr":
                    for cell in unwrapped(row):
                        yield from self.of(cell)
        else:
            rows = read_table(table)
            kind = PassageKind.INFOBOX if is_infobox(table, rows) else PassageKind.TABLE_ROW
            yield Block(kind=kind, rows=rows)
        self._gap = True
