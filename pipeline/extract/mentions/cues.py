"""Names beside wording that introduces them: 'written by X and Y', 'the X imprint', 'the film X'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.shape import MAKER, PERSON, POSSESSIVE, TITLE, WORD, trim, without_opener
from pipeline.extract.reading import Reading
from pipeline.vocabulary import load_vocabulary

SEPARATOR = re.compile(r"(?:,? and |, |; | & | feat\. | featuring )(?=\S)")
ASIDE = re.compile(r" ?\([^()]{1,90}\)")
WORK = re.compile(TITLE)
NAME = rf"{WORD}(?: (?:(?:of|the|&) )?{WORD}){{0,4}}"
PRECEDING = re.compile(rf"(?P<name>{WORD}(?: {WORD}){{0,2}})(?:, |,? and )$")
OWNER = re.compile(rf"(?P<name>{WORD}(?: {WORD}){{0,3}}?)['’]s $")
JOINT = re.compile(r"['’]s (?=[A-Z])|(?<=\w\w)/(?=\w\w)")
BY = re.compile(
    r"(?:[\"”](?: \([^()\n]{1,80}\))?|\w,|again) by (?P<name>[^\W\d_][\w'’\-]{2,30})(?![\w'’\-]| [^\W\d_a-z])"
)
LEAD = r"(?: (?:the |actors? |actress(?:es)? |studio |author |band |group |singers? )?|(?<=\())"
SITE_OF_WORK = re.compile(
    r" (?:TV )?(?:anime|film|movie|series|manga|game|show|drama)['’]s (?:official )?[\w.]{1,12}\b"
)
OPENING = re.compile(r"\A\Z|[.!?:“\"][”\"]? ?\Z")
GIVEN_NAMES = ("Will",)  # function words that are names behind a cue
VOICED = ("voiced by", "spoken by", "played by", "portrayed by")
ENSEMBLE = re.compile(rf" (?:and |& )?[Tt]he {WORD}(?: {WORD}){{0,2}}")  # 'Rook and the Otters'
BELONGING = re.compile(rf" of (?:the )?({MAKER.pattern})")


PLACES = ("GPE", "LOC", "FAC")
OTHERS = ("PERSON", "ORG", "GPE", "LOC", "FAC")


@dataclass(frozen=True, slots=True)
class Cue:
    label: str
    is_open: bool = False
    is_list: bool = True
    is_voice: bool = False  # 'Rook is voiced by A, Wren by B': the names before 'by' are characters


@cache
def _after() -> tuple[re.Pattern[str], dict[str, Cue]]:
    """One pattern for all cues that a name follows, and what each says. Longer cues come first."""
    cues: dict[str, Cue] = {}
    for entry in load_vocabulary("mentions")["after"]:
        for words in entry["cues"]:
            is_list = entry.get("many", entry["label"] != "WORK_OF_ART")
            cue = cues[words] = Cue(entry["label"], entry.get("open", False), is_list, words in VOICED)
            if not entry.get("roles"):
                cues[words[0].upper() + words[1:]] = cue
    longest_first = sorted(cues, key=lambda c: (-len(c), c))
    return re.compile(rf"(?<![\w\-])({'|'.join(map(re.escape, longest_first))}){LEAD}"), cues


@cache
def _before() -> tuple[re.Pattern[str], dict[str, Cue]]:
    entries = load_vocabulary("mentions")["before"]
    cues = {words: Cue(entry["label"], entry.get("open", False)) for entry in entries for words in entry["cues"]}
    longest_first = sorted(cues, key=lambda c: (-len(c), c))
    words = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w\-])(?P<name>{TITLE})(?:['’]?s? (?:official )?|(?=,))(?P<cue>{words})(?!\w)"), cues


@cache
def not_names() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["not_names"]["words"])


@cache
def _idioms() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["idioms"]["after_by"])


@cache
def adjectives() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["adjectives"]["words"])


def find_cued(reading: Reading) -> Iterator[Candidate]:
    """Names that wording introduces, from every passage."""
    for number, (passage, doc) in enumerate(zip(reading.parsed.passages, reading.docs, strict=True)):
        known = {(e.start_char, e.end_char): e.label_ for e in doc.ents}
        yield from read_cues(number, passage.text, known)


def read_cues(number: int, text: str, known: dict[tuple[int, int], str]) -> Iterator[Candidate]:
    """The names of one passage. `known` are the model's entities: they decide where a cue leaves the kind open."""
    pattern, cues = _after()
    for match in pattern.finditer(text):
        cue = cues[match[1]]
        for start, end, label in names_at(text, match.end(), cue):
            guess = known.get((start, end))
            if cue.label == "GPE" and (guess in ("PERSON", "CHARACTER") or _is_in_name(start, end, known)):
                continue  # 'The Kingdom of the Winds'
            if start > match.end() + 1 and label == "ORG" and guess == "PERSON":
                label = guess  # 'the studio Otter, Ada Quill for the scripts'
            label = _open_label(cue, guess) if label == cue.label else label
            yield Candidate(number, start, end, label, "cue")
    pattern, cues = _before()
    for match in pattern.finditer(text):
        cue = cues[match["cue"]]
        for candidate in _standing_before(number, text, *match.span("name"), cue.label):
            guess = known.get((candidate.start, candidate.end))
            if candidate.label == "WORK_OF_ART" and guess in OTHERS:
                continue  # a maker's film
            if candidate.label == "PERSON" and guess is None and _is_plural_opener(text, candidate):
                continue  # 'Critics said'
            yield (
                replace(candidate, label=guess)
                if cue.is_open and guess in ("PERSON", "ORG", "CHARACTER")
                else candidate
            )
    for match in BY.finditer(text):
        if match["name"].casefold() not in STOP_WORDS and match["name"] not in _idioms():
            label = known.get(match.span("name"), "PERSON")
            yield Candidate(number, *match.span("name"), label if label in ("PERSON", "ORG") else "PERSON", "cue")


def _is_plural_opener(text: str, candidate: Candidate) -> bool:
    word = text[candidate.start : candidate.end]
    opens = OPENING.search(text, max(0, candidate.start - 3), candidate.start)
    return opens is not None and " " not in word and word.endswith("s")


def _is_in_name(start: int, end: int, known: dict[tuple[int, int], str]) -> bool:
    """Whether the model has a longer name there that is no place's."""
    return any(
        a <= start and end <= b and b - a > end - start and label not in PLACES for (a, b), label in known.items()
    )


def _open_label(cue: Cue, guess: str | None) -> str:
    """The model's label where the cue leaves it open."""
    return guess if cue.is_open and guess in ("PERSON", "ORG") else cue.label


def _standing_before(number: int, text: str, start: int, end: int, label: str) -> Iterator[Candidate]:
    start, end = trim(text, start, end, label)
    if label == "WORK_OF_ART" and text.startswith(("'s ", "’s "), end):
        return  # an author's or a publisher's manga
    if label != "WORK_OF_ART":
        start = max(
            start,
            *(
                text.rfind(mark, start, end) + len(mark) if mark in text[start:end] else 0
                for mark in (": ", "! ", "? ", "'s ", "’s ", " in ", " on ", " and ", " to ", " is ", " the ")
            ),
        )
    start = without_opener(text, start, end)
    name = text[start:end]
    if not name or name.split()[0] in not_names() or name.casefold() in STOP_WORDS or name[0].islower():
        return
    if label == "ORG" and (owner := OWNER.search(text, max(0, start - 60), start)) and owner["name"] not in not_names():
        yield Candidate(number, *owner.span("name"), label, "cue")
    yield Candidate(number, start, end, label, "cue")
    other = PRECEDING.search(text[max(0, start - 60) : start]) if label == "CHARACTER" else None
    if other and other["name"].split()[0] not in not_names():
        offset = max(0, start - 60)
        yield Candidate(number, offset + other.start("name"), offset + other.end("name"), label, "cue")


def names_at(text: str, at: int, cue: Cue) -> Iterator[tuple[int, int, str]]:
    """The names enumerated from `at` on: 'Ada Quill (Rook), Bo Marsh and C. Reed, who' gives three."""
    is_maker = cue.label in ("ORG", "AWARD") and not cue.is_open
    form = MAKER if is_maker else WORK if cue.label == "WORK_OF_ART" else PERSON
    for _ in range(30):
        match = form.match(text, at)
        if match is None or not _may_be_name(match[0]):
            return
        end = match.end()
        if cue.is_open and (tail := ENSEMBLE.match(text, end)):
            yield match.start(), tail.end(), "ORG"
            return
        parts = [match.span()] if cue.label == "WORK_OF_ART" else list(_owned(text, *match.span()))
        for start, stop in parts if cue.label == "ORG" else parts[:1]:
            label = "PERSON" if text.endswith("feat. ", 0, start) else cue.label
            label = "CHARACTER" if cue.is_voice and text.startswith(" by ", stop) else label
            label = "WORK_OF_ART" if label == "ORG" and SITE_OF_WORK.match(text, stop) else label
            yield *trim(text, start, stop, label), label
        if len(parts) > 1 or POSSESSIVE.search(match[0]):
            return
        if cue.is_open and (band := BELONGING.match(text, end)):
            yield *trim(text, *band.span(1), "ORG"), "ORG"
            end = band.end()
        if cue.is_voice and text.startswith(" by ", end):
            at = end + 4
            continue
        aside = ASIDE.match(text, end)
        separator = SEPARATOR.match(text, aside.end() if aside else end)
        if separator is None or not cue.is_list:
            return
        at = separator.end()


def _may_be_name(name: str) -> bool:
    """Whether it is no date, number, pronoun or other word that only looks like a name."""
    words = name.split()
    first = words[1] if words[0].isdigit() and len(words) > 1 else words[0]
    if first in not_names() or first in adjectives() or name.isdigit():
        return False
    return name.casefold() not in STOP_WORDS or name in GIVEN_NAMES


def _owned(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The owner and what is owned: 'Kaze's Ember Bunko', 'Kaze/Otterbox'."""
    for joint in JOINT.finditer(text, start, end):
        yield start, joint.start()
        start = joint.end()
    yield start, end
