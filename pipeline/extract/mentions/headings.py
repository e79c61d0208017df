"""Titles in capitals over the entries of a slate, a catalogue or a programme: the lines below tell what they are."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.shape import BRACKET, trim
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

FEWEST = 3  # entries that make a slate
MOSTLY = 0.6  # share of such headings whose next line tells of a work: so many, and the others are titles too
LONGEST, LONGEST_LINE = 14, 160  # words of a title, characters of its line
LINES = (PassageKind.HEADING, PassageKind.LIST_ITEM)
NO_TITLE = re.compile(
    r"\b(?:BEST|OUTSTANDING|AWARDS?|PRIZES?|COMING|NEW|ABOUT|HOW|WHAT|WHEN|WHO|WHERE|WHY|MORE|ALSO)\b"
)
BEHIND = re.compile(r"(?:,? (?:S|SEASON |VOLS?\.? )\d[\d–-]{0,4}|,? VOLS \d–\d+| \| .*)$", re.IGNORECASE)
MADE = re.compile(
    r"(?:Directed|Written|Created|Adapted|Based|Produced|Developed|Animated|Helmed|Season \w+|New season|The feature"
    r" debut)\b"
)
SOLD = re.compile(r"[£$€¥]\s?\d|\b\d[\d,.]* (?:yen|pp|pages|euros?)\b|\bISBN\b")
TRANSLATED = re.compile(r",? (?:translated|illustrated) by .{2,60}$")


@cache
def _described() -> re.Pattern[str]:
    """'Horror-comedy series, six parts', 'A period melodrama in twenty instalments': no sentence, only what it is."""
    words = load_vocabulary("mentions")
    kinds = "|".join(dict.fromkeys([*words["kinds"]["words"], *words["apposed"]["words"]]))
    verbs = r"(?!(?:is|are|was|were|has|have|had|will|would|and|but|of|to|from|with|in|on|at|for|its|his|her|their)\b)"
    return re.compile(
        rf"(?:(?:An?|The first|[A-Z][a-z]+) )?(?:{verbs}[\w’'\-]{{1,24}},? ){{0,5}}(?:[\w\-]{{1,20}}-)?(?:{kinds})\b"
        r"(?=[,.;:]| (?:by|about|in|set|from|that|of|for|with|on|based|written|directed|following|starring)\b)",
        re.IGNORECASE,
    )


def find_headings(reading: Reading) -> Iterator[Candidate]:
    """Works whose titles stand in capitals above their entries; none on pages of an encyclopedia."""
    passages = reading.parsed.passages
    if reading.parsed.is_encyclopedia:
        return
    headings = [n for n, p in enumerate(passages[:-1]) if p.kind in LINES and _is_title(p.text)]
    told = {n for n in headings if _tells_of_work(reading, n + 1)}
    if len(told) < FEWEST:
        return
    for number in headings:
        if number in told or len(told) >= MOSTLY * len(headings):
            text = passages[number].text
            behind = BEHIND.search(text) or BRACKET.search(text)
            start, end = trim(text, 0, behind.start() if behind else len(text), "WORK_OF_ART")
            if end > start:
                yield Candidate(number, start, end, "WORK_OF_ART", "list")


def _is_title(text: str) -> bool:
    """A few words in capitals; a single one could be the heading of a section."""
    if len(text) > LONGEST_LINE:
        return False
    bare = BRACKET.sub("", BEHIND.sub("", text))
    return bare.isupper() and 1 < len(bare.split()) <= LONGEST and not NO_TITLE.search(bare)


def _tells_of_work(reading: Reading, number: int) -> bool:
    """Whether a line says what kind of work an entry is about, who made it, or what it costs."""
    text = reading.parsed.passages[number].text
    if MADE.match(text) or _described().match(text) or SOLD.match(text):
        return True
    people = [e for e in reading.docs[number].ents if e.label_ == "PERSON"]
    alone = TRANSLATED.sub("", text)
    return bool(people) and people[0].start_char == 0 and people[0].end_char == len(alone)
