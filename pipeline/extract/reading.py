"""An article as the extractors see it: parsed, with one spaCy `Doc` per passage."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Doc

from pipeline.records import DateMention, Mention, ParsedArticle, Passage

Found = TypeVar("Found", Mention, DateMention)


@dataclass(frozen=True, slots=True)
class Reading:
    """`docs[i].text == parsed.passages[i].text`; offsets inside a passage are offsets into its `Doc`."""

    parsed: ParsedArticle
    docs: tuple[Doc, ...]

    def words(self, start: int, end: int) -> str:
        """What a reader sees of a raw span: without markup, where it lies in one passage."""
        number = bisect_right(self.parsed.passages, start, key=_raw_start) - 1
        passage = self.parsed.passages[max(number, 0)]
        if not (passage.span.start <= start and end <= passage.span.end):
            return self.parsed.text[start:end]
        return passage.text[passage.to_text(start) : passage.to_text(end)]


@dataclass(frozen=True, slots=True)
class Findings:
    """What has been found in an article so far, in order of its start; later extractors build on earlier ones."""

    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()

    def mentions_in(self, passage: Passage) -> list[Mention]:
        """Mentions inside the passage, in order. Their offsets are raw: `passage.to_text(m.start)` is local."""
        return _inside(self.mentions, passage)

    def dates_in(self, passage: Passage) -> list[DateMention]:
        """Dates inside the passage, in order."""
        return _inside(self.dates, passage)


def _raw_start(passage: Passage) -> int:
    return passage.span.start


def _inside(found: Sequence[Found], passage: Passage) -> list[Found]:
    """What begins and ends in the passage, found in logarithmic time."""
    span = passage.span
    first = bisect_left(found, span.start, key=_start)
    last = bisect_left(found, span.end, lo=first, key=_start)
    return [one for one in found[first:last] if one.end <= span.end]


def _start(found: Mention | DateMention) -> int:
    return found.start


def section_name(sections: Sequence[str]) -> str | None:
    """The headings above a passage as one readable string: 'Media > Anime'."""
    return " > ".join(sections) or None
