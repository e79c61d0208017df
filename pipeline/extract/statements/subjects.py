"""Which work, and which form of it, a reference means: what 'it', 'the series' and 'the second season' stand for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.statements.folding import KINDS
from pipeline.extract.statements.references import POSSESSIVES, Folded, Reference
from pipeline.records import Mention, Name

SCREEN = ("anime", "live_action")
PRINT = ("light_novel", "web_novel", "novel", "manga", "game")
PREPOSITIONS = frozenset(
    "in for from with about alongside after since at on by via like unlike than besides of as".split()
)
REMEMBERED = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """A work in one of its forms, or a person."""

    name: Name
    medium: str | None = None
    season: int | None = None
    language: str | None = None


class Narrative:
    """What a reader has in mind at each point of an article; references are resolved in reading order."""

    def __init__(self, topic: Name | None, clauses: Iterable[Folded]) -> None:
        self.topic = topic
        self.declared: dict[str, str] = {}  # forms of other works, by name
        self.topic_media: list[str] = []  # forms of the topic, in order of appearance
        self.main: str | None = None
        self.section: str | None = None
        self.recent: list[Subject] = []  # latest last
        self.named_in_passage: Name | None = None
        for clause in clauses:
            self._declare(clause)
        if self.main is None and self.topic_media:
            self.main = next((m for m in self.topic_media if m not in SCREEN), self.topic_media[0])

    def enter(self, section: str | None, *, new: bool) -> None:
        """A passage begins; under a new heading nothing before it is in mind any more."""
        self.named_in_passage = None
        if new:
            self.section = section
            self.recent = []

    def leave(self, clause: Folded) -> None:
        """A sentence ends: what it was about is in mind from now on."""
        subjects = [(i, r) for i, r in sorted(clause.references.items()) if not r.pronoun]
        if not subjects:
            return
        free = [r for i, r in subjects if i == 0 or clause.tokens[i - 1].text not in PREPOSITIONS]
        for reference in [*(r for _, r in reversed(subjects)), *free[:1]]:
            subject = self.resolve(reference, ())
            if subject is not None:
                self.recent = [*(s for s in self.recent if s != subject), subject][-REMEMBERED:]

    @property
    def only_form(self) -> str | None:
        """The topic's form where the article knows only one."""
        return self.main if set(self.topic_media) <= {self.main} else None

    def name_of(self, mention: Mention) -> Name:
        """The topic for each of its names, else the mention's fullest name."""
        text = mention.canonical or mention.text
        if self.topic is not None and same_name(text, self.topic.text):
            return self.topic
        return Name(text, mention.label)

    def resolve(self, reference: Reference, allowed: Sequence[str], previous: Subject | None = None) -> Subject | None:
        """The work meant, in a form that is allowed (empty: any); None when there is no such work or form.

        `previous` is the work of the reference before, for 'whose manga adaptation'.
        """
        if reference.pronoun:
            return self.understood(allowed)
        name = self._work(reference, previous)
        if name is None:
            return None
        medium = reference.medium or self._form(reference, name, allowed)
        if medium is not None and allowed and medium not in allowed:
            return None
        generic = reference.medium is None or reference.language is not None
        focus = self._focus(name, medium)
        season = reference.season
        if season is None and generic and reference.work is None and focus is not None:
            season = focus.season
        return Subject(name, medium, season, reference.language)

    def understood(self, allowed: Sequence[str]) -> Subject | None:
        """The subject of a sentence that names none: what was last in mind and may be said to have such a form."""
        for subject in reversed(self.recent):
            medium = subject.medium or self._default(subject.name, allowed)
            if medium is None or not allowed or medium in allowed:
                return replace(subject, medium=medium)
        if self.topic is None or self.topic.label != "WORK_OF_ART":
            return None
        medium = self._default(self.topic, allowed)
        return Subject(self.topic, medium)

    def _work(self, reference: Reference, previous: Subject | None) -> Name | None:
        if reference.work is not None:
            return self.name_of(reference.work)
        if reference.of_previous and previous is not None:
            return previous.name
        if reference.staged and self.main != "stage":
            return None
        focus = self.recent[-1] if self.recent else None
        if self.topic is not None and self.topic.label == "WORK_OF_ART":
            stays = reference.determiner in ("the", "this", *POSSESSIVES) and self.section is None
            if focus and stays and self.named_in_passage == focus.name and focus.name != self.topic:
                if reference.medium in (None, focus.medium):
                    return focus.name
            return self.topic
        return self.named_in_passage if reference.determiner in ("the", "this", *POSSESSIVES) else None

    def _form(self, reference: Reference, name: Name, allowed: Sequence[str]) -> str | None:
        """The form of a reference that states none: of the season, of the story so far, of the section."""
        if name != self.topic and name.text in self.declared:
            return self.declared[name.text]
        if reference.season is not None:
            return self.screen
        if name != self.topic and reference.work is not None:
            usual = [m for m in (self.screen, self.main) if m]
            return next((m for m in usual if allowed and m in allowed), None)
        focus = self._focus(name, None)
        if reference.work is None and focus and focus.medium and (not allowed or focus.medium in allowed):
            return focus.medium
        return self._default(name, allowed)

    @property
    def screen(self) -> str:
        """What a season is a season of."""
        return next((m for m in self.topic_media if m in SCREEN), "anime")

    def _default(self, name: Name, allowed: Sequence[str]) -> str | None:
        """The form that the section, or else the article, is about, if it is allowed."""
        if name != self.topic:
            declared = self.declared.get(name.text)
            return declared if declared and (not allowed or declared in allowed) else None
        if self.section is not None:
            return self.section
        if not allowed:
            return None
        in_mind = [s.medium for s in reversed(self.recent) if s.name == name and s.medium]
        known = [*in_mind, *([self.main] if self.main else []), *self.topic_media]
        return next((m for m in known if m in allowed), None)

    def _focus(self, name: Name, medium: str | None) -> Subject | None:
        """What was last in mind of this work (in this form)."""
        return next((s for s in reversed(self.recent) if s.name == name and medium in (None, s.medium)), None)

    def _declare(self, clause: Folded) -> None:
        """Forms that the article gives to works: 'the novel X', 'X is a film', 'the anime' (of the topic)."""
        for i, reference in clause.references.items():
            if reference.work is not None and self.name_of(reference.work) != self.topic:
                if reference.medium:
                    self.declared.setdefault(self.name_of(reference.work).text, reference.medium)
            elif reference.medium and not reference.staged and not reference.of_previous:
                self._declare_topic(clause, i, reference)

    def _declare_topic(self, clause: Folded, at: int, reference: Reference) -> None:
        before = [t.text for t in clause.tokens[max(at - 2, 0) : at]]
        is_a = bool(before) and before[-1] in ("is", "was", "are", "is also") and reference.determiner in ("a", "an")
        opens = at < 2 or before[0] in (KINDS["work"], ",") or clause.tokens[0].text == KINDS["work"]
        if self.main is None and is_a and opens:
            self.main = reference.medium
        indefinite_object = reference.determiner is None and reference.work is None
        if reference.medium and reference.medium not in self.topic_media and not indefinite_object:
            self.topic_media.append(reference.medium)


def same_name(one: str, other: str) -> bool:
    """Equal but for case, quotes and closing punctuation."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return text.casefold().replace("’", "'").strip(" !?.'\"“”")
