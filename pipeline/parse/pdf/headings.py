"""Headings by their letters: larger than those of the text, or bold where the text is not."""

from collections import Counter
from collections.abc import Iterator

from pipeline.parse.pdf.paragraphs import Paragraph
from pipeline.parse.rendered import Block
from pipeline.parse.web_text.reading import LONGEST_HEADING, SENTENCE_END
from pipeline.records import PassageKind

LARGER = 1.12  # times the size of the text
LONGEST_TITLE = 300
NEARLY = 0.75  # times the largest size
TITLE_WORDS = 4  # a headline has so many; the name of a paper often fewer
DEEPEST = 6


def mark_headings(paragraphs: list[Paragraph]) -> Iterator[Block]:
    """The paragraphs as blocks, the title and the headings marked."""
    if not paragraphs:
        return
    body = _body_size(paragraphs)
    sizes = sorted({p.first.size for p in paragraphs if _is_large(p, body)}, reverse=True)
    title, plain = _title(paragraphs, body), not _is_mostly_bold(paragraphs)
    for paragraph in paragraphs:
        kind, level = None, 0
        if paragraph is title:
            kind = PassageKind.TITLE
        elif _is_large(paragraph, body) and SENTENCE_END.search(paragraph.text) is None:
            kind, level = PassageKind.HEADING, min(sizes.index(paragraph.first.size) + 1, DEEPEST)
        elif _is_bold_line(paragraph) and plain:
            kind, level = PassageKind.HEADING, min(len(sizes) + 1, DEEPEST)
        yield Block(paragraph.text, kind, level, after_gap=paragraph.after_gap or kind is not None)


def _body_size(paragraphs: list[Paragraph]) -> float:
    """The size of most letters."""
    counts: Counter[float] = Counter()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            counts[line.size] += len(line.text)
    return max(counts.items(), key=lambda item: (item[1], -item[0]))[0]


def _is_large(paragraph: Paragraph, body: float) -> bool:
    return paragraph.first.size >= LARGER * body and 1 < len(paragraph.text) <= LONGEST_TITLE


def _title(paragraphs: list[Paragraph], body: float) -> Paragraph | None:
    """The largest letters of the first page; a few words give way to a headline that is nearly as large."""
    page = paragraphs[0].first.page
    large = [p for p in paragraphs if p.first.page == page and _is_large(p, body)]
    largest = max((p.first.size for p in large), default=0.0)
    near = [p for p in large if p.first.size >= NEARLY * largest]
    headlines = [p for p in near if p.text.count(" ") >= TITLE_WORDS - 1 or not p.text.isascii()]
    return max(headlines or large, key=lambda p: p.first.size, default=None)


def _is_bold_line(paragraph: Paragraph) -> bool:
    is_bold = all(line.is_bold for line in paragraph.lines)
    return is_bold and len(paragraph.text) <= LONGEST_HEADING and SENTENCE_END.search(paragraph.text) is None


def _is_mostly_bold(paragraphs: list[Paragraph]) -> bool:
    bold = sum(len(p.text) for p in paragraphs if p.first.is_bold)
    return 2 * bold > sum(len(p.text) for p in paragraphs)
