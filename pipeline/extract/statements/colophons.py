"""Lines of a book's publication data: '288pp. Harbor Press. Paperback, £11.99. Published 4 June 2020'."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pipeline.extract.statements.building import Value, date_value, make_statement
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.listings import BOOKS, LISTED
from pipeline.extract.statements.parts import is_name
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import DateMention, Mention, Name, Passage, PassageKind, Qualifiers, Statement
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.predicates import load_predicates

LONGEST = 200  # characters: a longer line is a paragraph
SHAPES = (PassageKind.PROSE, PassageKind.LIST_ITEM, PassageKind.HEADING, PassageKind.CAPTION)
# What only such a line has: a price, a number of pages.
SIGN = re.compile(r"[£$€¥₹]\s?\d|\bRs\.?\s?\d|\d\s?(?:€|yen|euros?)\b|\b\d{2,4}\s?(?:pp|pages)\b")
FIRST = re.compile(r"(?P<name>[^,.;:|·/()£$€¥₹\d]{2,40}),\s(?=[£$€¥₹])")  # 'Harbor, £20': only a publisher stands there
NO_COMPANY = ("PERSON", "GPE", "LOC", "FAC")
PARTED = re.compile(
    r"[,.;:|·/()]\s*|\s[–—-]\s|(?:first |re)?(?:published|released|out)\s+(?:by\s+|on\s+)?", re.IGNORECASE
)


def read_colophons(
    passages: Sequence[Passage], about: Mapping[int, Name | None], finder: ItemFinder, narrative: Narrative
) -> Iterator[Statement]:
    """Publisher and day of publication, each a part of its own, in lines that name a price or a number of pages.

    `about`: the work that each passage is about, by the id of the passage.
    """
    for passage in passages:
        work = about.get(id(passage))
        is_line = passage.kind in SHAPES and len(passage.text) <= LONGEST and SIGN.search(passage.text)
        if not is_line or work is None or work.label != "WORK_OF_ART":
            continue
        medium = narrative.main if work == narrative.topic else narrative.declared.get(work.text, narrative.main)
        if medium in BOOKS:
            yield from _read_line(passage, Subject(work, medium), finder, narrative)


def _read_line(passage: Passage, subject: Subject, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    text = passage.text
    edges = {0, len(text), *(edge for m in PARTED.finditer(text) for edge in m.span())}
    named = False
    for item in finder.within(passage.span.start, passage.span.end):
        if passage.to_text(item.start) not in edges or passage.to_text(item.end - 1) + 1 not in edges:
            continue
        if isinstance(item, Mention) and item.label == "ORG":
            named = True
            value = Value(narrative.name_of(item).text, item.start, item.end, label="ORG")
            yield _stated("publisher", subject, value)
        elif isinstance(item, DateMention) and (dated := date_value(item, None)) is not None:
            yield _stated("publication_start", subject, dated)
    first = FIRST.match(text)
    if not named and first and is_name(first["name"]) and first["name"].lower() not in _no_publishers():
        span = passage.to_raw(first.start("name"), first.end("name"))
        if not any(isinstance(i, Mention) and i.label in NO_COMPANY for i in finder.within(span.start, span.end)):
            yield _stated("publisher", subject, Value(first["name"], span.start, span.end, label="ORG"))


@cache
def _no_publishers() -> frozenset[str]:
    return frozenset(load_vocabulary("listings")["colophons"]["no_publishers"])


def _stated(predicate: str, subject: Subject, value: Value) -> Statement:
    extractor = f"{predicate}: publication data"
    return make_statement(load_predicates()[predicate], subject, value, Qualifiers(), extractor, LISTED)
