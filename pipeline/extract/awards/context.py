"""Which award a list or a sentence without an award's name is about."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extract.awards.finder import add_mentions, find_award_names, without_works
from pipeline.extract.awards.found import FoundAward
from pipeline.extract.awards.names import AwardName, read_award, read_heading
from pipeline.extract.awards.wording import award_noun
from pipeline.extract.reading import Findings, Reading
from pipeline.records import Passage, PassageKind
from pipeline.values.folding import fold
from pipeline.values.spans import Span

MOST_EVIDENCE = 5  # places of an award's name that are kept as evidence
LEAD = 3  # paragraphs
MASTHEAD = 3  # words of a page's own name at most
TOP = 5  # passages
HEADLINE = 120  # characters
SHORT = 45  # characters of a dateline beside its dates
OPENING = 40  # characters before a date that opens a text
DASH = re.compile(r"\s*\)?\s*[–—:|-]")
TODAY = re.compile(
    r"\b(?:today|tonight|yesterday|this morning|last night|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s*\(?$"
)
NEWS = re.compile(
    r"(?i:\b(?:last night|yesterday|today|tonight|tomorrow|this (?:year|week|evening|morning|month)|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day|announced|unveiled|revealed|leads|leading|wins|takes|tops|heads|"
    r"(?:has|have) (?:been )?(?:won|named|awarded|received|nominated|shortlisted|taken|crowned|ended)|lands|scoops)\b)"
)
ABOUT_AWARDS = re.compile(
    r"(?i:\b(?:awards?|prizes?|medals?|nominat\w+|nominees?|nods|(?:short|long)list\w*|winn\w+|honou?rs?|honou?red|"
    r"troph\w+|gongs?|crown\w*|sweeps?|festival|jury|scoops?|wins?|won|lands?|takes|shares?|leads?|bags|clinch\w*)\b)"
)
NEAR = 80  # characters between 'were held' and the date
HELD = re.compile(r"\b(?:was|were|is|are|took)\s+(?:held|place|presented|handed out|given out)\b")
OPENS = re.compile(r"(?:^|[.!?:;][\"”’)]*\s+)[\"“‘]?$")
WHOLE = re.compile(rf"{award_noun()}$")
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
        self.published_on = reading.parsed.metadata.published_on or _dateline(reading, findings)
        self.found: dict[int, list[FoundAward]] = {}
        self._longer: dict[str, list[AwardName]] = {}  # by the key of a name that they begin with
        self._complete: dict[AwardName, Source] = {}  # filled once all places are known
        self._by_name: dict[str, list[tuple[AwardName, Span]]] = {}
        self._places: list[tuple[int, AwardName, Span]] = []
        for number, passage in enumerate(reading.parsed.passages):
            if passage.kind in READ:
                names = find_award_names(passage.text)
                if passage.kind == PassageKind.PROSE:
                    mentions = findings.mentions_in(passage)
                    names = add_mentions(without_works(names, mentions, passage), mentions, passage)
                self.found[number] = names
        self._drop_articles(reading.parsed.passages)
        for number, names in self.found.items():
            self._note(reading.parsed.passages[number], names)
        titles = [p.span.end for p in reading.parsed.passages if p.kind == PassageKind.TITLE]
        headline = self._headline_below(reading.parsed.passages)
        self.title_end = headline.span.end if headline else titles[0] if titles else 0
        self.is_report = headline is not None or any(
            p.kind == PassageKind.TITLE and ABOUT_AWARDS.search(p.text) for p in reading.parsed.passages
        )
        self._topical = [(0, self.title_end), *_news_of_lead(reading.parsed.passages)]
        self._held_in = _year_held(reading, findings)
        self._starts = [start for start, _, _ in self._places]

    def _headline_below(self, passages: Sequence[Passage]) -> Passage | None:
        """The headline under a page's own name ('Northern Post'): a line near the top that names an award as news."""
        if any(p.kind == PassageKind.TITLE and len(p.text.split()) > MASTHEAD for p in passages):
            return None
        for number, passage in enumerate(passages[:TOP]):
            is_line = len(passage.text) <= HEADLINE and passage.text[-1:] not in tuple('.!?:”"')
            is_news = passage.kind in (PassageKind.PROSE, PassageKind.HEADING) and len(passage.text.split()) > MASTHEAD
            is_certain = any(one.is_certain for one in self.found.get(number, []))
            if is_line and is_news and is_certain and ABOUT_AWARDS.search(passage.text):
                return passage
        return None

    def _drop_articles(self, passages: Sequence[Passage]) -> None:
        """'The' at the beginning of a sentence is no part of a name, unless the article writes it amid one too."""
        kept = {
            one.award.name
            for number, names in self.found.items()
            for one in names
            if one.award.name.startswith("The ")
            and passages[number].kind == PassageKind.PROSE
            and not OPENS.search(passages[number].text[max(one.start - 12, 0) : one.start])
        }
        bare = {one.award.name for names in self.found.values() for one in names}
        for number, names in self.found.items():
            for place, one in enumerate(names):
                short = one.award.name.removeprefix("The ")
                is_prose = passages[number].kind == PassageKind.PROSE
                if short != one.award.name and one.award.name not in kept and (is_prose or short in bare):
                    names[place] = replace(one, award=replace(one.award, name=short))

    def _note(self, passage: Passage, names: list[FoundAward]) -> None:
        """Only names that are surely awards stand for awards that a list or sentence leaves out."""
        for one in names:
            if not one.is_certain:
                continue
            span = passage.to_raw(one.start, one.end)
            self._places.append((span.start, one.award, span))
            self._by_name.setdefault(_key(one.award.name), []).append((one.award, span))

    def names(self, text: str) -> bool:
        """Whether a text is the name of an award that the article names too."""
        return _key(read_award(text).name) in self._by_name

    @property
    def only(self) -> str | None:
        """The one award that the article names, if it names no second one."""
        return self._places[0][1].name if len(self._by_name) == 1 else None

    def with_edition(self) -> list[tuple[AwardName, Span]]:
        """The mentions that tell an award's edition."""
        return [(award, span) for _, award, span in self._places if award.edition is not None]

    def of_title(self) -> Source | None:
        """The award that the title names: what an article about one award's ceremony means by 'the jury prize'."""
        named = [award for _, award, span in self._places if span.end <= self.title_end]
        return self._in_full(self.complete(named[0])) if named else None

    def named(self, heading: str) -> Source:
        """The award that a heading names."""
        return self.complete(read_heading(heading))

    def of_lists(self, offset: int) -> Source | None:
        """The award that the lists below an offset are about: the title's, else the one named most, else the last."""
        before = [(award, span) for start, award, span in self._places if start <= offset]
        if not before:
            return None
        counts = Counter(fold(award.name) for award, _ in before)
        best = max(
            range(len(before)), key=lambda i: (before[i][1].end <= self.title_end, counts[fold(before[i][0].name)], i)
        )
        return self._in_full(self.complete(before[best][0]))

    def before(self, offset: int) -> Source | None:
        """The award named last before a raw offset, with the edition and year that its other mentions give."""
        index = bisect_right(self._starts, offset) - 1
        return self.complete(self._places[index][1]) if index >= 0 else None

    def complete(self, award: AwardName) -> Source:
        """The award with what the whole article says of it, where its mentions agree."""
        if award not in self._complete:
            self._complete[award] = self._read_all(award)
        return self._complete[award]

    def _in_full(self, source: Source) -> Source:
        """'the Premios Heron' of a headline under the longer name that the text has: 'the Premios Heron de Cine'.

        A name that ends with its noun is whole: what the 'Heron Award for Debuts' adds is a field.
        """
        key = _key(source.award.name)
        if WHOLE.search(source.award.name):
            return source
        if key not in self._longer:
            self._longer[key] = [named[0][0] for other, named in self._by_name.items() if other.startswith(f"{key} ")]
        longer = self._longer[key]
        if len(longer) != 1:
            return source
        full = self.complete(longer[0])
        edition = full.award.edition if full.award.edition is not None else source.award.edition
        year = full.year if full.year is not None else source.year
        return Source(replace(full.award, edition=edition), year, tuple(sorted({*source.spans, *full.spans})))

    def _read_all(self, award: AwardName) -> Source:
        same = self._by_name.get(_key(award.name), [])
        editions = {other.edition for other, _ in same if other.edition is not None}
        years = {other.year for other, _ in same if other.year is not None}
        edition = award.edition if award.edition is not None or len(editions) != 1 else next(iter(editions))
        year = award.year if award.year is not None or len(years) != 1 else next(iter(years))
        is_topical = any(span.start < end and start <= span.start for _, span in same for start, end in self._topical)
        in_title = any(span.end <= self.title_end for _, span in same)
        if year is None and not years and in_title and self._held_in is not None:
            year = self._held_in
        if year is None and not years and self.published_on is not None and is_topical:
            year = self.published_on.year
        return Source(replace(award, edition=edition), year, tuple(span for _, span in same[:MOST_EVIDENCE]))


def _key(name: str) -> str:
    """'Heron Award' and 'Heron Awards' are one award."""
    return " ".join(word.removesuffix("s") for word in fold(name).split())


def _news_of_lead(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """The first paragraphs that tell news: an award named there is what the article reports on."""
    if not any(p.kind == PassageKind.TITLE and ABOUT_AWARDS.search(p.text) for p in passages):
        return []
    prose = [p for p in passages if p.kind == PassageKind.PROSE and len(p.text) > SHORT][:LEAD]
    return [(p.span.start, p.span.end) for p in prose if NEWS.search(p.text)]


def _dateline(reading: Reading, findings: Findings) -> date | None:
    """The first full date at the head of an article that tells no publication date: in a line of its own, or opening
    the text."""
    prose = [p for p in reading.parsed.passages if p.kind == PassageKind.PROSE][:LEAD]
    for passage in prose:
        dates = findings.dates_in(passage)
        beside = len(passage.text) - sum(one.end - one.start for one in dates)
        for one in dates:
            start, end = passage.to_text(one.start), passage.to_text(one.end)
            is_line = beside <= SHORT
            is_opening = start <= OPENING and DASH.match(passage.text, end)
            if one.precision == "day" and (
                is_line or is_opening or TODAY.search(passage.text[max(start - 40, 0) : start])
            ):
                return one.earliest
    return None


def _year_held(reading: Reading, findings: Findings) -> int | None:
    """The year of 'were held on 3 March 2024' in the first paragraphs: when the title's ceremony took place."""
    prose = [p for p in reading.parsed.passages if p.kind == PassageKind.PROSE]
    for passage in prose[:LEAD]:
        found = HELD.search(passage.text)
        dates = [d for d in findings.dates_in(passage) if d.earliest] if found else []
        near = [d for d in dates if found and found.end() <= passage.to_text(d.start) <= found.end() + NEAR]
        if near and near[0].earliest is not None:
            return near[0].earliest.year
    return None
