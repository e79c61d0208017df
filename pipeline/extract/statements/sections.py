"""Sections that are about a work each: the entries of a list of recommendations, the titles of a publisher's list."""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.statements.building import Value, date_value, make_statement
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.listings import isbns_of
from pipeline.extract.statements.openers import MAKERS, Opener, is_part
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import DateMention, Name, Passage, PassageKind, Qualifiers, Statement
from pipeline.vocabulary.predicates import load_predicates

LISTED = 0.9
BOOKS = ("light_novel", "novel", "web_novel", "manga", "art_book")
DETAILS = re.compile(r"\((?P<details>[^()]{4,100})\)\s*$")


def instalments_of(openers: Mapping[int, Opener], title: Name | None) -> list[Name]:
    """The parts of a series that its page has a section for each, in order: the first may be titled like the series."""
    named = [o.name for _, o in sorted(openers.items()) if o.name == title or is_part(o, title)]
    return list(dict.fromkeys(named))


def openers_of_passages(passages: Sequence[Passage], openers: dict[int, Opener]) -> dict[int, Opener]:
    """What opened the section of a passage, by the number of the passage; empty where sections are about one topic."""
    found: dict[int, Opener] = {}
    current: Opener | None = None
    depth = 0
    for number, passage in enumerate(passages):
        if number in openers:
            current, depth = openers[number], len(passage.section)
        elif passage.kind == PassageKind.HEADING and len(passage.section) <= depth:
            current = None
        if current is not None:
            found[number] = current
    return found


def read_openers(openers: dict[int, Opener], finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """'Sea of Glass, by Ann Oba (May 2023; $12.99; ISBN ...)': when a book of a list comes out, and its number."""
    for opener in openers.values():
        passage = opener.passage
        found = DETAILS.search(passage.text)
        if found is None or narrative.main not in BOOKS or not MAKERS.search(passage.text, 0, found.start() + 1):
            continue
        subject = Subject(opener.name, narrative.main)
        span = passage.to_raw(*found.span("details"))
        for item in finder.within(span.start, span.end):
            if isinstance(item, DateMention) and (value := date_value(item, "start")):
                yield _stated("publication_start", subject, value)
        for isbn in isbns_of(passage, found.start("details"), found["details"]):
            yield _stated("isbn", subject, isbn)


def _stated(predicate: str, subject: Subject, value: Value) -> Statement:
    extractor = f"{predicate}: catalogue"
    return make_statement(load_predicates()[predicate], subject, value, Qualifiers(), extractor, LISTED)
