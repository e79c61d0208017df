"""The marks of wikitext, and which of them belong together; linear in the length of the text whatever it holds.

A closing mark belongs to the nearest open one of its kind. What stays open or closes nothing is plain text, as in
MediaWiki: a page cut off in a template still shows everything behind the cut.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

START = r"""(?:[ \t:]{0,50}(?P<table>\{\|)
        |[ \t]{0,50}(?:(?P<end_table>\|\}(?!\}))|(?P<row>\|-{1,50})|(?P<caption>\|\+)|(?P<cell>[|!](?!\}))))"""
LINE_START = re.compile(START, re.VERBOSE)
MARK = re.compile(
    rf"""(?P<comment><!--)
    |<(?P<slash>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]{{0,20}})(?P<attributes>(?:\s[^<>]{{0,2000}}|/)?)>
    |(?P<template>\{{\{{)|(?P<end_template>\}}\}})|(?P<link>\[\[)|(?P<end_link>\]\])
    |(?P<external>\[(?=(?:https?:|ftp:)?//))|(?P<end_external>\])
    |(?P<line>\n){START}?
    |(?P<unread>__[A-Z]{{3,30}}__)|(?P<cells>\|\||!!)|(?P<bar>\|)|(?P<quotes>'{{2,}})""",
    re.VERBOSE,
)
UNREAD = frozenset(
    "ref references gallery math chem score timeline templatestyles imagemap source syntaxhighlight graph mapframe "
    "maplink includeonly style script inputbox categorytree hiero".split()
)
LITERAL = frozenset(("nowiki", "pre"))
UNSEEN_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)


class Kind(Enum):
    """What a mark is."""

    TEMPLATE = "template"
    LINK = "link"
    TABLE = "table"
    EXTERNAL = "external"
    END_TEMPLATE = "end_template"
    END_LINK = "end_link"
    END_TABLE = "end_table"
    END_EXTERNAL = "end_external"
    ROW = "row"
    CAPTION = "caption"
    CELL = "cell"  # at the beginning of a line
    CELLS = "cells"  # within a line
    BAR = "bar"
    QUOTES = "quotes"
    LINE = "line"
    TAG = "tag"
    UNREAD = "unread"  # a comment, a reference: all of it
    LITERAL = "literal"  # the text inside <nowiki>


@dataclass(slots=True)
class Mark:
    """A mark at `raw[start:end]`. `closed_by` is the number of the mark that closes it."""

    kind: Kind
    start: int
    end: int
    name: str = ""  # of a tag, in small letters
    closed_by: int = -1


KINDS = {kind.value: kind for kind in Kind}
CLOSES = {
    Kind.END_TEMPLATE: Kind.TEMPLATE,
    Kind.END_LINK: Kind.LINK,
    Kind.END_TABLE: Kind.TABLE,
    Kind.END_EXTERNAL: Kind.EXTERNAL,
}


def scan(raw: str) -> list[Mark]:
    """All marks in order, those that belong together paired."""
    pairing = _Pairing()
    for mark in _marks(raw):
        pairing.add(mark)
    return pairing.marks


def _marks(raw: str) -> Iterator[Mark]:
    ends = _Ends(raw)
    at = 0
    if first := LINE_START.match(raw):
        yield _of_line(first)
        at = first.end()
    while found := MARK.search(raw, at):
        kind, start, at = found.lastgroup, found.start(), found.end()
        if kind == "comment":
            at = ends.behind("-->", at) or len(raw)
            yield Mark(Kind.UNREAD, start, at)
        elif kind == "attributes":
            mark = _tag(raw, found, ends)
            at = mark.end
            yield mark
        elif found["line"]:
            yield Mark(Kind.LINE, start, start + 1)
            if at > start + 1:
                yield _of_line(found)
        else:
            yield Mark(KINDS[str(kind)], start, at)


def _of_line(found: re.Match[str]) -> Mark:
    """The mark that begins a line."""
    kind = KINDS[str(found.lastgroup)]
    return Mark(kind, found.start(kind.value), found.end())


def _tag(raw: str, found: re.Match[str], ends: "_Ends") -> Mark:
    """A tag alone, or with all that it hides."""
    name, start, at = found["tag"].lower(), found.start(), found.end()
    if not found["slash"] and not found["attributes"].endswith("/"):
        is_hidden = UNSEEN_STYLE.search(found["attributes"]) is not None
        if name in UNREAD or name in LITERAL or is_hidden:
            inner_end = ends.of_tag(name, at)
            if inner_end is not None:
                behind = raw.index(">", inner_end) + 1
                kind = Kind.LITERAL if name in LITERAL and not is_hidden else Kind.UNREAD
                return Mark(kind, start, behind, name)
    return Mark(Kind.TAG, start, at, ("/" if found["slash"] else "") + name)


class _Ends:
    """Where things end that hide what is in them. What is not found once is not looked for again."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.missing: set[str] = set()
        self.next: dict[str, int] = {}

    def behind(self, text: str, at: int) -> int | None:
        """The place behind the next `text`."""
        if text in self.missing:
            return None
        found = self.raw.find(text, at)
        if found < 0:
            self.missing.add(text)
            return None
        return found + len(text)

    def of_tag(self, name: str, at: int) -> int | None:
        """Where the next '</name>' begins."""
        if name in self.missing:
            return None
        if self.next.get(name, -1) < at:
            found = re.compile(rf"</{name}\s{{0,50}}>", re.IGNORECASE).search(self.raw, at)
            if found is None:
                self.missing.add(name)
                return None
            self.next[name] = found.start()
        return self.next[name]


@dataclass(slots=True)
class _Level:
    """A template or table that is open, and the links open inside it."""

    number: int  # of its mark; -1: the page
    kind: Kind | None
    brackets: list[int] = field(default_factory=list)
    links: int = 0


class _Pairing:
    """Pairs marks as they come."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.levels = [_Level(-1, None)]
        self.open = {Kind.TEMPLATE: 0, Kind.TABLE: 0}

    def add(self, mark: Mark) -> None:
        number, kind = len(self.marks), mark.kind
        self.marks.append(mark)
        if kind in self.open:
            self.levels.append(_Level(number, kind))
            self.open[kind] += 1
        elif kind in (Kind.LINK, Kind.EXTERNAL):
            self.levels[-1].brackets.append(number)
            self.levels[-1].links += kind == Kind.LINK
        elif kind == Kind.LINE:
            self._end_line(number)
        elif (closes := CLOSES.get(kind)) in self.open:
            self._close_level(number, closes)
        elif closes is not None:
            self._close_bracket(number, closes)

    def _end_line(self, number: int) -> None:
        """External links end with their line, links with their paragraph."""
        level = self.levels[-1]
        before = self.marks[number - 1] if number else None
        is_gap = before is not None and before.kind == Kind.LINE and before.end == self.marks[number].start
        while level.brackets and (is_gap or self.marks[level.brackets[-1]].kind == Kind.EXTERNAL):
            level.links -= self.marks[level.brackets.pop()].kind == Kind.LINK

    def _close_level(self, number: int, kind: Kind) -> None:
        if not self.open[kind]:
            return
        while (level := self.levels.pop()).kind != kind:
            assert level.kind is not None
            self.open[level.kind] -= 1
        self.open[kind] -= 1
        self.marks[level.number].closed_by = number

    def _close_bracket(self, number: int, kind: Kind) -> None:
        level = self.levels[-1]
        if kind == Kind.EXTERNAL:
            if level.brackets and self.marks[level.brackets[-1]].kind == kind:
                self.marks[level.brackets.pop()].closed_by = number
            return
        while level.links:
            opened = level.brackets.pop()
            if self.marks[opened].kind == Kind.LINK:
                level.links -= 1
                self.marks[opened].closed_by = number
                return
