"""A stretch of tokens with what stands around it: what the checks of form look at."""

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.tokens import Tokens


class Place:
    """The tokens from `first` up to, not including, `last`, and their neighbours; '' where there is none."""

    __slots__ = ("after", "before", "core", "first", "follow", "last", "lead", "tokens")

    def __init__(self, tokens: Tokens, first: int, last: int) -> None:
        self.tokens, self.first, self.last = tokens, first, last
        kinds, words = tokens.kinds, tokens.words
        self.core = kinds[first:last]
        self.before, self.after = kinds[first - 1 : first], kinds[last : last + 1]  # kinds
        self.lead = words[first - 1].lower() if first else ""  # words
        self.follow = words[last].lower() if last < len(words) else ""

    def ahead(self, length: int) -> str:
        """The kinds of the next tokens."""
        return self.tokens.kinds[self.last : self.last + length]

    @property
    def is_tied_left(self) -> bool:
        """Whether no white space parts it from the token before."""
        return not self.tokens.is_spaced(self.first)

    @property
    def is_tied_right(self) -> bool:
        return not self.tokens.is_spaced(self.last)

    @property
    def follows_name(self) -> bool:
        """Whether a word with a capital, inside a sentence, stands right before it."""
        return self.before == "X" and not self.tokens.starts_sentence(self.first - 1)


def told_by(name: str, word: str) -> bool:
    """Whether the word is in this list of `[around]` in calendar.toml."""
    return word in load_lexicon().around[name]
