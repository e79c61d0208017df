"""Lines and tables that state by their place: lines of a bibliography, tables of volumes and of seasons."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.statements.building import Value, date_value, make_statement
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import Cell, DateMention, Mention, Passage, PassageKind, Qualifiers, Statement
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.forms import medium_of_heading
from pipeline.vocabulary.predicates import load_predicates

LISTED = 0.9
LONGEST_LINE = 240
ISBN = re.compile(r"(?<![\d-])(?:97[89][- ]?)?\d[\d -]{8,14}[\dXx](?![\d-])")
SIGNS = "-–—•*;:#\"“”'‘’ "
BOOKS = ("light_novel", "novel", "web_novel", "manga", "art_book", "other")


def read_listings(passages: Sequence[Passage], finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """What bibliographies and tables of volumes state, whatever their sentences say."""
    header: Passage | None = None
    for passage in passages:
        if passage.kind == PassageKind.TABLE_ROW:
            header = passage if header is None or _is_header(passage) else header
            yield from _volume(header, passage, finder, narrative)
            yield from _season(header, passage, finder, narrative)
            continue
        header = None
        if len(passage.text) <= LONGEST_LINE:
            yield from _bibliography_line(passage, finder, narrative)


def _bibliography_line(passage: Passage, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """'Sea of Glass (Harbor Press, 2003) ISBN ...' on the page of its author."""
    topic = narrative.topic
    headings = " ".join(passage.section).lower()
    words = load_vocabulary("listings")["bibliographies"]
    if topic is None or topic.label != "PERSON" or not any(w in headings for w in words["headings"]):
        return
    items = finder.within(passage.span.start, passage.span.end)
    if not items or passage.kind != PassageKind.LIST_ITEM:
        return
    other = items[0] if isinstance(items[0], Mention) and items[0].label == "PERSON" and len(items) > 1 else None
    work = items[1] if other is not None else items[0]
    if other is not None and passage.text[: passage.to_text(other.start)].strip(SIGNS):
        return
    if other is None and passage.to_text(work.start) > 3:
        return
    if not isinstance(work, Mention) or work.label != "WORK_OF_ART":
        return
    medium = next((m for h in reversed(passage.section) if (m := medium_of_heading(h)) in BOOKS), None)
    subject = Subject(narrative.name_of(work), medium)
    if other is not None:
        name = narrative.name_of(other)
        yield _stated("author", subject, Value(name.text, other.start, other.end, label="PERSON"), Qualifiers(), "list")
    elif not any(w in headings for w in words["of_others"]):
        yield _stated("author", subject, Value(topic.text, work.start, work.end, label="PERSON"), Qualifiers(), "list")
    for item in items[items.index(work) + 1 :]:
        if isinstance(item, Mention) and item.label == "ORG":
            name = narrative.name_of(item)
            value = Value(name.text, item.start, item.end, label="ORG")
            yield _stated("publisher", subject, value, Qualifiers(), "list")
        elif isinstance(item, DateMention) and (dated := date_value(item, "start")):
            yield _stated("publication_start", subject, dated, Qualifiers(), "list")
    for value in isbns_of(passage, 0, passage.text):
        yield _stated("isbn", subject, value, Qualifiers(), "list")


def _volume(header: Passage, row: Passage, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """A row of a table of volumes: ISBNs, and when the first volume came out.

    Of a row that has lost cells only the ISBNs, which need no heading.
    """
    topic = narrative.topic
    if header is row or topic is None or topic.label != "WORK_OF_ART":
        return
    titles = [cell.text.lower() for cell in header.cells]
    is_numbered = titles[0].strip(" .") in load_vocabulary("listings")["volumes"]["first"] and any(
        "release" in title for title in titles
    )
    if not is_numbered and not any("isbn" in title for title in titles):
        return
    section = next((m for h in reversed(row.section) if (m := medium_of_heading(h)) in BOOKS), None)
    medium = section or next((m for m in (narrative.main, *narrative.topic_media) if m in BOOKS), None)
    if medium is None:
        return
    if len(titles) != len(row.cells):
        for value in isbns_of(row, 0, row.text):
            yield _stated("isbn", Subject(topic, medium), value, Qualifiers(), "table of volumes")
        return
    first = row.cells[0].text.strip() == "1"
    for title, cell in zip(titles, row.cells, strict=True):
        language = "en" if any(w in title for w in ("english", "north america")) else None
        qualifiers, subject = Qualifiers(language=language), Subject(topic, medium)
        if "isbn" in title or "release" in title:
            for value in isbns_of(row, row.to_text(cell.start), cell.text):
                yield _stated("isbn", subject, value, qualifiers, "table of volumes")
        if first and language and "date" in title:  # the original edition began with its serialization
            for value in _dates(cell, finder):
                yield _stated("publication_start", subject, value, qualifiers, "table of volumes")


def _season(header: Passage, row: Passage, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """A row of an overview of seasons: its number of episodes, its first and last day."""
    topic = narrative.topic
    if header is row or len(header.cells) != len(row.cells) or topic is None or topic.label != "WORK_OF_ART":
        return
    titles = [cell.text.lower().strip(" :*") for cell in header.cells]
    number = re.fullmatch(r"(?:season |series )?(\d{1,2})", row.cells[0].text.strip().lower())
    columns = load_vocabulary("listings")["seasons"]
    if titles[0] not in columns["first"] or number is None or not any(t in columns["dates"] for t in titles):
        return
    subject = Subject(topic, narrative.screen, int(number[1]))
    for title, cell in zip(titles, row.cells, strict=True):
        if title in columns["dates"]:
            for value in list(_dates(cell, finder))[:1]:
                yield _stated(columns["dates"][title], subject, value, Qualifiers(), "table of seasons")
        elif title in columns["counts"] and cell.text.strip().isdigit():
            text = cell.text.strip()
            value = Value(str(int(text)), cell.start, cell.end, number=float(text))
            yield _stated("episodes", subject, value, Qualifiers(), "table of seasons")


def _dates(cell: Cell, finder: ItemFinder) -> Iterator[Value]:
    for item in finder.within(cell.start, cell.end):
        if isinstance(item, DateMention) and (value := date_value(item, "start")):
            yield value


def isbns_of(passage: Passage, at: int, text: str) -> Iterator[Value]:
    """The ISBNs in a text that stands at `at` in the passage."""
    for found in ISBN.finditer(text):
        if len(re.sub(r"\D", "", found[0])) in (9, 10, 13):
            span = passage.to_raw(at + found.start(), at + found.end())
            yield Value(found[0], span.start, span.end)


def _is_header(passage: Passage) -> bool:
    titles = [cell.text.lower() for cell in passage.cells]
    columns = load_vocabulary("listings")["seasons"]
    overview = bool(titles) and titles[0] in columns["first"] and any(t in columns["dates"] for t in titles)
    return overview or any("isbn" in title for title in titles)


def _stated(predicate: str, subject: Subject, value: Value, qualifiers: Qualifiers, place: str) -> Statement:
    extractor = f"{predicate}: {place}"
    return make_statement(load_predicates()[predicate], subject, value, qualifiers, extractor, LISTED)
