"""The tokens of one phrase, and what they say whatever the family: the year, 'last' or 'next', listed numbers."""

import re

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.meaning import Toward
from pipeline.extract.dates.tokens import Tokens

_TOWARD: dict[str, Toward] = {"l": "last", "p": "last", "i": "this", "n": "next", "j": "next"}
_YEARS_OF = {"l": -1, "p": -1, "n": 1, "j": 1, "i": 0, "t": 0, "m": 0}


class Piece:
    """The tokens of one phrase, by kind."""

    def __init__(self, tokens: Tokens, first: int, last: int) -> None:
        self.tokens, self.first, self.last = tokens, first, last
        self.kinds = tokens.kinds[first:last]
        self.words = tokens.words[first:last]

    def word(self, kinds: str) -> str | None:
        """The first word whose kind is one of these."""
        return next((word for word, kind in zip(self.words, self.kinds, strict=True) if kind in kinds), None)

    def number(self, kinds: str) -> int | None:
        """What the first word of these kinds stands for in the lexicon."""
        word = self.word(kinds)
        return None if word is None else load_lexicon().numbers[word]

    @property
    def text(self) -> str:
        return self.tokens.slice(self.first, self.last)

    def year(self) -> int | None:
        """The year that is stated, with two digits read as one of the last century."""
        word = self.word("yU")
        if word is None:
            return None
        return int(word) if word[0].isdigit() else 1900 + int(word[1:])

    def year_shift(self) -> tuple[int | None, bool]:
        """'of last year' -> (-1, False), 'the following year' -> (1, True)."""
        match = re.search(r"(T?)([lnijptm])m?u", self.kinds)
        if match is None:
            return None, False
        definite, word = match.groups()
        return _YEARS_OF[word], word in "jptm" or (word == "n" and bool(definite))

    def toward(self) -> tuple[Toward | None, bool]:
        """'last', 'this', 'next' before the name, and whether they count from the story: 'the following May'."""
        head = self.kinds.lstrip("TEGe-")
        if re.match(r"[lnijptm]m?u", head):
            return None, False
        if head[:1] and head[0] in _TOWARD:
            return _TOWARD[head[0]], head[0] in "jp"
        return ("this", True) if head[:1] in ("t", "m") else (None, False)
