"""What a value with a label states: 'Directed by: Ann Oba, Bo Lind', 'Original run: 9 June 2007 - present'."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.statements.asides import WRITTEN, author_of_source, birth_name, dated_work, slice_of
from pipeline.extract.statements.building import Value, date_value, language_of_script, make_statement
from pipeline.extract.statements.folding import LABELS, ItemFinder
from pipeline.extract.statements.labelled import Entry, forms_of, keys_of_boxes, plain_key, predicates_of_line
from pipeline.extract.statements.parts import LABEL_OF_KIND, Part, is_name, parts_of, region_before
from pipeline.extract.statements.places import place_of
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.extract.statements.voices import mentions_in
from pipeline.records import DateMention, Mention, Name, Qualifiers, Statement
from pipeline.values.numbers import parse_count
from pipeline.vocabulary.forms import genre_of, load_forms, medium_of_heading
from pipeline.vocabulary.predicates import Predicate

BRACKET = re.compile(r"\s*\([^()]{0,200}\)")
YEAR_LED = re.compile(r"(?:19|20)\d\d\s")
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,6}")
SHOWN = ("film", "live_action", "game", "music", "stage")  # forms whose page has a box about them


def read_entry(
    entry: Entry, finder: ItemFinder, narrative: Narrative, topic: Name | None = None
) -> Iterator[Statement]:
    """What one entry states about `topic`, else about the article's topic."""
    dated = dated_work(entry, finder, narrative)
    topic = topic or dated or narrative.topic
    latest = entry.key.casefold().startswith("latest")  # of several works: the date of none that is not named
    if topic is None or not entry.text.strip() or (latest and dated is None):
        return
    medium, plain = _without_form(plain_key(entry.key))
    headings = entry.passage.section[-1:] if entry.boxed else entry.passage.section
    parts = (medium_of_heading(heading) for heading in reversed(headings))  # 'Manga', 'Anime television series'
    medium = medium or next((m for m in parts if m), None) or entry.medium
    predicates = _predicates(entry, plain)
    forms = {p.name: forms_of(p, plain) for p in predicates if "work" in p.subjects}
    place = "infobox" if entry.boxed else "credits"
    for predicate in predicates:
        media = forms.get(predicate.name, ())
        subject = _subject(predicate, media, narrative, medium, topic)
        if subject is None or (medium is None and _is_ambiguous(media, [f for f in forms.values() if f], narrative)):
            continue
        for value, qualifiers, part in _values(predicate, entry, finder, narrative):
            for said_of in _said_of(subject, part, narrative):
                yield make_statement(predicate, said_of, value, qualifiers, f"{predicate.name}: {place}", WRITTEN)
    if any(p.name == "based_on" for p in predicates):
        yield from author_of_source(entry, finder, narrative, topic, place)
    if any(p.name == "birth_date" for p in predicates):
        yield from birth_name(entry, finder, topic)


def _predicates(entry: Entry, key: str) -> tuple[Predicate, ...]:
    if not entry.boxed:
        return predicates_of_line(key) or ()
    return keys_of_boxes().get(key) or keys_of_boxes().get(_without_language(key), ())


def _without_form(key: str) -> tuple[str | None, str]:
    """'anime directed by' -> ('anime', 'directed by'): the form that a key begins with, if what follows is a key."""
    words = key.split()
    for length in range(len(words) - 1, 0, -1):
        head, rest = load_forms().heads.get(tuple(words[:length])), " ".join(words[length:])
        if key not in keys_of_boxes() and head is not None and head.medium and rest in keys_of_boxes():
            return head.medium, rest
    return None, key


def _language_of_key(key: str) -> str | None:
    """'Ja Romaji' -> 'ja', 'Japanese' -> 'ja', 'Publisher En' -> 'en': a language or its code first, or a code last."""
    words = key.casefold().split() or [""]
    languages = load_forms().languages
    known = languages.get(words[0])
    return known or next((word for word in (words[0], words[-1]) if word in languages.values()), None)


def _without_language(key: str) -> str:
    """'publisher en' -> 'publisher'."""
    head, _, last = key.rpartition(" ")
    return head if last in load_forms().languages.values() else key


def _subject(
    predicate: Predicate, media: tuple[str, ...], narrative: Narrative, stated: str | None, topic: Name
) -> Subject | None:
    """The topic in the form stated, else in its only form or in the only one that `media` allow."""
    if ("work" if topic.label == "WORK_OF_ART" else "person") not in predicate.subjects:
        return None
    if topic != narrative.topic:  # another work of the article: in the form that the article is about
        medium = stated or narrative.declared.get(topic.text) or narrative.main
        return Subject(topic, medium) if not media or medium is None or medium in media else None
    medium = stated or narrative.only_form
    if medium is None:
        known = [*([narrative.main] if narrative.main else []), *narrative.topic_media]
        fitting = next((m for m in known if m in media), None)
        if fitting is None and not media and narrative.main in SHOWN:
            fitting = narrative.main
        return None if fitting is None and media and narrative.main else Subject(topic, fitting)
    return Subject(topic, medium) if not media or medium in media else None


def _is_ambiguous(media: tuple[str, ...], others: list[tuple[str, ...]], narrative: Narrative) -> bool:
    """'Original run' of a topic in several forms: of which one is it? Of the main one, if of any."""
    if narrative.only_form is not None or len(set(others)) < 2 or not media:
        return False
    return narrative.main not in media


Found = tuple[Value, Qualifiers, Part | None]


def _said_of(subject: Subject, part: Part | None, narrative: Narrative) -> Iterator[Subject]:
    """The topic, in the season that a note behind the value tells; 'P (1, 3)' made parts of a series too."""
    seasons = part.seasons if part is not None else ()
    yield from (replace(subject, season=season) for season in seasons or (subject.season,))
    for number in part.numbers if part is not None else ():
        if number <= len(narrative.instalments) and narrative.instalments[number - 1] != subject.name:
            yield replace(subject, name=narrative.instalments[number - 1])


def _values(predicate: Predicate, entry: Entry, finder: ItemFinder, narrative: Narrative) -> Iterator[Found]:
    items = finder.within(entry.cell.start, entry.cell.end)
    kinds = predicate.values
    if kinds == ("date",):
        yield from _dates(predicate, entry, items)
    elif "number" in kinds:
        yield from _number(entry, items)
    elif kinds == ("place",):
        place = place_of(entry, items)
        if place:
            yield place, Qualifiers(), None
    elif {"native", "latin"} & set(kinds):
        text = BRACKET.sub("", entry.text).strip()
        if text:
            language = language_of_script(text) or _language_of_key(entry.key)
            yield slice_of(entry, entry.text.index(text[:1]), text), Qualifiers(language=language), None
    else:
        yield from _named_values(predicate, entry, items, finder, narrative)


def _named_values(
    predicate: Predicate,
    entry: Entry,
    items: list[Mention | DateMention],
    finder: ItemFinder,
    narrative: Narrative,
) -> Iterator[Found]:
    kinds = predicate.values
    language = _language_of_key(entry.key) if predicate.name in ("publisher", "broadcaster", "voice_actor") else None
    for part in parts_of(entry.text, [entry.local(i) for i in items if isinstance(i, Mention)], kinds):
        text = part.text.partition(" by ")[0] if "work" in kinds else part.text  # '"Song" by Band'
        inside = mentions_in(entry.passage, finder, entry.at + part.start, entry.at + part.start + len(text))
        if "ref" in kinds and not any(m.label == "WORK_OF_ART" for m in inside):
            continue  # 'Based on: the songs of X' is no work
        if "org" in kinds and YEAR_LED.match(text):
            continue  # 'Productions: 2005 West End'
        if not entry.boxed and not _is_credit(predicate, text, inside):
            continue
        spoken = load_forms().languages.get(part.note.lower()) if predicate.name == "voice_actor" else None
        qualifiers = Qualifiers(language=spoken or language, region=part.region)
        yield _named(predicate, entry, part, text, inside, narrative), qualifiers, part


def _is_credit(predicate: Predicate, text: str, inside: list[Mention]) -> bool:
    """Outside of an infobox only names count, and genres and systems that are known."""
    if "genre" in predicate.values:
        return len(text.split()) < 5 and not re.search(r"\d", text)
    if "isbn" in predicate.values:
        return bool(re.search(r"\d{9}|\d[-\d ]{9}", text))
    if any(m.label in ("GPE", "LOC", "FAC", "AWARD", "EVENT") for m in inside):
        return False
    return is_name(text) or any(m.words == text and LABELS[m.label] in predicate.values for m in inside)


def _dates(predicate: Predicate, entry: Entry, items: list[Mention | DateMention]) -> Iterator[Found]:
    """Each date; 'D (Region)' is the date in that region. One date where the predicate holds one value per form."""
    for item in items:
        if isinstance(item, DateMention) and (value := date_value(item, predicate.part)):
            if predicate.part == "end" and value.text == item.edtf and "last" not in entry.key.lower().split():
                continue  # 'Original run: D' is where it starts
            start, end = entry.local(item)
            behind = re.match(r"\s*\(([^()\d]{2,40})\)", entry.text[end : end + 60])
            region = behind[1] if behind else region_before(entry.text[max(start - 30, 0) : start])
            yield value, Qualifiers(region=region, language=_language_of_edition(predicate, entry)), None
            if predicate.name != "release_date":
                return


def _language_of_edition(predicate: Predicate, entry: Entry) -> str | None:
    """'Published in English: 2006'."""
    key = entry.key.lower()
    return "en" if predicate.name == "publication_start" and "english" in key else None


def _number(entry: Entry, items: list[Mention | DateMention]) -> Iterator[Found]:
    found = NUMBER.match(entry.text)
    number = parse_count(found[0]) if found else None
    if found is None or number is None:
        return
    as_of = next((i.edtf for i in items if isinstance(i, DateMention) and "as of" in entry.text), None)
    value = replace(slice_of(entry, 0, found[0], str(number)), number=float(number))
    yield value, Qualifiers(as_of=as_of), None


def _named(
    predicate: Predicate, entry: Entry, part: Part, text: str, inside: list[Mention], narrative: Narrative
) -> Value:
    kinds = ("work",) if "ref" in predicate.values else predicate.values
    fitting = [m for m in inside if LABELS[m.label] in kinds]
    if fitting:
        name = narrative.name_of(fitting[0])
        return Value(name.text, fitting[0].start, fitting[0].end, label=name.label)
    if "genre" in predicate.values:
        return slice_of(entry, part.start, text, value=genre_of(text))
    label = next((LABEL_OF_KIND[kind] for kind in predicate.values if kind in LABEL_OF_KIND), None)
    return slice_of(entry, part.start, text, label=label)
