"""Characters and who speaks them: 'Mia (Japanese: ...) voiced by: Ann Oba (Japanese); Bo Lind (English)'."""

import re
from collections.abc import Iterator

from pipeline.extract.statements.building import NATIVE, Value, make_statement
from pipeline.extract.statements.cast_lines import LONGEST_LINE
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.parts import without_title
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import Mention, Name, Passage, PassageKind, Qualifiers, Statement
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.forms import load_forms, medium_of_heading
from pipeline.vocabulary.predicates import load_predicates

LISTED = 0.9
SPOKEN = re.compile(r"\s*[,–—-]?\s*\(?(?:voiced|played|portrayed|performed) by\s*:?\s*", re.IGNORECASE)
NAME = re.compile(r"[;*•\-\s]*(?P<name>[^:;,.()]{1,60}?)\s*(?:\((?P<note>[^()]{0,120})\))?")
ACTOR = re.compile(r"(?P<name>[^,;/()]{2,60}?)\s*(?:\((?P<note>[^()]{0,60})\))?\s*(?:[,;/)]|$)")
READING = re.compile(
    r"(?:Hepburn|romaji|romanized):?\s*(?P<name>[^,;:]{2,50})|^[^A-Za-z]+,\s*(?P<plain>[A-Z][^,;:]{2,50})"
)
PARTICLES = frozenset("the of de da di von van der no and".split())
VOICED = ("anime", "game", "audiobook")
HEARD = (*VOICED, "film")  # where a list of voices may stand


def medium_of_cast(passage: Passage, narrative: Narrative) -> str | None:
    """The form whose cast it is: that of the section, else the article's."""
    named = next((m for h in reversed(passage.section) if (m := medium_of_heading(h))), None)
    known = [m for m in (narrative.main, *narrative.topic_media) if m]
    spoken = next((m for m in known if m in VOICED), None) if is_voice(passage) or narrative.main not in HEARD else None
    return named or spoken or next(iter(known), None)


def is_voice(passage: Passage) -> bool:
    words = {word for heading in passage.section for word in heading.lower().split()}
    return not words.isdisjoint(load_vocabulary("listings")["casts"]["voices"])


def read_voices(
    passage: Passage, previous: Passage | None, topic: Name, finder: ItemFinder, narrative: Narrative
) -> Iterator[Statement]:
    """'Mia (Japanese: ...) voiced by: Ann Oba (Japanese); Bo Lind (English)'; the name may be a line of its own.

    Where that line has lost the name, whom the actors speak stays open.
    """
    found = SPOKEN.search(passage.text)
    if found is None:
        return
    medium = medium_of_cast(passage, narrative)
    line = passage if found.start() else previous
    if line is None or medium not in HEARD or len(line.text) > LONGEST_LINE:
        return
    named = _name_in(line, found.start())
    if named is None and found.start():
        return
    name = _known(named["name"].strip(), finder, narrative) if named else None
    actors = list(_actors(passage, found.end(), finder))
    for actor, note in actors:
        language = load_forms().languages.get(note.lower().strip())
        value = Value(narrative.name_of(actor).text, actor.start, actor.end, label="PERSON")
        spoken = Qualifiers(character=name, language=language)
        yield cast_statement("voice_actor", Subject(topic, medium), value, spoken)
    if actors and named and name:
        yield from _names(line, named, name, topic, finder)


def _name_in(line: Passage, end: int) -> re.Match[str] | None:
    """The name that a line, up to `end` if that is not 0, is made of; the heading 'Characters' is none."""
    named = NAME.fullmatch(line.text[:end] if end else line.text)
    words = named["name"].split() if named else []
    if not words or any(word[0].islower() and word not in PARTICLES for word in words):
        return None
    is_heading = line.kind == PassageKind.HEADING
    announced = load_vocabulary("listings")["casts"]["announced"]
    return None if is_heading and any(word.lower() in announced for word in words) else named


def _actors(passage: Passage, start: int, finder: ItemFinder) -> Iterator[tuple[Mention, str]]:
    people = [m for m in mentions_in(passage, finder) if m.label == "PERSON"]
    for actor in ACTOR.finditer(passage.text, start):
        first, last = actor.span("name")
        inside = [m for m in people if first <= passage.to_text(m.start) and passage.to_text(m.end - 1) < last]
        if inside and not actor["name"].strip()[0].islower():
            yield inside[0], actor["note"] or ""


def _names(line: Passage, named: re.Match[str], name: str, topic: Name, finder: ItemFinder) -> Iterator[Statement]:
    """The character of the line, and how its name is written and read in its own language."""
    start, text = named.start("name"), named["name"]
    span = line.to_raw(start, start + len(text))
    if not any(m.label == "CHARACTER" for m in mentions_in(line, finder)):
        value = Value(name, span.start, span.end, label="CHARACTER")
        yield cast_statement("character", Subject(topic), value, Qualifiers())
    note, at = named["note"] or "", named.start("note")
    subject = Subject(Name(name, "CHARACTER"))
    native = next((part for part in re.split(r"[,;:]", note) if NATIVE.search(part)), "").strip()
    if native:
        place = line.to_raw(at + note.index(native), at + note.index(native) + len(native))
        language = "ja" if re.search(r"[\u3040-\u30ff]", native) or "japanese" in note.lower() else None
        written = Value(native, place.start, place.end)
        yield cast_statement("title_native", subject, written, Qualifiers(language=language))
    reading = READING.search(note) if native else None
    if reading:
        group = "name" if reading["name"] else "plain"
        place = line.to_raw(at + reading.start(group), at + reading.end(group))
        read = Value(reading[group].strip(), place.start, place.end)
        yield cast_statement("title_romanized", subject, read, Qualifiers())


def _known(character: str, finder: ItemFinder, narrative: Narrative) -> str:
    """The fullest name of the character, where it is mentioned as one, without a title in front."""
    found = finder.first_named(character)
    full = narrative.name_of(found).text if found is not None and found.label == "CHARACTER" else character
    return without_title(full)


def mentions_in(passage: Passage, finder: ItemFinder, start: int = 0, end: int | None = None) -> list[Mention]:
    """Mentions in `passage.text[start:end]`."""
    span = passage.to_raw(start, len(passage.text) if end is None else end)
    return [i for i in finder.within(span.start, span.end) if isinstance(i, Mention)]


def cast_statement(predicate: str, subject: Subject, value: Value, qualifiers: Qualifiers) -> Statement:
    extractor = f"{predicate}: cast list"
    return make_statement(load_predicates()[predicate], subject, value, qualifiers, extractor, LISTED)
