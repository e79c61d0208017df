"""A text as tokens with kinds: what the grammar of dates reads."""

import re
from dataclasses import dataclass

from pipeline.extract.dates.lexicon import feast_pattern, load_lexicon

# Possessive quantifiers and no look-ahead over repeats: the scan is linear on any text.
_TOKEN = re.compile(
    rf"""
    (?P<url>(?:https?://|www\.)\S++)
  | (?P<feast>\b(?:{feast_pattern()})\b)
  | (?P<date>\b[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\b(?!-)
    | \b[0-9]{{1,2}}(?P<s1>[./])[0-9]{{1,2}}(?P=s1)(?:[0-9]{{4}}|[0-9]{{2}})\b
    | \b[0-9]{{4}}(?P<s2>[./])[0-9]{{1,2}}(?P=s2)[0-9]{{1,2}}\b)
  | (?P<code>[0-9]++(?:-[0-9]++){{2,}}+ | [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?+
    | [0-9]{{1,3}}(?:,[0-9]{{3}})++(?:\.[0-9]++)?+ | [0-9]++\.[0-9]++)
  | (?P<decade>['’‘]?[0-9]0s\b)
  | (?P<short>['’‘][0-9]{{2}}\b)
  | (?P<word>\w++)
  | (?P<paragraph>\n[ \t\r]*+\n\s*+)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)

_MARKS = {mark: mark for mark in ",./();:|%[]&"} | dict.fromkeys("$£€¥#№", "$") | dict.fromkeys("!?", ".")
_MARKS |= dict.fromkeys("-–—‐‑−", "-") | dict.fromkeys('"“”«»„', '"') | dict.fromkeys("'’‘", "'")
_ORDINAL = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)\Z")
_DECADE = re.compile(r"[0-9]{1,3}0s\Z")
_QUARTER = re.compile(r"Q[1-4]\Z")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: `kinds[i]` is the kind of the token `text[starts[i]:ends[i]]`."""

    text: str
    kinds: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def is_spaced(self, position: int) -> bool:
        """Whether white space, or the edge of the text, stands before the token."""
        return not 0 < position < len(self.words) or self.starts[position] > self.ends[position - 1]

    def starts_sentence(self, position: int) -> bool:
        """Whether the token follows a full stop, an opening mark or nothing."""
        return position <= 0 or self.kinds[position - 1] in '.¶:"|('


def tokenize(text: str) -> Tokens:
    """The tokens of the text, in order; white space and empty lines between words are dropped."""
    kinds, words, starts, ends = [], [], [], []
    known = load_lexicon().kinds
    for match in _TOKEN.finditer(text):
        word = match.group()
        kind = known.get(word) or _kind(match, word)
        kinds.append(kind)
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, "".join(kinds), words, starts, ends)


def _kind(match: re.Match[str], word: str) -> str:
    match match.lastgroup:
        case "word":
            return _kind_of_word(word)
        case "mark":
            return _MARKS.get(word, "?")
        case "feast":
            return "H"
        case "date":
            return "I"
        case "code":
            return "#"
        case "short":
            return "U"
        case "decade":
            return "D"
        case "paragraph":
            return "¶"
    return "?"


def _kind_of_word(word: str) -> str:
    first = word[0]
    if "0" <= first <= "9":
        return _kind_of_number(word)
    if _QUARTER.match(word):
        return "Q"
    return "X" if first.isupper() else "_"


def _kind_of_number(word: str) -> str:
    if word.isascii() and word.isdigit():
        if len(word) == 4 and word[0] in "12":
            return "y"
        if len(word) <= 2 and 1 <= int(word) <= 31:
            return "d"
        return "c" if len(word) <= 4 else "#"
    if _ORDINAL.match(word):
        return "o"
    return "D" if _DECADE.match(word) else "?"
