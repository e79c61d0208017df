"""What an article has told last: the award, the honour, who got it; whom 'it' and 'she' mean."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from pipeline.extract.awards.context import Source
from pipeline.extract.awards.items import Item
from pipeline.extract.awards.wording import is_personal
from pipeline.extract.reading import Findings
from pipeline.records import AwardStatement, Mention, Name, Passage, PassageKind

IS_A = re.compile(
    r"[\"”’)]*(?:\s\([^()]{0,60}\))?,?\s(?:(?:is|was)\s(?:an?|the)|was (?:first )?(?:released|published)|"
    r"came out|aired|premiered|debuted|launched|opened|ran|appeared)\s"
)
OWNED = ("his ", "her ", "their ", "its ")
LONGEST_OPENER = 100  # characters
BRACKETS = re.compile(r"\s*\([^()]{1,80}\)$")
ENUMERATED = re.compile(r"^(?:#|No\. ?)?\d{1,3}[.):]?\s+")


@dataclass(frozen=True, slots=True)
class Named:
    """Who and what a passage names; `introduced` is what it says what it is."""

    passage: Passage
    people: list[Mention]
    works: list[Mention]
    introduced: Mention | None


@dataclass(slots=True)
class Memory:
    """`topic` is what the article is about; `award` the award named last in this section."""

    findings: Findings
    topic: Name | None
    award: Source | None = None
    honour: AwardStatement | None = None  # told in the sentence before
    category: str | None = None  # that the section's heading names, in a report that follows a ceremony
    part: str | None = None  # of a ceremony, that a sentence of this paragraph has opened
    opened: Name | None = None  # the work that a line of its own names above this passage
    focus: Name | None = None  # the work that this passage is about at the moment
    recipients: list[Name] = field(default_factory=list)  # who each sentence of this section is about
    _read: Named | None = None
    _headed: dict[str, Name | None] = field(default_factory=dict)

    def forget(self) -> None:
        """A new section starts with what the article is about."""
        self.award, self.honour, self.recipients, self.category = None, None, [], None

    def pass_by(self, passage: Passage) -> None:
        """A line that is nothing but a work's name is what the paragraphs below it are about."""
        if passage.kind == PassageKind.HEADING or len(passage.text) <= LONGEST_OPENER:
            bare = BRACKETS.sub("", passage.text).strip(' "“”‘’:')
            works = [m for m in self.findings.mentions_in(passage) if m.label == "WORK_OF_ART" and m.words == bare]
            if works or passage.kind == PassageKind.HEADING:
                self.opened = _name(works[0]) if works else None

    def tell(self, statements: list[AwardStatement]) -> None:
        """Remembers what a sentence told; the sentence after the next no longer refers to it as 'the prize'."""
        self.honour = statements[-1] if statements else None
        self.recipients += [s.recipient for s in statements[:1] if s.recipient is not None]

    def name_award(self, source: Source, year: int | None) -> None:
        self.award = replace(source, year=year) if year is not None else source

    def meant(self, passage: Passage, pronoun: Item | None) -> Name | None:
        """Whom a pronoun means, or the lack of a subject: the article's topic where it can be that, else the one who
        was named or honoured last; under a heading that names a work: that work."""
        heading = passage.section[-1] if passage.section else ""
        if heading not in self._headed:
            self._headed[heading] = self._work_in(heading)
        word = pronoun.text.casefold() if pronoun is not None else ""
        if word.startswith(OWNED):
            return None  # 'her debut': another work, which nobody names
        if word == "the latter":
            return self._named(passage, pronoun, False)
        focus = self.focus if word == "it" else None
        topic = self._headed[heading] or focus or self.opened or self._defined(passage, pronoun) or self.topic
        wants_person = is_personal(word) if word and word != "they" else None
        if topic is not None and (wants_person is None or wants_person == (topic.label == "PERSON")):
            return topic
        told = [n for n in self.recipients if wants_person is None or (n.label == "PERSON") == wants_person]
        if topic is None and told and word not in ("he", "she"):
            return told[-1]
        return (
            self._named(passage, pronoun, wants_person)
            or (told[-1] if told else None)
            or (topic if wants_person is None else None)
        )

    def _named(self, passage: Passage, pronoun: Item | None, wants_person: bool | None) -> Name | None:
        """The person, or the work, that the passage named last before a pronoun."""
        if pronoun is None:
            return None
        end = passage.to_raw(pronoun.start, pronoun.end).start
        named = self._named_in(passage)
        mentions = named.people if wants_person else named.works
        number = bisect_right(mentions, end, key=lambda m: m.end)
        return _name(mentions[number - 1]) if number else None

    def pair(self, passage: Passage, words: Item) -> list[Name]:
        """The two people whom the sentences of a passage name before 'the pair': none where it names more or fewer."""
        end = passage.to_raw(words.start, words.end).start
        people = {m.canonical or m.words: _name(m) for m in self._named_in(passage).people if m.end <= end}
        return list(people.values()) if len(people) == 2 else []

    def _named_in(self, passage: Passage) -> Named:
        if self._read is None or self._read.passage is not passage:
            mentions = self.findings.mentions_in(passage)
            works = [m for m in mentions if m.label == "WORK_OF_ART"]
            introduced = [m for m in works if IS_A.match(passage.text, passage.to_text(m.end))]
            people = [m for m in mentions if m.label == "PERSON"]
            self._read = Named(passage, people, works, introduced[0] if introduced else None)
        return self._read

    def _defined(self, passage: Passage, pronoun: Item | None) -> Name | None:
        """The work that the passage itself introduces: 'Grey Harbour is a play by ...'."""
        end = passage.to_raw(pronoun.start, pronoun.end).start if pronoun is not None else passage.span.end
        first = self._named_in(passage).introduced
        return _name(first) if first is not None and first.end <= end else None

    def _work_in(self, heading: str) -> Name | None:
        """The work that a heading names: '3) Grey Harbour'."""
        bare = ENUMERATED.sub("", heading)
        works = [m for m in self.findings.mentions if m.label == "WORK_OF_ART" and m.words == bare]
        return Name(works[0].canonical or works[0].words, "WORK_OF_ART") if works and bare != heading else None


def _name(mention: Mention) -> Name:
    return Name(mention.canonical or mention.words, mention.label)
