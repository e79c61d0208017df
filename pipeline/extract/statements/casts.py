"""Casts: lines such as 'Ann Oba as Mia' and 'Mia: Ann Oba', voiced characters, and tables of roles and actors."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.statements.building import Value
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.forms import load_forms
from pipeline.extract.statements.labelled import Entry, plain_key
from pipeline.extract.statements.parts import is_name, parts_of, without_title
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.extract.statements.voices import (
    ACTOR,
    HEARD,
    LONGEST_LINE,
    VOICED,
    cast_statement,
    is_voice,
    medium_of_cast,
    mentions_in,
    read_voices,
)
from pipeline.records import Name, Passage, PassageKind, Qualifiers, Statement
from pipeline.vocabulary import load_vocabulary

LINE = re.compile(r"[;*•\s]*(?P<left>[^:–—]{2,60}?)(?P<sign>\s+as\s+|\s*:\s+|\s+[–—-]\s+)(?P<right>[^:;–—(]{2,80})")
WIDEST = 30  # columns of a table of roles


@dataclass(frozen=True, slots=True)
class Role:
    """Who plays whom, and where the two names stand."""

    passage: Passage
    actor: tuple[int, str] | None
    character: tuple[int, str]
    language: str | None = None


def read_casts(
    passages: Sequence[Passage], about: dict[int, Name | None], finder: ItemFinder, narrative: Narrative
) -> Iterator[Statement]:
    """What the cast lists of the article state of the work that they stand under."""
    header: Passage | None = None
    previous: Passage | None = None
    block: list[Passage] = []
    for passage in passages:
        topic = about[id(passage)]
        if topic is None or topic.label != "WORK_OF_ART":
            continue
        if passage.kind == PassageKind.TABLE_ROW:
            header = header if header is not None and header.section == passage.section else passage
            yield from _stated(_row(header, passage), topic, finder, narrative)
            continue
        header = None
        if len(passage.text) <= LONGEST_LINE:
            yield from read_voices(passage, previous, topic, finder, narrative)
        if passage.kind == PassageKind.LIST_ITEM and _is_cast(passage):
            block.append(passage)
        elif block:
            yield from _stated(_lines(block, finder, narrative), about[id(block[0])], finder, narrative)
            block = []
        previous = passage
    if block:
        yield from _stated(_lines(block, finder, narrative), about[id(block[0])], finder, narrative)


def read_cast_entry(entry: Entry, topic: Name, finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """'Cast: Ann Oba (Mia), Bo Lind (Tom)': brackets that name roles; of voices they may name earlier works."""
    if plain_key(entry.key) not in load_vocabulary("listings")["casts"]["keys"]:
        return
    inside = mentions_in(entry.passage, finder, entry.at, entry.at + len(entry.text))
    works = {m.words for m in inside if m.label == "WORK_OF_ART"}
    voiced = medium_of_cast(entry.passage, narrative) in VOICED
    for part in parts_of(entry.text, (), ("person",)):
        at = entry.text.find("(", part.start + len(part.text)) + 1
        note = part.note.removeprefix("as ").strip()
        if note and is_name(part.text) and is_name(note) and not (voiced and note in works):
            place = entry.at + at + part.note.index(note)
            role = Role(entry.passage, (entry.at + part.start, part.text), (place, note))
            yield from _stated([role], topic, finder, narrative)


def _is_cast(passage: Passage) -> bool:
    words = load_vocabulary("listings")["casts"]["headings"]
    return any(word in heading.lower().split() for heading in passage.section[-2:] for word in words)


def _lines(block: Sequence[Passage], finder: ItemFinder, narrative: Narrative) -> Iterator[Role]:
    """'Actor as Role', 'Role: Actor' or 'Actor - Role'; which side is which, most lines of a list tell."""
    split = [(passage, found) for passage in block if (found := LINE.match(passage.text))]
    votes = 0
    for passage, found in split:
        left, right = (_people(passage, *found.span(side), finder) for side in ("left", "right"))
        votes += (left - right) if found["sign"].strip() != "as" else 0
    voiced = bool(block) and medium_of_cast(block[0], narrative) in VOICED
    actor_first = votes > 0 or (votes == 0 and not voiced)
    for passage, found in split:
        first = found["sign"].strip() == "as" or actor_first
        actor, role = ("left", "right") if first else ("right", "left")
        text = re.split(r",\s|(?<=\w\w\w\w)\.\s|\s[–—-]\s", found[role])[0]
        if is_name(re.split(r",\s", found[actor])[0].strip()):
            actor_name = re.split(r",\s", found[actor])[0].rstrip()
            yield Role(passage, (found.start(actor), actor_name), (found.start(role), text.rstrip()))


def _people(passage: Passage, start: int, end: int, finder: ItemFinder) -> int:
    """1 where a person is named in a part of the line."""
    found = (m for m in mentions_in(passage, finder) if m.label == "PERSON")
    return int(any(start <= passage.to_text(m.start) < end for m in found))


def _row(header: Passage, row: Passage) -> Iterator[Role]:
    """A row with a column for the role, and one or more for who speaks or plays it."""
    if header is row or len(header.cells) != len(row.cells) or len(row.cells) > WIDEST:
        return
    titles = [cell.text.lower().strip() for cell in header.cells]
    columns = load_vocabulary("listings")["casts"]
    part = next((n for n, title in enumerate(titles) if title in columns["roles"]), None)
    if part is None or not row.cells[part].text.strip():
        return
    role = row.cells[part]
    if _is_cast(row):
        yield Role(row, None, (row.to_text(role.start), role.text))
    for title, cell in zip(titles, row.cells, strict=True):
        words = title.replace("(", " ").replace(")", " ").split()
        language = next((load_forms().languages[w] for w in words if w in load_forms().languages), None)
        acted = any(word in columns["actors"] for word in words) or language is not None
        if not acted or cell is role or any(word in columns["not_actors"] for word in words):
            continue
        at = row.to_text(cell.start) if cell.text.strip() else 0
        for actor in ACTOR.finditer(cell.text):
            if is_name(actor["name"].strip()):
                name = actor["name"].strip()
                place = at + actor.start("name") + len(actor["name"]) - len(actor["name"].lstrip())
                yield Role(row, (place, name), (row.to_text(role.start), role.text), language)


def _stated(
    roles: Iterator[Role] | Sequence[Role], topic: Name | None, finder: ItemFinder, narrative: Narrative
) -> Iterator[Statement]:
    for role in roles:
        medium = medium_of_cast(role.passage, narrative)
        character = _character(role, finder, narrative)
        if topic is None or character is None:
            continue
        heard = medium in VOICED or (medium in HEARD and (is_voice(role.passage) or role.language is not None))
        if role.actor is not None and heard:
            value = _person(role.passage, *role.actor, finder, narrative)
            qualifiers = Qualifiers(character=character.text, language=role.language)
            yield cast_statement("voice_actor", Subject(topic, medium), value, qualifiers)
        yield cast_statement("character", Subject(topic), character, Qualifiers())


def _character(role: Role, finder: ItemFinder, narrative: Narrative) -> Value | None:
    """The character as the article names it in full; else the words, if they are written as a name."""
    start, text = role.character
    end = start + len(text)
    named = mentions_in(role.passage, finder, start, end)
    known = next((m for m in named if m.label == "CHARACTER"), None)
    if known is not None:
        name = narrative.name_of(known).text
        return Value(without_title(name), known.start, known.end, label="CHARACTER")
    bare = without_title(text)
    if not is_name(bare) or "'s" in bare or "’s" in bare or bare[:1].isdigit() or bare.lower() in _nobody():
        return None
    at = start + text.index(bare)
    span = role.passage.to_raw(at, at + len(bare))
    return Value(bare, span.start, span.end, label="CHARACTER")


@cache
def _nobody() -> frozenset[str]:
    return frozenset(load_vocabulary("listings")["casts"]["nobody"])


def _person(passage: Passage, start: int, text: str, finder: ItemFinder, narrative: Narrative) -> Value:
    end = start + len(text)
    person = next((m for m in mentions_in(passage, finder, start, end) if m.label == "PERSON"), None)
    if person is not None:
        return Value(narrative.name_of(person).text, person.start, person.end, label="PERSON")
    span = passage.to_raw(start, end)
    return Value(text, span.start, span.end, label="PERSON")
