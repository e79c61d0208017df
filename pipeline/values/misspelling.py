"""Whether a spelling looks like a slip of the pen. Looks are not enough to call two names one."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from pipeline.values.folding import fold


@lru_cache(maxsize=65536)
def is_typo(one: str, other: str) -> bool:
    """One slip of the pen apart, inside a word long enough for a slip to be likelier than another word.

    'Kitajmia' of 'Kitajima' is; 'Hiroki' and 'Hiroko' (another ending), 'Tanabe' and 'Tanobe' (another letter),
    'Part 2' and 'Part 3' are not.
    """
    a, b = fold(one), fold(other)
    if a == b or not a or not b or _digits(a) != _digits(b) or min(len(a), len(b)) < 5:
        return False
    if a[0] != b[0] or a[-1] != b[-1]:
        return False
    if OSA.distance(a, b, score_cutoff=1) == 1:
        return len(a) != len(b) or sorted(a) == sorted(b) or len(a) >= 12
    return len(a) == len(b) and len(a) >= 6 and _swapped(a, b)


def is_doubled_letter_slip(one: str, other: str) -> bool:
    """The names differ in one doubled letter only: 'Mina' and 'Minna'. Weak on its own: both may be names."""
    a, b = sorted((fold(one), fold(other)), key=len)
    if len(a) < 3 or len(b) != len(a) + 1:
        return False
    return any(b[i] == b[i - 1] and b[:i] + b[i + 1 :] == a for i in range(1, len(b)))


def _swapped(a: str, b: str) -> bool:
    """Two letters (or two pairs of letters) have changed places: 'nagamiru' and 'naramigu'."""
    places = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(places) == 2:
        i, j = places
        return a[i] == b[j] and a[j] == b[i]
    return (
        len(places) == 4
        and sorted(a[i] for i in places) == sorted(b[i] for i in places)
        and _syllables_swapped(a, b, places)
    )


def _syllables_swapped(a: str, b: str, places: list[int]) -> bool:
    i, j, k, m = places
    return j == i + 1 and m == k + 1 and a[i : j + 1] == b[k : m + 1] and a[k : m + 1] == b[i : j + 1]


def _digits(text: str) -> list[str]:
    """The numbers of a name: roman ones count, a sequel is another work."""
    return re.findall(r"\d+|\b(?:ii|iii|iv|vi|vii|viii|ix|x)\b", text)
