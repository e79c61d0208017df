"""Lists of winners and nominees under the heading of a category: 'Ada Quill (Ember Days)', 'WINNER: Ember Days'."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.entries import category_label
from pipeline.extract.mentions.shape import ORIGIN, is_title_like, trim
from pipeline.extract.mentions.titles import page_label
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

LONGEST_ITEM = 14  # words; longer ones are sentences
PAIR = re.compile(r"(?P<name>[^(),\n]{2,80})(?: \((?P<inner>[^()\n]{2,100})\)|, (?P<other>[^\n]{2,100}))$")
CATEGORY = re.compile(
    r"(?P<category>(?:(?:Best|Outstanding|Favou?rite|Most|Top) [^:;.]{3,60}"
    r"|[^:;.]{3,50} of the Year(?: \([^()]{2,30}\))?)): (?=\S)"
)
HONOURED = re.compile(r"[^;\s][^;]{1,120}")
QUOTED_FIRST = re.compile(r"[\"“](?P<title>[^\"“”\n]{2,120})[\"”](?= [–—-] )")
ISSUED = re.compile(r"[^()\n]{2,90} \((?P<maker>[^\W\d_a-z][^(),\d]{1,50}), (?:19|20)\d\d\)")  # '(Otter Press, 2012)'
DATED_END = re.compile(r" \((?:19|20)\d\d[^()]{0,40}\)$")
DIRECTED = re.compile(r",? \(?(?:dir\.?|directed by|dirs\.?) (?P<who>[^\W\d_][^,;()\n]{2,60})\)?$")
MADE_BY = re.compile(r"(?P<work>[^()\n]{2,80}?), by (?=[^\W\d_a-z])")
IN_A_PART = re.compile(r"(?P<who>[^(),\n]{2,60}?) as (?=[^\W\d_a-z])")
PART = re.compile(
    r"(?P<work>[^,–\n]{2,80}?)(?: \([^()]{2,30}\))?(?:, | [–—-] | as )(?P<role>[^,()–\n]{2,40})(?: \([^()\n]{2,40}\))?$"
)


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(load_vocabulary("mentions")["winner"]["pattern"], re.IGNORECASE)


def find_winners(reading: Reading) -> Iterator[Candidate]:
    """The names in lists under a category heading, on a person's page in lists of works; and behind 'Best Film: '."""
    is_person_page = page_label(reading) == "PERSON"
    for number, (passage, doc) in enumerate(zip(reading.parsed.passages, reading.docs, strict=True)):
        if passage.kind != PassageKind.LIST_ITEM or not passage.section or len(passage.text.split()) > LONGEST_ITEM:
            continue
        if is_person_page:
            yield from read_part(number, passage.text)
            continue
        if said := CATEGORY.match(passage.text):
            yield from read_honoured(number, passage.text, said.end(), category_label(said["category"]))
            continue
        label = category_label(passage.section[-1])
        if label is not None or _prefix().match(passage.text):
            known = {(e.start_char, e.end_char): e.label_ for e in doc.ents}
            yield from read_winner(number, passage.text, label, known)


def read_part(number: int, text: str) -> Iterator[Candidate]:
    """'Ember Days, Rook' and 'Ember Days (2012) – Rook Alder': a work and the part somebody has in it."""
    part = PART.match(text)
    if issued := ISSUED.match(text):
        yield _trimmed(number, text, *issued.span("maker"), "ORG")
    if part and ", " in text[part.end("work") : part.start("role")] and DATED_END.search(text):
        yield _trimmed(number, text, part.start("work"), part.end("role"), "WORK_OF_ART")  # 'Reed, Winter (2012)'
    elif part and is_title_like(part["work"]) and is_title_like(part["role"]) and not part["work"].isdigit():
        yield _trimmed(number, text, *part.span("work"), "WORK_OF_ART")
        if part["role"].split()[0].casefold() not in load_vocabulary("mentions")["no_role"]["words"]:
            yield _trimmed(number, text, *part.span("role"), "CHARACTER")


def read_honoured(number: int, text: str, at: int, label: str | None) -> Iterator[Candidate]:
    """'Best Actor: Ada Quill, Ember Days; Bo Marsh, Run Otter', 'Best Film: Ember Days (Kaze House)'."""
    for found in HONOURED.finditer(text, at):
        start, end = found.span()
        if director := DIRECTED.search(text, start, end):
            end = director.start()
            yield _trimmed(number, text, *director.span("who"), "PERSON")
        if abroad := ORIGIN.search(text, start, end):
            end = abroad.start()
        if director and label != "PERSON":
            yield _trimmed(number, text, start, end, "WORK_OF_ART")
            continue
        pair = PAIR.match(text, start, end)
        if pair is None:
            yield _trimmed(number, text, start, end, "PERSON" if label == "PERSON" else "WORK_OF_ART")
        elif pair["inner"]:
            yield _trimmed(number, text, *pair.span("name"), "PERSON" if label == "PERSON" else "WORK_OF_ART")
            yield _trimmed(number, text, *pair.span("inner"), "WORK_OF_ART" if label == "PERSON" else "ORG")
        else:
            yield _trimmed(number, text, *pair.span("name"), "PERSON")
            yield _trimmed(number, text, *pair.span("other"), "WORK_OF_ART")


def read_winner(number: int, text: str, label: str | None, known: dict[tuple[int, int], str]) -> Iterator[Candidate]:
    """'Name (Work)' and 'Name, Work' are a person and a work where the category or the model allows it."""
    prefix = _prefix().match(text)
    at = prefix.end() if prefix else 0
    pair = PAIR.match(text, at)
    if made := MADE_BY.match(text, at):
        yield _trimmed(number, text, *made.span("work"), "WORK_OF_ART")
    elif (playing := IN_A_PART.match(text, at)) and "PERSON" in (label, known.get(playing.span("who"))):
        yield _trimmed(number, text, *playing.span("who"), "PERSON")
    elif pair is not None and (pair["inner"] or label == "PERSON" or known.get(pair.span("name")) == "PERSON"):
        first = label if label in ("PERSON", "CHARACTER") else known.get(pair.span("name"), "WORK_OF_ART")
        second = "WORK_OF_ART" if first in ("PERSON", "CHARACTER") else known.get(pair.span("inner"), "ORG")
        yield _trimmed(number, text, *pair.span("name"), first)
        yield _trimmed(number, text, *pair.span("inner" if pair["inner"] else "other"), second)
    elif quoted := QUOTED_FIRST.match(text, at):  # a song and who sings it: '"Ember" – Rook'
        yield _trimmed(number, text, *quoted.span("title"), "WORK_OF_ART")
    elif is_title_like(text[at:]) and not text.endswith("."):
        whole = known.get((at, len(text)), "")
        yield _trimmed(
            number, text, at, len(text), "PERSON" if label == "PERSON" and whole == "PERSON" else "WORK_OF_ART"
        )


def _trimmed(number: int, text: str, start: int, end: int, label: str) -> Candidate:
    return Candidate(number, *trim(text, start, end, label), label, "list")
