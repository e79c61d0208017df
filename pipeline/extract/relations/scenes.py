"""Inputs of the network: paragraphs behind the names of what they are about, as many together as one input holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.extract.relations.candidates import KIND_OF, KINDS, Candidate, Paragraph
from pipeline.extract.transformer.encoding import NO_SHAPE, Encoded, WordPieces
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
    """The words of several paragraphs in a row."""

    def __init__(self, wordpieces: WordPieces) -> None:
        self.wordpieces = wordpieces
        self.words: list[tuple[int, int]] = []  # paragraph, offset of the word in it
        self.pieces: list[list[int]] = []  # of each word
        self.shapes: list[list[int]] = []
        self.sizes: list[int] = []
        self.ends: list[bool] = []
        self.candidates: dict[int, tuple[Candidate, ...]] = {}

    def add(self, number: int, paragraph: Paragraph) -> None:
        encoded = self.wordpieces.encode(paragraph.words, paragraph.blanks)
        real = [i for i, first in enumerate(encoded.firsts) if first >= 0]
        if not real:
            return
        bounds = [*(encoded.firsts[i] for i in real), len(encoded.pieces)]
        cut_anywhere = len(encoded.pieces) > MOST
        for n, i in enumerate(real):
            part = slice(bounds[n], bounds[n + 1])
            self.words.append((number, paragraph.offsets[i]))
            self.pieces.append(encoded.pieces[part])
            self.shapes.append(encoded.shapes[part])
            self.ends.append(cut_anywhere and paragraph.words[i][-1] in ENDS)
        self.ends[-1] = True
        self.sizes += [len(p) for p in self.pieces[len(self.sizes) :]]
        self.sizes[-len(real)] += 1  # for the mark before the paragraph
        self.candidates[number] = paragraph.candidates


class _Builder:
    def __init__(self, wordpieces: WordPieces) -> None:
        self.wordpieces = wordpieces
        self.bar = wordpieces.numbers["|"]
        self.scene = Scene([wordpieces.cls], [NO_SHAPE], [0], [])

    def put_in_front(self, name: Name | str | None) -> None:
        words = (name.text if isinstance(name, Name) else name or "-").split()
        encoded = self.wordpieces.encode(words, [True] * len(words))
        encoded = Encoded(encoded.pieces[:LONGEST_NAME], encoded.shapes[:LONGEST_NAME], [])
        first = len(self.scene.pieces)
        kind = _kind(name.label) if isinstance(name, Name) else 0
        self._extend([*encoded.pieces, self.bar], [*encoded.shapes, NO_SHAPE], kind)
        self.scene.kinds[-1] = 0
        if isinstance(name, Name) and encoded.pieces:
            self.scene.placed.append(Placed(first, len(self.scene.pieces) - 2, name))

    def fill(self, strip: _Strip, start: int, end: int, counted: range) -> None:
        """Words start to end, with a mark before each paragraph; candidates that lie in them whole."""
        at: dict[tuple[int, int], int] = {}  # paragraph and offset of a word -> its place among the words
        firsts: dict[int, int] = {}
        before = None
        for n in range(start, end):
            number, offset = strip.words[n]
            if number != before:
                self._extend([self.wordpieces.sep], [NO_SHAPE], 0)
                before = number
            at[number, offset], firsts[n] = n, len(self.scene.pieces)
            self._extend(strip.pieces[n], strip.shapes[n], 0)
        self._extend([self.wordpieces.sep], [NO_SHAPE], 0)
        numbers = dict.fromkeys(number for number, _ in strip.words[start:end])
        for number in numbers:
            places = sorted((o, n) for (p, o), n in at.items() if p == number)
            for candidate in strip.candidates[number]:
                inside = [n for o, n in places if candidate.start <= o < candidate.end]
                if inside and not (inside[0] == start and strip.words[start][1] > candidate.start):
                    self._place(strip, candidate, number, firsts, inside, inside[0] in counted)

    def _place(
        self, strip: _Strip, candidate: Candidate, number: int, firsts: dict[int, int], inside: list[int], counts: bool
    ) -> None:
        first, last = firsts[inside[0]], firsts[inside[-1]] + len(strip.pieces[inside[-1]]) - 1
        self.scene.kinds[first : last + 1] = [_kind(candidate.name.label)] * (last + 1 - first)
        self.scene.placed.append(Placed(first, last, candidate.name, number, candidate, counts))

    def _extend(self, pieces: list[int], shapes: list[int], kind: int) -> None:
        self.scene.pieces.extend(pieces)
        self.scene.shapes.extend(shapes)
        self.scene.kinds.extend([kind] * len(pieces))


def _kind(label: str) -> int:
    return 1 + KINDS.index(KIND_OF[label])
