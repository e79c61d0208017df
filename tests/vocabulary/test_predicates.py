"""Every predicate says what its examples say; every trigger is needed by one of them."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.extract.statements import find_statements
from pipeline.extract.statements.folding import ItemFinder, fold_passage
from pipeline.extract.statements.reference_folding import fold_references
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.templates import load_templates
from pipeline.records import Statement
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.predicates import CARDINALITIES, POLICIES, Example, Predicate, load_predicates
from tests.extract.marked_text import read_marked, shown, work

PREDICATES = list(load_predicates().values())
MEDIA = {*load_vocabulary("media")["media"]}


def _examples(counter: bool) -> list[object]:
    return [
        pytest.param(predicate, example, id=f"{predicate.name}-{number}")
        for predicate in PREDICATES
        for number, example in enumerate(predicate.counter_examples if counter else predicate.examples)
    ]


def _stated(predicate: Predicate, example: Example) -> list[Statement]:
    reading, findings = read_marked(example.text, section=example.section)
    found = find_statements(reading, findings, work(example.topic))
    assert all(reading.parsed.text[s.start : s.end].strip() for s in found)
    return [s for s in found if s.predicate == predicate.name]


@pytest.mark.parametrize(("predicate", "example"), _examples(counter=False))
def test_an_example_states_its_facts_and_no_others(predicate: Predicate, example: Example) -> None:
    assert sorted(shown(s) for s in _stated(predicate, example)) == sorted(example.facts)


@pytest.mark.parametrize(("predicate", "example"), _examples(counter=True))
def test_a_counter_example_states_nothing(predicate: Predicate, example: Example) -> None:
    assert [shown(s) for s in _stated(predicate, example)] == []


@pytest.mark.parametrize("predicate", PREDICATES, ids=lambda p: p.name)
def test_every_trigger_is_matched_by_an_example(predicate: Predicate) -> None:
    """Whichever of the wordings that stand in a sentence is the one that counts in the end."""
    clauses = [clause for example in predicate.examples for clause in _clauses(example)]
    patterns = {t.trigger.pattern: t.pattern for t in load_templates() if t.predicate.name == predicate.name}
    lines = ["".join(f" {token.text}" for token in clause.tokens) for clause in clauses]
    unused = [t.pattern for t in predicate.triggers if not any(patterns[t.pattern].search(line) for line in lines)]
    assert unused == []


def _clauses(example: Example) -> Iterator[Folded]:
    reading, findings = read_marked(example.text)
    (passage,) = reading.parsed.passages
    span = passage.span
    for clause in fold_passage(passage, ItemFinder(findings).within(span.start, span.end)):
        yield from (fold_references(each) for each in (clause, *clause.brackets))


@pytest.mark.parametrize("predicate", PREDICATES, ids=lambda p: p.name)
def test_an_entry_is_well_formed(predicate: Predicate) -> None:
    assert predicate.cardinality in CARDINALITIES
    assert predicate.settle in POLICIES
    assert set(predicate.subjects) <= {"work", "person", "character"}
    assert set(predicate.media) <= MEDIA
    assert {m for t in predicate.triggers for m in t.media} <= MEDIA
    assert predicate.wikidata is None or re.fullmatch(r"P\d+", predicate.wikidata)
    assert [k for k in predicate.infobox if k != k.casefold()] == []
    assert len({t.pattern + str(t.media) for t in predicate.triggers}) == len(predicate.triggers)


FRAMES = [frame for kind in ("role", "credit", "verb") for frame in load_vocabulary("wordings")[kind]]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame["pattern"])
def test_a_shared_wording_states_what_its_examples_say(frame: dict[str, Any]) -> None:
    for example in frame["examples"]:
        reading, findings = read_marked(example["text"])
        found = find_statements(reading, findings, work("Sea of Glass"))
        said = [s for s in found if any(fact.startswith(s.predicate) for fact in example["facts"])]
        assert sorted(_line(s) for s in said) == sorted(example["facts"])
    examples = (find_statements(*read_marked(e["text"]), work("Sea of Glass")) for e in frame["examples"])
    assert any(s.extractor.endswith(f": {frame['pattern']}") for found in examples for s in found)


def _line(s: Statement) -> str:
    """'director | film | Ann Oba', or 'director of Kites | ...' for another subject than the topic."""
    of = "" if s.subject.text == "Sea of Glass" else f" of {s.subject.text}"
    return f"{s.predicate}{of} | {shown(s).partition(' | ')[2]}"
