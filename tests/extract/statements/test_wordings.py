"""How much of what articles say in varied words is understood; the passages were written before the wordings.

`wordings.txt` has two halves: one was read while wordings were added, of the other only the score was looked at.
Behind them stand the usual wordings one by one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Statement
from tests.extract.marked_text import read_marked, work

TOPIC = "Sea of Glass"
NAMES = {
    "A": "[Ann Oba](PERSON)",
    "B": "[Bo Lind](PERSON)",
    "C": "[Cy Ek](PERSON)",
    "E": "[Eva Stone](PERSON)",
    "F": "[Finn Dahl](PERSON)",
    "G": "[Gia Moro](PERSON)",
    "K": "[Kelp](ORG)",
    "H": "[Harbor](ORG)",
    "N": "[Channel Nine](ORG)",
    "Q": "[Monthly Quay](ORG)",
    "S": "[Crab](ORG)",
    "I": "[Quay Books](ORG)",
    "Z": "[Loud Records](ORG)",
    "O": "[Tin Lamps](ORG)",
    "W": "[Sea of Glass](WORK_OF_ART)",
    "X": "[Kites](WORK_OF_ART)",
    "T": "[Tin Sun](WORK_OF_ART)",
    "V": "[Paper Moon](WORK_OF_ART)",
    "D": "[May 2, 2023](2023-05-02)",
    "d": "[June 30, 2024](2024-06-30)",
    "M": "[May 2023](2023-05)",
    "Y": "[2023](2023)",
    "y": "[2019](2019)",
    "R": "[May 2020 to June 2023](2020-05/2023-06)",
    "J": "[Japan](GPE)",
    "L": "[Lindau](GPE)",
    "n": "[North America](LOC)",
    "v": "[Old Hall](FAC)",
    "m": "[Mia](CHARACTER)",
    "t": "[Tom](CHARACTER)",
    "l": "[Lena Frost](CHARACTER)",
}
UNASKED = ("character", "based_on", "genre")  # stated by the way in many of the passages
FACT = re.compile(r"(\w+)(?::(\S+))?(?: of ([^:]+?))? (\S.*)")


@dataclass(frozen=True, slots=True)
class Fact:
    """What is compared loosely, and what strictly."""

    subject: str
    predicate: str
    value: str
    form: str | None
    qualifiers: frozenset[tuple[str, str]]

    @property
    def core(self) -> tuple[str, str, str]:
        return self.subject, self.predicate, self.value


def _expected(facts: str) -> Iterator[Fact]:
    for fact in facts.split("; ") if facts != "-" else ():
        told, _, said = fact.rstrip("}").partition(" {")
        predicate, _, value = told.partition(" ")
        subject = TOPIC
        if value.startswith("of "):
            subject = next(n for n in ("Kites", "Paper Moon", "Ann Oba") if value.startswith(f"of {n}"))
            value = value.removeprefix(f"of {subject} ")
        name, _, form = predicate.partition(":")
        pairs = (pair.partition("=") for pair in said.split(", ") if pair)
        yield Fact(subject, name, value, form or None, frozenset((key, given) for key, _, given in pairs))


def _fact(s: Statement) -> Fact:
    form = f"{s.medium or ''}{s.season or ''}" or None
    names = ("character", "language", "theme", "as_of", "region")
    pairs = frozenset((n, given) for n in names if (given := getattr(s.qualifiers, n)))
    return Fact(s.subject.text, s.predicate, s.value, form, pairs)


def _lines(half: str) -> Iterator[tuple[str, str]]:
    for line in Path(__file__).with_name("wordings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(half):
            text, _, facts = line[2:].rpartition(" => ")
            yield text, facts


def _stated(text: str) -> set[Fact]:
    reading, findings = read_marked(re.sub(r"@(\w)", lambda name: NAMES[name[1]], text))
    return {_fact(s) for s in find_statements(reading, findings, work(TOPIC))}


def read(half: str) -> Iterator[tuple[str, set[Fact], set[Fact], set[Fact]]]:
    """For each passage what was found and right, missed, and wrong."""
    for text, facts in _lines(half):
        expected, stated = set(_expected(facts)), _stated(text)
        cores = {fact.core for fact in expected}
        right = {fact for fact in stated if fact.core in cores}
        found = {fact.core for fact in right}
        missed = {fact for fact in expected if fact.core not in found}
        yield text, right, missed, {f for f in stated - right if not f.predicate.startswith(UNASKED)}


def scores(half: str) -> tuple[float, float, float]:
    """Precision and recall of what is stated, and recall of what is stated with the right form and qualifiers."""
    right = missed = wrong = strict = 0
    for (_, facts), (_, found, lost, odd) in zip(_lines(half), read(half), strict=True):
        right += len({f.core for f in found})
        missed += len(lost)
        wrong += len({f.core for f in odd})
        strict += len({(*f.core, f.form) for f in found} & {(*f.core, f.form) for f in _expected(facts)})
    return right / (right + wrong), right / (right + missed), strict / (right + missed)


@pytest.mark.parametrize(("half", "precision", "recall"), [("+", 0.95, 0.75), ("-", 0.93, 0.72), ("*", 0.95, 0.9)])
def test_most_of_varied_wordings_is_understood(half: str, precision: float, recall: float) -> None:
    measured = scores(half)
    assert len(list(_lines(half))) >= 40
    assert measured[0] >= precision
    assert measured[1] >= recall
