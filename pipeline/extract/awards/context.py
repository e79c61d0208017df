"""Which award a list or a sentence without an award's name is about."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from pipeline.extract.awards.finder import FoundAward, add_mentions, find_award_names
from pipeline.extract.awards.names import AwardName
from pipeline.extract.reading import Findings, Reading
from pipeline.records import Passage, PassageKind
from pipeline.values.folding import fold
from pipeline.values.spans import Span

MOST_EVIDENCE = 5  # places of an award's name that are kept as evidence
READ = (PassageKind.TITLE, PassageKind.HEADING, PassageKind.PROSE, PassageKind.LIST_ITEM)


@dataclass(frozen=True, slots=True)
class Source:
    """An award as the article has named it so far: edition and year may stand in different places."""

    award: AwardName
    year: int | None
    spans: tuple[Span, ...]


class AwardContext:
    """All award names of an article, by place."""

    def __init__(self, reading: Reading, findings: Findings) -> None:
        self.published_on = reading.parsed.metadata.published_on
        self.found: dict[int, list[FoundAward]] = {}
        self._complete: dict[AwardName, Source] = {}  # filled once all places are known
        self._by_name: dict[str, list[tuple[AwardName, Span]]] = {}
        self._places: list[tuple[int, AwardName, Span]] = []
        for number, passage in enumerate(reading.parsed.passages):
            if passage.kind in READ:
                names = find_award_names(passage.text)
                if passage.kind == PassageKind.PROSE:
                    names = add_mentions(names, findings.mentions_in(passage), passage)
                self.found[number] = names
                self._note(passage, names)
        titles = [p.span.end for p in reading.parsed.passages if p.kind == PassageKind.TITLE]
        self.title_end = titles[0] if titles else 0
        self._starts = [start for start, _, _ in self._places]

    def _note(self, passage: Passage, names: list[FoundAward]) -> None:
        """Only names that are surely awards stand for awards that a list or sentence leaves out."""
        for one in names:
            if not one.is_certain:
                continue
            span = passage.to_raw(one.start, one.end)
            self._places.append((span.start, one.award, span))
            self._by_name.setdefault(fold(one.award.name), []).append((one.award, span))

    @property
    def only(self) -> str | None:
        """The one award that the article names, if it names no second one."""
        return self._places[0][1].name if len(self._by_name) == 1 else None

    def with_edition(self) -> list[tuple[AwardName, Span]]:
        """The mentions that tell an award's edition."""
        return [(award, span) for _, award, span in self._places if award.edition is not None]

    def of_lists(self, offset: int) -> Source | None:
        """The award that the lists below an offset are about: the title's, else the one named most, else the last."""
        before = [(award, span) for start, award, span in self._places if start <= offset]
        if not before:
            return None
        counts = Counter(fold(award.name) for award, _ in before)
        best = max(
            range(len(before)), key=lambda i: (before[i][1].end <= self.title_end, counts[fold(before[i][0].name)], i)
        )
        return self.complete(before[best][0])

    def before(self, offset: int) -> Source | None:
        """The award named last before a raw offset, with the edition and year that its other mentions give."""
        index = bisect_right(self._starts, offset) - 1
        return self.complete(self._places[index][1]) if index >= 0 else None

    def complete(self, award: AwardName) -> Source:
        """The award with what the whole article says of it, where its mentions agree."""
        if award not in self._complete:
            self._complete[award] = self._read_all(award)
        return self._complete[award]

    def _read_all(self, award: AwardName) -> Source:
        same = self._by_name.get(fold(award.name), [])
        editions = {other.edition for other, _ in same if other.edition is not None}
        years = {other.year for other, _ in same if other.year is not None}
        edition = award.edition if award.edition is not None or len(editions) != 1 else next(iter(editions))
        year = award.year if award.year is not None or len(years) != 1 else next(iter(years))
        if year is None and not years and self.published_on is not None:
            year = self.published_on.year
        return Source(replace(award, edition=edition), year, tuple(span for _, span in same[:MOST_EVIDENCE]))
