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
    """`length` characters that both texts share, at `text_start` in the clean and `raw_start` in the raw one."""

    text_start: int
    raw_start: int
    length: int


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
        starts = [s.text_start for s in self.segments]
        first = self.segments[max(bisect_right(starts, start) - 1, 0)]
        if start >= first.text_start + first.length:  # in a gap: begin at the next common character
            later = [s for s in self.segments if s.text_start > start]
            if not later:
                raise ValueError(f"span [{start}, {end}) lies outside the aligned text")
            first, start = later[0], later[0].text_start
        last = self.segments[max(bisect_right(starts, end - 1) - 1, 0)]
        stop = min(end, last.text_start + last.length)
        raw = Span(first.raw_start + max(start - first.text_start, 0), last.raw_start + stop - last.text_start)
        if not raw.start < raw.end:
            raise ValueError(f"span [{start}, {end}) has no raw text")
        return raw

    def to_text(self, raw_offset: int) -> int:
        """The clean offset of a raw character, drawn to the nearest common one. An end is `to_text(end - 1) + 1`:
        the clean text may have characters of its own (an inserted space) after the last one.
        """
        if not self.segments:
            raise ValueError("no common character")
        best = self.segments[0].text_start
        for s in self.segments:
            if raw_offset < s.raw_start:
                break
            best = s.text_start + min(raw_offset - s.raw_start, s.length)
        return best
