"""A sentence: wordings of the vocabulary, each with the work or person that it is said of."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.statements.attribution import find_subjects
from pipeline.extract.statements.building import build_statements
from pipeline.extract.statements.folding import KINDS, Clause, Token
from pipeline.extract.statements.gapping import with_gapped
from pipeline.extract.statements.matching import Match, find_matches
from pipeline.extract.statements.phrases import read_phrases
from pipeline.extract.statements.reference_folding import fold_references
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.sentences import Sentence
from pipeline.extract.statements.subjects import Subject
from pipeline.records import Mention, Statement


def read_sentence(sentence: Sentence) -> list[Statement]:
    """What the sentence and its brackets state."""
    sentence = replace(sentence, folded=_with_topic(sentence))
    found = [*_read(sentence), *read_phrases(sentence.folded, sentence.passage, sentence.narrative)]
    for bracket in sentence.folded.clause.brackets:
        context = sentence.context | _words(bracket)
        inner = replace(sentence, folded=fold_references(bracket), context=context, outside=sentence.folded)
        found += _read(inner)
    return found


def _with_topic(sentence: Sentence) -> Folded:
    """The clause with the person that the article is about in place of a 'he' or 'she' that nobody is named before."""
    folded, topic = sentence.folded, sentence.narrative.topic
    if topic is None or topic.label != "PERSON":
        return folded
    named = (n for n, token in enumerate(folded.tokens) if token.text in (KINDS["person"], KINDS["character"]))
    first = next(named, len(folded.tokens))
    at = next((n for n, token in enumerate(folded.tokens[:first]) if token.text in ("he", "she")), None)
    if at is None:
        return folded
    token = folded.tokens[at]
    span = sentence.passage.to_raw(token.start, token.end)
    words = sentence.passage.text[token.start : token.end]
    person = Mention(span.start, span.end, words, "PERSON", None, "pronoun", canonical=topic.text)
    tokens = [*folded.tokens[:at], Token(KINDS["person"], token.start, token.end, person), *folded.tokens[at + 1 :]]
    return replace(folded, tokens=tokens)


def _words(clause: Clause) -> frozenset[str]:
    return frozenset(token.text for token in clause.tokens)


def _read(sentence: Sentence) -> Iterator[Statement]:
    """Longer wordings first; a shorter one inside a longer one says nothing more about the same value."""
    settled: list[Match] = []
    for match, subjects in _understood(sentence):
        if any(_inside(match, longer) for longer in settled):
            continue
        statements = [
            statement
            for subject in subjects
            for statement in build_statements(
                match, sentence.folded, subject, sentence.passage, sentence.narrative, sentence.published_on
            )
        ]
        if statements:
            settled.append(match)
            yield from statements


def _understood(sentence: Sentence) -> list[tuple[Match, list[Subject]]]:
    """The wordings that are said of something; of two that need different forms of a work the better founded one."""
    values: set[int] = set()  # references that are values
    read: list[tuple[Match, list[Subject]]] = []
    found = find_matches(sentence.folded, bracketed=sentence.outside is not None, context=sentence.context)
    for match in (m for first in found for m in with_gapped(first, sentence.folded)):
        subjects = find_subjects(match, sentence, values)
        if subjects:
            read.append((match, subjects))
            if match.template.predicate.name != "based_on":
                values |= {i for i in range(*match.value) if i in sentence.folded.references}
    best: dict[tuple[str, int], tuple[bool, bool, float, int]] = {}
    for match, subjects in read:
        key = (match.template.predicate.name, match.value[0])
        best[key] = max(best.get(key, (False, False, -1.0, 0)), _rank(match, subjects))
    read = [(m, s) for m, s in read if best[m.template.predicate.name, m.value[0]] == _rank(m, s)]
    return [
        (match, subjects)
        for number, (match, subjects) in enumerate(read)
        if not any(_rules_out(other, match, n < number, subjects) for n, other in enumerate(read))
    ]


def _rank(match: Match, subjects: list[Subject]) -> tuple[bool, bool, float, int]:
    """Of two wordings about one value the one that tells the form of the work counts, then the one that names its
    subject, then the better founded, the fuller."""
    told = match.template.trigger.form is not None
    return told, "subject" in match.slots, max(s.founded for s in subjects), len(match.slots)


def _rules_out(other: tuple[Match, list[Subject]], match: Match, earlier: bool, subjects: list[Subject]) -> bool:
    """'Written by P' makes P the author of a novel or the writer of a film, never both."""
    rival, theirs = other
    if rival is match or rival.value[0] != match.value[0] or not (_media(rival) and _media(match)):
        return False
    if _media(rival) & _media(match):
        return False
    ours, best = subjects[0].founded, theirs[0].founded
    return best > ours or (best == ours and earlier)


def _media(match: Match) -> frozenset[str]:
    return frozenset(match.template.trigger.media or match.template.predicate.media)


def _inside(match: Match, longer: Match) -> bool:
    """A part of a longer wording about the same value, such as 'written by P' in 'music written by P'."""
    same = match.template.predicate.name == longer.template.predicate.name
    if same or ("subject" in match.slots and "subject" not in longer.slots):
        return False
    if not match.template.vocabulary <= longer.template.vocabulary:  # 'scored by P' in 'produced and scored by P'
        return False
    within = longer.start <= match.start and match.end <= longer.end
    shorter = match.end - match.start < longer.end - longer.start
    return within and shorter and match.value[0] == longer.value[0]
