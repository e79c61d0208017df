"""What the value of an entry says on the side: who wrote the source, the name at birth, which work a date is of."""

import re
from collections.abc import Iterator

from pipeline.extract.statements.building import Value, make_statement
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.labelled import Entry
from pipeline.extract.statements.names import same_name
from pipeline.extract.statements.parts import is_name
from pipeline.extract.statements.places import place_within
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import DateMention, Mention, Name, Qualifiers, Statement
from pipeline.vocabulary.predicates import load_predicates

WRITTEN = 0.95
AUTHORED = re.compile(r"[\"”’'*_]*,?\s+by\s+(?P<name>[^,;()]{3,60})")
BOOKS = ("light_novel", "novel", "web_novel", "manga")


def slice_of(entry: Entry, start: int, text: str, value: str | None = None, label: str | None = None) -> Value:
    """The value that stands at `start`."""
    span = entry.passage.to_raw(entry.at + start, entry.at + start + len(text))
    return Value(value or text, span.start, span.end, label=label)


def dated_work(entry: Entry, finder: ItemFinder, narrative: Narrative) -> Name | None:
    """The X of 'Latest release: X 12 June 2012'."""
    items = finder.within(entry.cell.start, entry.cell.end)[:2]
    if len(items) < 2 or not isinstance(items[0], Mention) or not isinstance(items[1], DateMention):
        return None
    (first, end), (start, _) = entry.local(items[0]), entry.local(items[1])
    bare = not entry.text[:first].strip('"“') and not entry.text[end:start].strip(' "”(,:–-')
    return narrative.name_of(items[0]) if bare and items[0].label == "WORK_OF_ART" else None


def author_of_source(
    entry: Entry, finder: ItemFinder, narrative: Narrative, topic: Name, place: str
) -> Iterator[Statement]:
    """'Based on: Sea of Glass by Ann Oba': who wrote it, if the article knows it as a book."""
    items = [i for i in finder.within(entry.cell.start, entry.cell.end) if isinstance(i, Mention)]
    work = items[0] if items and items[0].label == "WORK_OF_ART" else None
    found = AUTHORED.match(entry.text, entry.local(work)[1]) if work else None
    if work is None or found is None or not is_name(found["name"].strip()):
        return
    source = narrative.name_of(work)
    known = narrative.original if source == topic else narrative.declared.get(source.text)
    medium = known if known in BOOKS else None
    if source == topic and medium is None:
        return
    person = next((i for i in items[1:] if i.label == "PERSON"), None)
    value = slice_of(entry, found.start("name"), found["name"].strip(), label="PERSON")
    if person is not None:
        value = Value(narrative.name_of(person).text, person.start, person.end, label="PERSON")
    author = load_predicates()["author"]
    yield make_statement(author, Subject(source, medium), value, Qualifiers(), f"author: {place}", WRITTEN)


def birth_name(entry: Entry, finder: ItemFinder, topic: Name) -> Iterator[Statement]:
    """'Born: Ann Maria Oba, 2 May 1963': the name at birth, where it is another one."""
    items = finder.within(entry.cell.start, entry.cell.end)
    dated = next((i for i in items if isinstance(i, DateMention)), None)
    if topic.label != "PERSON" or dated is None or not entry.boxed:
        return
    name = entry.text[: entry.local(dated)[0]].strip(" ,;(")
    akin = {w.casefold() for w in re.split(r"[\s-]", name)} & {w.casefold() for w in re.split(r"[\s-]", topic.text)}
    if akin and is_name(name) and not same_name(name, topic.text) and not place_within(name, entry, items):
        value = slice_of(entry, entry.text.index(name), name)
        yield make_statement(load_predicates()["alias"], Subject(topic), value, Qualifiers(), "alias: infobox", WRITTEN)
