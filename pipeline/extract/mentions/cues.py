"""Names beside wording that introduces them: 'written by X and Y', 'the X imprint', 'X (Z from W) as Y'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.shape import MAKER, PERSON, POSSESSIVE, SEASON, WORD, trim
from pipeline.extract.reading import Reading
from pipeline.vocabulary import load_vocabulary

SEPARATOR = re.compile(r"(?:,? and |, | & )(?=\S)")
ASIDE = re.compile(r" ?\([^()]{1,90}\)")
WORK = re.compile(rf"{WORD}[!?]*(?:[ ,:–]{{1,2}}(?:(?:of|the|and|a|an|in|to|on|for|with|from|at|is|no|ga|wa|ni|&) ){{0,3}}{WORD}[!?]*){{0,9}}")
BEFORE = rf"({WORD}(?:[ ](?:(?:of|the|&) )?(?:{WORD})){{0,4}})['’]?s? (?:official )?"
AS = re.compile(rf"(?<!\w)(?P<who>{WORD}(?: {WORD}){{0,4}})(?: \((?P<aside>[^()]{{1,90}})\))? as (?:the |her character |his character |their character )?(?P<role>{WORD}(?: {WORD}){{0,3}})")
FROM = re.compile(rf"^(?P<role>{WORD}(?: {WORD}){{0,3}}) (?:from|in|of) (?P<work>[^()]{{2,80}})$")
CREDIT = re.compile(r" (?:from|in|for|of) (?P<work>[^()]{2,80})$")


@dataclass(frozen=True, slots=True)
class Cue:
    label: str
    is_open: bool


@cache
def _after() -> tuple[re.Pattern[str], dict[str, Cue]]:
    """One pattern for all cues that a name follows, and what each says. Longer cues come first."""
    entries = load_vocabulary("mentions")["after"]
    cues = {cue: Cue(entry["label"], entry.get("open", False)) for entry in entries for cue in entry["cues"]}
    longest_first = sorted(cues, key=lambda c: (-len(c), c))
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))}) (?:the |actors? |actress(?:es)? |studio |author |band |group |singers? )?", re.IGNORECASE), cues


@cache
def _before() -> tuple[re.Pattern[str], dict[str, str]]:
    cues = {cue: entry["label"] for entry in load_vocabulary("mentions")["before"] for cue in entry["cues"]}
    longest_first = sorted(cues, key=lambda c: (-len(c), c))
    return re.compile(rf"(?<![\w\-]){BEFORE}({'|'.join(map(re.escape, longest_first))})(?!\w)"), cues


@cache
def not_names() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["not_names"]["words"])


def find_cued(reading: Reading) -> Iterator[Candidate]:
    """Names that wording introduces, from every passage."""
    for number, doc in enumerate(reading.docs):
        known = {(e.start_char, e.end_char): e.label_ for e in doc.ents}
        yield from read_cues(number, doc.text, known)


def read_cues(number: int, text: str, known: dict[tuple[int, int], str]) -> Iterator[Candidate]:
    """The names of one passage. `known` are the model's entities: they decide where a cue leaves the kind open."""
    pattern, cues = _after()
    for match in pattern.finditer(text):
        cue = cues[match[1].lower()]
        for start, end in names_at(text, match.end(), cue.label):
            label = known.get((start, end), cue.label) if cue.is_open else cue.label
            yield Candidate(number, start, end, label, "cue")
    pattern, labels = _before()
    for match in pattern.finditer(text):
        start, end = trim(text, match.start(1), match.end(1), labels[match[2]])
        if start < end and text[start:end] not in not_names() and text[start:end].split()[0] not in not_names():
            yield Candidate(number, start, end, labels[match[2]], "cue")


def names_at(text: str, at: int, label: str) -> Iterator[tuple[int, int]]:
    """The names enumerated from `at` on: 'Ada Quill (Rook), Bo Marsh and C. Reed, who' gives three."""
    form = {"PERSON": PERSON, "WORK_OF_ART": WORK}.get(label, MAKER)
    for _ in range(30):
        match = form.match(text, at)
        if match is None or match[0].split()[0] in not_names() or match[0].isdigit():
            return
        start, end = trim(text, match.start(), match.end(), label)
        if POSSESSIVE.search(match[0]):
            yield start, end
            return
        yield start, end
        aside = ASIDE.match(text, match.end())
        separator = SEPARATOR.match(text, aside.end() if aside else match.end())
        if separator is None or label == "WORK_OF_ART":
            return
        at = separator.end()


def find_cast(reading: Reading) -> Iterator[Candidate]:
    """'X as Y', 'X (Z from W) as Y': X is a person, Y and Z are characters, W is a work."""
    for number, doc in enumerate(reading.docs):
        if " as " in doc.text:
            yield from read_cast(number, doc.text)


def read_cast(number: int, text: str) -> Iterator[Candidate]:
    for match in AS.finditer(text):
        if any(match[g].split()[0] in not_names() for g in ("who", "role")):
            continue
        yield _trimmed(number, text, *match.span("who"), "PERSON")
        yield _trimmed(number, text, *match.span("role"), "CHARACTER")
        if match["aside"] and (inner := FROM.match(match["aside"])):
            offset = match.start("aside")
            yield _trimmed(number, text, offset + inner.start("role"), offset + inner.end("role"), "CHARACTER")
            yield _trimmed(number, text, offset + inner.start("work"), offset + inner.end("work"), "WORK_OF_ART")


def _trimmed(number: int, text: str, start: int, end: int, label: str) -> Candidate:
    start, end = trim(text, start, end, label)
    if SEASON.search(text[start:end]):
        end = start + SEASON.search(text[start:end]).start()  # type: ignore[union-attr]
    return Candidate(number, start, end, label, "cast")
