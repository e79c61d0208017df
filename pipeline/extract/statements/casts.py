"""Casts: lines such as 'Ann Oba as Mia' and 'Mia: Ann Oba', voiced characters, and tables of roles and actors."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.statements.building import Value
from pipeline.extract.statements.cast_lines import (
    LONGEST_LINE,
    Line,
    Names,
    cast_blocks,
    direction,
    language_of,
    read_lines,
)
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.labelled import Entry, plain_key
from pipeline.extract.statements.parts import is_name, parts_of, without_title
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.extract.statements.voices import (
    ACTOR,
    HEARD,
    VOICED,
    cast_statement,
    is_voice,
    medium_of_cast,
    mentions_in,
    read_voices,
)
from pipeline.records import Name, Passage, PassageKind, Qualifiers, Statement
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.forms import load_forms

LANGUAGE_BEHIND = re.compile(r"\s*\((?P<language>[A-Z][a-z]+)\)$")  # 'Bo Lind – Mia (English)'
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
    names = Names(finder)
    blocks = {id(block[0]): block for block in cast_blocks(passages)}
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
        if id(passage) in blocks:
            voiced = medium_of_cast(passage, narrative) in VOICED
            yield from _stated(_roles(blocks[id(passage)], names, voiced), topic, finder, narrative)
        previous = passage


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


def _roles(block: Sequence[Passage], names: Names, voiced: bool) -> Iterator[Role]:
    """'Actor as Role', 'Role: Actor / Actor', 'Actor - Role'; which side is which, all lines together tell."""
    lines = read_lines(block)
    votes = direction(lines, names)
    on_right = votes > 0 or (votes == 0 and voiced)
    spoken = next((o for line in lines if (o := _languages(line, on_right))), ())
    for line in lines:
        right = line.told > 0 or (on_right and line.told == 0)
        side, other = (line.right, line.left) if right else (line.left, line.right)
        name = re.split(r",\s|(?<=\w\w\w\w)\.\s|\s[–—-]\s", other.text)[0].rstrip()
        told = LANGUAGE_BEHIND.search(name)
        beside = language_of(told["language"]) if told else None
        name = name[: told.start()] if told and beside else name
        languages = spoken if "/" in side.text and len(side.actors) == len(spoken) else ()
        for number, actor in enumerate(side.actors):
            language = actor.language or beside or (languages[number] if languages else None)
            yield Role(line.passage, (actor.start, actor.name), (other.start, name), language)
        if not side.actors and votes > 0:
            yield Role(line.passage, None, (other.start, name))


def _languages(line: Line, on_right: bool) -> tuple[str, ...]:
    """The languages that a line of several actors states, each of them."""
    actors = (line.right if on_right else line.left).actors
    languages = tuple(actor.language for actor in actors if actor.language is not None)
    return languages if len(languages) == len(actors) > 1 else ()


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
    bare = without_title(text)
    known = next((m for m in named if m.label == "CHARACTER"), None)
    if known is not None and not (is_name(bare) and len(known.words.split()) < len(bare.split())):
        name = narrative.name_of(known).text
        return Value(without_title(name), known.start, known.end, label="CHARACTER")
    if not is_name(bare) or "'s" in bare or "’s" in bare or bare[:1].isdigit() or bare.lower() in _nobody():
        return None
    at = start + text.index(bare)
    span = role.passage.to_raw(at, at + len(bare))
    return Value(bare, span.start, span.end, label="CHARACTER")


@cache
def _nobody() -> frozenset[str]:
    """What stands in the place of a character's name and is none."""
    return frozenset(load_vocabulary("listings")["casts"]["nobody"])


def _person(passage: Passage, start: int, text: str, finder: ItemFinder, narrative: Narrative) -> Value:
    end = start + len(text)
    person = next((m for m in mentions_in(passage, finder, start, end) if m.label == "PERSON"), None)
    if person is not None:
        return Value(narrative.name_of(person).text, person.start, person.end, label="PERSON")
    span = passage.to_raw(start, end)
    return Value(text, span.start, span.end, label="PERSON")
