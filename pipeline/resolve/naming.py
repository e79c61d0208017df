"""The names that articles use, one entry per name that is told apart by its spelling alone.

A full name means the same thing in every article; a person's single name ('Ota') only inside its article.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.records import Extraction, Name
from pipeline.values.folding import fold
from pipeline.values.names import person_tokens

KINDS = {
    "PERSON": "person",
    "CHARACTER": "character",
    "ORG": "organisation",
    "WORK_OF_ART": "work",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "award",  # a festival is an event in one sentence and gives an award in the next
    "AWARD": "award",
}
PEOPLE = frozenset(("person", "character"))
OwnNames = frozenset[tuple[str, str]]  # article, folded name: means another thing there than elsewhere
_Key = tuple[str, str, str]  # kind, folded name, article (empty: any)


@dataclass(slots=True)
class NamedThing:
    """Everything known about one name before anyone compares it with another."""

    kind: str
    text: str  # the first spelling met; the others differ in case, accents and punctuation only
    is_single: bool  # a person's single name: it means something inside its article only
    is_own: bool = False  # a person has decided that it means another thing in its article than elsewhere
    labels: Counter[str] = field(default_factory=Counter)
    spellings: dict[str, Counter[str]] = field(default_factory=dict)  # spelling -> article -> mentions
    articles: Counter[str] = field(default_factory=Counter)  # article -> mentions

    @property
    def mentions(self) -> int:
        return self.articles.total()


class NameTable:
    """Numbers the names of all articles in an order that does not depend on the order of the articles."""

    def __init__(self, extractions: Mapping[str, Extraction], own: OwnNames = frozenset()) -> None:
        self.names: list[NamedThing] = []
        self._own = own | {(doc_id, " ".join(person_tokens(text))) for doc_id, text in own}
        self._index: dict[_Key, int] = {}
        self._by_spelling: dict[tuple[str, str], list[int]] = {}  # article, folded name
        self.by_article: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self.mention_names: dict[str, tuple[int, ...]] = {}
        self.subjects: dict[str, tuple[int | None, ...]] = {}  # names that the statements of an article are about
        self.values: dict[str, tuple[int | None, ...]] = {}  # names that they give as values
        for doc_id in sorted(extractions):
            self._add_mentions(doc_id, extractions[doc_id])
        for doc_id in sorted(extractions):
            self._add_stated_names(doc_id, extractions[doc_id])
        for doc_id, extraction in extractions.items():
            self._look_up_statements(doc_id, extraction)

    def __len__(self) -> int:
        return len(self.names)

    def look_up(self, doc_id: str, name: Name) -> int | None:
        """The name as this article knows it; under another label when it is mentioned under that one only.

        A work called like its hero is never taken for the hero.
        """
        kind = KINDS[name.label]
        known = self._index.get(self._key(doc_id, name.text, kind))
        if known is not None and doc_id in self.names[known].articles:
            return known
        alike = self._by_spelling.get((doc_id, fold(name.text)), ())
        others = [i for i in alike if _confusable(kind, self.names[i].kind)]
        return others[0] if len(others) == 1 else known

    def _add_mentions(self, doc_id: str, extraction: Extraction) -> None:
        names = [(mention.words, mention.label) for mention in extraction.mentions]
        index = {name: self._add(doc_id, *name, times) for name, times in Counter(names).items()}
        self.mention_names[doc_id] = tuple(index[name] for name in names)

    def _look_up_statements(self, doc_id: str, extraction: Extraction) -> None:
        """Once for all rules that read statements."""
        known: dict[tuple[str, str], int | None] = {}

        def find(text: str, label: str) -> int | None:
            if (text, label) not in known:
                known[text, label] = self.look_up(doc_id, Name(text, label))
            return known[text, label]

        statements = extraction.statements
        self.subjects[doc_id] = tuple(find(s.subject.text, s.subject.label) for s in statements)
        self.values[doc_id] = tuple(find(s.value, s.value_label) if s.value_label else None for s in statements)

    def _add_stated_names(self, doc_id: str, extraction: Extraction) -> None:
        stated = [Name(m.canonical, m.label) for m in extraction.mentions if m.canonical]
        for s in extraction.statements:
            stated.append(s.subject)
            if s.value_label:
                stated.append(Name(s.value, s.value_label))
            elif s.predicate in NAMING_PREDICATES:
                stated.append(Name(s.value, s.subject.label))
        for a in extraction.awards:
            stated.extend(name for name in (a.recipient, a.work) if name)
        known = {(mention.words, mention.label) for mention in extraction.mentions}
        for name in stated:
            if (name.text, name.label) in known or self._names_another_kind(doc_id, name):
                continue
            if not self._known_in(doc_id, name):
                self._add(doc_id, name.text, name.label, 0)
                known.add((name.text, name.label))

    def _names_another_kind(self, doc_id: str, name: Name) -> bool:
        """The article mentions such a name of several words, but of things of another kind: a title is no person."""
        if len(name.text.split()) < 2:
            return False
        found = self._by_spelling.get((doc_id, fold(name.text)), ())
        return bool(found) and not any(_confusable(self.names[i].kind, KINDS[name.label]) for i in found)

    def _known_in(self, doc_id: str, name: Name) -> bool:
        index = self.look_up(doc_id, name)
        return index is not None and doc_id in self.names[index].articles

    def _add(self, doc_id: str, text: str, label: str, mentions: int) -> int:
        kind = KINDS[label]
        key = self._key(doc_id, text, kind)
        index = self._index.get(key)
        if index is None:
            index = self._index[key] = len(self.names)
            self.names.append(
                NamedThing(kind, text, kind in PEOPLE and " " not in key[1], (key[2], key[1]) in self._own)
            )
        thing = self.names[index]
        thing.labels[label] += mentions
        thing.articles[doc_id] += mentions
        if text not in thing.spellings:
            thing.spellings[text] = Counter()
        thing.spellings[text][doc_id] += mentions
        self.by_article[doc_id][kind].add(index)
        alike = self._by_spelling.setdefault((doc_id, fold(text)), [])
        if index not in alike:
            alike.append(index)
        return index

    def _key(self, doc_id: str, text: str, kind: str) -> _Key:
        tokens = person_tokens(text) if kind in PEOPLE else ()
        name = " ".join(tokens) if kind in PEOPLE else fold(text)
        return kind, name, doc_id if len(tokens) == 1 or (doc_id, name) in self._own else ""


NAMING_PREDICATES = frozenset(("alias", "title_native", "title_romanized"))


def _confusable(one: str, other: str) -> bool:
    return "work" not in (one, other) or not PEOPLE & {one, other}
