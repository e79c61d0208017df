"""The layouts of winners' lists: categories with the names under them, or 'Best Score: Ann Lee' line by line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.awards.names import NOUN
from pipeline.extract.awards.wording import labels_category, looks_like_category, roster_marks, winner_marks
from pipeline.records import Passage, PassageKind
from pipeline.values.spans import Span

INLINE = re.compile(r"(?P<category>[^:–—]{3,80}?)\s*(?::|\s[–—-])\s+(?P<name>\S.{1,200})$")
CREDIT = re.compile(r",\s+(?:dir(?:\.|:)|directed by)\s")  # 'Grey Harbour, dir. Ann Lee'
PART = re.compile(r"\s*[^;]+")
HOW = re.compile(r"\s*\((?:[^()]*\b)?(?:tie|tied|joint|shared|vote|votes|voted)(?:\b[^()]*)?\)$", re.IGNORECASE)
LONGEST_ITEM = 200
LONGEST_CATEGORY = 12  # words
LINES = (PassageKind.LIST_ITEM, PassageKind.PROSE, PassageKind.HEADING)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: `start` is where its names begin in the passage's text, behind a winner's mark."""

    passage: Passage
    start: int
    end: int
    is_marked: bool = False
    is_starred: bool = False
    is_nominee: bool = False  # the line says 'Nominees:'

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Group:
    """The names under one category."""

    category: str
    span: Span
    items: tuple[Item, ...]
    is_line: bool = False  # category and names stand in one line


def find_groups(passages: Sequence[Passage]) -> list[Group]:
    """All groups of an article in order."""
    groups: list[Group] = []
    category: tuple[str, Span] | None = None
    section: tuple[str, ...] = ()
    items: list[Item] = []
    for passage in [*passages, None]:
        inline = _inline(passage) if passage is not None else None
        opens = passage is None or inline is not None or passage.kind != PassageKind.LIST_ITEM or _is_category(passage)
        if opens or (passage is not None and passage.section != section and category is None):
            if category is not None and items:
                groups.append(Group(*category, tuple(items)))
            items, category = [], None
        if passage is None:
            break
        section = passage.section
        if inline is not None:
            groups.append(inline)
        elif passage.kind == PassageKind.HEADING or (passage.kind == PassageKind.LIST_ITEM and _is_category(passage)):
            category = (HOW.sub("", passage.text.rstrip(" :")), passage.span)
        elif passage.kind == PassageKind.LIST_ITEM and category is not None and len(passage.text) <= LONGEST_ITEM:
            items += _items(passage, 0)
    return groups


def _is_category(passage: Passage) -> bool:
    """A list item that is nothing but a category opens a group."""
    text = HOW.sub("", passage.text.rstrip(" :"))
    return (
        looks_like_category(text) and len(text.split()) <= LONGEST_CATEGORY and not re.search(r"[(),;]|\s[–—-]\s", text)
    )


def _inline(passage: Passage) -> Group | None:
    """A line that names category and winner."""
    if passage.kind not in LINES or len(passage.text) > LONGEST_ITEM:
        return None
    found = INLINE.match(passage.text)
    if not found or not labels_category(found["category"]) or NOUN.search(found["name"]):
        return None  # 'Best Actress – Heron Awards' tells no winner
    category = found["category"].strip()
    return Group(
        category, passage.to_raw(0, found.end("category")), tuple(_items(passage, found.start("name"))), is_line=True
    )


def _items(passage: Passage, start: int) -> Iterator[Item]:
    """The parts of a line between semicolons, each without its mark."""
    is_nominee = False
    for part in PART.finditer(passage.text, start):
        begin = part.start() + len(part[0]) - len(part[0].lstrip())
        if found := roster_marks().match(passage.text, begin):
            is_nominee, begin = True, found.end()
        if begin < part.end():
            yield replace(_item(passage, begin, part.end()), is_nominee=is_nominee)


def _item(passage: Passage, start: int, end: int) -> Item:
    before, after = winner_marks()
    stars = re.match(r"\*\s*", passage.text[start:end])
    first = before.match(passage.text, start) or stars
    begin = start + first.end() if stars and first is stars else first.end() if first else start
    last = after.search(passage.text[begin:end])
    stop = begin + last.start() if last else end
    if credit := CREDIT.search(passage.text, begin, stop):
        stop = credit.start()
    starred = passage.text[begin:stop].rstrip().endswith("*")
    body = passage.text[begin:stop].rstrip("* ")
    return Item(
        passage,
        begin,
        begin + len(body),
        is_marked=bool((first and not stars) or last),
        is_starred=bool(stars) or starred,
    )
