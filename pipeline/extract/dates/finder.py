"""Temporal expressions of a plain text: the core that the spaCy component and `find_dates` share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.extract.dates.direction import find_direction
from pipeline.extract.dates.families import READERS
from pipeline.extract.dates.forms import is_date
from pipeline.extract.dates.grammar import find_phrases
from pipeline.extract.dates.lengths import read_duration
from pipeline.extract.dates.meaning import Calendar, Duration, Interval, Meaning, Phrase, Shift, WeekOf
from pipeline.extract.dates.piece import Piece
from pipeline.extract.dates.ranges import join_ranges
from pipeline.extract.dates.timeline import Timeline
from pipeline.extract.dates.tokens import Tokens, tokenize

_ENOUGH_YEARS = 4  # stated years that tell a narrative from news


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """A stretch `text[start:end]` with its EDTF value (None: nothing resolves it) or its length in ISO 8601."""

    start: int
    end: int
    edtf: str | None
    duration: str | None
    is_relative: bool


def find_temporal_expressions(
    text: str, published_on: date | None = None, timeline: Timeline | None = None
) -> list[TemporalExpression]:
    """The temporal expressions of a text, by offset.

    `published_on` anchors 'last year' and 'on Saturday'. A text in several pieces shares one `timeline`, so that 'the
    following year' may count from a date in an earlier piece; it takes the place of `published_on`.
    """
    tokens, phrases = read_phrases(text)
    if timeline is None:
        timeline = Timeline(published_on, narrative=is_narrative([phrases], published_on))
    return resolve_phrases(tokens, phrases, timeline)


def read_phrases(text: str) -> tuple[Tokens, list[Phrase]]:
    """The expressions of a text before anything is known about its time."""
    tokens = tokenize(text)
    return tokens, list(join_ranges(tokens, _single_phrases(tokens)))


def resolve_phrases(tokens: Tokens, phrases: Iterable[Phrase], timeline: Timeline) -> list[TemporalExpression]:
    """The phrases with their values; the timeline moves along."""
    found = []
    for phrase in phrases:
        expression = _resolve(tokens, phrase, timeline)
        if expression is not None:
            found.append(expression)
    return found


def is_narrative(texts: Iterable[Iterable[Phrase]], published_on: date | None) -> bool:
    """Whether the stated years lie mostly years before the publication: history told, not news."""
    if published_on is None:
        return True
    years = [year for phrases in texts for phrase in phrases for year in _years(phrase.meaning)]
    past = sum(year < published_on.year - 2 for year in years)
    return len(years) >= _ENOUGH_YEARS and past >= 0.8 * len(years)


def _single_phrases(tokens: Tokens) -> Iterator[Phrase]:
    for family, first, last in find_phrases(tokens):
        if not is_date(tokens, family, first, last):
            continue
        meaning = READERS[family](Piece(tokens, first, last))
        if meaning is None and family == "shift":  # 'half a century after' is a length
            last -= 1
            meaning = read_duration(tokens, first, last)
        if meaning is not None:
            yield Phrase(_without_article(tokens, family, first, last), last, meaning, family)


def _without_article(tokens: Tokens, family: str, first: int, last: int) -> int:
    """'the 1980s' and 'the year 2000' are years with an article; 'the end of 1980' and 'the fall' are not."""
    core = tokens.kinds[first:last]
    if core.startswith("Tu") and family == "year":
        return first + 2
    dated = family in ("decade", "year", "days", "month") or (family == "season" and ("y" in core or "U" in core))
    if core[0] == "T" and core[1] in "oO4" and family == "decade":  # 'the first half of the 1920s'
        return first
    return first + 1 if core[0] == "T" and dated and core[1] not in "EGjmlnp" else first


def _resolve(tokens: Tokens, phrase: Phrase, timeline: Timeline) -> TemporalExpression | None:
    meaning = phrase.meaning
    start, end = tokens.starts[phrase.first], tokens.ends[phrase.last - 1]
    if isinstance(meaning, Duration):
        return TemporalExpression(start, end, None, meaning.iso, False)
    direction = find_direction(tokens, phrase.first, phrase.last) if _is_open(meaning) else None
    edtf = timeline.value(meaning, direction)
    if edtf is None and phrase.family == "shift":
        length = read_duration(tokens, phrase.first, phrase.last - 1)
        end = tokens.ends[phrase.last - 2]
        return TemporalExpression(start, end, None, length.iso, False) if length else None
    if edtf is None and _is_absolute(meaning):
        return None  # February 30
    timeline.mention(edtf)
    return TemporalExpression(start, end, edtf, None, not _is_absolute(meaning))


def _is_absolute(meaning: Meaning) -> bool:
    if isinstance(meaning, Interval):
        return any(isinstance(end, Calendar) and end.is_absolute for end in (meaning.start, meaning.end))
    return isinstance(meaning, Calendar) and meaning.is_absolute


def _is_open(meaning: Meaning) -> bool:
    """Whether it matters if the sentence looks back or ahead."""
    if isinstance(meaning, Calendar):
        return not meaning.is_absolute and meaning.year_shift is None and meaning.toward in (None, "this")
    if isinstance(meaning, Shift):
        return meaning.unit == "weekend" or (meaning.story and meaning.unit == "year")
    return isinstance(meaning, WeekOf | Interval) and not _is_absolute(meaning)


def _years(meaning: Meaning) -> list[int]:
    ends = (meaning.start, meaning.end) if isinstance(meaning, Interval) else (meaning,)
    return [end.year for end in ends if isinstance(end, Calendar) and end.year is not None]
