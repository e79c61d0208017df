"""Counts and ordinals in digits or in words: 'eight', '1,024', 'twenty-five', '12th', 'third'."""

import re

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINAL_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()

_CARDINAL = {word: number for number, word in enumerate(UNITS)} | {w: 10 * n for n, w in enumerate(TENS, 2)}
_ORDINAL = {word: number for number, word in enumerate(ORDINAL_UNITS)} | {
    w: 10 * n for n, w in enumerate(ORDINAL_TENS, 2)
}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
_DIGIT_ORDINAL = re.compile(r"(\d{1,6})(?:st|nd|rd|th)")


def parse_count(text: str) -> int | None:
    """The whole number that the text is: 'eight' -> 8, 'twenty-five' -> 25, '1,024' -> 1024; else None."""
    word = text.strip().casefold()
    if _DIGITS.fullmatch(word):
        return int(word.replace(",", ""))
    return _in_words(word, _CARDINAL)


def parse_ordinal(text: str) -> int | None:
    """The number of an ordinal: '12th' -> 12, 'second' -> 2, 'twenty-first' -> 21; else None ('2' is none)."""
    word = text.strip().casefold()
    digits = _DIGIT_ORDINAL.fullmatch(word)
    return int(digits[1]) if digits else _in_words(word, _ORDINAL)


def _in_words(word: str, last: dict[str, int]) -> int | None:
    """A number word, or tens and a last part joined by a hyphen or space."""
    if word in last:
        return last[word]
    tens, _, unit = word.replace(" ", "-").partition("-")
    if tens in TENS and unit in last and 0 < last[unit] < 10:
        return _CARDINAL[tens] + last[unit]
    return None
