"""Names in infobox entries and table cells: the key or the column says what they are."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.shape import PERSON, is_title_like, trim
from pipeline.extract.mentions.titles import page_label
from pipeline.extract.reading import Reading
from pipeline.records import Cell, Passage, PassageKind, Table
from pipeline.vocabulary import load_vocabulary

PLURAL = re.compile(r"\((?:s|es|ies)\)|:$")
PART = re.compile(r"[^,;/\n()]+(?:\([^()]*\))?[^,;/\n()]*")
ASIDE = re.compile(r"\s*\([^()]*\)")
DATEISH = re.compile(r"\d{1,2} \w+ \d{4}|\w+ \d{1,2}|\d{4}\b")
PART_IN = re.compile(rf"(?P<role>{PERSON.pattern}) in (?P<work>(?:(?! in ).){{2,80}})$")  # 'Wren in Ember Days'
AUTHORED = re.compile(rf"(?P<work>[^,;()]{{2,100}}) by (?P<person>{PERSON.pattern})$")  # 'Ember Days by Ada Quill'
SILENT = ("year", "category", "result", "rank", "ref", "role", "other")  # columns whose cells are not read here
HONORIFIC = re.compile(r"^(?:Mrs?|Ms|Dr|Sir|Dame)\.? ")


@cache
def _keys() -> dict[str, tuple[str, bool]]:
    return {
        key: (entry["label"], entry.get("open", False))
        for entry in load_vocabulary("mentions")["infobox"]
        for key in entry["keys"]
    }


@cache
def countries() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["countries"]["names"])


@cache
def cities() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["cities"]["names"])


def find_infobox(reading: Reading) -> Iterator[Candidate]:
    """The names behind infobox keys whose values are names: 'Directed by: Ada Quill, Bo Marsh (2012-)'."""
    subject = page_label(reading) or "WORK_OF_ART"
    for number, (passage, doc) in enumerate(zip(reading.parsed.passages, reading.docs, strict=True)):
        if passage.kind == PassageKind.INFOBOX and len(passage.cells) == 2:
            known = {(e.start_char, e.end_char): e.label_ for e in doc.ents}
            yield from read_entry(number, passage, known, subject)


def read_entry(number: int, passage: Passage, known: dict[tuple[int, int], str], subject: str) -> Iterator[Candidate]:
    key, value = passage.cells
    label, is_open = _keys().get(PLURAL.sub("", key.text).casefold().strip(), ("", False))
    at = passage.to_text(value.start)
    if label == "TITLE":
        yield Candidate(number, at, at + len(value.text), subject, "infobox")
    elif label == "GPE":
        yield from _places(number, passage.text, at, at + len(value.text), known, key.text.casefold() == "born")
    elif label:
        for start, end in split_names(passage.text, at, at + len(value.text), label):
            if label == "WORK_OF_ART" and (part := PART_IN.match(passage.text, start, end)):
                yield Candidate(number, *part.span("role"), "CHARACTER", "infobox")
                yield Candidate(number, *part.span("work"), "WORK_OF_ART", "infobox")
                continue
            if label == "WORK_OF_ART" and (made := AUTHORED.match(passage.text, start, end)) and " " in made["person"]:
                yield Candidate(number, *trim(passage.text, *made.span("work"), label), label, "infobox")
                yield Candidate(number, *made.span("person"), "PERSON", "infobox")
                continue
            guess = known.get((start, end))
            found = guess if is_open and guess == "PERSON" and " " in passage.text[start:end] else label
            is_vague = label == "PERSON" and " " not in passage.text[start:end]  # a band, a pen name, a first name?
            yield Candidate(
                number, start, end, guess if is_vague and guess else found, "recipient" if is_vague else "infobox"
            )


def split_names(text: str, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """The names of a list: parts between commas and slashes, without what stands in brackets."""
    for part in PART.finditer(text, start, end):
        for begin, stop in _joined(text, part.start(), part.end(), label):
            aside = re.search(r"\s*\(", text[begin:stop])
            stop = begin + aside.start() if aside else stop
            begin, stop = trim(text, begin, stop, label)
            if honorific := HONORIFIC.match(text[begin:stop]):
                begin += honorific.end()
            name = text[begin:stop]
            if (
                name
                and not name[0].islower()
                and any(map(str.isalpha, name))
                and len(name) > 1
                and len(name.split()) < 12
            ):
                yield begin, stop


def _joined(text: str, start: int, end: int, label: str) -> list[tuple[int, int]]:
    """Both sides of ' and ' where each is a name of two words, or a maker: 'Ada Quill and Bo Marsh'."""
    if label == "WORK_OF_ART" or " and " not in text[start:end]:
        return [(start, end)]
    middle = text.index(" and ", start)
    return [(start, middle), (middle + 5, end)]


def _places(
    number: int, text: str, start: int, end: int, known: dict[tuple[int, int], str], is_birth: bool
) -> Iterator[Candidate]:
    """Places of an entry: parts without digits; a part the model takes for a person stays one."""
    for begin, stop in split_names(text, start, end, "GPE"):
        if not re.search(r"\d", text[begin:stop]) and text[begin:stop] not in ("Various", "Worldwide"):
            label = "PERSON" if known.get((begin, stop)) == "PERSON" and is_birth else "GPE"
            yield Candidate(number, begin, stop, label, "infobox")


def find_in_tables(reading: Reading) -> Iterator[Candidate]:
    """The cells of award, work, recipient and place columns."""
    rows = [(p.span.start, n) for n, p in enumerate(reading.parsed.passages) if p.kind == PassageKind.TABLE_ROW]
    starts = [start for start, _ in rows]
    seen: set[tuple[int, str]] = set()
    for table in reading.parsed.tables:
        for column, role, row in _cells(table):
            cell = row[column]
            if cell is None or not cell.text or (cell.start, role) in seen:
                continue
            seen.add((cell.start, role))
            number = rows[bisect_right(starts, cell.start) - 1][1]
            category = _category(table, row)
            yield from _read_cell(reading, number, cell, role, category)


def _cells(table: Table) -> Iterator[tuple[int, str, tuple[Cell | None, ...]]]:
    headers = [(c.text.casefold() if c else "") for c in table.header]
    roles = [_role(header, role) for header, role in zip(headers, table.roles, strict=True)]
    for row in table.rows:
        for column, role in enumerate(roles):
            if role not in SILENT and column < len(row):
                yield column, role, row


def _role(header: str, role: str) -> str:
    """The column's role; one without a header, which a repair added, may hold any recipient."""
    if header in load_vocabulary("mentions")["places"]["headers"]:
        return "place"
    if role == "other":
        return _columns().get(header, role)
    return "recipient" if role == "work" and not header else role


@cache
def _columns() -> dict[str, str]:
    return {header: entry["label"] for entry in load_vocabulary("mentions")["column"] for header in entry["headers"]}


def _is_role(name: str) -> bool:
    """Whether a cell of a role column names a character: 'Rook Alder', not 'Main role'."""
    first = name.split()[0].casefold().rstrip(",;")
    return is_title_like(name) and first not in load_vocabulary("mentions")["no_role"]["words"]


def _category(table: Table, row: tuple[Cell | None, ...]) -> str:
    return " ".join(c.text for c, role in zip(row, table.roles, strict=False) if role == "category" and c)


def _read_cell(reading: Reading, number: int, cell: Cell, role: str, category: str) -> Iterator[Candidate]:
    passage, doc = reading.parsed.passages[number], reading.docs[number]
    start = passage.to_text(cell.start)
    end = start + len(cell.text)
    known = {(e.start_char, e.end_char): e.label_ for e in doc.ents}
    if role == "award":
        start, end = trim(passage.text, start, end, "AWARD")
        if start < end and passage.text[start:end].casefold() not in ("won", "nominated", "award"):
            yield Candidate(number, start, end, "AWARD", "table")
    elif role == "place":
        for begin, stop in split_names(passage.text, start, end, "GPE"):
            joint = passage.text.rfind(" ", begin, stop)
            if passage.text[joint + 1 : stop] in countries():  # 'Ohio USA'
                yield Candidate(number, joint + 1, stop, "GPE", "table")
                stop = joint if joint > begin else begin
            if begin < stop:
                yield Candidate(number, begin, stop, "GPE", "table")
    elif role in ("PERSON", "ORG"):
        for begin, stop in split_names(passage.text, start, end, role):
            yield Candidate(number, begin, stop, role, "table")
    elif role == "CHARACTER":
        if _is_role(cell.text):
            yield from _one(number, passage.text, start, end, role)
    elif role == "WORK_OF_ART":
        if is_title_like(cell.text):
            yield from _one(number, passage.text, start, end, role)
    elif role == "work":
        yield from _one(number, passage.text, start, end, "WORK_OF_ART")
    else:
        yield from _recipient(number, passage.text, start, end, category, known)


def _one(number: int, text: str, start: int, end: int, label: str, family: str = "table") -> Iterator[Candidate]:
    if '"' in text[start:end] or "“" in text[start:end]:
        return  # quoted titles are read as such
    aside = re.search(r" \((?:herself|himself|themselves|for|with|the)\b.*", text[start:end])
    begin, stop = trim(text, start, start + aside.start() if aside else end, label)
    name = text[begin:stop]
    if (
        len(name) > 1
        and not name[0].islower()
        and name.casefold() not in ("n/a", "herself", "himself", "themselves", "won", "nominated", "—")
    ):
        yield Candidate(number, begin, stop, label, family)


@cache
def _category_labels() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (e["label"], re.compile(rf"\b(?:{'|'.join(e['words'])})\b", re.IGNORECASE))
        for e in load_vocabulary("mentions")["category"]
    ]


def category_label(category: str) -> str | None:
    """What a category honours: 'Best Male Character' a character, 'Best Film' a work; None when it does not say."""
    return next((label for label, pattern in _category_labels() if pattern.search(category)), None)


def _recipient(
    number: int, text: str, start: int, end: int, category: str, known: dict[tuple[int, int], str]
) -> Iterator[Candidate]:
    """Recipients: several persons, or one thing; the category, then the model, say of which kind."""
    label = category_label(category)
    names = list(split_names(text, start, end, "PERSON"))
    labels = {known.get(span) for span in names}
    if len(names) > 1 and (label == "PERSON" or labels == {"PERSON"}):
        for begin, stop in names:
            yield Candidate(number, begin, stop, "PERSON", "recipient")
        return
    inside = next((known[span] for span in names if span in known), None)
    inside = "PERSON" if inside == "CHARACTER" else inside
    guess = inside or label if label is None or label == "WORK_OF_ART" or inside == "WORK_OF_ART" else label
    if guess in ("PERSON", "WORK_OF_ART") and ":" in text[start:end]:
        guess = "WORK_OF_ART"
    if guess is not None and is_title_like(text[start:end]):
        yield from _one(number, text, start, end, guess, "recipient")
