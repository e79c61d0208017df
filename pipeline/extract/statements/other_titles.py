"""Two titles of one work in a sentence: 'Garasu no Umi, in English known as Sea of Glass'.

The words between two titles tell that they name one work; which of them is the original, their language or their form.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pipeline.extract.statements.building import STATED, Value, make_statement
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.names import same_name
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import Mention, Name, Passage, PassageKind, Qualifiers, Statement
from pipeline.values.romanisation import looks_romanised
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.predicates import load_predicates

READ = (PassageKind.PROSE, PassageKind.TITLE, PassageKind.LIST_ITEM)
LONGEST = 90  # characters between two titles
QUOTE = r"[\"“‘'«]?$"  # right in front of the second title
OPEN = r"^[\"”’'»]?(?:,| \(| [-–—])? ?"  # right behind the first one
EITHER = re.compile(rf"^[\"”’'»]?(?:,| \() ?or {QUOTE}")
APART = re.compile(rf"^[\"”’'»]?(?:,| \() ?{QUOTE}")
CLOSED = re.compile(r"[\"”’'»]?\s?[,)]")


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands between two titles (`links`) and behind the second (`behind`), and what these words tell."""

    links: tuple[re.Pattern[str], ...]
    behind: re.Pattern[str]
    abroad: re.Pattern[str]
    original: re.Pattern[str]


@cache
def _words() -> _Words:
    words = load_vocabulary("other_titles")
    languages, around, verbs, labels = (words[k] for k in ("languages", "circumstances", "verbs", "labels"))
    language = _any(languages["original"], languages["abroad"])
    place = _any([f"in {language}"], around["abroad"], around["original"])
    subject = (
        rf"{OPEN}(?:(?:which|that|who) )?(?:{place},? )?(?:{_any(around['who'])} )?(?:is |was |are )?(?:{place} )?"
    )
    often = rf"(?:{_any(around['how'])} )*"
    links = (
        rf"{subject}{often}{_any(verbs['with_as'])} (?:{place} )?{often}{_any(verbs['as_words'])} {QUOTE}",
        rf"{subject}{often}{_any(verbs['naming'])} (?:{place} )?{QUOTE}",
        rf"{OPEN}{_any([f'in {language}', language, 'with us'])}(?:,|:)? {QUOTE}",
        rf"{OPEN}(?:{_any(labels['owners'])} )?{_any([language], labels['kinds'])}"
        rf" (?:title|name)(?: is| was|:|,)? {QUOTE}",
        rf"{OPEN}{_any(labels['alone'])} {QUOTE}",
    )
    return _Words(
        tuple(map(re.compile, links)),
        re.compile(rf"[\"”’'»]? (?:{place}|as (?:it|he|she|one|we|they|\w+ (?:readers|fans|viewers)) )"),
        re.compile(rf"\b(?:{_any(languages['abroad'], around['abroad'])}|international|Western)\b"),
        re.compile(rf"\b(?:{_any(languages['original'], around['original'])}|native)"),
    )


def _any(*lists: Sequence[str]) -> str:
    return f"(?:{'|'.join(word for words in lists for word in words)})"


def read_other_titles(
    passages: Sequence[Passage], finder: ItemFinder, narrative: Narrative, found: Sequence[Statement]
) -> Iterator[Statement]:
    """The names of works that stand beside another of their names, where no statement `found` has the same words."""
    known = {s.start for s in found if s.predicate in ("alias", "title_romanized", "title_native")}
    for passage in passages:
        if passage.kind in READ:
            items = [m for m in finder.within(passage.span.start, passage.span.end) if isinstance(m, Mention)]
            for one, two in pairwise(items):
                if one.label == two.label == "WORK_OF_ART" and not {one.start, two.start} & known:
                    yield from _linked(passage, one, two, narrative)


def _linked(passage: Passage, one: Mention, two: Mention, narrative: Narrative) -> Iterator[Statement]:
    start, end, last = passage.to_text(one.end - 1) + 1, passage.to_text(two.start), passage.to_text(two.end - 1) + 1
    if end - start > LONGEST or same_name(one.words, two.words):
        return
    between, behind = passage.text[start:end], passage.text[last : last + LONGEST]
    told = any(link.search(between) for link in _words().links)
    if not told and EITHER.search(between):
        told = (CLOSED.match(behind) or _words().behind.match(behind)) is not None
    if not told and APART.search(between):
        told = _words().behind.match(behind) is not None
    if told:
        tail = _words().behind.match(behind)
        yield _named(one, two, between + (tail[0] if tail else ""), narrative)


def _named(one: Mention, two: Mention, words: str, narrative: Narrative) -> Statement:
    """The original title is another name of the one that its readers abroad know; else the second of the first."""
    is_original = _words().original.search(words) is not None and _words().abroad.search(words) is None
    is_swapped = not is_original and _is_romanised(one.words) and not _is_romanised(two.words)
    work, other = (two, one) if is_swapped else (one, two)
    predicate = "title_romanized" if _is_romanised(other.words) and not _is_romanised(work.words) else "alias"
    name: Name = narrative.name_of(work)
    value = Value(other.words, other.start, other.end)
    extractor = f"{predicate}: two titles"
    return make_statement(load_predicates()[predicate], Subject(name), value, Qualifiers(), extractor, STATED)


def _is_romanised(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) > 1 and all(looks_romanised(word) for word in words)
