"""Awards that only what is said of them tells: 'took the Golden Reed for best film', 'named book of the year by Otter'.

A magazine, a list or a festival is an award where it gives one, and what else it is elsewhere: so the names that are
found are judged again at each place.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import adjectives, not_names
from pipeline.extract.mentions.heads import generic_words
from pipeline.extract.mentions.shape import WORD, trim
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind

REACH = 90  # characters to either side
GIVING = ("ORG", "WORK_OF_ART", "PERSON", "EVENT", "GPE", "LOC", "FAC", "CHARACTER")
STATED = ("title", "infobox", "table")  # families whose label is no guess
EDITION_OF = re.compile(r"\b(?:(?:19|20)\d\d|\d{1,3}(?:st|nd|rd|th)) edition of (?:the )?$")
RANKED = re.compile(
    r"\b(?:placed|ranked|voted|came|finished|listed|topped|ranking|placing|\w{3,10}th|first|second|third)"
    r" (?:in|at|on|by|among|\w{1,12} (?:in|on))\b"
)
NAMED_BY = re.compile(
    r"\b(?:[Nn]amed|[Vv]oted|[Cc]hosen|[Pp]icked|[Ss]elected|[Cc]rowned)\b[^.;]{0,30}?"
    r"\b(?:of the (?:[Yy]ear|[Dd]ecade|[Mm]onth)|[Mm]ost \w{1,15}|[Bb]est [\w ]{1,20}) by (?:the )?"
    r"(?:(?:readers|critics|editors|staff) (?:of|at) )?(?:the )?(?:(?:magazine|newspaper|website|weekly|monthly) )?$"
)
ITS_CHOICE = re.compile(r"['’]s (?:\w{1,20} ){0,2}of the (?:Year|Decade)\b")
PUT = re.compile(
    r" (?:ranked|placed|put|listed|named|voted|rated)"
    r" (?:it|him|her|them|the (?:film|series|book|novel|game|album|show))"
    r" (?:(?:at )?(?:first|second|third|\w{3,10}th|\d{1,3}(?:st|nd|rd|th)|number \w{1,6}|No\. \d{1,3})"
    r" (?:on|in|among|of)|among|one of)\b"
)
NAME = rf"(?P<name>{WORD} {WORD}(?: {WORD})?)"
WON = re.compile(
    r"(?<!\w)(?:[Ww]on|wins?|receive[sd]?|earned|claimed|clinched|collected|presented with|honou?red with)"
    rf" (?:the|an? honorary|an?|its|his|her) {NAME}"
    r"(?= for (?:(?:the )?[Bb]est|(?:a )?lifetime|his|her)\b| at the [A-Z\d])"
    rf"|(?<!\w)(?:takes?|took|taking|handed) (?:the|an? honorary) (?P<taken>{WORD} {WORD}(?: {WORD})?)"
    r"(?= for (?:the )?[Bb]est\b)"
)
WENT = re.compile(
    rf"(?<!\w)(?:[Tt]he (?:(?:19|20)\d\d )?|[Ll]ast year['’]s |[Nn]o |[Aa]n honorary ){NAME}"
    r"(?= (?:went to|goes to|was (?:handed out|given out|presented to|awarded))\b)"
)


def judge(reading: Reading, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, with those that give an award where they stand labelled AWARD there."""
    for candidate in candidates:
        text = reading.parsed.passages[candidate.passage].text
        is_giver = candidate.label in GIVING and candidate.family not in STATED
        yield replace(candidate, label="AWARD") if is_giver and _gives_award(text, candidate) else candidate


def _gives_award(text: str, name: Candidate) -> bool:
    """Whether what stands around the name says that it gives an award or a rank."""
    before = text[max(0, name.start - REACH) : name.start]
    if EDITION_OF.search(before):
        around = text[max(0, name.start - 2 * REACH) : name.start] + text[name.end : name.end + REACH // 2]
        return RANKED.search(around) is not None
    if NAMED_BY.search(before):
        return True
    return name.label == "ORG" and any(form.match(text, name.end) for form in (ITS_CHOICE, PUT))


def find_prizes(reading: Reading) -> Iterator[Candidate]:
    """Prizes whose name does not say that they are: 'won the Golden Reed for best film', 'the Silver Otter went to'."""
    for number, passage in enumerate(reading.parsed.passages):
        if passage.kind != PassageKind.TABLE_ROW:
            yield from read_prizes(number, passage.text)


def read_prizes(number: int, text: str) -> Iterator[Candidate]:
    for pattern in (WON, WENT):
        for match in pattern.finditer(text):
            group = "name" if match["name"] else "taken"
            first = match[group].split()[0]
            if first.casefold() not in generic_words() and first not in not_names() | adjectives():
                yield Candidate(number, *trim(text, *match.span(group), "AWARD"), "AWARD", "head")
