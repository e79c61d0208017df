"""Lines that stand on page after page: running heads, feet, page numbers. They are furniture, told once at the end."""

import re
from collections import Counter

from pipeline.parse.pdf.lines import PdfLine
from pipeline.parse.rendered import Block
from pipeline.records import PassageKind
from pipeline.values.folding import fold

EDGE = 3  # lines at the top and at the bottom of a page in which they stand
LONGEST = 160
FEWEST = 2  # pages; a line of the text does not come again in the same place
DIGITS = re.compile(r"\d{1,9}")
PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s?[-–—\[(]?\s?\d{1,4}\s?[-–—\])]?(?:\s?(?:/|of|von)\s?\d{1,4})?$|[ivxl]{1,6}$", re.IGNORECASE
)


def split_running(pages: list[list[PdfLine]]) -> tuple[list[PdfLine], list[Block]]:
    """The lines of the text in order, and the running ones, each once."""
    edges = [_edge(page) for page in pages]
    counts = Counter(place for edge in edges for place in {_place(line) for line in edge})
    repeated = {place for place, count in counts.items() if count >= FEWEST}
    body: list[PdfLine] = []
    running: dict[str, str] = {}
    for page, edge in zip(pages, edges, strict=True):
        drop = {id(line) for line in edge if _place(line) in repeated or PAGE_NUMBER.match(line.text)}
        for line in page:
            if id(line) in drop:
                running.setdefault(_form(line), line.text)
            else:
                body.append(line)
    if not body:  # two copies of one short page
        return [line for page in pages for line in page], []
    return body, [Block(text, PassageKind.FURNITURE) for text in running.values()]


def _edge(page: list[PdfLine]) -> list[PdfLine]:
    """The highest and the lowest lines of the page."""
    by_height = sorted(page, key=lambda line: -line.y)
    edge = by_height[:EDGE] + by_height[max(EDGE, len(by_height) - EDGE) :]
    return [line for line in edge if len(line.text) <= LONGEST]


def _place(line: PdfLine) -> tuple[str, int]:
    return _form(line), round(line.y / 4)


def _form(line: PdfLine) -> str:
    """What stays the same from page to page: the words without the numbers."""
    return fold(DIGITS.sub("0", line.text)) or line.text
