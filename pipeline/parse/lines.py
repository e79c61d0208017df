"""Lines and passages that know where they lie in the raw text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Cell, Passage, PassageKind
from pipeline.values.spans import Alignment

WHITE_SPACE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
INVISIBLE = "\ufeff\u200b\u2060"  # byte order mark, zero-width space, word joiner: nothing a reader sees
BLANKS = WHITE_SPACE + INVISIBLE
LONGEST_PASSAGE = 20_000  # characters; a line of a megabyte would not fit into a language pipeline


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it, without the blanks at both ends: `raw[start:end] == text`."""

    text: str
    start: int
    after_gap: bool = False  # an empty line, or nothing, stands above

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def part(self, start: int, end: int | None = None) -> "Line":
        """`text[start:end]`, trimmed, as a line of its own."""
        return trimmed(self.text[start:end], self.start + start, after_gap=self.after_gap)


def trimmed(text: str, start: int, *, after_gap: bool = False) -> Line:
    """The text without blanks at both ends, its start moved accordingly."""
    without_head = text.lstrip(BLANKS)
    return Line(without_head.rstrip(BLANKS), start + len(text) - len(without_head), after_gap)


def split_lines(text: str) -> list[Line]:
    """All lines with something on them, in order."""
    lines: list[Line] = []
    position, after_gap = 0, True
    for physical in text.splitlines(keepends=True):
        line = trimmed(physical, position, after_gap=after_gap)
        position += len(physical)
        after_gap = not line.text
        if line.text:
            lines.append(line)
    return lines


def make_passages(
    kind: PassageKind, line: Line, section: Sequence[str] = (), cells: Sequence[Cell] = ()
) -> Iterator[Passage]:
    """The line as a passage; one longer than `LONGEST_PASSAGE` is cut at blanks into several."""
    for piece in _pieces(line):
        inside = tuple(c for c in cells if piece.start <= c.start and c.end <= piece.end)
        yield Passage(kind, piece.text, Alignment.identity(piece.start, len(piece.text)), tuple(section), inside)


def _pieces(line: Line) -> Iterator[Line]:
    begin = 0
    while len(line.text) - begin > LONGEST_PASSAGE:
        cut = last_blank(line.text, begin, begin + LONGEST_PASSAGE)
        piece = line.part(begin, cut)
        if piece.text:
            yield piece
        begin = cut
    rest = line.part(begin)
    if rest.text:
        yield rest


def last_blank(text: str, begin: int, end: int) -> int:
    """The last good place to cut in `text[begin:end]`: after a sentence, else at a space, else at the end."""
    for mark in (". ", "。", " "):
        found = text.rfind(mark, begin + 1, end)
        if found > 0:
            return found + len(mark)
    return end
