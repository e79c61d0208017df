"""What the sections of an article say of their tables: the year they are about, where their heading stands."""

from collections import Counter, defaultdict

from pipeline.extract.reading import Findings, Reading
from pipeline.records import PassageKind
from pipeline.values.spans import Span

Section = tuple[str, ...]


class Sections:
    """Read once per article, however many tables it has."""

    def __init__(self, reading: Reading, findings: Findings) -> None:
        self._years: dict[Section, Counter[int]] = defaultdict(Counter)
        self._headings: dict[str, Span] = {}
        for passage in reading.parsed.passages:
            if passage.kind == PassageKind.PROSE:
                self._years[passage.section].update(d.earliest.year for d in findings.dates_in(passage) if d.earliest)
            elif passage.kind in (PassageKind.HEADING, PassageKind.TITLE):
                self._headings.setdefault(passage.text, passage.span)

    def year_of(self, section: Section) -> int | None:
        """The year that most dates of the section's text lie in; None when two years are about as frequent."""
        ranked = self._years[section].most_common(2) if section in self._years else []
        if not ranked or (len(ranked) > 1 and ranked[0][1] <= 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def span_of(self, heading: str | None) -> tuple[Span, ...]:
        """Where a heading stands; nothing for a text that is none."""
        return (self._headings[heading],) if heading in self._headings else ()
