"""Spellings without what readers overlook: case, accents, punctuation, width."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile("['’‘ʼ`]")
_ASCII: dict[int, str | None] = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_ASCII |= {ord("'"): None, ord("`"): None}


def strip_accents(text: str) -> str:
    """Latin letters without their accents ('Tōru' -> 'Toru'); other scripts keep their marks."""
    if text.isascii():
        return text
    kept = []
    for char in unicodedata.normalize("NFKC", text):
        base = unicodedata.normalize("NFD", char)
        kept.append(base[0] if len(base) > 1 and base[0] < "ɐ" else char)
    return "".join(kept)


@lru_cache(maxsize=1 << 19)
def fold(text: str) -> str:
    """Case, accents, width and punctuation gone, apostrophes closed up: "Ōta's  Day!" -> 'otas day'."""
    return fold_spelling(strip_accents(text))


def fold_spelling(text: str) -> str:
    """Case and punctuation gone, accents kept: two folded spellings differ only where a reader would see it."""
    if text.isascii() and (folded := " ".join(text.translate(_ASCII).split())):  # most names; the same, but faster
        return folded
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold())
    words = "".join(char if char.isalnum() or unicodedata.combining(char) else " " for char in plain)
    return " ".join(words.split()) or " ".join(plain.split())


def is_latin(text: str) -> bool:
    """Every letter of the name is Latin; '小説' and 'Кот' are not."""
    return all(char < "ɐ" or "Ḁ" <= char <= "ỿ" for char in text if char.isalpha())
