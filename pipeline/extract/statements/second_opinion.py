"""What the trained network says against the rules, of words that both have read.

Rules know a statement by its wording, the network by everything that stands around it. Where the network sees no such
statement at all, hardly any rule is right; where it is sure of another subject, it mostly is (decision 13).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.relations import Candidate, Paragraph, Relation
from pipeline.extract.statements.learned import PLACED_BY_RULES, subject_of
from pipeline.extract.statements.subjects import Narrative
from pipeline.extract.statements.telling import OTHER_NAMES
from pipeline.records import Statement
from pipeline.vocabulary.predicates import load_predicates

SURE = 0.95  # the chance of a subject from which the network is believed
SURE_OF_FORM = 0.9  # the chance of a form from which it is believed where the rules know none
SURE_OF_OTHER_FORM = 0.97  # where they know another
ANIMATED_FILM = {"film", "anime"}  # both in the eyes of a reader: here the rules know what the article calls it
HEARD = 0.3  # the chance of a predicate from which it is asked for its subject and its form


def weigh(
    found: Sequence[Statement], relations: Sequence[Relation], paragraphs: Sequence[Paragraph], narrative: Narrative
) -> Iterator[Statement]:
    """The statements of rules but those that the network denies, of the subjects that it is sure of.

    Other names of a work are left to the rules: brackets and other signs tell them, more than words do.
    """
    read = {_place(c, p) for p in paragraphs for c in p.candidates}
    heard = {(_place(r.value, paragraphs[r.paragraph]), r.predicate): r for r in relations}
    told = Counter((start, name) for start, name, _ in {(s.start, s.predicate, s.subject) for s in found})
    for statement in found:
        key = statement.start, statement.predicate
        relation = heard.get(key)
        if statement.start not in read or statement.predicate in (*PLACED_BY_RULES, *OTHER_NAMES):
            yield statement
        elif relation is not None:
            # What one value is said of several works the network cannot tell: it names one.
            is_asked = relation.probability >= HEARD and told[key] == 1
            yield _as_heard(statement, relation, narrative) if is_asked else statement


def _place(candidate: Candidate, paragraph: Paragraph) -> int:
    """Where it begins in the raw text."""
    assert paragraph.passage is not None
    return paragraph.passage.to_raw(candidate.start, candidate.end).start


def _as_heard(statement: Statement, relation: Relation, narrative: Narrative) -> Statement:
    """The statement of the subject and the form that the network is sure of.

    Of another subject it has a form only where it had one.
    """
    subject = subject_of(relation, narrative)
    if narrative.aliases.get(subject.name.text, subject.name) == statement.subject:
        is_of_form = load_predicates()[statement.predicate].about == "medium" and subject.medium is not None
        least = SURE_OF_FORM if statement.medium is None else SURE_OF_OTHER_FORM
        is_same = subject.medium == statement.medium or {subject.medium, statement.medium} == ANIMATED_FILM
        if is_of_form and not is_same and relation.form_certainty >= least:
            return replace(statement, medium=subject.medium, season=subject.season)
        return statement
    if relation.certainty < SURE:
        return statement
    has_form = statement.medium is not None or statement.season is not None
    return replace(
        statement,
        subject=subject.name,
        medium=subject.medium if has_form else None,
        season=subject.season if has_form else None,
    )
