"""Names in one enumeration are of one kind: 'Ember Days, Trill and Run Otter' are three works."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.reading import Reading

JOINT = re.compile(r"[\"”]?,? (?:and |or )?[\"“]?|[\"”]? (?:and|or|&) [\"“]?")
OTHER_FORM = re.compile(r" ?[(（](?:[A-Z][a-z]+: ?)?|[,;，、] ?(?:[A-Z][a-z]+: ?)?")
KINDS = ("PERSON", "CHARACTER", "ORG", "WORK_OF_ART", "GPE")
SHORTEST = 3  # names that make a series


def agree(reading: Reading, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, with those that only the model labelled given the label of most others of their series."""
    made: list[Candidate] = []
    series: list[Candidate] = []
    for candidate in candidates:  # by passage and offset
        if series and _joined(reading, series[-1], candidate):
            series.append(candidate)
        else:
            made += _settled(series)
            series = [candidate]
    return made + _settled(series)


def follow(reading: Reading, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, with other forms of a name in the bracket behind it given its label: 'Rook (Japanese: 烏)'."""
    before: Candidate | None = None
    for candidate in candidates:
        if before is not None and candidate.family == "quote" and candidate.passage == before.passage:
            between = reading.parsed.passages[candidate.passage].text[before.end : candidate.start]
            if OTHER_FORM.fullmatch(between):
                candidate = replace(candidate, label=before.label)
        before = candidate
        yield candidate


def _joined(reading: Reading, left: Candidate, right: Candidate) -> bool:
    if left.passage != right.passage or not 1 < right.start - left.end < 9:
        return False
    between = reading.parsed.passages[left.passage].text[left.end : right.start]
    return JOINT.fullmatch(between) is not None and "(" not in between


def _settled(series: list[Candidate]) -> list[Candidate]:
    if len(series) < SHORTEST:
        return series
    votes = Counter(c.label for c in series for _ in range(1 if c.family == "model" else 2))
    label, count = max(votes.items(), key=lambda item: (item[1], item[0]))
    if label not in KINDS or 2 * count <= sum(votes.values()):
        return series
    return [replace(c, label=label) if c.family == "model" and c.label in KINDS else c for c in series]
