"""What a noun phrase states by itself: 'the 2010 medical drama X', 'a fantasy anime', 'Channel Nine's quiz show X'."""

import re
from collections.abc import Iterator

from pipeline.extract.statements.building import STATED, Value, date_value, make_statement
from pipeline.extract.statements.folding import KINDS
from pipeline.extract.statements.references import Folded, Reference
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import Mention, Passage, Qualifiers, Statement
from pipeline.values.numbers import parse_count
from pipeline.vocabulary.predicates import Predicate, load_predicates

PLACES = ("GPE", "LOC", "FAC")
NAME = re.compile(r"\s+[\"“‘]?[A-Z]")


def read_phrases(folded: Folded, passage: Passage, narrative: Narrative) -> Iterator[Statement]:
    """Genre, year and channel of the works referred to; `phrase` of the vocabulary says which predicate takes which."""
    for at, reference in sorted(folded.references.items()):
        for predicate in load_predicates().values():
            if predicate.phrase is None or reference.pronoun:
                continue
            owned = predicate.phrase == "owner"
            value = (
                _owner(folded, at, reference, passage, narrative)
                if owned
                else _value(predicate, reference, passage, narrative)
            )
            subject = _subject(predicate, folded, at, reference, narrative) if value else None
            media = predicate.phrase_media or predicate.media
            if value and subject and (not media or subject.medium in media):
                defining = predicate.phrase == "year" and _is_defining(folded, at)
                extractor = f"{predicate.name}: {'definition' if defining else 'noun phrase'}"
                yield make_statement(predicate, subject, value, Qualifiers(), extractor, STATED)


def _owner(folded: Folded, at: int, reference: Reference, passage: Passage, narrative: Narrative) -> Value | None:
    """Whose 'her novel X' is: the person named before, else the article's, else that of the sentences before."""
    adapted = any(t.text.startswith("adapt") or t.text == "based" for t in folded.tokens[:at])
    own = adapted and " own " in passage.text[reference.start : reference.end]  # 'she adapts her own novel'
    if (reference.work is None and not own) or reference.determiner not in ("his", "her", "their", "whose"):
        return None
    before = (t.item for t in reversed(folded.tokens[:at]) if t.text == KINDS["person"])
    person = next((item for item in before if isinstance(item, Mention)), None)
    if person is not None:
        name = narrative.name_of(person)
        return Value(name.text, person.start, person.end, label=name.label)
    topic = narrative.topic
    if topic is None or topic.label != "PERSON":
        topic = narrative.person if reference.determiner in ("his", "her") else None
    if topic is None or reference.work is None or reference.determiner == "whose":
        return None
    return Value(topic.text, reference.work.start, reference.work.end, label=topic.label)


def _subject(
    predicate: Predicate, folded: Folded, at: int, reference: Reference, narrative: Narrative
) -> Subject | None:
    """The work itself; 'X is a fantasy film' and 'is one of the best fantasy films' describe the work before."""
    if predicate.phrase == "owner" and reference.work is None and narrative.topic is not None:
        return Subject(narrative.topic, reference.medium) if narrative.topic.label == "WORK_OF_ART" else None
    if predicate.phrase in ("adaptation", "owner"):
        return narrative.resolve(reference, ())
    if reference.work is not None or reference.determiner in ("the", "this"):
        return narrative.resolve(reference, ())
    described = _described(folded, at, reference, narrative)
    if described is None and predicate.phrase in ("year", "length"):
        return narrative.resolve(reference, ())
    return described


def _is_defining(folded: Folded, at: int) -> bool:
    """'X is a 2019 film': said of X at the head of a sentence, not in passing."""
    references = [i for i in sorted(folded.references) if i < at]
    return len(references) == 1 and references[0] == 0 and folded.tokens[at - 1].text in ("is", "was")


def _described(folded: Folded, at: int, reference: Reference, narrative: Narrative) -> Subject | None:
    words = [t.text for t in folded.tokens[max(at - 3, 0) : at]]
    before = [i for i in sorted(folded.references) if i < at]
    copula = words[-1:] and words[-1] in ("is", "was", "as")
    if not copula and words not in (["is", "one", "of"], ["was", "one", "of"], ["created", "one", "of"]):
        return None
    subject = narrative.resolve(folded.references[before[-1]], ()) if before else narrative.understood(())
    if subject is None or (subject.medium and reference.medium and subject.medium != reference.medium and before):
        return None
    return Subject(subject.name, reference.medium or subject.medium, subject.season)


def _value(predicate: Predicate, reference: Reference, passage: Passage, narrative: Narrative) -> Value | None:
    if predicate.phrase == "genre" and reference.genre is not None and reference.genre_name:
        span = passage.to_raw(reference.genre.start, reference.genre.end)
        return Value(reference.genre_name, span.start, span.end)
    if predicate.phrase == "year" and reference.year is not None:
        if reference.work is None and reference.determiner == "the" and NAME.match(passage.text, reference.end):
            return None  # 'the 1992 film Patriot Days', by a name that was not found
        return date_value(reference.year, predicate.part)
    if predicate.phrase == "length" and reference.length is not None:
        count, _, unit = reference.length.text.rpartition("-")
        number = parse_count(count) if (unit == "volume") == (predicate.name == "volumes") else None
        span = passage.to_raw(reference.length.start, reference.length.end)
        return Value(str(number), span.start, span.end, number=float(number)) if number else None
    known = reference.work is not None or (reference.determiner == "the" and reference.medium == "live_action")
    if predicate.phrase == "channel" and reference.channel is not None and known:
        name = narrative.name_of(reference.channel)
        return Value(name.text, reference.channel.start, reference.channel.end, label=name.label)
    if predicate.phrase == "setting" and reference.setting is not None:
        place = reference.setting
        return Value(place.words, place.start, place.end, label=place.label if place.label in PLACES else PLACES[0])
    if predicate.phrase == "adaptation" and reference.adapted and (reference.medium or reference.work):
        return _original(reference, passage, narrative)
    return None


def _original(reference: Reference, passage: Passage, narrative: Narrative) -> Value | None:
    """What an adaptation of the topic adapts: the topic in the form it first had."""
    topic = narrative.topic
    if topic is None or topic.label != "WORK_OF_ART" or reference.of_previous or reference.other:
        return None
    new = reference.determiner in ("a", "an", "another")  # 'a remake, X, was made'
    if reference.work is not None and not new and narrative.name_of(reference.work) != topic:
        return None
    original = reference.original or (narrative.original if narrative.original != reference.medium else None)
    span = passage.to_raw(reference.start, reference.end)
    return Value(topic.text, span.start, span.end, label=topic.label, format=original)
