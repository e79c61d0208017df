"""What a cell looks like, whatever column it stands in: a year, a result word, a ceremony, a quoted title."""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.vocabulary import load_vocabulary

LONGEST_JUDGED = 400  # characters of a cell that are looked at
TEXT = "text"  # the kind of a cell that no pattern knows


@dataclass(frozen=True, slots=True)
class Look:
    """The features of a cell that columns are told apart by."""

    text: str
    kind: str
    first: str
    last: str

    @property
    def is_blank(self) -> bool:
        return self.kind == "empty"


@cache
def kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Names and patterns of the kinds, in the order in which they are tried."""
    return tuple(
        (entry["name"], re.compile(entry["pattern"], re.DOTALL)) for entry in load_vocabulary("columns")["kind"]
    )


def kind_of(text: str) -> str:
    """The first kind whose pattern matches the whole cell, else `text`."""
    judged = text.strip()[:LONGEST_JUDGED]
    return next((name for name, pattern in kinds() if pattern.fullmatch(judged)), TEXT)


def look_at(text: str) -> Look:
    """The features of a cell; numbers inside words do not tell cells apart."""
    plain = " ".join(text.split())[:LONGEST_JUDGED]
    words = re.findall(r"[^\W\d_]+", plain.casefold())
    return Look(plain.casefold(), kind_of(plain), words[0] if words else "", words[-1] if words else "")
