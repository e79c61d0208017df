"""The year of an award told in a sentence: named, the award's own, or that of a date such as 'on Saturday night'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.awards.clauses import Event
from pipeline.extract.awards.context import AwardContext, Source
from pipeline.extract.reading import Findings
from pipeline.records import DateMention, Passage

BACKGROUND = re.compile(
    r"\b(?:has|have|had(?! to)|who|whose|which|already|previous(?:ly)?|earlier|before|once|past|former|later|"
    r"first \w+ to|winners?|last|debut|history|years?|longlisted|shortlisted)\b"
)


@dataclass(frozen=True, slots=True)
class Dating:
    """Knows the dates of one article and the awards that it names."""

    findings: Findings
    context: AwardContext

    def years(self, passage: Passage, event: Event, sentence: tuple[int, int], source: Source) -> Sequence[int | None]:
        """The years that the clause names, else the award's own, else what a date of the sentence tells."""
        named = event.award.award.award.year if event.award is not None and event.award.award is not None else None
        if event.years and (named is None or len(event.years) > 1):
            return [item.number for item in event.years]
        if named is not None:
            return [named]
        published = self.context.published_on
        near = [d for d in self.findings.dates_in(passage) if self._may_date(d, passage, event, sentence)]
        if near and near[0].earliest is not None and event.award is not None:
            year = near[0].earliest.year
            if published is None or abs(year - published.year) <= 1:
                return [year]
        return [source.year if source.year is not None else self._of_report(passage, event, sentence)]

    def _may_date(self, one: DateMention, passage: Passage, event: Event, sentence: tuple[int, int]) -> bool:
        """A relative date of the sentence; one that is still to come dates only the award right before it."""
        at, published = passage.to_text(one.start), self.context.published_on
        if one.earliest is None or not one.is_relative or not sentence[0] <= at < sentence[1]:
            return False
        if published is None or one.earliest <= published or event.award is None:
            return True
        return event.award.end <= at and re.fullmatch(r"[^.;]{0,40}", passage.text[event.award.end : at]) is not None

    def _of_report(self, passage: Passage, event: Event, sentence: tuple[int, int]) -> int | None:
        """What a report on a ceremony tells as its news happened in the year of the report."""
        published, title = self.context.published_on, self.context.of_title()
        if published is None or not self.context.is_report or event.award is None:
            return None
        if (title is not None and title.year not in (None, published.year)) or event.result not in ("won", "ranked"):
            return None
        return None if BACKGROUND.search(passage.text[sentence[0] : event.cue.end]) else published.year
