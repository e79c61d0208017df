"""Entries of catalogues: short lines below the title of a book that give its author, its number and its day."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.mentions.headings import SOLD
from pipeline.extract.statements.building import Value, date_value, make_statement
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.listings import isbns_of
from pipeline.extract.statements.openers import Opener
from pipeline.extract.statements.sections import BOOKS
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import DateMention, Mention, ParsedArticle, Passage, PassageKind, Qualifiers, Statement
from pipeline.vocabulary.predicates import load_predicates

LISTED = 0.9
LONGEST = 90  # characters of a line
MOST = 7  # lines of an entry
BEHIND = re.compile(r"(?:,? translated by .{2,60})?$")
LATER = re.compile(r"(?:\s|\bvol\.? ?)(?!1\b)\d{1,3}\b[^\d]{0,20}$|\(vols? ", re.IGNORECASE)  # 'Sea of Glass 4'


def read_catalogue(
    parsed: ParsedArticle, openers: dict[int, Opener], finder: ItemFinder, narrative: Narrative
) -> Iterator[Statement]:
    """What the lines below titles state, where one of them gives a price, a number of pages or an ISBN."""
    is_dated = parsed.metadata.published_on is not None  # else 'October 3' is of no known year
    for number, opener in openers.items():
        lines = list(_lines(parsed.passages, number, openers))
        if any(SOLD.search(line.text) for line in lines):
            medium = narrative.main if narrative.main in BOOKS else None
            yield from _entry(lines, Subject(opener.name, medium), finder, narrative)
            if LATER.search(opener.passage.text) is None:  # else not the day on which a series began
                yield from _day(lines, Subject(opener.name, medium), finder, is_dated=is_dated)


def _lines(passages: Sequence[Passage], number: int, openers: dict[int, Opener]) -> Iterator[Passage]:
    for at in range(number + 1, min(number + 1 + MOST, len(passages))):
        if at in openers or len(passages[at].text) > LONGEST or passages[at].kind == PassageKind.HEADING:
            return
        yield passages[at]


def _entry(lines: Sequence[Passage], subject: Subject, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """A person right below the title has written the book."""
    items = finder.within(lines[0].span.start, lines[0].span.end)
    first = next((m for m in items[:1] if isinstance(m, Mention) and m.label == "PERSON"), None)
    is_first = first is not None and first.start == lines[0].span.start
    if first is not None and is_first and BEHIND.match(lines[0].text, lines[0].to_text(first.end - 1) + 1):
        name = narrative.name_of(first)
        yield _stated("author", subject, Value(name.text, first.start, first.end, label="PERSON"))
    for line in lines:
        for isbn in isbns_of(line, 0, line.text):
            yield _stated("isbn", subject, isbn)


def _day(lines: Sequence[Passage], subject: Subject, finder: ItemFinder, *, is_dated: bool) -> Iterator[Statement]:
    """A line that is nothing but a date."""
    for line in lines:
        for item in finder.within(line.span.start, line.span.end):
            is_whole = item.start == line.span.start and item.end == line.span.end
            if is_whole and isinstance(item, DateMention) and (is_dated or not item.is_relative):
                value = date_value(item, "start")
                yield from [_stated("publication_start", subject, value)] if value else []


def _stated(predicate: str, subject: Subject, value: Value) -> Statement:
    extractor = f"{predicate}: catalogue"
    return make_statement(load_predicates()[predicate], subject, value, Qualifiers(), extractor, LISTED)
