"""A sentence: wordings of the vocabulary, each with the work or person that it is said of."""

from collections.abc import Iterator
from datetime import date

from pipeline.extract.statements.building import build_statements
from pipeline.extract.statements.folding import KINDS, Clause
from pipeline.extract.statements.matching import Match, find_matches
from pipeline.extract.statements.phrases import read_phrases
from pipeline.extract.statements.references import Folded, fold_references
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import Mention, Passage, Statement


def read_sentence(
    folded: Folded, passage: Passage, narrative: Narrative, context: frozenset[str], published_on: date | None
) -> list[Statement]:
    """What the sentence and its brackets state."""
    found = list(_read(folded, None, passage, narrative, context, published_on))
    found += read_phrases(folded, passage, narrative)
    for bracket in folded.clause.brackets:
        inner = fold_references(bracket)
        found += _read(inner, folded, passage, narrative, context | _words(bracket), published_on)
    return found


def _words(clause: Clause) -> frozenset[str]:
    return frozenset(token.text for token in clause.tokens)


def _read(
    folded: Folded,
    sentence: Folded | None,
    passage: Passage,
    narrative: Narrative,
    context: frozenset[str],
    published_on: date | None,
) -> Iterator[Statement]:
    """Longer wordings first; a shorter one inside a longer one says nothing more about the same value."""
    settled: list[Match] = []
    taken: set[int] = set()  # references that are values
    for match in find_matches(folded, bracketed=sentence is not None, context=context):
        if any(_inside(match, longer) for longer in settled):
            continue
        subject = _subject(match, folded, sentence, narrative, taken)
        if subject is None:
            continue
        statements = list(build_statements(match, folded, subject, passage, narrative, published_on))
        if statements:
            settled.append(match)
            taken |= {i for i in range(*match.value) if i in folded.references}
            yield from statements


def _inside(match: Match, longer: Match) -> bool:
    """A part of the longer wording, about the same value, with another predicate: 'written by P' in 'music written by P'."""
    if match.template.predicate.name == longer.template.predicate.name:
        return False
    within = longer.start <= match.start and match.end <= longer.end
    shorter = match.end - match.start < longer.end - longer.start
    return within and shorter and match.value[0] == longer.value[0]


def _subject(
    match: Match, folded: Folded, sentence: Folded | None, narrative: Narrative, taken: set[int]
) -> Subject | None:
    """What the wording is said of: its own slot, else the nearest fitting reference before it, else what is in mind."""
    trigger, predicate = match.template.trigger, match.template.predicate
    if "work" not in predicate.subjects:
        return _person(match, folded, narrative)
    allowed = trigger.media or predicate.media
    if "subject" in match.slots:
        at = match.slots["subject"][0]
        return narrative.resolve(folded.references[at], allowed, _previous(folded, at, narrative))
    for at in _before(match, folded, taken):
        subject = narrative.resolve(folded.references[at], allowed, _previous(folded, at, narrative))
        if subject is not None or folded.references[at].pronoun:
            return subject
    if sentence is not None:
        return _subject_outside(folded, sentence, narrative, allowed)
    if match.start <= 2:  # 'Directed by P, the series ...'
        for at in sorted(folded.references):
            if at >= match.end and at not in taken:
                return narrative.resolve(folded.references[at], allowed)
    return narrative.understood(allowed)


def _subject_outside(
    bracket: Folded, sentence: Folded, narrative: Narrative, allowed: tuple[str, ...]
) -> Subject | None:
    """What a bracket is said of, if no work is named in front of it."""
    start = bracket.tokens[0].start
    for at in sorted(sentence.references, reverse=True):
        if sentence.tokens[at].start <= start:
            subject = narrative.resolve(sentence.references[at], allowed)
            if subject is not None:
                return subject
    return narrative.understood(allowed)


def _before(match: Match, folded: Folded, taken: set[int]) -> list[int]:
    """References in front of the wording, nearest first."""
    first = min(match.start, match.value[0])
    return [at for at in sorted(folded.references, reverse=True) if at < first and at not in taken]


def _previous(folded: Folded, at: int, narrative: Narrative) -> Subject | None:
    """The work referred to before a 'whose manga adaptation'."""
    if not folded.references[at].of_previous:
        return None
    earlier = [i for i in sorted(folded.references) if i < at]
    return narrative.resolve(folded.references[earlier[-1]], ()) if earlier else narrative.understood(())


def _person(match: Match, folded: Folded, narrative: Narrative) -> Subject | None:
    """The nearest person in front, else the topic if it is one."""
    for token in reversed(folded.tokens[: match.start]):
        if token.text in (KINDS["person"], KINDS["character"]) and isinstance(token.item, Mention):
            return Subject(narrative.name_of(token.item))
    if narrative.topic is not None and narrative.topic.label == "PERSON":
        return Subject(narrative.topic)
    return None
