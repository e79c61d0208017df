"""Titles beside what tells that they are works: 'the period drama X', 'X is a manga series', 'X by Ada Quill'."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import not_names
from pipeline.extract.mentions.shape import PERSON, TITLE, WORD, trim, without_opener
from pipeline.extract.reading import Reading
from pipeline.vocabulary import load_vocabulary

LINK = re.compile(r" (?:on|in|at|from|with|to|for|and) ")
STATED = "stated"  # the family of titles whose kind the text states outright: 'X is a manga', 'X, an original anime'
KIND_TAIL = (
    r"(?= (?:series|by|written|directed|produced|published|created|developed|based|that|which|from|starring|in|on|about"
    r"|competition|franchise|adaptation|of|released|featuring)|[,.;)]|$)"
)
APPOSED = (  # 'Ember Days (Hi no Hi), an original TV anime'; what stands before the kind only describes it
    rf"(?<![\w\-'’])(?P<name>{TITLE})(?: \([^()\n]{{1,80}}\))?[”\"’]?, (?:an?|{PERSON.pattern}['’]s?) "
    r"(?:(?!(?:of|behind|from|in|for|on|at|by|with|to|an?|the|who|that|which|and|as|about|his|her|its) )"
    r"[\w\-’']{1,24} ){0,6}"
)
AUTHORED = re.compile(rf"(?<![\w\-'’])(?P<name>{TITLE}),? by (?=\S)")
BEFORE_AUTHOR = re.compile(r",? by $")
SEASON_OF = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|final|last|next|new|latest) (?:season|series|cour) of "
    rf"(?P<name>{TITLE})"
)
MAKERS = re.compile(  # 'the first documentary Crab has ordered': whoever does so is no work
    r" (?:has|had|have) (?:ever |also |now )?(?:commissioned|ordered|made|produced|financed|acquired|bought)\b"
)
DONE = re.compile(  # 'Original story by' is no title
    r"(?i)(?:ed|wn|ten|photos?|images?|pictures?|art|artwork|story|music|lyrics|text|scripts?|words|directions?|designs?"
    r"|novels?|manga|series|songs?|book)$"
)


@cache
def _kinds() -> tuple[re.Pattern[str], ...]:
    """'the film X' and 'X is a film'."""
    before = "|".join(load_vocabulary("mentions")["kind_before_title"]["words"])
    after = "|".join(load_vocabulary("mentions")["kinds"]["words"])
    opening = rf"(?:^|(?<=[.!?,] ))(?P<name>{TITLE})"
    said = rf"(?:is|was) (?:an?|one of|the) (?:[\w\-,'’/&]{{1,40}} ){{0,9}}?(?:{after}){KIND_TAIL}"
    return (
        re.compile(
            rf"(?<![\w\-])(?<!to )(?<!will )(?:{before}) (?P<name>{TITLE}(?:(?:, {TITLE}){{1,2}}(?= by [A-Z]))?)"
        ),
        SEASON_OF,
        re.compile(rf"{opening}, by (?=[\w'’\-]{{1,40}}(?: {WORD}){{0,3}}[,.])"),
        re.compile(rf"{opening} {said}"),
        re.compile(rf"{APPOSED}(?:{after}){KIND_TAIL}"),
    )


def read_authored(number: int, text: str, people: frozenset[int]) -> Iterator[Candidate]:
    """'Ember Days by Ada Quill': a title stands before 'by' and a person's name, of which `people` are the offsets."""
    for match in AUTHORED.finditer(text):
        start, end = trim(text, *match.span("name"), "WORK_OF_ART")
        start = without_opener(text, start, end)
        if (
            match.end() in people
            and " " in text[start:end]
            and _is_title(text[start:end])
            and not DONE.search(text, start, end)
        ):
            yield Candidate(number, start, end, "WORK_OF_ART", "cue")


def read_authors(number: int, text: str, doc: Doc) -> Iterator[Candidate]:
    """'Ember Days, by Ada Quill': whoever stands behind a title and 'by' is a person, if not plainly a maker."""
    titles = {e.end_char for e in doc.ents if e.label_ == "WORK_OF_ART"}
    for entity in doc.ents:
        words = entity.end - entity.start
        joint = BEFORE_AUTHOR.search(text, max(0, entity.start_char - 6), entity.start_char)
        if joint and joint.start() in titles and words in (2, 3) and entity.label_ != "CHARACTER":
            start, end = trim(text, entity.start_char, entity.end_char, "PERSON")
            if text[start:end].split()[-1] not in maker_heads():
                yield Candidate(number, start, end, "PERSON", "cue")


@cache
def maker_heads() -> frozenset[str]:
    heads = load_vocabulary("mentions")["head"]
    return frozenset(word.split()[-1] for entry in heads if entry["label"] == "ORG" for word in entry["words"])


def find_works(reading: Reading) -> Iterator[Candidate]:
    """Titles beside the kind of work: 'the period drama X', 'X is a manga series by'."""
    for number, (passage, doc) in enumerate(zip(reading.parsed.passages, reading.docs, strict=True)):
        others = frozenset(e.start_char for e in doc.ents if e.label_ != "WORK_OF_ART")
        yield from read_works(number, passage.text, others)
        people = frozenset(e.start_char for e in doc.ents if e.label_ in ("PERSON", "CHARACTER"))
        yield from read_authored(number, passage.text, people)
        yield from read_authors(number, passage.text, doc)


def read_works(number: int, text: str, others: frozenset[int] = frozenset()) -> Iterator[Candidate]:
    """`others` are offsets where the model sees names that are no works: a title does not reach over 'on' into them."""
    for pattern in _kinds():
        family = STATED if pattern.pattern.endswith(KIND_TAIL) else "cue"
        for match in pattern.finditer(text):
            start, end = trim(text, *match.span("name"), "WORK_OF_ART")
            end = cut_at_names(text, start, end, others)
            if pattern is SEASON_OF and (" " not in text[start:end] or text[end : end + 1] in ("'", "’")):
                continue  # could be the one whom the work is named after, or whose work it is
            if _is_title(text[start:end]) and not MAKERS.match(text, end):
                yield Candidate(number, start, end, "WORK_OF_ART", family)


def cut_at_names(text: str, start: int, end: int, others: frozenset[int]) -> int:
    for link in LINK.finditer(text, start + 1, end):
        if link.end() in others or text[link.end() : end].split(" ")[0] in not_names():
            return link.start()
    return end


def _is_title(name: str) -> bool:
    words = name.split()
    if not words or len(name) < 3 or not any(map(str.isalpha, name)):
        return False
    if len(words) == 1 and (words[0].casefold() in STOP_WORDS or words[0] in not_names()):
        return False
    return words[0] not in not_names() or words[0] in (
        "The",
        "A",
        "An",
        "It",
        "I",
        "We",
        "You",
        "This",
        "That",
        "They",
        "She",
        "He",
    )
