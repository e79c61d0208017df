"""Clean text out of marked-up text, every character with its place: what all layouts with markup share.

A reader of markup collects atoms: raw stretches that show, character references, breaks. Here they become text whose
white space is folded, with an alignment to the raw text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from pipeline.parse.lines import LONGEST_PASSAGE, last_blank
from pipeline.parse.references import REFERENCE, decode_reference
from pipeline.records import Cell, Passage, PassageKind
from pipeline.values.spans import Alignment, Segment

UNSEEN = "\u00ad\u200b\u2060\ufeff"  # soft hyphens and marks of no width
RUN = re.compile(rf"[^\s{UNSEEN}]+(?:\s[^\s{UNSEEN}]+)*")
BLANK = re.compile(r"\s")


class Atom(NamedTuple):
    """A raw stretch that shows as it stands, or as `shown` where it is written differently."""

    start: int
    end: int
    shown: str | None = None


class Break(Enum):
    """Something between atoms that a reader sees."""

    LINE = "line"  # a new line
    PART = "part"  # the next entry of a list


Atoms = Sequence[Atom | Break]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Clean text with its place in the raw text; never empty."""

    text: str
    segments: tuple[Segment, ...]

    @property
    def start(self) -> int:
        """Where the first character begins in the raw text."""
        return self.segments[0].raw_start

    @property
    def end(self) -> int:
        """Where the last character ends in the raw text."""
        return self.segments[-1].raw_to(len(self.text))

    def part(self, start: int, end: int | None = None) -> "MarkedText | None":
        """`text[start:end]` without blanks at its ends; None when nothing is left."""
        stop = len(self.text) if end is None else end
        while start < stop and self.text[start].isspace():
            start += 1
        while start < stop and self.text[stop - 1].isspace():
            stop -= 1
        segments = tuple(_cut(self.segments, start, stop))
        return MarkedText(self.text[start:stop], segments) if start < stop and segments else None

    def cell(self) -> Cell:
        return Cell(self.text, self.start, self.end)


def text_atoms(raw: str, start: int, end: int) -> Iterator[Atom]:
    """A raw stretch without tags as atoms: its character references are decoded."""
    at = start
    for found in REFERENCE.finditer(raw, start, end):
        shown, length = decode_reference(found[0])
        if length:
            if at < found.start():
                yield Atom(at, found.start())
            at = found.start() + length
            yield Atom(found.start(), at, shown)
    if at < end:
        yield Atom(at, end)


def clean(raw: str, atoms: Iterable[Atom]) -> MarkedText | None:
    """The atoms as one line of text with single blanks; None when nothing shows."""
    writer = _Writer(raw)
    for atom in atoms:
        writer.write(atom)
    return MarkedText("".join(writer.parts), tuple(writer.segments)) if writer.segments else None


def split_breaks(raw: str, atoms: Atoms) -> Iterator[tuple[Break | None, MarkedText | None]]:
    """What stands between breaks, each with the break before it; None where nothing shows between two breaks."""
    before: Break | None = None
    run: list[Atom] = []
    for atom in atoms:
        if isinstance(atom, Break):
            yield before, clean(raw, run)
            before, run = atom, []
        else:
            run.append(atom)
    yield before, clean(raw, run)


def join(pieces: Sequence[tuple[str, MarkedText]]) -> MarkedText:
    """The pieces as one text, each behind the separator that comes with it (the first one's is dropped)."""
    parts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for separator, piece in pieces:
        if parts:
            parts.append(separator)
            length += len(separator)
        parts.append(piece.text)
        segments += [Segment(s.text_start + length, s.raw_start, s.length, s.raw_length) for s in piece.segments]
        length += len(piece.text)
    return MarkedText("".join(parts), tuple(segments))


def make_passage(
    kind: PassageKind, marked: MarkedText, section: Sequence[str] = (), cells: Sequence[Cell] = ()
) -> Iterator[Passage]:
    """The text as a passage; one longer than `LONGEST_PASSAGE` is cut at blanks into several."""
    begin = 0
    while begin < len(marked.text):
        left = len(marked.text) - begin
        end = last_blank(marked.text, begin, begin + LONGEST_PASSAGE) if left > LONGEST_PASSAGE else begin + left
        piece = marked if end - begin == len(marked.text) else marked.part(begin, end)
        begin = end
        if piece is not None:
            first, last = piece.start, piece.end
            inside = tuple(c for c in cells if first <= c.start and c.end <= last) if cells else ()
            yield Passage(kind, piece.text, Alignment(piece.segments), tuple(section), inside)


class _Writer:
    """Text and segments so far; `pending` is a blank that shows only if more text follows."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.length = 0
        self.pending = False

    def write(self, atom: Atom) -> None:
        if atom.shown is None:
            self._write_raw(atom.start, atom.end)
        elif atom.shown.isspace():
            self.pending = True
        elif shown := atom.shown.strip(UNSEEN):
            self._append(BLANK.sub(" ", shown), atom.start, atom.end - atom.start)

    def _write_raw(self, start: int, end: int) -> None:
        at = start
        for run in RUN.finditer(self.raw, start, end):
            self._skip(at, run.start())
            self._append(BLANK.sub(" ", run[0]), run.start(), None)
            at = run.end()
        self._skip(at, end)

    def _skip(self, start: int, end: int) -> None:
        if start < end and self.raw[start:end].strip(UNSEEN):
            self.pending = True

    def _append(self, text: str, raw_start: int, raw_length: int | None) -> None:
        if self.pending and self.parts:
            self.parts.append(" ")
            self.length += 1
        self.pending = False
        self.segments.append(Segment(self.length, raw_start, len(text), raw_length))
        self.parts.append(text)
        self.length += len(text)


def _cut(segments: Sequence[Segment], start: int, stop: int) -> Iterator[Segment]:
    """The segments inside clean `[start, stop)`, counted from `start`."""
    begin = max(bisect_right(segments, start, key=lambda s: s.text_start) - 1, 0)
    for number in range(begin, len(segments)):
        s = segments[number]
        if s.text_start >= stop:
            return
        first, last = max(s.text_start, start), min(s.text_start + s.length, stop)
        if first < last:
            raw_start = s.raw_start if s.raw_length is not None else s.raw_start + first - s.text_start
            yield Segment(first - start, raw_start, last - first, s.raw_length)
