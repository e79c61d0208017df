"""What an article as a whole tells: which works it names, in which forms, and which form it is mainly about."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.extract.statements.folding import KINDS
from pipeline.extract.statements.loose_forms import settle_loose_forms
from pipeline.extract.statements.names import is_short_for, same_name
from pipeline.extract.statements.references import Folded, Reference
from pipeline.records import Mention, Name

SCREEN = ("anime", "live_action")
ORIGINALS = ("web_novel", "light_novel", "novel", "manga", "game")
BEINGS = ("PERSON", "CHARACTER")  # a heroine named like her work is not the work
ONLY_IF_SAID = frozenset(["other", "music", "stage"])  # forms that an article mentions in passing
COPULA = re.compile(r" (?:is|was) an? ")  # ends a name that a rule has drawn too far


class Background:
    """The names and forms of the works of an article, gathered before its statements are read."""

    def __init__(
        self, topic: Name | None, clauses: Iterable[Folded], hint: str | None = None, page: bool = False
    ) -> None:
        """`hint`: the form that a heading or the keys of a box tell, where no sentence tells another."""
        self.topic = topic
        self.title = topic if page else None  # what the page is titled like, whatever a section is about
        self.page = page  # the article is titled like its topic
        self.aliases: dict[str, Name] = {}  # other names that the article has explained, with the topic of the place
        self.declared: dict[str, str] = {}  # forms of other works, by name
        self.instalments: tuple[Name, ...] = ()  # of the series that the page is about, in order
        self.topic_media: list[str] = []  # forms of the topic, in order of appearance
        self.spoken_of: dict[str, None] = {}  # forms of any work, in order of appearance; of books too
        self.main: str | None = None  # what the article is about
        self.kind: str | None = None  # the kind of work that it speaks of, of those that `kinds` tells apart
        self.spellings: dict[frozenset[str], str] = {}  # of characters, by their words: the first one
        counts: Counter[str] = Counter()
        folded = list(clauses)
        settle_loose_forms(folded, hint)
        for clause in folded:
            self._declare(clause, counts)
        shown = sum(self._is_shown(reference) for clause in folded for reference in clause.references.values())
        if shown and counts:
            counts[self.screen] += shown
        if self.main is None and counts:
            self.main = max(counts, key=lambda medium: counts[medium])  # the first of equals
        if self.main is None and hint is not None:
            self.main = hint
            self.topic_media.append(hint)

    def be_titled(self, medium: str | None) -> None:
        """The title says what the article is about: '(2011 film)', 'The best manga of 2020'."""
        if medium is not None:
            self.main = medium
            self.topic_media = [medium, *(m for m in self.topic_media if m != medium)]

    def be_parted(self, instalments: Sequence[Name]) -> None:
        """The page has a section for each of these parts of its topic."""
        self.instalments = tuple(instalments)
        for name in self.instalments:
            if name != self.title and self.main is not None:
                self.declared.setdefault(name.text, self.main)

    @property
    def only_form(self) -> str | None:
        """The topic's form where the article knows only one."""
        return self.main if set(self.topic_media) <= {self.main} else None

    @property
    def original(self) -> str | None:
        """The form that others are adapted from."""
        return next((m for m in ORIGINALS if m in self.topic_media), None)

    def name_of(self, mention: Mention) -> Name:
        """The topic for each of its names, else the mention's fullest name; on its page 'X: Y' is another work."""
        text = mention.canonical or mention.words
        if self.title is not None and mention.words.startswith(f"{self.title.text}: "):
            return Name(text if text.startswith(mention.words) else mention.words, mention.label)
        if self.title is not None and text.startswith(f"{self.title.text}: "):
            return Name(text, mention.label)
        if self.title is not None and self.topic != self.title and mention.words == self.title.text:
            return self.title
        if text in self.aliases:
            return self.aliases[text]
        akin = self.topic is not None and (mention.label == self.topic.label or mention.label not in BEINGS)
        if self.topic is not None and akin and same_name(text, self.topic.text):
            return self.topic
        if self.topic is not None and mention.label == "WORK_OF_ART" and self._is_topic(text, mention.words):
            return self.topic
        if mention.label == "CHARACTER":
            text = self.spellings.get(frozenset(text.split()), text)
        return Name(text, mention.label)

    def is_offshoot(self, name: Name) -> bool:
        """'Sea of Glass: Tides' in the section 'Film' of the page of 'Sea of Glass'."""
        return self.title is not None and name.text.startswith(f"{self.title.text}: ")

    def _is_topic(self, text: str, words: str) -> bool:
        """Whether a work is the topic in other words, or its name was drawn too far."""
        topic = self.topic.text if self.topic is not None else ""
        return same_name(COPULA.split(text)[0], topic) or is_short_for(words, topic)

    def note_spelling(self, mention: Mention) -> None:
        """'Mia Oba' keeps its order when 'Oba Mia' follows as a reading of it."""
        if mention.label == "CHARACTER":
            self.spellings.setdefault(frozenset(mention.words.split()), mention.words)

    @property
    def screen(self) -> str:
        """What a season is a season of: the form on screens that the article speaks of."""
        spoken = next((m for m in [*self.topic_media, *self.spoken_of] if m in SCREEN), None)
        return spoken or ("anime" if self.topic is not None else "live_action")

    def _declare(self, clause: Folded, counts: Counter[str]) -> None:
        """Forms that the article gives to works: 'the novel X', 'X is a film', 'the anime' (of the topic)."""
        first = next((r for _, r in sorted(clause.references.items())), None)
        words = {token.text for token in clause.clause.tokens}
        if "anime" in words or "manga" in words:
            self.spoken_of.setdefault("anime")
        for i, reference in sorted(clause.references.items()):
            if reference.medium is not None:
                self.spoken_of.setdefault(reference.medium)
            if reference.medium is None and reference.adapted and reference.work is not None and self.main is not None:
                self.declared.setdefault(self.name_of(reference.work).text, self.main)  # 'a remake, X, was made'
            if reference.medium is None or reference.staged or reference.of_previous or reference.other:
                continue
            named = self.name_of(reference.work) if reference.work else None
            before = [t.text for t in clause.tokens[max(i - 2, 0) : i]]
            is_a = bool(before) and before[-1] in ("is", "was", "are") and reference.determiner in ("a", "an", "the")
            if is_a and named is None and first is not None and first.work is not None and first is not reference:
                named = self.name_of(first.work)
            if named is not None and named != self.topic:
                self.declared.setdefault(named.text, reference.medium)
                counts[reference.medium] += self.topic is None
                continue
            opens = i < 2 or before[0] in (KINDS["work"], ",") or clause.tokens[0].text == KINDS["work"]
            if self.main is None and is_a and opens:
                self.main = reference.medium
            self._declare_topic(reference, is_a, counts)

    def _is_shown(self, reference: Reference) -> bool:
        """Whether a season or 'the show' tells that the topic is on screens."""
        own = reference.work is None or self.name_of(reference.work) == self.topic
        return own and not reference.other and reference.medium is None and (bool(reference.season) or reference.shown)

    def _declare_topic(self, reference: Reference, is_a: bool, counts: Counter[str]) -> None:
        medium = reference.medium
        if medium is None or (medium in ONLY_IF_SAID and not is_a and medium != self.main):
            return
        if reference.determiner is None and reference.work is None and not reference.adapted:
            return
        counts[medium] += 1
        if medium not in self.topic_media:
            self.topic_media.append(medium)
