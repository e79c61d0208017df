"""Lines become paragraphs: told by gaps, indents, fonts and lengths of lines; words cut at a line's end are joined."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.parse.pdf.lines import PdfLine

GAP = 1.25  # times the usual distance of lines
USUAL = 1.6  # times the size of the letters, where no distance is usual
OTHER_SIZE = 0.08
INDENT = 0.8  # times the size
FULL = 0.7  # of the usual length: a shorter line ends its paragraph
SENTENCE_END = re.compile(r"[.!?:。！？][\"”’»')\]」』]{0,3}$")
BULLET = re.compile(r"[•▪◦‣·●○■□→*–—-]\s|[•▪◦‣●○■□]|\(?\d{1,3}[.)]\s")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CUT = re.compile(r"([^\W\d_]+)[-‐]$")
STEM = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Paragraph:
    """Lines that are read as one; `after_gap` when there is more room above it than between lines."""

    lines: list[PdfLine] = field(default_factory=list)
    text: str = ""
    after_gap: bool = True

    @property
    def first(self) -> PdfLine:
        return self.lines[0]


def join_lines(lines: list[PdfLine]) -> list[Paragraph]:
    """The paragraphs, in the order in which the lines are drawn."""
    if not lines:
        return []
    leading, usual_length = _leading(lines), _usual_length(lines)
    paragraphs = [Paragraph([lines[0]])]
    for line, after in pairwise(lines):
        gap = _is_gap(line, after, leading)
        if _goes_on(paragraphs[-1], line, after, gap=gap, usual_length=usual_length):
            paragraphs[-1].lines.append(after)
        else:
            paragraphs.append(Paragraph([after], after_gap=gap))
    words = Counter(word.lower() for line in lines for word in WORD.findall(line.text))
    for paragraph in paragraphs:
        paragraph.text = _joined([line.text for line in paragraph.lines], words)
    return paragraphs


def _leading(lines: list[PdfLine]) -> dict[float, float]:
    """The usual distance of two lines by the size of their letters."""
    counts: dict[float, Counter[float]] = {}
    for one, two in pairwise(lines):
        if one.page == two.page and one.size == two.size and 0 < one.y - two.y < 4 * max(one.size, 1):
            counts.setdefault(one.size, Counter())[round(one.y - two.y, 1)] += 1
    return {
        size: max(found.items(), key=lambda item: (item[1], -item[0]))[0]
        for size, found in counts.items()
        if found.total() >= 4
    }


def _usual_length(lines: list[PdfLine]) -> int:
    """The length of a full line: nine of ten lines are not longer."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[(len(lengths) - 1) * 9 // 10]


def _is_gap(line: PdfLine, after: PdfLine, leading: dict[float, float]) -> bool:
    usual = leading.get(after.size, USUAL / GAP * max(after.size, 1.0))
    return line.page == after.page and line.y - after.y > GAP * usual


def _goes_on(paragraph: Paragraph, line: PdfLine, after: PdfLine, *, gap: bool, usual_length: int) -> bool:
    """Whether the paragraph goes on in the next line."""
    if abs(line.size - after.size) > OTHER_SIZE * max(line.size, after.size, 1) or BULLET.match(after.text):
        return False
    ends = SENTENCE_END.search(line.text) is not None
    small = after.text[0].islower()
    if line.is_bold != after.is_bold and not (small and not ends):
        return False
    if line.page != after.page or after.y > line.y + line.size:  # next page, next column
        return not ends and (small or len(line.text) >= FULL * usual_length)
    if gap:
        return False
    if after.x > line.x + INDENT * max(after.size, 1) and ends and not BULLET.match(paragraph.first.text):
        return False
    if line.size > 0 and abs(line.y - after.y) < 0.2 * line.size:  # pieces of one line: cells, columns
        return False
    return len(line.text) >= FULL * usual_length or (small and not ends) or _is_headline(paragraph, after)


def _is_headline(paragraph: Paragraph, after: PdfLine) -> bool:
    """Lines of large letters that follow one another without a gap are one headline, whatever their lengths."""
    return after.size >= 13 and len(paragraph.lines) < 5


def _joined(lines: list[str], words: Counter[str]) -> str:
    text = lines[0]
    for after in lines[1:]:
        text = _join(text, after, words)
    return text


def _join(text: str, after: str, words: Counter[str]) -> str:
    if text.endswith("\u00ad"):
        return text[:-1] + after
    tail = text[-80:]
    cut, stem = CUT.search(tail), STEM.match(after)
    if cut is None:
        return (
            text + after
            if tail.endswith(("-", "‐")) and after[0].isdigit() and tail[-2:-1].isdigit()
            else f"{text} {after}"
        )
    if stem is None or not after[0].islower():
        return text + after
    before, behind = cut[1].lower(), stem[0].lower()
    return text + after if _is_compound(before, behind, words) else text[:-1] + after


def _is_compound(before: str, behind: str, words: Counter[str]) -> bool:
    """Whether the hyphen belongs to the word: the article writes it so, or writes both parts as words."""
    if words[f"{before}-{behind}"] or words[before + behind]:
        return words[f"{before}-{behind}"] > words[before + behind]
    return words[before] > 1 and words[behind] > 1  # each was counted once as a part
