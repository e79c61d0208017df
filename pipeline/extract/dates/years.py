"""What years, decades, centuries and years of eras mean."""

import re

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.meaning import Calendar, Interval, Meaning
from pipeline.extract.dates.piece import Piece
from pipeline.values.numbers import parse_ordinal

_YEARS = re.compile(r"([0-9]{1,4})[^0-9]{1,9}([0-9]{1,4})")


def read_century(piece: Piece) -> Meaning | None:
    ordinals = [parse_ordinal(w) or 0 for w, kind in zip(piece.words, piece.kinds, strict=True) if kind in "oO"]
    number = ordinals[-1] if ordinals else 0
    if not 0 < number <= 21:
        return None
    if "L" in piece.kinds:  # 'the first decade of the 20th century'
        nth = ordinals[0] if len(ordinals) > 1 else 10
        return Calendar(100 * (number - 1) + 10 * (nth - 1), span=10) if 0 < nth <= 10 else None
    if "C" in piece.kinds:
        return Interval(Calendar(1 - 100 * number), Calendar(100 - 100 * number))
    return Calendar(100 * (number - 1), span=100)


def read_centuries(piece: Piece) -> Meaning | None:
    """'the 12th and 13th centuries', 'the 16th to 18th centuries': from the first to the last."""
    numbers = [parse_ordinal(w) or 0 for w, kind in zip(piece.words, piece.kinds, strict=True) if kind in "oO"]
    if not 0 < numbers[0] <= 21 or not 0 < numbers[1] <= 21:
        return None
    if "C" in piece.kinds:
        return Interval(Calendar(1 - 100 * numbers[0]), Calendar(100 - 100 * numbers[1]))
    return Interval(Calendar(100 * (numbers[0] - 1), span=100), Calendar(100 * (numbers[1] - 1), span=100))


def read_era(piece: Piece) -> Meaning | None:
    """'Heisei 30': the thirtieth year of an era."""
    before, number = load_lexicon().numbers[piece.words[0]], int(piece.words[1])
    return Calendar(before + number) if 1 <= number <= load_lexicon().eras[before] else None


def read_decade(piece: Piece) -> Meaning | None:
    """'the 1980s', "the '80s", 'the 80s' and 'the eighties'; a decade of hundreds BC is an interval."""
    word = piece.word("D") or ""
    if word in load_lexicon().decades:
        return Calendar(1900 + load_lexicon().decades[word], span=10)
    digits = re.sub(r"\D", "", word)
    year = int(digits) if len(digits) > 2 else (2000 if int(digits) < 20 else 1900) + int(digits)
    if "C" in piece.kinds:
        return Interval(Calendar(-year - 8), Calendar(1 - year))
    return Calendar(year, span=10)


def read_year(piece: Piece) -> Meaning | None:
    """A year, two of them joined by a dash or a slash ('2007-10', '1943/44'), or a year with its era."""
    pair = re.search(r"[ycd][-/F&][ycd]", piece.kinds)
    approximate = "~" in piece.kinds
    if pair is None:
        year = piece.year() if "y" in piece.kinds or "U" in piece.kinds else int(piece.word("cd") or 0)
        return None if year is None else Calendar(1 - year if "C" in piece.kinds else year, approximate=approximate)
    match = _YEARS.search(piece.text)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2])
    if "C" in piece.kinds:
        return Interval(Calendar(1 - first), Calendar(1 - last)) if first > last else None
    if len(match[2]) == 2:
        last += first - first % 100
    return Interval(Calendar(first), Calendar(last)) if first < last and len(match[2]) in (2, 4) else None
