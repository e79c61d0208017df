"""Filmographies: 'Sea of Glass - Mia' of voice actors, tables with columns for the work and the role or the task."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.statements.building import Value, date_value, make_statement
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.parts import is_name
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.extract.statements.trades import trade_of
from pipeline.records import DateMention, Mention, Name, ParsedArticle, Passage, PassageKind, Qualifiers, Statement
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.forms import load_forms, medium_of_heading
from pipeline.vocabulary.predicates import load_predicates

LISTED = 0.9
VOICED = ("anime", "game", "film", "audiobook")
WORKS = ("title", "series", "work", "film", "game", "show", "movie", "production")
DONE = ("yes", "✓", "✔", "x", "●", "✅")
ROLE = re.compile(
    r"\s*[\"”]?\s*(?:\(\d{4}[^()]{0,12}\))?\s*(?:[–—:,-]|\bas\b)\s*(?:the )?(?P<role>[^,;()–—]{1,60}?)\s*(?:$|[,;(])"
)


MADE = re.compile(
    r"(?P<title>[^()]{1,80}?)\s*\(\d{4}(?P<range>\s*[–-]\s*(?:\d{2,4}|present)?)?(?P<inside>[^()]{0,60})\)"
    r"(?P<behind>.{0,60})$"
)
ACTED = re.compile(r"\b(?:as|role|cameo|actor|actress|voice|himself|herself|thanks|uncredited|unfinished|unreleased)\b")
WITH = re.compile(r"[,;]?\s*(?:co-written |written )?with\s+$")


def read_filmography(article: ParsedArticle, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """The roles that the topic, a voice actor, has spoken, and the tasks that a maker of films has had."""
    passages, topic = article.passages, narrative.topic
    words = load_vocabulary("listings")["filmographies"]
    if topic is None or topic.label != "PERSON":
        return
    speaks = _speaks(passages, words["occupations"])
    trade = None if speaks else trade_of(article, topic)
    header: Passage | None = None
    for passage in passages:
        listed = any(word in heading.lower() for heading in passage.section for word in words["headings"])
        if passage.kind != PassageKind.TABLE_ROW:
            header = None
        if not listed:
            continue
        if passage.kind == PassageKind.LIST_ITEM and speaks:
            yield from _line(passage, topic, finder, narrative)
        elif passage.kind == PassageKind.LIST_ITEM and trade is not None and trade in words["made"]:
            yield from _made(passage, trade, topic, finder, narrative)
        elif passage.kind == PassageKind.TABLE_ROW:
            header = header or passage
            yield from _crew(header, passage, topic, finder, narrative)
            if speaks:
                yield from _row(header, passage, topic, finder, narrative)


def _speaks(passages: Sequence[Passage], occupations: Sequence[str]) -> bool:
    """Whether the lead or the infobox calls the topic a voice actor."""
    lead = [p.text.lower() for p in passages if not p.section and p.kind in (PassageKind.PROSE, PassageKind.INFOBOX)]
    return any(word in text for text in lead for word in occupations)


def _line(passage: Passage, topic: Name, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    items = finder.within(passage.span.start, passage.span.end)
    work = items[0] if items else None
    if not isinstance(work, Mention) or work.label != "WORK_OF_ART" or passage.to_text(work.start) > 2:
        return
    found = ROLE.match(passage.text, passage.to_text(work.end - 1) + 1)
    if found:
        yield from _part(passage, work, found.start("role"), found["role"], None, topic, narrative)


def _made(passage: Passage, trade: str, topic: Name, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """'Sea of Glass (1992; also director), with Bo Ek' in the list of a screenwriter."""
    found = MADE.match(passage.text)
    title = found["title"].strip(" \"“”'‘’*_") if found else ""
    if found is None or not is_name(title) or ACTED.search(note := f"{found['inside']} {found['behind']}".lower()):
        return
    items = finder.within(passage.span.start, passage.span.end)
    named = next((i for i in items if isinstance(i, Mention) and i.words == title and i.label == "WORK_OF_ART"), None)
    name = narrative.name_of(named) if named else Name(title, "WORK_OF_ART")
    medium = next((m for h in reversed(passage.section) if (m := medium_of_heading(h))), None)
    subject, span = Subject(name, medium), passage.to_raw(found.start("title"), found.end("title"))
    also = [task for word, task in load_vocabulary("listings")["filmographies"]["also"].items() if word in note]
    for predicate in dict.fromkeys([trade, *also]):
        yield _stated(predicate, subject, Value(topic.text, span.start, span.end, label="PERSON"))
    for item in (i for i in items if i.start >= span.end):
        if isinstance(item, DateMention) and not found["range"] and (value := date_value(item, None)):
            yield _stated("premiere" if medium in ("anime", "live_action") else "release_date", subject, value)
        elif isinstance(item, Mention) and item.label == "PERSON" and _is_partner(passage, item):
            yield _stated(trade, subject, Value(narrative.name_of(item).text, item.start, item.end, label="PERSON"))


def _is_partner(passage: Passage, person: Mention) -> bool:
    return WITH.search(passage.text[: passage.to_text(person.start)]) is not None


def _stated(predicate: str, subject: Subject, value: Value) -> Statement:
    return make_statement(
        load_predicates()[predicate], subject, value, Qualifiers(), f"{predicate}: filmography", LISTED
    )


def _row(header: Passage, row: Passage, topic: Name, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """A row; where the year above spans it, its first cell is missing."""
    titles = [cell.text.lower().strip() for cell in header.cells]
    missing = len(titles) - len(row.cells)
    place = next((n for n, title in enumerate(titles) if title in WORKS), None)
    part = next((n for n, title in enumerate(titles) if title in ("role", "roles", "character", "role(s)")), None)
    if header is row or place is None or part is None or missing not in (0, 1) or place - missing < 0:
        return
    named, role = row.cells[place - missing], row.cells[part - missing]
    works = [i for i in finder.within(named.start, named.end) if isinstance(i, Mention) and i.label == "WORK_OF_ART"]
    if works and role.text.strip():
        notes = " ".join(cell.text for cell in row.cells[part - missing + 1 :])
        languages = load_forms().languages
        language = next((languages[w] for w in notes.lower().split() if w in languages), None)
        yield from _part(row, works[0], row.to_text(role.start), role.text, language, topic, narrative)


def _crew(header: Passage, row: Passage, topic: Name, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """A row of a table with a column per task and 'Yes' in it: 'Title | Director | Writer'."""
    titles = [cell.text.lower().strip() for cell in header.cells]
    place = next((n for n, title in enumerate(titles) if title in WORKS), None)
    if header is row or place is None or len(header.cells) != len(row.cells):
        return
    cell = row.cells[place]
    text = cell.text.strip(" \"“”'‘’*_")
    named = [m for m in finder.within(cell.start, cell.end) if isinstance(m, Mention) and m.label == "WORK_OF_ART"]
    if not named and not is_name(text):
        return
    work = narrative.name_of(named[0]) if named else Name(text, "WORK_OF_ART")
    medium = next((m for h in reversed(row.section) if (m := medium_of_heading(h))), None)
    tasks = load_vocabulary("listings")["filmographies"]["tasks"]
    for title, entry in zip(titles, row.cells, strict=True):
        predicate = load_predicates()[tasks[title]] if title in tasks else None
        if predicate is None or entry.text.strip().lower() not in DONE:
            continue
        if medium is None or medium in predicate.media:
            value = Value(topic.text, cell.start, cell.end, label="PERSON")
            extractor = f"{predicate.name}: filmography"
            yield make_statement(predicate, Subject(work, medium), value, Qualifiers(), extractor, LISTED)


def _part(
    passage: Passage, work: Mention, at: int, role: str, language: str | None, topic: Name, narrative: Narrative
) -> Iterator[Statement]:
    """The role as a character of the work, and who speaks it."""
    medium = next((m for h in reversed(passage.section) if (m := medium_of_heading(h)) in VOICED), None)
    headings = " ".join(passage.section).lower()
    if medium is None and not any(word in headings for word in ("voice", "dub")):
        return
    subject = Subject(narrative.name_of(work), medium)
    span = passage.to_raw(at, at + len(role))
    predicates = load_predicates()
    spoken = Value(topic.text, span.start, span.end, label="PERSON")
    qualifiers = Qualifiers(character=role, language=language)
    yield make_statement(predicates["voice_actor"], subject, spoken, qualifiers, "voice_actor: filmography", LISTED)
    character = Value(role, span.start, span.end, label="CHARACTER")
    yield make_statement(predicates["character"], subject, character, Qualifiers(), "character: filmography", LISTED)
