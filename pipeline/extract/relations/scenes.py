"""Inputs of the network: paragraphs behind the names of what they are about, as many together as one input holds."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from pipeline.extract.relations.candidates import KIND_OF, KINDS, Candidate, Paragraph
from pipeline.extract.transformer.encoding import NO_SHAPE, WordPieces
from pipeline.extract.transformer.windows import MOST, windows
from pipeline.records import Name

ENDS = frozenset(".!?…。！？")
LONGEST_NAME = 16  # pieces of each of the names in front


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate, or a name in front of the text (`paragraph` is None), with its pieces `first` to `last`."""

    first: int
    last: int
    name: Name
    paragraph: int | None = None  # index of its paragraph
    candidate: Candidate | None = None
    counts: bool = False  # whether this input is the one that decides on it


@dataclass(frozen=True, slots=True)
class Scene:
    """One input: numbers of pieces, of shapes and of kinds of candidates, all of one length."""

    pieces: list[int]
    shapes: list[int]
    kinds: list[int]
    placed: list[Placed]


def scenes(paragraphs: Sequence[Paragraph], wordpieces: WordPieces) -> Iterator[Scene]:
    """The inputs for an article, in order. Paragraphs of one topic and heading share an input if they fit."""
    last: Name | None = None
    for (topic, heading), group in groupby(enumerate(paragraphs), key=lambda p: (p[1].topic, p[1].heading)):
        strip = _Strip(wordpieces)
        for number, paragraph in group:
            strip.add(number, paragraph)
        for window in windows(strip.sizes, strip.ends):
            scene = _Builder(wordpieces)
            for name in (topic, heading, last if last != topic else None):
                scene.put_in_front(name)
            scene.fill(strip, window.start, window.end, range(window.first, window.last))
            works = [p.name for p in scene.scene.placed if p.counts and p.name.label == "WORK_OF_ART"]
            last = works[-1] if works else last
            if any(p.counts for p in scene.scene.placed):
                yield scene.scene


class _Strip:
    """The words of several paragraphs in a row; lists of plain numbers, since a paragraph may be a book."""

    def __init__(self, wordpieces: WordPieces) -> None:
        self.wordpieces = wordpieces
        self.numbers: list[int] = []  # of the paragraph of each word
        self.offsets: list[int] = []  # of each word in it
        self.pieces: list[int] = []
        self.shapes: list[int] = []
        self.bounds: list[int] = [0]  # where the pieces of each word begin, and the end
        self.sizes: list[int] = []
        self.ends: list[bool] = []
        self.candidates: dict[int, tuple[Candidate, ...]] = {}

    def add(self, number: int, paragraph: Paragraph) -> None:
        encoded = self.wordpieces.encode(paragraph.words, paragraph.blanks)
        real = [i for i, first in enumerate(encoded.firsts) if first >= 0]
        if not real:
            return
        begun = len(self.pieces)
        bounds = [*(encoded.firsts[i] for i in real[1:]), len(encoded.pieces)]
        self.numbers += [number] * len(real)
        self.offsets += [paragraph.offsets[i] for i in real]
        self.pieces += encoded.pieces
        self.shapes += encoded.shapes
        self.bounds += [begun + bound for bound in bounds]
        sizes = [last - first for first, last in pairwise([0, *bounds])]
        self.sizes += [sizes[0] + 1, *sizes[1:]]  # one for the mark before the paragraph
        cut_anywhere = len(encoded.pieces) > MOST
        self.ends += [cut_anywhere and paragraph.words[i][-1] in ENDS for i in real]
        self.ends[-1] = True
        self.candidates[number] = paragraph.candidates


class _Builder:
    def __init__(self, wordpieces: WordPieces) -> None:
        self.wordpieces = wordpieces
        self.bar = wordpieces.numbers["|"]
        self.scene = Scene([wordpieces.cls], [NO_SHAPE], [0], [])

    def put_in_front(self, name: Name | str | None) -> None:
        words = (name.text if isinstance(name, Name) else name or "-").split()
        encoded = self.wordpieces.encode(words, [True] * len(words))
        pieces, shapes = encoded.pieces[:LONGEST_NAME], encoded.shapes[:LONGEST_NAME]
        first = len(self.scene.pieces)
        self._extend(pieces, shapes, _kind(name.label) if isinstance(name, Name) else 0)
        self._extend([self.bar], [NO_SHAPE], 0)
        if isinstance(name, Name) and pieces:
            self.scene.placed.append(Placed(first, first + len(pieces) - 1, name))

    def fill(self, strip: _Strip, start: int, end: int, counted: range) -> None:
        """Words start to end, with a mark before each paragraph; candidates that lie in them whole."""
        at = start
        while at < end:
            last = bisect_right(strip.numbers, strip.numbers[at], at, end)
            self._extend([self.wordpieces.sep], [NO_SHAPE], 0)
            begun = len(self.scene.pieces)
            part = slice(strip.bounds[at], strip.bounds[last])
            self._extend(strip.pieces[part], strip.shapes[part], 0)
            self._place(strip, at, last, begun, counted)
            at = last
        self._extend([self.wordpieces.sep], [NO_SHAPE], 0)

    def _place(self, strip: _Strip, start: int, end: int, begun: int, counted: range) -> None:
        """The candidates in words start to end, all of one paragraph, whose pieces begin at `begun`."""
        candidates = strip.candidates[strip.numbers[start]]
        shift = begun - strip.bounds[start]
        for n in range(bisect_left(candidates, strip.offsets[start], key=_start), len(candidates)):
            candidate = candidates[n]
            first = bisect_left(strip.offsets, candidate.start, start, end)
            last = bisect_left(strip.offsets, candidate.end, first, end)
            if first >= end:
                break
            if first == last:
                continue
            pieces = range(strip.bounds[first] + shift, strip.bounds[last] + shift)
            self.scene.kinds[pieces.start : pieces.stop] = [_kind(candidate.name.label)] * len(pieces)
            number, counts = strip.numbers[start], first in counted
            self.scene.placed.append(Placed(pieces.start, pieces.stop - 1, candidate.name, number, candidate, counts))

    def _extend(self, pieces: list[int], shapes: list[int], kind: int) -> None:
        self.scene.pieces.extend(pieces)
        self.scene.shapes.extend(shapes)
        self.scene.kinds.extend([kind] * len(pieces))


def _start(candidate: Candidate) -> int:
    return candidate.start


def _kind(label: str) -> int:
    return 1 + KINDS.index(KIND_OF[label])
