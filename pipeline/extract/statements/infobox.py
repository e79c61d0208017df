"""Infobox entries: 'Directed by: Ann Oba, Bo Lind', 'Original run: 9 June 2007 - present'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipeline.extract.statements.building import Value, date_value, language_of_script, make_statement
from pipeline.extract.statements.folding import LABELS, ItemFinder
from pipeline.extract.statements.forms import genre_of, load_forms, medium_of_heading
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import Cell, DateMention, Mention, Passage, Qualifiers, Statement
from pipeline.values.numbers import parse_count
from pipeline.vocabulary.predicates import Predicate, load_predicates

WRITTEN = 0.95
SPLIT = re.compile(r"\s*(?:[,;/•]|\band\b)\s*")
BRACKET = re.compile(r"\s*\([^()]{0,200}\)")
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,6}")
LABEL_OF_KIND = {"person": "PERSON", "org": "ORG", "work": "WORK_OF_ART", "place": "GPE", "character": "CHARACTER"}


@dataclass(frozen=True, slots=True)
class Entry:
    """The value of an entry: clean text that knows where it lies, markup inside or not."""

    passage: Passage
    cell: Cell
    at: int  # where the text begins in the passage

    @property
    def text(self) -> str:
        return self.cell.text

    def local(self, item: Mention | DateMention) -> tuple[int, int]:
        """Start and end of a mention or date in `text`."""
        return self.passage.to_text(item.start) - self.at, self.passage.to_text(item.end - 1) + 1 - self.at

    def slice(self, start: int, text: str, value: str | None = None, label: str | None = None) -> Value:
        """The value that stands at `start`."""
        span = self.passage.to_raw(self.at + start, self.at + start + len(text))
        return Value(value or text, span.start, span.end, label=label)


def read_infobox_entry(passage: Passage, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """What one entry states about the article's topic."""
    topic = narrative.topic
    if topic is None or len(passage.cells) != 2:
        return
    key, value_cell = passage.cells
    cell = Entry(passage, value_cell, passage.to_text(value_cell.start))
    medium, plain = _without_form(_plain(key.text))
    if medium is None and passage.section:
        medium = medium_of_heading(passage.section[-1])  # the part of the box: 'Manga', 'Anime television series'
    predicates = _by_key().get(plain, ())
    forms = {p.name: p.infobox_of.get(plain, p.media) for p in predicates if "work" in p.subjects}
    for predicate in predicates:
        media = forms.get(predicate.name, ())
        subject = _subject(predicate, media, narrative, medium)
        if subject is None or (medium is None and _is_ambiguous(media, [f for f in forms.values() if f], narrative)):
            continue
        for value, qualifiers in _values(predicate, cell, finder, narrative):
            yield make_statement(predicate, subject, value, qualifiers, f"{predicate.name}: infobox", WRITTEN)


def _without_form(key: str) -> tuple[str | None, str]:
    """'anime directed by' -> ('anime', 'directed by'): the form that a key begins with, if what follows is a key."""
    words = key.split()
    for length in range(len(words) - 1, 0, -1):
        head, rest = load_forms().heads.get(tuple(words[:length])), " ".join(words[length:])
        if key not in _by_key() and head is not None and head.medium and rest in _by_key():
            return head.medium, rest
    return None, key


def _language_of_key(key: str) -> str | None:
    """'Ja Romaji' -> 'ja', 'Japanese' -> 'ja': the key begins with a language or its code."""
    first = key.casefold().split()[0]
    languages = load_forms().languages
    return first if first in languages.values() else languages.get(first)


@cache
def _by_key() -> dict[str, tuple[Predicate, ...]]:
    keys: dict[str, list[Predicate]] = {}
    for predicate in load_predicates().values():
        for key in predicate.infobox:
            keys.setdefault(key, []).append(predicate)
    return {key: tuple(predicates) for key, predicates in keys.items()}


def _plain(key: str) -> str:
    """'Producer(s)' -> 'producer', 'Release dates' -> 'release date'."""
    word = key.casefold().replace("(s)", "").replace("_", " ").strip(" :.")
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _subject(predicate: Predicate, media: tuple[str, ...], narrative: Narrative, stated: str | None) -> Subject | None:
    """The topic in the form stated, else in its only form or in the only one that `media` allow."""
    topic = narrative.topic
    assert topic is not None
    if ("work" if topic.label == "WORK_OF_ART" else "person") not in predicate.subjects:
        return None
    medium = stated or narrative.only_form
    if medium is None:
        known = [*([narrative.main] if narrative.main else []), *narrative.topic_media]
        fitting = next((m for m in known if m in media), None)
        return None if fitting is None and media != predicate.media and narrative.main else Subject(topic, fitting)
    return Subject(topic, medium) if not media or medium in media else None


def _is_ambiguous(media: tuple[str, ...], others: list[tuple[str, ...]], narrative: Narrative) -> bool:
    """'Original run' of a topic in several forms: of which one is it? Of the main one, if of any."""
    if narrative.only_form is not None or len(set(others)) < 2 or not media:
        return False
    return narrative.main not in media


def _values(
    predicate: Predicate, cell: Entry, finder: ItemFinder, narrative: Narrative
) -> Iterator[tuple[Value, Qualifiers]]:
    items = finder.within(cell.cell.start, cell.cell.end)
    kinds = predicate.values
    if "date" in kinds:
        yield from _dates(predicate, cell, items)
    elif "number" in kinds:
        yield from _number(cell, items)
    elif kinds == ("place",):
        yield from _place(items, cell)
    elif {"native", "latin"} & set(kinds):
        text = BRACKET.sub("", cell.text).strip()
        if text:
            language = language_of_script(text) or _language_of_key(cell.passage.cells[0].text)
            yield cell.slice(cell.text.index(text[:1]), text), Qualifiers(language=language)
    else:
        language = _language_of_key(cell.passage.cells[0].text) if predicate.name == "publisher" else None
        for start, part in _parts(cell, items):
            text = part.partition(" by ")[0] if "work" in kinds else part  # '"Song" by Band'
            named = [i for i in items if isinstance(i, Mention) and start <= cell.local(i)[0]]
            inside = [m for m in named if cell.local(m)[1] <= start + len(text)]
            if "ref" in kinds and not any(m.label == "WORK_OF_ART" for m in inside):
                continue  # 'Based on: the songs of X' is no work
            yield _named(predicate, cell, start, text, inside, narrative), Qualifiers(language=language)


def _dates(predicate: Predicate, cell: Entry, items: list[Mention | DateMention]) -> Iterator[tuple[Value, Qualifiers]]:
    """Each date; 'D (Region)' is the date in that region. One date where the predicate holds one value per form."""
    for item in items:
        if isinstance(item, DateMention) and (value := date_value(item, predicate.part)):
            if predicate.part == "end" and value.text == item.edtf and not cell.passage.text.lower().startswith("last"):
                continue  # 'Original run: D' is where it starts
            behind = cell.text[cell.local(item)[1] :]
            region = re.match(r"\s*\(([^()\d]{2,40})\)", behind)
            yield value, Qualifiers(region=region[1] if region else None)
            if predicate.name != "release_date":
                return


def _number(cell: Entry, items: list[Mention | DateMention]) -> Iterator[tuple[Value, Qualifiers]]:
    found = NUMBER.match(cell.text)
    number = parse_count(found[0]) if found else None
    if found is None or number is None:
        return
    as_of = next((i.edtf for i in items if isinstance(i, DateMention) and "as of" in cell.text), None)
    value = replace(cell.slice(0, found[0], str(number)), number=float(number))
    yield value, Qualifiers(as_of=as_of)


def _place(items: list[Mention | DateMention], cell: Entry) -> Iterator[tuple[Value, Qualifiers]]:
    """'Town, Country': places that stand one behind the other are one value."""
    places = [i for i in items if isinstance(i, Mention) and LABELS[i.label] == "place"]
    if not places:
        return
    start, end = cell.local(places[0])
    for place in places[1:]:
        next_start, next_end = cell.local(place)
        if cell.text[end:next_start].strip() != ",":
            break
        end = next_end
    yield cell.slice(start, cell.text[start:end], label="GPE"), Qualifiers()


def _parts(cell: Entry, items: list[Mention | DateMention]) -> Iterator[tuple[int, str]]:
    """The entries of a list, without brackets: offset and text. A name is never cut."""
    text = BRACKET.sub(lambda b: " " * len(b[0]), cell.text)
    mentions = [cell.local(i) for i in items if isinstance(i, Mention)]
    start = 0
    cuts = [m.span() for m in SPLIT.finditer(text) if not any(a < m.end() and m.start() < b for a, b in mentions)]
    for first, last in [*cuts, (len(text), len(text))]:
        part = text[start:first]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), part.strip()
        start = last


def _named(
    predicate: Predicate, cell: Entry, start: int, text: str, inside: list[Mention], narrative: Narrative
) -> Value:
    kinds = ("work",) if "ref" in predicate.values else predicate.values
    fitting = [m for m in inside if LABELS[m.label] in kinds]
    if fitting:
        name = narrative.name_of(fitting[0])
        return Value(name.text, fitting[0].start, fitting[0].end, label=name.label)
    if "genre" in predicate.values:
        return cell.slice(start, text, value=genre_of(text))
    label = next((LABEL_OF_KIND[kind] for kind in predicate.values if kind in LABEL_OF_KIND), None)
    return cell.slice(start, text, label=label)
