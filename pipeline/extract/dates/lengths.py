"""Lengths of time: '10 years and 9 months', 'half a century', '60–150 minutes', 'two years later'."""

import re

from pipeline.extract.dates.lexicon import Unit, load_lexicon
from pipeline.extract.dates.meaning import Duration, Shift
from pipeline.extract.dates.tokens import Tokens
from pipeline.values.numbers import parse_count

_UNIT = re.compile("[uvwzkLZh]")
_COUNT = re.compile(r"x-?x|[xdcy]|a(?!f)|f")


def read_duration(tokens: Tokens, first: int, last: int) -> Duration | None:
    """The length as ISO 8601; a vague range of lengths is written with a slash."""
    parts: list[tuple[list[float], Unit]] = []
    for begin, end in _parts(tokens, first, last):
        counts = _counts(tokens, begin, end - 1)
        if not counts:
            return None
        parts.append((counts, load_lexicon().units[tokens.words[end - 1]]))
    ends = max(len(counts) for counts, _ in parts)
    if ends == 1:
        return Duration(_iso([(counts[0], unit) for counts, unit in parts]))
    counts, unit = parts[0]
    return Duration("/".join(_iso([(count, unit)]) for count in counts)) if len(parts) == 1 else None


def read_shift(tokens: Tokens, first: int, last: int) -> Shift | None:
    """'ago' counts from the publication, 'later' and 'earlier' from the date mentioned last."""
    counts = _counts(tokens, first, last - 2)
    unit = load_lexicon().units[tokens.words[last - 2]]
    word = tokens.kinds[last - 1]
    if len(counts) != 1 or counts[0] != int(counts[0]) or not 0 < counts[0] < 10000:
        return None
    forward = word == "r" or tokens.words[last - 1].lower() == "after"
    amount = int(counts[0]) * (1 if forward else -1) * (unit.size if unit.name == "week" else 1)
    return Shift(unit.name, amount, story=word != "g", exact=unit.name == "week")


def _parts(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches that end in a unit."""
    ends = [first + m.end() for m in _UNIT.finditer(tokens.kinds[first:last])]
    return list(zip([first, *ends], ends, strict=False))


def _counts(tokens: Tokens, first: int, last: int) -> list[float]:
    """The numbers before a unit: one, or two for a range. 'a' is one, 'half a' a half, 'and a half' adds a half."""
    kinds = tokens.kinds[first:last]
    if re.search(r"af|fa|\Af", kinds) and "&" not in kinds:
        return [0.5]
    half = 0.5 if "&af" in kinds else 0.0
    found: list[float] = []
    for m in _COUNT.finditer(kinds.replace("&af", "")):
        word = tokens.slice(first + m.start(), first + m.end())
        whole = parse_count(word)
        if whole is not None:
            found.append(whole + half)
        elif m.group() == "a":
            found.append(1 + half)
        else:
            found += [number for part in re.findall(r"\w+", word) if (number := parse_count(part)) is not None]
    return found


def _iso(parts: list[tuple[float, Unit]]) -> str:
    """Years to days before a T, hours and minutes after it; quarters are months, decades years."""
    days = "".join(_amount(count, unit) for count, unit in parts if unit.name not in ("hour", "minute"))
    clock = "".join(_amount(count, unit) for count, unit in parts if unit.name in ("hour", "minute"))
    return f"P{days}" + (f"T{clock}" if clock else "")


def _amount(count: float, unit: Unit) -> str:
    factor, letter = (unit.size * 3, "M") if unit.iso == "Q" else (unit.size, unit.iso[0])
    return f"{count * factor:g}{letter}"
