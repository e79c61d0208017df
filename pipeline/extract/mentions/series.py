"""Names that stand side by side: an enumeration is of one kind, a title and its subtitle are one name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind

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


def subtitled(reading: Reading, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, with a title and the one behind its colon as one: 'Ember Days 2: Ash and Iron'.

    A sentence has to have it so: in a headline, or behind the first words of a passage, a colon may be anything.
    """
    candidates = list(candidates)
    pairs = [pair for pair in pairwise(candidates) if _is_subtitle(reading, *pair)]
    texts = [passage.text for passage in reading.parsed.passages]
    in_prose = {texts[a.passage][a.start : b.end] for a, b in pairs if _is_sentence(reading, a)}
    joined = {id(a): b for a, b in pairs if texts[a.passage][a.start : b.end] in in_prose}
    behind = {id(b) for b in joined.values()}
    return [
        replace(c, end=joined[id(c)].end, family="stated") if id(c) in joined else c
        for c in candidates
        if id(c) not in behind
    ]


def _is_subtitle(reading: Reading, title: Candidate, behind: Candidate) -> bool:
    if title.passage != behind.passage or {title.label, behind.label} != {"WORK_OF_ART"}:
        return False
    return reading.parsed.passages[title.passage].text[title.end : behind.start] == ": "


def _is_sentence(reading: Reading, title: Candidate) -> bool:
    return reading.parsed.passages[title.passage].kind == PassageKind.PROSE and title.start > 0


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
