"""What the trained network finds where no rule says anything."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.extract.relations import KIND_OF, Candidate, Paragraph, Relation, make_paragraph
from pipeline.extract.statements.background import SCREEN
from pipeline.extract.statements.building import (
    AS_WRITTEN,
    Value,
    as_written,
    date_value,
    language_of_script,
    make_statement,
)
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.names import same_name
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.seasons import seasons_spoken_of
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import DateMention, Mention, Name, Passage, Qualifiers, Statement
from pipeline.vocabulary.predicates import Predicate, load_predicates

EXTRACTOR = "relations"
LIKELY = 0.94  # the least chance that a relation holds, its subject included; lower ones cost precision
# Each character of the prose gets a work, whatever the network makes of it; of book numbers it has learned nothing, and
# two of three works that it took for what another is based on were none.
PLACED_BY_RULES = ("character", "isbn", "based_on")
ORIGINAL = re.compile(r"\b(?:covers? (?:version )?of|originally (?:sung|performed|recorded)? ?by) $")
LONGEST_CUE = 40  # characters
LONGEST_PLACE = 4  # parts between commas
# Labels of names by the kinds of value of `predicates.toml`.
KINDS_OF = {
    "PERSON": {"person", "name", "native", "latin"},
    "CHARACTER": {"character", "name"},
    "ORG": {"org", "name", "platform"},
    "WORK_OF_ART": {"work", "ref", "name", "native", "latin"},
    "PLACE": {"place"},
    "EVENT": {"event"},
    "AWARD": set(),
    "DATE": {"date"},
    "NUMBER": {"number"},
    "GENRE": {"genre"},
}


def as_paragraph(passage: Passage, doc: Doc, finder: ItemFinder, narrative: Narrative) -> Paragraph:
    """The passage with its names as the narrative knows them at this point."""
    named: list[Candidate] = []
    for item in finder.within(passage.span.start, passage.span.end):
        start, end = passage.to_text(item.start), passage.to_text(item.end - 1) + 1
        if start >= end or (named and start < named[-1].end):
            continue
        if isinstance(item, Mention):
            named.append(Candidate(start, end, narrative.name_of(item)))
        elif item.edtf:
            named.append(Candidate(start, end, Name(item.edtf, "DATE")))
    heading = passage.section[-1] if passage.section else ""
    return make_paragraph(doc, named, narrative.topic, heading, passage)


def read_relations(
    relations: Sequence[Relation],
    paragraphs: Sequence[Paragraph],
    finder: ItemFinder,
    narrative: Narrative,
    found: Sequence[Statement],
    clauses: Mapping[int, Sequence[Folded]],
) -> Iterator[Statement]:
    """The likely relations about values of which no rule has said the same. `clauses`: by the id of their passage."""
    taken = {s.start for s in found}
    said = {(s.subject, s.predicate, s.value) for s in found}
    items = {item.start: item for item in finder.items}
    spoken: dict[int, list[tuple[int, int]]] = {}
    for relation in relations:
        if relation.predicate in PLACED_BY_RULES or relation.probability * relation.certainty < LIKELY:
            continue
        predicate = load_predicates()[relation.predicate]
        passage = paragraphs[relation.paragraph].passage
        assert passage is not None
        subject = subject_of(relation, narrative)
        value = _value(relation, predicate, subject, paragraphs[relation.paragraph], items)
        if value is None or same_name(value.text, relation.subject.text):
            continue
        if value.start in taken or (relation.subject, predicate.name, value.text) in said:
            continue
        if subject.medium in SCREEN and subject.name == narrative.topic and predicate.seasonal:
            if id(passage) not in spoken:
                spoken[id(passage)] = seasons_spoken_of(clauses.get(id(passage), ()))
            at = bisect_left(spoken[id(passage)], (relation.value.start, 0)) - 1
            subject = replace(subject, season=spoken[id(passage)][at][1] if at >= 0 else subject.season)
        qualifiers = _qualifiers(relation, predicate, passage)
        score = round(relation.probability * relation.certainty, 3)
        yield make_statement(predicate, subject, value, qualifiers, EXTRACTOR, score)


def _value(
    relation: Relation,
    predicate: Predicate,
    subject: Subject,
    paragraph: Paragraph,
    items: dict[int, Mention | DateMention],
) -> Value | None:
    assert paragraph.passage is not None
    name, span = relation.value.name, paragraph.passage.to_raw(relation.value.start, relation.value.end)
    if not KINDS_OF[KIND_OF[name.label]] & set(predicate.values):
        return None
    if predicate.name == "theme_performer" and _is_original(relation.value, paragraph.passage.text):
        return None
    if name.label == "NUMBER":
        return Value(name.text, span.start, span.end, number=float(name.text))
    if name.label == "GENRE":
        return Value(name.text, span.start, span.end)
    item = items.get(span.start)
    if isinstance(item, DateMention):
        return date_value(item, predicate.part)
    if item is None:
        return None
    if KIND_OF[name.label] == "PLACE":
        return _whole_place(relation.value, paragraph, paragraph.passage)
    if AS_WRITTEN & set(predicate.values):
        return next(as_written(item, predicate, subject), None)
    return Value(name.text, item.start, item.end, label=name.label)


def _is_original(singer: Candidate, text: str) -> bool:
    """Who sang a song first is not who sings it as a theme: 'a cover of X's song'."""
    return ORIGINAL.search(text[max(singer.start - LONGEST_CUE, 0) : singer.start]) is not None


def _whole_place(candidate: Candidate, paragraph: Paragraph, passage: Passage) -> Value | None:
    """'Town, Region, Country': places that stand one behind the other are one value; None for its parts."""
    at = bisect_left(paragraph.candidates, candidate.start, key=lambda c: c.start)
    before, behind = paragraph.candidates[max(at - 1, 0) : at], paragraph.candidates[at + 1 : at + LONGEST_PLACE]
    if any(_is_continued(place, candidate, passage.text) for place in before):
        return None
    last = candidate
    for place in behind:
        if not _is_continued(last, place, passage.text):
            break
        last = place
    span = passage.to_raw(candidate.start, last.end)
    return Value(passage.text[candidate.start : last.end], span.start, span.end, label=candidate.name.label)


def _is_continued(place: Candidate, other: Candidate, text: str) -> bool:
    are_places = KIND_OF[place.name.label] == KIND_OF[other.name.label] == "PLACE"
    return are_places and text[place.end : other.start] == ", "


def subject_of(relation: Relation, narrative: Narrative) -> Subject:
    """The subject in the form that the network sees, else in that which the article tells elsewhere."""
    predicate = load_predicates()[relation.predicate]
    name, medium = relation.subject, relation.form
    if name.label != "WORK_OF_ART":
        return Subject(name)
    if medium is None or relation.form_certainty < 0.5:
        known = narrative.declared.get(name.text) if name != narrative.topic else narrative.main
        medium = known if known is None or not predicate.media or known in predicate.media else None
    season = narrative.news if medium in SCREEN and name == narrative.topic and predicate.seasonal else None
    return Subject(name, medium, season)


def _qualifiers(relation: Relation, predicate: Predicate, passage: Passage) -> Qualifiers:
    filler = relation.filler.text if relation.filler else None
    return Qualifiers(
        language=language_of_script(passage.text) if "native" in predicate.values else None,
        character=filler if predicate.name == "voice_actor" else None,
        theme=filler if predicate.name == "theme_performer" else None,
    )
