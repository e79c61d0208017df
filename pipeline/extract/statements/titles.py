"""Titles in brackets behind a title: 'Sea of Glass (Garasu no Umi)', 'Sea of Glass (硝子の海, Garasu no Umi)'."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.statements.building import NATIVE, STATED, Value, language_of_script, make_statement
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.names import same_name
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import Mention, Name, Passage, PassageKind, Qualifiers, Statement
from pipeline.values.romanisation import looks_romanised
from pipeline.vocabulary.predicates import load_predicates

BRACKET = re.compile(r"[\"”’'»」』]?\s*[(（](?P<inside>[^()（）]{2,100})[)）]")
OWNED = re.compile(
    r"[^\W\d_]['’]s (?:[a-z-]+ ){0,3}[\"“‘'「『]?$"
)  # 'Ann Oba's Sea of Glass (...)': the bracket names no author
PART = re.compile(r"[^,;/、]+")
LABEL = re.compile(r"\s*(?:(?:in )?(?:Japanese|Korean|Chinese)(?: title)?[:,]?\s+|(?:Hepburn|romaji):\s+)?[\"“‘'「『]?")
PLACE = re.compile(r"\s+in (?:Japan|Korea|Japanese|Korean|the original)\s*$")  # 'Garasu no Umi in Japan'
KOREAN = re.compile(
    r"(?:(?:[gkndtrlmbpsjhcy]|kk|tt|pp|ss|jj|ch|gw|hw|kw|w)?[yw]?[aeiou]{1,3}(?:ng|[nmlkptbgs])?)+", re.IGNORECASE
)
SAYS_KOREAN = re.compile(r"\b(?:Korean?|manhwa)\b", re.IGNORECASE)
LONGEST = 60
OPENING = 4  # passages in which an article says where a work is from


def read_titles(
    passages: Sequence[Passage], finder: ItemFinder, narrative: Narrative, found: Sequence[Statement]
) -> Iterator[Statement]:
    """How works are called in their own language, as a bracket behind the name tells, if it is not `found` yet."""
    known = {(s.predicate, s.value) for s in found}
    korean = any(SAYS_KOREAN.search(p.text) for p in passages[:OPENING])
    people = {m.words for m in finder.items if isinstance(m, Mention) and m.label == "PERSON"}
    for passage in passages:
        if passage.kind not in (PassageKind.PROSE, PassageKind.HEADING, PassageKind.TITLE):
            continue
        for mention in finder.within(passage.span.start, passage.span.end):
            if isinstance(mention, Mention) and mention.label == "WORK_OF_ART":
                told = _behind(passage, mention, narrative, korean, people)
                yield from (s for s in told if (s.predicate, s.value) not in known)


def _behind(
    passage: Passage, work: Mention, narrative: Narrative, korean: bool, people: set[str]
) -> Iterator[Statement]:
    found = BRACKET.match(passage.text, passage.to_text(work.end - 1) + 1)
    if found is None:
        return
    name = narrative.name_of(work)
    owned = OWNED.search(passage.text[: passage.to_text(work.start)][-LONGEST:]) is not None
    parts = list(PART.finditer(found["inside"]))
    for part in parts:
        label = LABEL.match(part[0])
        text = PLACE.sub("", part[0][label.end() if label else 0 :]).strip(" \"”’'」』“")
        if not text or same_name(text, name.text):
            return
        start = found.start("inside") + part.start() + part[0].index(text)
        if NATIVE.search(text) and not re.search(r"[A-Za-z]", text):
            yield _stated("title_native", name, passage, start, text)
        elif _is_romanised(text, korean) and (len(parts) > 1 or owned or _is_title(text, people)):
            yield _stated("title_romanized", name, passage, start, text)
        else:
            return


def _is_romanised(text: str, korean: bool) -> bool:
    """Two words, or one with a long vowel, that can be read as Japanese, or as Korean in an article that says so."""
    words = re.findall(r"[^\W\d_]+", text)
    if not words or not text[0].isupper() or len(re.findall(r"\w+", text)) != len(words):
        return False
    long = any(letter in text for letter in "āīūēōĀĪŪĒŌâîûêô")
    if all(looks_romanised(word) for word in words):
        return long or len(words) > 1
    return korean and len(words) > 1 and all(KOREAN.fullmatch(word) for word in words)


PARTICLES = frozenset("no wa wo o ga to ni de mo na ka he e kara made".split())


def _is_title(text: str, people: set[str]) -> bool:
    """Whether it is no person behind a title: a particle of Japanese tells a title."""
    return text not in people or not PARTICLES.isdisjoint(text.split())


def _stated(predicate: str, name: Name, passage: Passage, start: int, text: str) -> Statement:
    span = passage.to_raw(start, start + len(text))
    language = language_of_script(text) if predicate == "title_native" else None
    value = Value(text, span.start, span.end)
    extractor = f"{predicate}: bracket"
    return make_statement(
        load_predicates()[predicate], Subject(name), value, Qualifiers(language=language), extractor, STATED
    )
