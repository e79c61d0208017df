"""Sentences about awards: who won, was nominated, lost or ranked, in which category of which award, in which year."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.awards.clauses import Event, Subject
from pipeline.extract.awards.context import AwardContext, Source
from pipeline.extract.awards.dating import Dating
from pipeline.extract.awards.events import read_events
from pipeline.extract.awards.focus import subject_work
from pipeline.extract.awards.found import FoundAward
from pipeline.extract.awards.items import Item, Kind, read_items, split_sentences
from pipeline.extract.awards.labels import Labels
from pipeline.extract.awards.live import category_of, read_live
from pipeline.extract.awards.memory import Memory
from pipeline.extract.awards.merging import Told
from pipeline.extract.awards.parts import open_part
from pipeline.extract.awards.placing import place_items
from pipeline.extract.awards.polls import POLL, read_polls
from pipeline.extract.awards.wording import can_name_award
from pipeline.extract.reading import Findings, Reading
from pipeline.records import AwardStatement, Name, Passage, PassageKind
from pipeline.values.spans import Span

EXTRACTOR = "awards.prose"
OPENING = 200  # characters of a paragraph that can tell who won what its heading names
LONGEST_HEADLINE = 150  # characters
LONGEST_SENTENCE = 2000  # characters; what is longer is no sentence
NAMED = ("PERSON", "CHARACTER", "ORG", "WORK_OF_ART")
PAIR = ("the pair", "the duo")
EDITION_YEAR = re.compile(r"\b((?:19|20)\d\d) edition\b")


@dataclass(slots=True)
class ProseReader:
    """Reads the prose of one article; `memory` keeps what it told last, for 'the same awards' and 'it ranked'."""

    reading: Reading
    findings: Findings
    context: AwardContext
    labels: Labels
    memory: Memory
    section: tuple[str, ...] = field(default=())
    dating: Dating = field(init=False)

    def __post_init__(self) -> None:
        self.dating = Dating(self.findings, self.context)

    def read(self) -> Iterator[Told]:
        """The statements of all sentences."""
        for number, passage in enumerate(self.reading.parsed.passages):
            self.memory.pass_by(passage)
            if passage.kind != PassageKind.PROSE:
                continue
            if passage.section != self.section:
                self.section = passage.section
                self.memory.forget()
                self._open_category(passage)
            self._return_to_title()
            yield from self._read_passage(passage, self.context.found.get(number, []))

    def _read_passage(self, passage: Passage, awards: Sequence[FoundAward]) -> Iterator[Told]:
        text = passage.text
        places = self._names_in(passage)
        years = self._years_in(passage)
        self.memory.focus, self.memory.part = None, None
        for start, end in split_sentences(text):
            if end - start > LONGEST_SENTENCE:
                continue
            first = bisect_left(awards, start, key=lambda one: one.start)
            inside = awards[first : bisect_left(awards, end, key=lambda one: one.start)]
            is_named = inside or self.memory.award is not None or self.context.only is not None
            is_named = is_named or POLL.search(text, start, end) is not None
            if not is_named and not awards and not can_name_award(text, start, end):
                continue  # whatever the sentence says, it is of no award
            near = places[bisect_left(places, (start, 0)) : bisect_left(places, (end, 0))]
            dated = years[bisect_left(years, (start, 0, 0)) : bisect_left(years, (end, 0, 0))]
            items = place_items(text, read_items(text, start, end, inside, near, dated))
            self._focus_on(text, start, items)
            self.memory.part = open_part(text, start) or self.memory.part
            events = list(read_polls(text, items)) or list(read_events(text, items))
            if self.memory.category is not None:
                is_opening = not self.memory.recipients and start < OPENING
                events += read_live(text, start, items, is_opening=is_opening and not events)
            told = [one for event in events for one in self._statements(passage, event, (start, end))]
            yield from told
            self.memory.tell([one.statement for one in told])
            self._remember(passage, items, text[start:end], told)

    def _focus_on(self, text: str, start: int, items: Sequence[Item]) -> None:
        subject = subject_work(text, start, items)
        if subject is not None and (subject.kind == Kind.TITLE or self.labels.of(subject.text) == "WORK_OF_ART"):
            self.memory.focus = self.labels.name(subject.text, "", is_quoted=subject.kind == Kind.TITLE)

    def _return_to_title(self) -> None:
        """A new paragraph of an article about one award is about that award, unless the last one was a form of it."""
        source, last = self.context.of_title(), self.memory.award
        if source is not None and (last is None or not last.award.name.startswith(source.award.name)):
            self.memory.award = source

    def _open_category(self, passage: Passage) -> None:
        """A heading that is a category, where the title names the award, is what the paragraphs below it are about."""
        category = category_of(passage.section[-1]) if passage.section else None
        if category is not None and (source := self.context.of_title()) is not None:
            self.memory.award, self.memory.category = source, category

    def _names_in(self, passage: Passage) -> list[tuple[int, int]]:
        mentions = [m for m in self.findings.mentions_in(passage) if m.label in NAMED]
        return sorted((passage.to_text(m.start), passage.to_text(m.end)) for m in mentions)

    def _years_in(self, passage: Passage) -> list[tuple[int, int, int]]:
        """Words that mean a year: 'a year later', 'that year'."""
        dates = [d for d in self.findings.dates_in(passage) if d.is_relative and d.precision == "year"]
        return [(passage.to_text(d.start), passage.to_text(d.end), d.earliest.year) for d in dates if d.earliest]

    def _remember(self, passage: Passage, items: Sequence[Item], sentence: str, told: Sequence[Told]) -> None:
        named = [item.award for item in items if item.award is not None and item.award.is_certain]
        source = self.memory.award
        if named:
            span = passage.to_raw(named[-1].start, named[-1].end)
            complete = self.context.complete(named[-1].award)
            years = [t.statement.year for t in told if t.statement.award == complete.award.name]
            source = Source(complete.award, complete.year or (years[-1] if years else None), (span,))
        if source is not None:
            found = EDITION_YEAR.search(sentence)
            self.memory.name_award(source, int(found[1]) if found else None)

    def _statements(self, passage: Passage, event: Event, sentence: tuple[int, int]) -> Iterator[Told]:
        source, category = self._source(passage, event)
        if source is None:
            return
        years = self.dating.years(passage, event, sentence, source)
        for number, year in enumerate(years):
            is_other = event.award is None and event.years and year != source.year
            subjects = event.subjects_in(number, len(years))
            for subject, (name, work) in self._recipients(passage, subjects, event):
                if name is None or self.context.names(name.text):
                    continue  # nobody is named whom 'it' or 'she' could be; an award wins none
                if category is None and self._is_slogan(passage, name):
                    continue
                statement = AwardStatement(
                    award=source.award.name,
                    edition=source.award.edition if not is_other else None,
                    year=year,
                    category=category,
                    recipient=name,
                    work=work,
                    result=event.result,
                    rank=event.rank,
                    evidence=self._evidence(passage, event, subject, source),
                    extractor=EXTRACTOR,
                )
                yield Told(statement, event.count)

    def _is_slogan(self, passage: Passage, name: Name) -> bool:
        """'Flood saga sweeps the A': what only a headline calls so is no name."""
        if passage.text.rstrip(' "”’)')[-1:] in tuple(".!?:…") or len(passage.text) > LONGEST_HEADLINE:
            return False
        return not any(name.text in p.text for p in self.reading.parsed.passages if p is not passage)

    def _source(self, passage: Passage, event: Event) -> tuple[Source | None, str | None]:
        """The award of the sentence, else the one before it, else the only one of the article; and the category."""
        category = event.category.text if event.category else None
        if event.award is not None and event.award.award is not None:
            found = event.award.award
            complete = self.context.complete(found.award)
            edition = found.award.edition if found.award.edition is not None else complete.award.edition
            year = found.award.year or complete.year
            return Source(replace(found.award, edition=edition), year, ()), category
        if event.is_named_before and self.memory.part is not None:
            last = self.memory.award if self.context.is_report else None
            return self.context.of_title() or last, self.memory.part
        if event.is_named_before and (event.cue.text, event.result) == ("beaten", "won"):
            return None, None  # 'Cold Sea beat Old Town': at what, nobody can tell
        if event.is_named_before:
            honour = self.memory.honour
            if event.cue.text == "roster" and honour is None and self.memory.category is None:
                return None, None  # 'also in contention were ...': for what, nobody can tell
            before = honour.category if honour is not None and not event.years else None
            return self.memory.award, self.memory.category or before
        if event.category is None:
            return None, None
        if self.memory.award is not None:
            return self.context.of_title() or self.memory.award, category
        return self.context.before(passage.span.start) if self.context.only else None, category

    def _recipients(
        self, passage: Passage, subjects: Sequence[Subject], event: Event
    ) -> Iterator[tuple[Subject, tuple[Name | None, Name | None]]]:
        """Each subject with who that is and for which work; 'the pair' is two people, or nobody."""
        for subject in subjects:
            if subject.item is not None and subject.item.text.casefold() in PAIR:
                yield from ((subject, (name, None)) for name in self.memory.pair(passage, subject.item))
            else:
                yield subject, self._recipient(passage, subject, event)

    def _recipient(self, passage: Passage, subject: Subject, event: Event) -> tuple[Name | None, Name | None]:
        category = event.category.text if event.category else ""
        if subject.item is None or subject.item.kind == Kind.PRONOUN:
            name = self.memory.meant(passage, subject.item)
        else:
            name = self.labels.name(subject.text, category, is_quoted=subject.item.kind == Kind.TITLE)
        if event.about is None:
            return name, None
        is_named = subject.item is not None and subject.item.kind == Kind.NAME
        is_other = is_named and self.labels.of(subject.text) != "WORK_OF_ART" and event.about.kind != Kind.TITLE
        if name is not None and (name.label == "PERSON" or is_other) and event.result != "ranked":
            return name, Name(event.about.text, "WORK_OF_ART")
        return self.labels.name(event.about.text, category, is_quoted=event.about.kind == Kind.TITLE), None

    def _evidence(self, passage: Passage, event: Event, subject: Subject, source: Source) -> tuple[Span, ...]:
        carriers = (event.cue, event.award, event.category, event.about, subject.item, *event.years)
        spans = {passage.to_raw(item.start, item.end) for item in carriers if item is not None}
        return tuple(sorted({*spans, *source.spans}))
