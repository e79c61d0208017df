"""One spelling for the many romanisations of a Japanese name."""

import re
from functools import lru_cache

from pipeline.values.folding import fold

_JAPANESE_TOKEN = re.compile(r"(?:(?:[kgsztdnhbpmr]y|sh|ch|ts|dz|[kgsztdnhbpmyrwjf])?[aiueo]|n(?![aiueoy]))+")
_ROMAN_NUMERALS = frozenset(("ii", "iii", "viii"))  # 'Part II' is not 'Part I' with a long vowel
_GEMINATE = re.compile(r"([kstp])(?=\1)|t(?=ch)|c(?=ch)")
_NASAL = re.compile(r"m(?=[bpm])")
_LONG_VOWEL = re.compile(r"o(?:u|o)+|oh(?=[^aiueoyn]|$)|^oh(?=n)|uu+|aa+|ii+|ee+")
_HEPBURN_TO_KUNREI = (
    (re.compile(r"sh(?=[aueo])"), "sy"),
    (re.compile(r"shi"), "si"),
    (re.compile(r"ch(?=[aueo])"), "ty"),
    (re.compile(r"chi"), "ti"),
    (re.compile(r"tsu"), "tu"),
    (re.compile(r"fu"), "hu"),
    (re.compile(r"d[zu]u?"), "zu"),
    (re.compile(r"jy?(?=[aueo])"), "zy"),
    (re.compile(r"ji"), "zi"),
)


def looks_romanised(token: str) -> bool:
    """The token can be read as Japanese syllables. So can 'moon': only its neighbours tell that it is English."""
    return fold(token) not in _ROMAN_NUMERALS and _JAPANESE_TOKEN.fullmatch(_shorten(token)) is not None


def _shorten(token: str) -> str:
    return _LONG_VOWEL.sub(lambda long: long.group()[0], _NASAL.sub("n", _GEMINATE.sub("", fold(token))))


@lru_cache(maxsize=65536)
def romanisation_key(token: str) -> str:
    """One spelling for all romanisations of a Japanese token: 'shoutarou', 'shōtarō', 'syohtaro' -> 'syotaro'.

    Tokens that cannot be Japanese syllables stay as they are, so that 'louis' does not become 'lois'.
    """
    if not looks_romanised(token):
        return fold(token)
    short = _shorten(token)
    for hepburn, kunrei in _HEPBURN_TO_KUNREI:
        short = hepburn.sub(kunrei, short)
    doubled = _GEMINATE.search(fold(token))
    return f"{short}'" if doubled else short
