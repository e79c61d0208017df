"""Where the text that markdown-it hands on stands in the source: it tells lines, not offsets."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

END_OF_LINE = re.compile(r"\r\n|\r|\n")
BAR = re.compile(r"(?=\|)")


class Source:
    """The lines of the article, as markdown-it counts them."""

    def __init__(self, raw: str, start: int) -> None:
        self.raw = raw
        self.starts = [start, *[found.end() for found in END_OF_LINE.finditer(raw, start)], len(raw) + 1]

    def line(self, number: int) -> tuple[int, int]:
        """Start and end of a line, without blanks at its end."""
        if number + 1 >= len(self.starts):
            return len(self.raw), len(self.raw)
        start, end = self.starts[number], min(self.starts[number + 1], len(self.raw))
        return start, start + len(self.raw[start:end].rstrip())


class Place:
    """Maps offsets of an inline text to the source through stretches that are equal in both."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self.inner = [inner for inner, _ in stretches]
        self.outer = [outer for _, outer in stretches]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The raw stretches that `[start, end)` consists of."""
        number = max(bisect_right(self.inner, start) - 1, 0)
        while start < end:
            number += 1
            stop = min(self.inner[number], end) if number < len(self.inner) else end
            raw_start = self.outer[number - 1] + start - self.inner[number - 1]
            yield raw_start, raw_start + stop - start
            start = stop


def place_lines(source: Source, first: int, content: str) -> Place | None:
    """The place of a paragraph or heading whose first line has the number `first`; None when it is not found there."""
    stretches: list[tuple[int, int]] = []
    offset = 0
    for number, line in enumerate(content.split("\n"), start=first):
        text = line.strip()
        start, end = source.line(number)
        if text:
            found = source.raw.rfind(text.replace("\ufffd", "\x00"), start, end) if "\ufffd" in text else -1
            found = source.raw.rfind(text, start, end) if found < 0 else found
            if found < 0:
                return None
            stretches.append((offset + len(line) - len(line.lstrip()), found))
        offset += len(line) + 1
    return Place(stretches) if stretches else None


def place_cell(source: Source, content: str, at: int, end: int) -> tuple[Place | None, int]:
    """The place of a table cell at or behind `at` in its line, and where to look for the next one."""
    stretches: list[tuple[int, int]] = []
    offset = 0
    for part in BAR.split(content):  # a bar is written '\|' in a cell
        if not part:
            continue
        found = source.raw.find(part, at, end)
        if found < 0:
            return None, at
        stretches.append((offset, found))
        offset += len(part)
        at = found + len(part)
    return (Place(stretches) if stretches else None), at
