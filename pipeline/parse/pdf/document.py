"""A PDF as blocks: what it takes from reading lines to the article."""

from pipeline.errors import ArticleRejected
from pipeline.parse.pdf.headings import mark_headings
from pipeline.parse.pdf.lines import PdfLine
from pipeline.parse.pdf.pages import read_pages
from pipeline.parse.pdf.paragraphs import join_lines
from pipeline.parse.pdf.running import split_running
from pipeline.parse.rendered import read_blocks
from pipeline.records import ParsedArticle

NAME = "pdf"
MAGIC = b"%PDF-"
FEWEST_LETTERS = 20  # in the whole document: a stamp or a page number is no text layer
MOST_UNKNOWN = 0.1  # of the characters may be in no alphabet


def recognises(data: bytes) -> bool:
    return data.startswith(MAGIC)


def read(data: bytes) -> ParsedArticle:
    """The article in the PDF. Raises ArticleRejected for one that is broken, encrypted, scanned or oversized."""
    pages, stated = read_pages(data)
    _require_text([line for page in pages for line in page])
    body, running = split_running(pages)
    return read_blocks([*mark_headings(join_lines(body)), *running], NAME, stated)


def _require_text(lines: list[PdfLine]) -> None:
    text = "".join(line.text for line in lines)
    if sum(map(str.isalpha, text)) < FEWEST_LETTERS:
        raise ArticleRejected("no text layer: the pages are images; run a text recognition (OCR) on it first")
    unknown = sum(not (c.isprintable() or c.isspace()) or c == "\ufffd" for c in text)
    if unknown > MOST_UNKNOWN * len(text):
        raise ArticleRejected("no usable text layer: its fonts do not say which letters they show")
