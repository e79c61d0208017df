"""Casts and staffs: 'X as Y', 'X (Z from W) as Y', 'X (Y)' where a cast or a staff is listed."""

import re
from collections.abc import Iterator

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import adjectives, not_names
from pipeline.extract.mentions.entries import countries
from pipeline.extract.mentions.heads import generic_words
from pipeline.extract.mentions.shape import ORIGIN, WORD, is_title_like, trim, without_honorific, without_opener
from pipeline.extract.reading import Reading

NAME = rf"{WORD}(?: {WORD}){{0,4}}"
AS = re.compile(
    rf"(?<!\w)(?P<who>{NAME})(?: \((?P<aside>[^()]{{1,90}})\))? as "
    rf"(?:the |young |older |elderly |\w{{3,5}} character )?(?P<role>{NAME})"
)
FROM = re.compile(rf"(?P<role>{NAME}) (?:from|in|of) (?P<work>[^()]{{2,80}})$")
CREDIT = re.compile(rf"(?<!\w)(?P<who>{NAME}) \((?P<inner>[^()\n]{{2,80}})\)")
VOICED = re.compile(
    rf"(?:C\.?V\.?|VA|(?i:voice|voiced by|voice actor|seiyuu|played by|actor|actress))(?::| ?by)? ?(?P<actor>{NAME})$"
)
CAST = re.compile(r"(?i)\b(?:cast|plays?|played|voices?|voiced|stars?|starring|stage|role)\b")
STAFF = re.compile(
    r"(?i)\b(?:direct\w+|design\w*|music|compos\w+|scripts?|screenplay|writer|animat\w+|drawn|score|known for|story)\b"
)
OFFICE = re.compile(r"[a-z][\w ,\-]{2,40} (?:for|of|on|in) (?P<work>(?=[A-Z0-9])[^()]{2,80})$")
NO_CREDIT = re.compile(
    r"(?i)(?:image|photo|picture|credits?|source|via|courtesy|born|aged?|now|formerly|see|left|right|pictured|also|first|n[eé]e)\b"
)
DATED = re.compile(r"(?:19|20)\d\d")
TITLED = re.compile(rf"\. ({NAME})")
SEASONS = re.compile(r"(?i)(?:seasons?|series|episodes?|parts?|volumes?|eps?\.) \d")
REACH = 250  # characters before a credit in which the cast or staff is announced


def find_cast(reading: Reading) -> Iterator[Candidate]:
    """People, the characters they play and the works they are known for."""
    for number, (passage, doc) in enumerate(zip(reading.parsed.passages, reading.docs, strict=True)):
        if " as " in passage.text:
            yield from read_cast(number, passage.text)
        if " (" in passage.text:
            known = {(e.start_char, e.end_char): e.label_ for e in doc.ents}
            yield from read_credits(number, passage.text, known)


def read_cast(number: int, text: str) -> Iterator[Candidate]:
    """'X as Y': X is a person, Y a character."""
    for match in AS.finditer(text):
        if match["who"].split()[0] in not_names() or match["who"] in countries() or match["role"] in not_names():
            continue
        yield _trimmed(number, text, *match.span("who"), "PERSON")
        yield _role(number, text, *match.span("role"))
        if match["aside"]:
            yield from _aside(number, text, *match.span("aside"))


def _role(number: int, text: str, start: int, end: int) -> Candidate:
    if text[start:end] in ("Mr", "Mrs", "Ms", "Dr", "St") and (name := TITLED.match(text, end)):
        start, end = name.span(1)  # 'as Mrs. Reed'
    return _trimmed(number, text, without_honorific(text, start, end), end, "CHARACTER")


def _aside(number: int, text: str, start: int, end: int) -> Iterator[Candidate]:
    """'(Rook from Ember Days)': a character and a work; '(Ember Days)': a work."""
    inner = FROM.match(text[start:end])
    if inner:
        yield _trimmed(number, text, start + inner.start("role"), start + inner.end("role"), "CHARACTER")
        yield _trimmed(number, text, start + inner.start("work"), start + inner.end("work"), "WORK_OF_ART")
    elif is_title_like(text[start:end]) and text[start] not in '"“':
        yield _trimmed(number, text, start, end, "WORK_OF_ART")


def read_credits(number: int, text: str, known: dict[tuple[int, int], str]) -> Iterator[Candidate]:
    """'X (Y)' after talk of a cast: Y is a character; after talk of a staff: Y is a work. Else nothing is sure."""
    for match in CREDIT.finditer(text):
        before = text[max(0, match.start() - REACH) : match.start()]
        cast, staff = (max((m.start() for m in pattern.finditer(before)), default=-1) for pattern in (CAST, STAFF))
        inner = match["inner"]
        if voiced := VOICED.match(inner):
            offset = match.start("inner")
            yield _role(number, text, *match.span("who"))
            yield _trimmed(number, text, offset + voiced.start("actor"), offset + voiced.end("actor"), "PERSON")
            continue
        if text.startswith(" as ", match.end()) or known.get(match.span("inner")) == "PERSON":
            continue  # read_cast has it; or the actor stands in the bracket
        if match["who"].split()[0].casefold() in generic_words() or ORIGIN.fullmatch(
            text, match.end("who"), match.end()
        ):
            continue  # a category, not a person; a country cut short
        if inner in adjectives() or DATED.search(inner) or not any(map(str.isalpha, inner)):
            continue  # a language; when and where something appeared; numbers of parts
        if cast == staff or inner[0] in "\"“‘'" or NO_CREDIT.match(inner) or inner[:4].isdigit() or ";" in inner:
            continue
        if (office := OFFICE.match(inner)) or FROM.match(inner):
            offset = match.start("inner")
            found = (
                []
                if office is None
                else [_trimmed(number, text, offset + office.start("work"), offset + office.end("work"), "WORK_OF_ART")]
            )
            yield from found or _aside(number, text, *match.span("inner"))
            inner = ""
        elif not is_title_like(inner) and not (
            staff > cast and is_title_like(inner.partition(" ")[2]) and " " in inner and not SEASONS.match(inner)
        ):
            continue
        if " " in match["who"] and match["who"].split()[0] not in not_names():
            yield _trimmed(number, text, *match.span("who"), "PERSON")
        is_role = cast > staff and known.get(match.span("inner")) != "WORK_OF_ART"
        if inner and " " in match["who"]:
            yield _trimmed(
                number,
                text,
                *match.span("inner"),
                "CHARACTER" if is_role and len(inner.split()) < 4 else "WORK_OF_ART",
            )


def _trimmed(number: int, text: str, start: int, end: int, label: str) -> Candidate:
    start, end = trim(text, start, end, label)
    return Candidate(number, without_opener(text, start, end) if label == "PERSON" else start, end, label, "cast")
