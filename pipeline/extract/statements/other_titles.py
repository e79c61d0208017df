"""Two titles of one work in a sentence: 'Garasu no Umi, in English known as Sea of Glass'.

The words between two titles tell that they name one work; which of them is the original, their language or their form.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.statements.building import STATED, Value, make_statement
from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.names import same_name
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import Mention, Name, Passage, PassageKind, Qualifiers, Statement
from pipeline.values.romanisation import looks_romanised
from pipeline.vocabulary.predicates import load_predicates

READ = (PassageKind.PROSE, PassageKind.TITLE, PassageKind.LIST_ITEM)
LONGEST = 90  # characters between two titles
ORIGINAL = r"(?:Japanese|Korean|Chinese|Mandarin|Japan|Korea|China|the original|original|jap\.|jp)"
ABROAD = r"(?:English|the West|Western countries|the US|the U\.S\.|America|North America|English-speaking countries)"
PLACE = (
    rf"(?:in (?:{ORIGINAL}|{ABROAD})|(?:outside(?: of)?|beyond) Japan|with us|abroad|overseas|internationally|worldwide"
    r"|at home|here)"
)
WHO = (
    r"(?:(?:it|he|she|one|we|they|people|many|most"
    r"|(?:(?:English|Western|international) )?(?:readers|viewers|fans|players|audiences)) )"
)
SO = r"(?:(?:also|better|best|now|often|commonly|officially|originally|formerly|mostly|only|more|then|simply) )*"
MARK = r"[\"“‘'«]?$"
OPEN = r"^[\"”’'»]?(?:,| \(| [-–—])? ?"
LINKS = tuple(
    re.compile(pattern)
    for pattern in (
        # ', which in the West is known as', ', better known outside Japan as', ', sold here under the title'
        rf"{OPEN}(?:(?:which|that|who) )?(?:{PLACE},? )?{WHO}?(?:is |was |are )?(?:{PLACE} )?{SO}"
        rf"(?:known|knows?|released|published|licensed|sold|marketed|translated|distributed) (?:{PLACE} )?{SO}"
        rf"(?:as|like|by the (?:name|title)(?: of)?|under (?:the|its) (?:[A-Z]?[a-z]+ )?(?:name|title)(?: of)?) {MARK}",
        # ', called', ', which is titled', ' (originally called'
        rf"{OPEN}(?:(?:which|that|who) )?(?:{PLACE},? )?{WHO}?(?:is |was |are )?(?:{PLACE} )?{SO}"
        rf"(?:called|calls?|titled|entitled|named) (?:{PLACE} )?{MARK}",
        # ' (in English', ', in the original', ', whose Japanese title is', ', international title'
        rf"{OPEN}(?:in (?:{ORIGINAL}|{ABROAD})|{ORIGINAL}|{ABROAD}|with us)(?:,|:)? {MARK}",
        rf"{OPEN}(?:(?:the|its|whose|under its|by its|with the) )?"
        rf"(?:{ORIGINAL}|{ABROAD}|international|official|native|full|working) (?:title|name)(?: is| was|:|,)? {MARK}",
        # ' alias', ' aka', ', a.k.a.'
        rf"{OPEN}(?:aka|AKA|a\.k\.a\.|a/k/a|alias) {MARK}",
    )
)
EITHER = re.compile(rf"^[\"”’'»]?(?:,| \() ?or {MARK}")
APART = re.compile(rf"^[\"”’'»]?(?:,| \() ?{MARK}")
BEHIND = re.compile(rf"[\"”’'»]? (?:{PLACE}|as (?:it|he|she|one|we|they|\w+ (?:readers|fans|viewers)) )")
CLOSED = re.compile(r"[\"”’'»]?\s?[,)]")
IS_ABROAD = re.compile(
    rf"\b(?:{ABROAD}|outside|beyond|abroad|overseas|international(?:ly)?|worldwide|with us|here|Western)\b"
)
IS_ORIGINAL = re.compile(rf"\b(?:{ORIGINAL}|at home|native)")


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
    told = any(link.search(between) for link in LINKS)
    if not told and EITHER.search(between):
        told = (CLOSED.match(behind) or BEHIND.match(behind)) is not None
    if not told and APART.search(between):
        told = BEHIND.match(behind) is not None
    if told:
        tail = BEHIND.match(behind)
        yield _named(one, two, between + (tail[0] if tail else ""), narrative)


def _named(one: Mention, two: Mention, words: str, narrative: Narrative) -> Statement:
    """The original title is another name of the one that its readers abroad know; else the second of the first."""
    is_original = IS_ORIGINAL.search(words) is not None and IS_ABROAD.search(words) is None
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
