"""Tables of the works of a person, a company or a series, in a section that tells their form."""

import re
from collections.abc import Iterator

from pipeline.extract.statements.building import Value, date_value, make_statement
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.parts import is_name
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import (
    Cell,
    DateMention,
    Mention,
    Name,
    ParsedArticle,
    Passage,
    PassageKind,
    Qualifiers,
    Statement,
)
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.forms import medium_of_heading
from pipeline.vocabulary.predicates import load_predicates

LISTED = 0.9
SHOWN = {
    "film": ("release_date", None), "game": ("release_date", None), "music": ("release_date", None),
    "live_action": ("premiere", "finale"), "anime": ("premiere", "finale"),
    "manga": ("publication_start", "publication_end"), "novel": ("publication_start", None),
    "light_novel": ("publication_start", "publication_end"),
}  # fmt: skip
SPOKEN = ("anime", "game")  # forms whose people are mostly voices
LABELS = {"broadcaster": "ORG", "studio": "ORG", "publisher": "ORG", "character": "CHARACTER"}  # else PERSON
BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
ALTERNATIVES = re.compile(r"\s*(?:/|;)\s*")
LONGEST = 5  # words of a role that is a name


def read_works_tables(article: ParsedArticle, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """When the works of a table were shown or published, by whom they were made and shown, and who is in them."""
    header: Passage | None = None
    for passage in article.passages:
        if passage.kind != PassageKind.TABLE_ROW:
            header = None
        elif header is None:
            header = passage
        elif len(passage.cells) == len(header.cells):
            yield from _row(header, passage, finder, narrative)


def _row(header: Passage, row: Passage, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """A whole row. One with fewer cells than the header has lost some, and nobody knows which."""
    words = load_vocabulary("listings")["filmographies"]
    cells = {cell.text.lower().strip(): row.cells[n] for n, cell in enumerate(header.cells)}
    title = next((cells[name] for name in words["titles"] if name in cells), None)
    dated = next((cells[name] for name in words["years"] if name in cells), None)
    medium = next((m for heading in reversed(row.section) if (m := medium_of_heading(heading))), None)
    if title is None or dated is None or medium not in SHOWN or not cells.keys().isdisjoint(words["other_tables"]):
        return
    work = _work(title, finder, narrative)
    if work is None:
        return
    subject = Subject(work, medium)
    is_of_person = narrative.topic is not None and narrative.topic.label == "PERSON"
    is_part = is_of_person and medium in SPOKEN and "year" in cells  # the year of a part, of which a series has many
    for item in finder.within(dated.start, dated.end) if not is_part else ():
        if isinstance(item, DateMention) and item.edtf:
            yield from _shown(item, medium, subject)
            break
    for name, predicate in words["told"].items():
        if name in cells and (is_of_person or predicate != "character"):
            yield from _told(predicate, cells[name], row, subject, finder, narrative)
    counted = next((cells[name] for name in words["counted"] if name in cells), None)
    if counted is not None and counted.text.strip().isdecimal() and "finale" in SHOWN[medium]:
        number = counted.text.strip()
        yield _stated("episodes", subject, Value(number, counted.start, counted.end, number=float(number)))


def _work(cell: Cell, finder: ItemFinder, narrative: Narrative) -> Name | None:
    named = [m for m in finder.within(cell.start, cell.end) if isinstance(m, Mention) and m.label == "WORK_OF_ART"]
    text = BRACKET.sub("", cell.text).strip(" \"“”'‘’*_†‡")
    if named:
        return narrative.name_of(named[0])
    return Name(text, "WORK_OF_ART") if is_name(text) else None


def _shown(item: DateMention, medium: str, subject: Subject) -> Iterator[Statement]:
    """A year, or the years of a series; a film of several years is none."""
    first, last = SHOWN[medium]
    spans = "/" in (item.edtf or "")
    if spans and last is None:
        return
    for name, part in ((first, "start" if spans else None), (last, "end")):
        value = date_value(item, part) if name is not None and (spans or name == first) else None
        if name is not None and value is not None:
            yield _stated(name, subject, value)


def _told(
    predicate: str, cell: Cell, row: Passage, subject: Subject, finder: ItemFinder, narrative: Narrative
) -> Iterator[Statement]:
    """The names in a cell; of roles the one that is nothing but a name."""
    label = LABELS.get(predicate, "PERSON")
    named = [m for m in finder.within(cell.start, cell.end) if isinstance(m, Mention)]
    fitting = [m for m in named if m.label == label or (label == "CHARACTER" and m.label == "PERSON")]
    if fitting:
        for m in fitting:
            yield _stated(predicate, subject, Value(narrative.name_of(m).text, m.start, m.end, label=label))
        return
    text = BRACKET.sub("", ALTERNATIVES.split(cell.text)[0]).strip(" \"“”'‘’*_†‡")
    unnamed = load_vocabulary("listings")["filmographies"]["unnamed"]
    named_so = is_name(text) and text.lower() not in unnamed and (label == "CHARACTER" or " " in text)
    if not named and named_so and len(text.split()) <= LONGEST:
        start = row.to_text(cell.start) + row.text[row.to_text(cell.start) :].find(text)
        span = row.to_raw(start, start + len(text))
        yield _stated(predicate, subject, Value(text, span.start, span.end, label=label))


def _stated(predicate: str, subject: Subject, value: Value) -> Statement:
    extractor = f"{predicate}: table of works"
    return make_statement(load_predicates()[predicate], subject, value, Qualifiers(), extractor, LISTED)
