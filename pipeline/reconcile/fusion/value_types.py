"""When two values say the same, and which of two values says less: by type, never by whose values they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.values.folding import fold, strip_accents

KINDS = ("category", "names", "number", "datetime")
_PERSONS = re.compile(r"[;|]")
_NOT_ALNUM = re.compile(r"[^a-z0-9]+")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md"))

Person = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ValueType:
    """`kind` is one of KINDS; numbers agree within the larger of both tolerances, datetimes within `minutes`."""

    kind: str = "category"
    relative: float = 0.01
    absolute: float = 0.0
    minutes: float = 0.0


def text_key(text: str) -> str:
    """Equal for texts that differ in case, accents or spacing only."""
    return " ".join(strip_accents(text).casefold().split())


def persons(text: str) -> frozenset[Person]:
    """The people of 'Ann Oba; Mori, Ken': surname and first given name of each."""
    return frozenset(key for key in map(_person, _PERSONS.split(text)) if key is not None)


def _person(name: str) -> Person | None:
    if "," in name:
        last, first = name.split(",", 1)
        name = f"{first} {last}"
    bare = re.sub(r"['`’]", "", fold(name))
    words = [word for word in _NOT_ALNUM.sub(" ", bare).split() if word not in _SUFFIXES]
    return (words[-1], words[0] if len(words) > 1 else "") if words else None


def numbers(texts: Sequence[str]) -> np.ndarray:
    """NaN where a text is no number."""
    plain = pd.Series(texts, dtype=object).astype(str).str.replace(r"[,$%\s]", "", regex=True)
    return np.asarray(pd.to_numeric(plain, errors="coerce"), dtype=np.float64)


def minutes(texts: Sequence[str]) -> np.ndarray:
    """Minutes since 1970; NaN where a text is no point in time."""
    parsed = pd.to_datetime(pd.Series(texts, dtype=object), errors="coerce", format="ISO8601")
    seconds = parsed.astype("datetime64[s]").astype("int64").to_numpy(dtype=np.float64) / 60
    return np.where(parsed.isna().to_numpy(), np.nan, seconds)
