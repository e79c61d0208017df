"""Which work, and which form of it, a reference means: what 'it', 'the series' and 'the second season' stand for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.statements.background import ONLY_IF_SAID, SCREEN, Background
from pipeline.extract.statements.folding import KINDS
from pipeline.extract.statements.references import POSSESSIVES, Folded, Reference
from pipeline.records import Mention, Name

PREPOSITIONS = frozenset(
    "in for from with about alongside after since at on by via like unlike than besides as".split()
)
DEFINITE = frozenset(["the", "this", "that", "'s", *POSSESSIVES])
REMEMBERED = 6

# How well the form of a subject is founded.
STATED_FORM = 3.0  # the reference says it
KNOWN_FORM = 2.0  # the article says it elsewhere: of the work, the section, the story so far
USUAL_FORM = 1.0  # what the article is mostly about


@dataclass(frozen=True, slots=True)
class Subject:
    """A work in one of its forms, or a person."""

    name: Name
    medium: str | None = None
    season: int | None = None
    language: str | None = None
    founded: float = field(default=0.0, compare=False)
    seasons: tuple[int, ...] = field(default=(), compare=False)  # what is said is said of each of them


class Narrative(Background):
    """What a reader has in mind at each point of an article; references are resolved in reading order."""

    def __init__(
        self, topic: Name | None, clauses: Iterable[Folded], hint: str | None = None, page: bool = False
    ) -> None:
        super().__init__(topic, clauses, hint, page)
        self.home = topic  # the topic of the article as a whole
        self.section: str | None = None
        self.recent: list[Subject] = []  # latest last
        self.named_in_passage: Name | None = None
        self.news: int | None = None  # the season that the article is news of
        self.whole_series = False  # a form is named in this passage without a season
        self.person: Name | None = None  # the one person that the last sentence with a name in this passage is about

    def turn_to(self, name: Name | None, season: int | None) -> None:
        """From here on the article is about this one of its works, and news of that season of it."""
        if name is not None and name.text in self.declared:
            self.main = self.declared[name.text]
        elif name is None or name != self.home:
            self.main = None
        self.topic, self.news, self.topic_media = name, season, [self.main] if self.main else []

    def enter(self, section: str | None, *, new: bool) -> None:
        """A passage begins; under a new heading nothing before it is in mind any more."""
        self.named_in_passage = None
        self.whole_series = False
        self.person = None
        if self.news is not None:
            self.recent = [replace(s, season=None) if s.name == self.topic else s for s in self.recent]
        if new:
            self.section = section
            self.recent = []

    def leave(self, clause: Folded, values: frozenset[str]) -> None:
        """A sentence ends: what it was about is in mind from now on. `values` are works it only mentioned."""
        self._note_person(clause)
        stated = [r for r in clause.references.values() if r.medium in SCREEN and not r.other]
        self.whole_series |= any(r.season is None for r in stated)
        in_order = [(i, r) for i, r in sorted(clause.references.items()) if not self._is_value(r, values)]
        in_order = [
            (i, r) for i, r in in_order if i < 2 or clause.tokens[i - 1].text != "for" or not _is_fame(clause, i)
        ]
        if not in_order:
            return
        free = [(i, r) for i, r in in_order if i == 0 or r.pronoun or clause.tokens[i - 1].text not in PREPOSITIONS]
        named = [r.work for _, r in [*free, *in_order] if r.work is not None]
        if named:
            self.named_in_passage = self.name_of(named[0])
        at, first = free[0] if free else in_order[0]
        top = self.recent[-1:]
        if free and not first.pronoun and not (at > 1 and self.is_stranger(first)):
            subject = self.resolve(first, ())
            top = [subject] if subject is not None else top
        known = [r for _, r in in_order if not r.pronoun and not self.is_stranger(r)]
        others = [s for r in reversed(known) if (s := self.resolve(r, ())) is not None]
        told = any(subject.name == self.topic for subject in others)
        if not (top or free or told) and self.topic is not None and self.topic.label == "WORK_OF_ART":
            top = [Subject(self.topic, *self._default(self.topic, ())[:1])]  # 'known for X, Oba joined' is not about X
        ranked: list[Subject] = []
        for subject in [*self.recent, *others, *top]:
            ranked = [*(s for s in ranked if s != subject), subject]
        self.recent = ranked[-REMEMBERED:]

    def _note_person(self, clause: Folded) -> None:
        """Two people, a character or 'P's mother' leave open who a 'she' in the next sentence is."""
        people = [(i, t) for i, t in enumerate(clause.tokens) if t.text in (KINDS["person"], KINDS["character"])]
        if not people:
            return
        names = {self.name_of(t.item) for _, t in people if isinstance(t.item, Mention)}
        owner = any(token.text == "'s" for i, _ in people for token in clause.tokens[i + 1 : i + 2])
        self.person = names.pop() if len(names) == 1 and not owner else None
        if self.person is not None and self.person.label != "PERSON":
            self.person = None

    def is_stranger(self, reference: Reference) -> bool:
        """Whether the reference names a work of which the article says nothing."""
        if reference.work is None or reference.medium is not None or reference.season is not None:
            return False
        name = self.name_of(reference.work)
        of_work = self.topic is not None and self.topic.label == "WORK_OF_ART"
        return of_work and name != self.topic and name.text not in self.declared

    def resolve(self, reference: Reference, allowed: Sequence[str], previous: Subject | None = None) -> Subject | None:
        """The work meant, in a form that is allowed (empty: any); None when there is no such work or form.

        `previous` is the work of the reference before, for 'whose manga adaptation'.
        """
        if reference.pronoun:
            return self._meant_by_it(allowed)
        name = self._work(reference, previous)
        if name is None:
            return None
        medium, founded = self._form(reference, name, allowed)
        if medium is not None and allowed and medium not in allowed:
            return None
        focus = next((s for s in reversed(self.recent) if s.name == name and s.medium == medium), None)
        season, language = reference.season, reference.language
        generic = reference.medium is None and reference.work is None and reference.determiner in DEFINITE
        if focus is not None and generic and season is None:
            season = focus.season
        if language is None and reference.dub:
            language = next((s.language for s in reversed(self.recent) if s.language), None)
        subject = Subject(name, medium, season, language, founded, reference.seasons)
        return self._of_news(subject) if reference.medium is None and reference.work is None else subject

    def understood(self, allowed: Sequence[str]) -> Subject | None:
        """The subject of a sentence that names none: what was last in mind and may be said to have such a form."""
        subject = self._in_mind(allowed)
        return self._of_news(subject) if subject is not None else None

    def _meant_by_it(self, allowed: Sequence[str]) -> Subject | None:
        """'It' is something spoken of lately: not a form of the topic that only another section knows."""
        subject = self.understood(allowed)
        lately = {(s.name, s.medium) for s in self.recent} | {(s.name, None) for s in self.recent if s.medium is None}
        if subject is None or not self.recent or (subject.name, subject.medium) in lately:
            return subject
        return subject if (subject.name, None) in lately else None

    def _of_news(self, subject: Subject) -> Subject:
        """News of a second season are about that season until a passage speaks of the series as such."""
        if (
            self.news is None
            or self.whole_series
            or subject.seasons
            or subject.season is not None
            or subject.name != self.topic
        ):
            return subject
        return replace(subject, season=self.news) if subject.medium in SCREEN else subject

    def _in_mind(self, allowed: Sequence[str]) -> Subject | None:
        for distance, subject in enumerate(reversed(self.recent)):
            medium, founded = subject.medium, KNOWN_FORM - distance / 10
            if medium is None:
                medium, founded = self._default(subject.name, allowed)
            if medium is None or not allowed or medium in allowed:
                return replace(subject, medium=medium, founded=founded)
        if self.topic is None or self.topic.label != "WORK_OF_ART":
            return None
        medium, founded = self._default(self.topic, allowed)
        if medium is not None and allowed and medium not in allowed:
            return None
        return Subject(self.topic, medium, founded=founded)

    def _work(self, reference: Reference, previous: Subject | None) -> Name | None:
        if reference.work is not None:
            return self.name_of(reference.work)
        if reference.of_previous and previous is not None:
            return previous.name
        if reference.ordinal is not None and self.instalments and self._is_of_series(reference):
            return self.instalments[reference.ordinal - 1] if reference.ordinal <= len(self.instalments) else None
        if reference.other or (reference.staged and self.main != "stage"):
            return None
        definite = reference.determiner in DEFINITE
        if self.topic is None or self.topic.label != "WORK_OF_ART":
            before = previous.name if previous is not None else self.named_in_passage
            return before if definite or (reference.adapted and reference.medium is not None) else None
        in_passing = reference.medium in ONLY_IF_SAID and not (reference.adapted or reference.own)
        if in_passing and reference.medium not in (self.main, self.section):
            said = [s.name for s in reversed(self.recent) if s.medium == reference.medium]
            return said[0] if said and definite else self.topic if not definite else None
        focus = self.recent[-1] if self.recent else None
        if focus and definite and focus.name != self.topic and self.named_in_passage == focus.name:
            same_form = focus.medium is not None and reference.medium in (None, focus.medium)
            return focus.name if same_form else self.topic
        return self.topic

    def _is_of_series(self, reference: Reference) -> bool:
        """'The second film' on the page of a film series; 'the second novel' there is something else."""
        return reference.determiner in DEFINITE and not reference.adapted and reference.medium in (None, self.main)

    def _form(self, reference: Reference, name: Name, allowed: Sequence[str]) -> tuple[str | None, float]:
        """The form of the work meant, and how well it is founded."""
        if reference.medium is not None:
            return reference.medium, STATED_FORM
        if name != self.topic and name.text in self.declared:
            return self.declared[name.text], STATED_FORM
        if reference.season is not None:
            return self.screen, STATED_FORM
        if reference.shown and self.main not in ("stage", "film"):
            return self.screen, KNOWN_FORM
        if name != self.topic and self.section is not None and self.is_offshoot(name):
            return self.section, KNOWN_FORM
        if name != self.topic:
            on_screen = self.screen in allowed and self.topic is not None and self.topic.label != "PERSON"
            usual = self.main if self.main in allowed else self.screen if on_screen else None
            return usual, USUAL_FORM
        if reference.work is None and reference.determiner in DEFINITE:
            for distance, subject in enumerate(reversed(self.recent)):
                if subject.name == name and subject.medium and (not allowed or subject.medium in allowed):
                    return subject.medium, KNOWN_FORM - distance / 10
        return self._default(name, allowed)

    def _default(self, name: Name, allowed: Sequence[str]) -> tuple[str | None, float]:
        """The form that the section, or else the article, is about, if it is allowed."""
        if name != self.topic:
            return self.declared.get(name.text), KNOWN_FORM
        if self.section is not None:
            return self.section, KNOWN_FORM
        in_mind = [s.medium for s in reversed(self.recent) if s.name == name and s.medium]
        known = [*([self.main] if self.main else []), *in_mind, *self.topic_media]
        for distance, medium in enumerate(known):
            if medium in allowed:
                return medium, USUAL_FORM - distance / 100
        return self.main, 0.0

    def _is_value(self, reference: Reference, values: frozenset[str]) -> bool:
        return reference.work is not None and (reference.song or self.name_of(reference.work).text in values)


def _is_fame(clause: Folded, at: int) -> bool:
    """'Best known for X': says who somebody is, and nothing more of X follows."""
    return clause.tokens[at - 2].text in ("known", "famous", "remembered", "acclaimed")
