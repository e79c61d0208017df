"""Titles that stand between commas behind what they are: 'a spin-off by Ada Quill, Ember Days, ran in'."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import not_names
from pipeline.extract.mentions.shape import PERSON, is_title_like, trim
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

MAKER = rf"(?: by {PERSON.pattern}(?: and {PERSON.pattern})?)"
BASIS = r"(?: (?:based on|inspired by|set in|about|of (?:the|its)) [^,.;:()]{2,40})"
TITLE = r"[^,.;:()“”\"\n]{2,50}(?:: [^,.;:()“”\"\n]{2,50})?"
VERBS = (
    r"(?:is|was|were|are|has|had|will|would|ran|runs|aired|airs|began|begins|debuted|debuts|premiered|premieres|launched|launches"
    r"|came|comes|appeared|followed|follows|opened|opens|started|starts|released|published|serialized|serialised|which|written"
    r"|directed|produced|developed|by)"
)


def _kinds() -> str:
    """Words for works, as alternatives."""
    words = load_vocabulary("mentions")
    return "|".join(dict.fromkeys([*words["kinds"]["words"], *words["apposed"]["words"]]))


OFFICE = re.compile(  # 'the editor of the novels, Ada Quill, says'
    r"\b(?:editor|director|producer|author|writer|creator|composer|founder|president|head|chief)(?:-in-[a-z]{4,8})?"
    rf" (?:of|at) [^,.;:()\n]{{3,60}}, (?P<name>{PERSON.pattern}), (?=[a-z])"
)


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w\-])(?:[Aa]n?|[Aa]nother|[Ii]ts|[Tt]heir|[Oo]ne) (?:[\w\-,’']{{1,30}} ){{0,6}}(?:{_kinds()})"
        rf"(?: adaptation| version| series| project)?{MAKER}?{BASIS}?{MAKER}?, (?P<name>{TITLE}), {VERBS}(?!\w)"
    )


@cache
def _introduced() -> re.Pattern[str]:
    """'Ember Days, the dust-storm roguelike that': a title at the head of its sentence, and what it is."""
    return re.compile(
        rf"(?:^|(?<=[.!?] ))(?P<name>[^\W\d_a-z]{TITLE}), (?:the|a|an) (?:[\w\-’']{{1,30}} ){{0,6}}(?:{_kinds()})"
        r"(?: series| game)? (?:that|which|in which|about|set in)(?!\w)"
    )


def find_apposed(reading: Reading) -> Iterator[Candidate]:
    """Titles in prose; a name that the model takes for somebody's or for a maker's is left alone."""
    for number, (passage, doc) in enumerate(zip(reading.parsed.passages, reading.docs, strict=True)):
        if passage.kind in (PassageKind.PROSE, PassageKind.LIST_ITEM):
            others = {(e.start_char, e.end_char) for e in doc.ents if e.label_ not in ("WORK_OF_ART", "CHARACTER")}
            yield from (c for c in read_apposed(number, passage.text) if (c.start, c.end) not in others)
            companies = {(e.start_char, e.end_char) for e in doc.ents if e.label_ in ("ORG", "GPE", "LOC")}
            for office in OFFICE.finditer(passage.text):
                if office.span("name") not in companies and office["name"].split()[0] not in not_names():
                    yield Candidate(number, *office.span("name"), "PERSON", "cue")


def read_apposed(number: int, text: str) -> Iterator[Candidate]:
    for found in (*_apposed().finditer(text), *_introduced().finditer(text)):
        start, end = trim(text, *found.span("name"), "WORK_OF_ART")
        if is_title_like(text[start:end]) and text[start:end].split()[0] not in not_names():
            yield Candidate(number, start, end, "WORK_OF_ART", "list")
