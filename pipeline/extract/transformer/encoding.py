"""Words as the network's input: WordPiece numbers without case, and shapes, which bring the case back.

Own code instead of the `tokenizers` package: that one depends on a hub client and its HTTP stack, and for words that
spaCy has already separated this is all that remains. `tests/extract/test_transformer.py` pins it to the original.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

UNKNOWN, CLS, SEP = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100  # characters; longer words are unknown, as in the original
MOST_PIECES = 24  # of one word: what a longer one adds says nothing about a name
CJK = (
    *((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F)),
    *((0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)),
)
CONTROL = frozenset({"Cc", "Cf", "Co", "Cs"})
SHAPES = 44  # rows of the shape embedding: eleven cases, with or without a blank before, plain or with marks
NO_SHAPE = 28  # of the marks around a window


@dataclass(frozen=True, slots=True)
class Encoded:
    """The pieces of a text: numbers, shapes, and for every word the number of its first piece, -1 for none."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]


class WordPieces:
    """BERT's uncased WordPiece, word by word. Words seen lately are remembered, a fixed number of them."""

    def __init__(self, vocabulary: Sequence[str], remembered: int = 30_000) -> None:
        self.numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown, self.cls, self.sep = (self.numbers[name] for name in (UNKNOWN, CLS, SEP))
        self.remembered = remembered
        self.pieces_of = lru_cache(remembered)(self._pieces_of)

    def __getstate__(self) -> tuple[list[str], int]:
        return list(self.numbers), self.remembered

    def __setstate__(self, state: tuple[list[str], int]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    @classmethod
    def from_disk(cls, path: Path) -> "WordPieces":
        return cls(path.read_text(encoding="utf-8").split("\n")[:-1])

    def encode(self, words: Sequence[str], blanks: Sequence[bool]) -> Encoded:
        """`blanks[i]` says whether a blank stands before word i."""
        encoded = Encoded([], [], [])
        for word, blank in zip(words, blanks, strict=True):
            numbers = self.pieces_of(word)
            encoded.firsts.append(len(encoded.pieces) if numbers else -1)
            if numbers:
                shape = shape_of(word) * 4 + 2 * blank
                shape += not word.isascii()
                encoded.pieces.extend(numbers)
                encoded.shapes.extend([shape] * len(numbers))
        return encoded

    def _pieces_of(self, word: str) -> tuple[int, ...]:
        if word.isspace():
            return ()
        numbers: list[int] = []
        for part in _parts(_folded(word)):
            numbers.extend(self._split(part))
        return tuple(numbers[:MOST_PIECES]) or ((self.unknown,) if word else ())

    def _split(self, part: str) -> list[int]:
        """Longest pieces first, from the left; one unknown if some stretch of it is in no piece."""
        if len(part) > LONGEST_WORD:
            return [self.unknown]
        numbers, start = [], 0
        while start < len(part):
            mark = "##" if start else ""
            for end in range(len(part), start, -1):
                number = self.numbers.get(mark + part[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            numbers.append(number)
            start = end
        return numbers


def _folded(word: str) -> str:
    """Without control characters, in small letters, without accents."""
    if word.isascii() and word.isprintable():
        return word.lower()
    kept = "".join(c for c in word if c != "\ufffd" and (c in "\t\n\r" or unicodedata.category(c) not in CONTROL))
    plain = unicodedata.normalize("NFD", kept.lower())
    return "".join(c for c in plain if unicodedata.category(c) != "Mn")


def _parts(word: str) -> Iterator[str]:
    """The runs between punctuation marks and Chinese characters, which stand alone."""
    if word.isalnum() and word.isascii():
        yield word
        return
    start = 0
    for i, c in enumerate(word):
        if c.isspace() or _stands_alone(c):
            if start < i:
                yield word[start:i]
            if not c.isspace():
                yield c
            start = i + 1
    if start < len(word):
        yield word[start:]


def _stands_alone(c: str) -> bool:
    code = ord(c)
    if code < 128:
        return not c.isalnum() and c.isprintable() and c != " "
    return unicodedata.category(c).startswith("P") or any(low <= code <= high for low, high in CJK)


@lru_cache(10_000)
def shape_of(word: str) -> int:
    """The case of a word, from 0 to 10: small, Capitalised, CAPITALS, one capital, mIxed, digits, both, ..."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5 if any(c.isdigit() for c in word) else 7
    if any(c.isdigit() for c in word):
        return 6
    if not any(c.isupper() or c.islower() for c in letters):
        return 8  # a script without case
    if len(letters) == 1:
        return 3 if letters[0].isupper() else 9
    if word.islower():
        return 0
    if word.isupper():
        return 2
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return 1
    return 4 if letters[0].isupper() else 10
