"""HTML cut into tags and text, as browsers cut it, every token with its place.

The standard library's parser knows lines and columns instead of offsets, and takes quadratic time over some broken
pages; libraries on top of libxml2 know no places at all.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

Attributes = dict[str, tuple[int, int]]  # name -> where its value stands
NO_ATTRIBUTES: Attributes = {}
# The others are not read, however many a page has.
KEPT = frozenset(
    "alt aria-hidden charset class colspan content datetime hidden href http-equiv id itemprop itemtype lang name "
    "property pubdate rel role rowspan scope style type xml:lang".split()
)
UNREAD = frozenset("script style xmp iframe noembed noframes template noscript svg math".split())
PLAIN = frozenset(("title", "textarea"))  # text without tags inside
FOREIGN = frozenset(("svg", "math"))
TAG_NAME = re.compile(r"[A-Za-z][^\s/>\x00]*")
ATTRIBUTE = re.compile(
    r"""[\s/]*(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"'][^\s>]*)|["']?))?"""
)
TAG_END = re.compile(r"[\s/]*>")


class Kind(Enum):
    START = "start"
    END = "end"
    TEXT = "text"  # with character references in it
    LITERAL = "literal"  # CDATA: as it stands
    CODE = "code"  # what stands inside a script


class Token(NamedTuple):
    kind: Kind
    start: int
    end: int
    name: str = ""
    attributes: Attributes = NO_ATTRIBUTES
    is_closed: bool = False  # '<br/>'


def is_xml(raw: str) -> bool:
    """Whether the page says that it is XHTML, where any element may be closed by its own start tag."""
    return raw[:100].lstrip("\ufeff \t\r\n").startswith("<?xml")


def tokenize(raw: str) -> Iterator[Token]:
    """All tokens in order; comments and declarations are left out. Takes linear time over any text."""
    return _Tokenizer(raw).tokens()


class _Tokenizer:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.is_xml = is_xml(raw)
        self.missing: set[str] = set()  # what has been looked for in vain: it is looked for once

    def tokens(self) -> Iterator[Token]:
        raw, at, size = self.raw, 0, len(self.raw)
        text_from = 0
        while at < size:
            tag = raw.find("<", at)
            if tag < 0:
                break
            token, after = self._markup(tag)
            if after == tag:  # '<' is text
                at = tag + 1
                continue
            if text_from < tag:
                yield Token(Kind.TEXT, text_from, tag)
            if token is not None and token.kind == Kind.START:
                inner, after = self._inside(token, after)
                yield from inner
            elif token is not None:
                yield token
            at = text_from = after
        if text_from < size:
            yield Token(Kind.TEXT, text_from, size)

    def _markup(self, at: int) -> tuple[Token | None, int]:
        """The tag at a '<' and where it ends; the same place when it is none."""
        raw = self.raw
        mark = raw[at + 1 : at + 2]
        if mark == "!":
            return self._declaration(at)
        if mark == "?":
            return None, self._behind(">", at)
        is_end = mark == "/"
        name = TAG_NAME.match(raw, at + 1 + is_end)
        if name is None:
            return None, self._behind(">", at) if is_end and at + 2 < len(raw) else at
        attributes, after, is_closed = self._attributes(name.end())
        kind = Kind.END if is_end else Kind.START
        return Token(kind, at, after, name[0].lower(), attributes, is_closed), after

    def _declaration(self, at: int) -> tuple[Token | None, int]:
        raw = self.raw
        if raw.startswith("<!--", at):
            if raw.startswith((">", "->"), at + 4):
                return None, raw.index(">", at + 4) + 1
            return None, self._behind("-->", at + 2)
        if raw.startswith("<![CDATA[", at) and (end := self._find("]]>", at)) >= 0:
            return Token(Kind.LITERAL, at + 9, max(end, at + 9)), end + 3
        return None, self._behind(">", at)

    def _attributes(self, at: int) -> tuple[Attributes, int, bool]:
        """The attributes worth keeping, the place behind the tag, and whether it ends with '/>'."""
        found: Attributes = NO_ATTRIBUTES
        raw = self.raw
        while True:
            if end := TAG_END.match(raw, at):
                return found, end.end(), "/" in end[0]
            attribute = ATTRIBUTE.match(raw, at)
            if attribute is None:
                return found, len(raw), False
            at = attribute.end()
            name = attribute["name"].lower() if len(attribute["name"]) <= 20 else ""
            if name in KEPT and name not in found:
                value = next((g for g in ("double", "single", "bare") if attribute[g] is not None), None)
                span = attribute.span(value) if value else (at, at)
                found = {**found, name: span}

    def _inside(self, token: Token, at: int) -> tuple[list[Token], int]:
        """The tag with what stands in an element whose content is no HTML, and where that ends.

        A title that is never closed is no title: its tag is left out, so that the page's text remains.
        """
        name = token.name
        if (name not in UNREAD and name not in PLAIN) or (token.is_closed and (self.is_xml or name in FOREIGN)):
            return [token], at
        end = self._find_end(name, at)
        if end < 0:
            return ([], at) if name in PLAIN else ([token], len(self.raw))
        kind = Kind.TEXT if name in PLAIN else Kind.CODE
        return [token, *([Token(kind, at, end)] if at < end else [])], end

    def _find_end(self, name: str, at: int) -> int:
        mark = f"</{name}"
        if mark in self.missing:
            return -1
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.raw, at)
        if found is None:
            self.missing.add(mark)
            return -1
        return found.start()

    def _find(self, mark: str, at: int) -> int:
        if mark in self.missing:
            return -1
        found = self.raw.find(mark, at)
        if found < 0:
            self.missing.add(mark)
        return found

    def _behind(self, mark: str, at: int) -> int:
        """The place behind the next `mark`; the end of the text when there is none."""
        found = self._find(mark, at)
        return found + len(mark) if found >= 0 else len(self.raw)
