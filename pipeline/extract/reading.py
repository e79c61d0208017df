"""An article as the extractors see it: parsed, with one spaCy `Doc` per passage."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.records import DateMention, Mention, ParsedArticle, Passage


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
    """What has been found in an article so far; later extractors build on earlier ones."""

    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()

    def mentions_in(self, passage: Passage) -> list[Mention]:
        """Mentions inside the passage, in order. Their offsets are raw: `passage.to_text(m.start)` is local."""
        return [m for m in self.mentions if _inside(m, passage)]

    def dates_in(self, passage: Passage) -> list[DateMention]:
        """Dates inside the passage, in order."""
        return [d for d in self.dates if _inside(d, passage)]


def _raw_start(passage: Passage) -> int:
    return passage.span.start


def _inside(found: Mention | DateMention, passage: Passage) -> bool:
    span = passage.span
    return span.start <= found.start and found.end <= span.end


def section_name(sections: Sequence[str]) -> str | None:
    """The headings above a passage as one readable string: 'Media > Anime'."""
    return " > ".join(sections) or None
