"""Where a cleaned text lies in the raw text it came from."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval of Unicode code points: `raw_text[start:end]` is the evidence itself."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """`length` characters at `text_start` in the clean text and as many at `raw_start` in the raw one, one to one.

    `raw_length` is set where the raw side is written differently ('&amp;' for '&'): all of it stands for all of the
    clean side, and is never cut.
    """

    text_start: int
    raw_start: int
    length: int
    raw_length: int | None = None

    def raw_from(self, offset: int) -> int:
        """The raw place where the clean character at `offset` begins."""
        return self.raw_start + (max(offset - self.text_start, 0) if self.raw_length is None else 0)

    def raw_to(self, offset: int) -> int:
        """The raw place where the clean stretch that ends at `offset` ends."""
        stop = min(offset - self.text_start, self.length)
        return self.raw_start + (stop if self.raw_length is None else self.raw_length)

    def taken_over(self, start: int, end: int) -> Span | None:
        """The raw span of clean `[start, end)` where it lies in a segment taken over unchanged: the usual case."""
        if self.raw_length is None and self.text_start <= start and end <= self.text_start + self.length:
            shift = self.raw_start - self.text_start
            return Span(start + shift, end + shift)
        return None

    def text_at(self, raw_offset: int) -> int:
        """The clean offset of a raw one at or behind the beginning of the segment."""
        inside = raw_offset - self.raw_start
        if self.raw_length is not None:
            return self.text_start + (self.length if inside >= self.raw_length else 0)
        return self.text_start + min(inside, self.length)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Maps offsets of a clean text to offsets of its raw text through segments in rising order.

    A text taken over unchanged needs one segment. Characters between segments exist on one side only (dropped
    markup, an inserted space); a span that begins or ends there is drawn in to the characters that exist in both.
    """

    segments: tuple[Segment, ...]

    @classmethod
    def identity(cls, raw_start: int, length: int) -> "Alignment":
        return cls((Segment(0, raw_start, length),))

    def to_raw(self, start: int, end: int) -> Span:
        """The raw span of clean `[start, end)`; raises ValueError for an empty or unmapped span."""
        if not start < end or not self.segments:
            raise ValueError(f"empty span [{start}, {end})")
        if len(self.segments) == 1 and (raw := self.segments[0].taken_over(start, end)):
            return raw
        number = max(bisect_right(self.segments, start, key=_text_start) - 1, 0)
        first = self.segments[number]
        if start >= first.text_start + first.length:  # in a gap: begin at the next common character
            if number + 1 == len(self.segments):
                raise ValueError(f"span [{start}, {end}) lies outside the aligned text")
            first = self.segments[number + 1]
            start = first.text_start
        last = self.segments[max(bisect_right(self.segments, end - 1, key=_text_start) - 1, 0)]
        raw = Span(first.raw_from(start), last.raw_to(end))
        if not raw.start < raw.end or end <= first.text_start:
            raise ValueError(f"span [{start}, {end}) has no raw text")
        return raw

    def to_text(self, raw_offset: int) -> int:
        """The clean offset of a raw character, drawn to the nearest common one. An end is `to_text(end - 1) + 1`:
        the clean text may have characters of its own (an inserted space) after the last one.
        """
        if not self.segments:
            raise ValueError("no common character")
        if raw_offset < self.segments[0].raw_start:
            return self.segments[0].text_start
        return self.segments[bisect_right(self.segments, raw_offset, key=_raw_start) - 1].text_at(raw_offset)


def _text_start(segment: Segment) -> int:
    return segment.text_start


def _raw_start(segment: Segment) -> int:
    return segment.raw_start
