"""What a name knows about itself: its parts, its keys free of order and romanisation, its short forms.

Everything here compares spellings; whether two spellings mean one thing is for `resolve` to decide.
"""

import re
from functools import lru_cache

from pipeline.values.folding import fold
from pipeline.values.romanisation import looks_romanised, romanisation_key

TITLES_BEFORE = frozenset("dr mr mrs ms miss sir prof professor lord lady dame mx".split())
TITLES_AFTER = frozenset("san kun chan sama sensei senpai dono jr sr phd md obe mbe cbe esq".split())
ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVE = re.compile("['’]s$", re.IGNORECASE)
_SEASON = re.compile(
    r"(?:[\s,:–-]{1,3})(?:(?:season|series|part|cour)\s\d{1,2}|s\d{1,2}|\d{1,2}(?:st|nd|rd|th)\sseason)$", re.IGNORECASE
)
_TRAILING_YEAR = re.compile(r"\s\(?(?:19|20)\d\d\)?$")


@lru_cache(maxsize=1 << 19)
def person_tokens(text: str) -> tuple[str, ...]:
    """The folded parts of a person's name without titles and honorifics: 'Dr. Ōta-san' -> ('ota',)."""
    tokens = fold(_POSSESSIVE.sub("", text)).split()
    while len(tokens) > 1 and tokens[0] in TITLES_BEFORE:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1] in TITLES_AFTER:
        tokens = tokens[:-1]
    return tuple(tokens)


@lru_cache(maxsize=1 << 19)
def person_key(text: str) -> str:
    """Free of name order and romanisation: 'Kitano Shōtarō' and 'Shoutarou Kitano' -> 'kitano syotaro'."""
    return " ".join(sorted(romanisation_key(token) for token in person_tokens(text)))


@lru_cache(maxsize=1 << 19)
def person_parts(text: str) -> tuple[str, ...]:
    """The parts of a person's key, each once: 'Kitano Shōtarō' -> ('kitano', 'syotaro')."""
    return tuple(sorted(set(person_key(text).split())))


@lru_cache(maxsize=1 << 19)
def title_key(text: str) -> str:
    """Free of spaces, leading article and romanisation: 'Hoshi-zora o Miru' and 'Hoshizora wo miru' agree.

    Double letters that English has too count where a word of the title is not Japanese: 'Too Late' is not 'To Late'.
    """
    tokens = title_core(text).split()
    japanese = all(map(looks_romanised, tokens))
    keys = [t if not japanese and ("oo" in t or "ee" in t) else romanisation_key(t) for t in tokens]
    return "".join("o" if key == "wo" else key for key in keys)


@lru_cache(maxsize=1 << 19)
def title_core(text: str) -> str:
    """The folded title without leading article and trailing season: 'The Long Road Season 2' -> 'long road'.

    The article stays before a single word: 'Road' and 'The Road' are two titles.
    """
    tokens = fold(_SEASON.sub("", text)).split()
    return " ".join(tokens[1:] if len(tokens) > 2 and tokens[0] in ARTICLES else tokens)


def without_year(text: str) -> str:
    """A name without the year it ends in: 'Winter Expo 2031' -> 'Winter Expo'."""
    return _TRAILING_YEAR.sub("", text)


def title_parts(text: str) -> tuple[str, ...]:
    """What stands before and after a colon or spaced dash: 'Kaze: The Long Road' -> ('Kaze', 'The Long Road')."""
    parts = [part.strip() for part in re.split(r":\s|：|\s[–—-]\s", text, maxsplit=1)]
    return tuple(parts) if len(parts) == 2 and all(parts) else ()


def joined_rotations(tokens: tuple[str, ...]) -> frozenset[str]:
    """The letters of a name however it is split and turned: ('mori', 'kazeno') -> {'morikazeno', 'kazenomori'}."""
    return frozenset("".join(tokens[i:] + tokens[:i]) for i in range(len(tokens)))


def is_short_form(short: str, full: str) -> bool:
    """All parts of `short` stand in `full`, which has more: 'Ōta' of 'Ken Ota'."""
    parts, whole = set(person_tokens(short)), set(person_tokens(full))
    return bool(parts) and parts < whole


def initials_match(one: str, other: str) -> bool:
    """The last parts are equal and the first ones agree as far as they are written out: 'J. K. Doe', 'Jane Doe'."""
    a, b = person_tokens(one), person_tokens(other)
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1] or len(a[-1]) < 3:
        return False
    if not any(len(token) == 1 for token in a[:-1] + b[:-1]):
        return False
    pairs = list(zip(a[:-1], b[:-1], strict=False))
    return all(x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) for x, y in pairs)


def is_acronym(short: str, full: str) -> bool:
    """'NWF' or 'N.W.F.' of 'New Wave Fair'; capitals inside a word count, and digits stay: 'GB7' of 'GameBox 7'."""
    letters = fold(short).replace(" ", "")
    if not 2 <= len(letters) <= 8 or short != short.upper():
        return False
    words = without_year(full).split()
    if any(len(word) > 1 and word.isalpha() and word == word.upper() for word in words):
        return False  # 'Kaze TV' is no 'KTV': it has an acronym of its own
    heads = "".join(_initials(word) for word in words)
    small = "".join(_initials(word) for word in words if word[0].isupper() or word[0].isdigit())
    return letters in (heads.casefold(), small.casefold()) and len(full) > 2 * len(short)


def _initials(word: str) -> str:
    letters = re.sub(r"[^\w]", "", word)
    return letters if letters.isdigit() else letters[:1] + "".join(c for c in letters[1:] if c.isupper())


def is_clipping(short: str, full: str) -> bool:
    """`short` is made of the beginnings of the words of `full`: 'sci-fi' of 'science fiction', plural or not."""
    words, clip = fold(full).split(), fold(short).replace(" ", "").removesuffix("s")
    if len(words) < 2 or len(clip) < 2 * len(words) or len(clip) >= sum(map(len, words)):
        return False
    return _clips(clip, tuple(words))


def _clips(clip: str, words: tuple[str, ...]) -> bool:
    if not words:
        return not clip
    sizes = range(2, min(len(words[0]), len(clip)) + 1)
    return any(clip[:n] == words[0][:n] and _clips(clip[n:], words[1:]) for n in sizes)
