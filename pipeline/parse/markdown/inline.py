"""The inline tokens of markdown-it as atoms: what shows, each with its place in the source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from pipeline.parse.markdown.places import Place
from pipeline.parse.markup import Atom, Break

WINDOW = 5_000  # characters in which the next token begins
TARGET = re.compile(
    r"""\]\(\s{0,50}(?:<[^<>\n]{0,2000}>|(?:[^\s()<\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2000})?
    (?:\s{1,50}(?:"(?:[^"\\]|\\.){0,2000}"|'(?:[^'\\]|\\.){0,2000}'|\((?:[^()\\]|\\.){0,2000}\)))?\s{0,50}\)""",
    re.VERBOSE | re.DOTALL,
)
REFERENCE = re.compile(r"\](?:\[[^\[\]]{0,500}\])?")
FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,60}\]")
BREAK = re.compile(r"<br\s{0,5}/?>$", re.IGNORECASE)


@dataclass(slots=True)
class Inline:
    """The atoms of a text; `linked` is how many characters of it are links, `images` the alternative texts."""

    atoms: list[Atom | Break] = field(default_factory=list)
    images: list[Atom] = field(default_factory=list)
    linked: int = 0
    links: int = 0


def read_inline(content: str, children: Sequence[Token], place: Place) -> Inline:
    """Walks along the text and its tokens side by side."""
    walk = _Walk(content, place)
    for token in children:
        walk.read(token)
    return walk.inline


class _Walk:
    def __init__(self, content: str, place: Place) -> None:
        self.content = content
        self.place = place
        self.at = 0
        self.inline = Inline()
        self.in_link = 0
        self.notes = [found.span() for found in FOOTNOTE.finditer(content)]
        self.notes.reverse()

    def read(self, token: Token) -> None:
        kind = token.type
        if kind == "text":
            self._read_text(token.content)
        elif kind == "text_special":
            if token.markup == token.content:
                self._read_text(token.content)
            elif self._skip_to(token.markup):
                self.inline.atoms.append(self._whole(self.at - len(token.markup), self.at, token.content))
        elif kind == "code_inline":
            self._read_code(token)
        elif kind in ("softbreak", "hardbreak"):
            if self._skip_to("\n"):
                self.inline.atoms.append(Break.LINE if kind == "hardbreak" else self._whole(self.at - 1, self.at, " "))
        elif kind == "html_inline":
            self._skip_to(token.content)
            if BREAK.match(token.content):
                self.inline.atoms.append(Break.LINE)
        elif kind == "image":
            self._read_image(token)
        elif kind in ("link_open", "link_close"):
            self._read_link(token)
        elif token.markup:
            self._skip_to(token.markup)

    def _skip_to(self, text: str) -> bool:
        """Goes behind the next `text`, which begins close by; False when it does not."""
        found = self.content.find(text, self.at, self.at + WINDOW + len(text))
        if found < 0:
            return False
        self.at = found + len(text)
        return True

    def _read_text(self, text: str) -> None:
        if text and self._skip_to(text):
            start = self.at - len(text)
            for begin, end in self._without_notes(start, self.at):
                self._atom(begin, end)

    def _without_notes(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch without the marks of footnotes."""
        while self.notes and self.notes[-1][1] <= start:
            self.notes.pop()
        for begin, stop in reversed(self.notes):
            if begin >= end:
                break
            if start < begin:
                yield start, begin
            start = max(stop, start)
        if start < end:
            yield start, end

    def _read_code(self, token: Token) -> None:
        if self._skip_to(token.markup):
            start = self.at
            if self.content[start : start + len(token.content)].replace("\n", " ") != token.content:
                start += 1  # a blank at either side belongs to the marks
            self._atom(start, start + len(token.content))
            self.at = start + len(token.content)
            self._skip_to(token.markup)

    def _read_image(self, token: Token) -> None:
        if self._skip_to("!["):
            start, end = self.at, self.at + len(token.content)
            if token.content.strip():
                self.inline.images.append(self._whole(start, end))
            self.at = end
            self._skip_target()

    def _read_link(self, token: Token) -> None:
        is_open = token.type == "link_open"
        self.in_link += 1 if is_open else -1
        self.inline.links += is_open
        if token.markup == "autolink":
            self._skip_to("<" if is_open else ">")
        elif is_open:
            self._skip_to("[")
        else:
            self._skip_target()

    def _skip_target(self) -> None:
        """'](target "title")', '][label]' or ']'."""
        found = TARGET.match(self.content, self.at) or REFERENCE.match(self.content, self.at)
        if found:
            self.at = found.end()

    def _atom(self, start: int, end: int) -> None:
        """A stretch that shows as it stands."""
        self.inline.linked += end - start if self.in_link > 0 else 0
        self.inline.atoms.extend(Atom(*piece) for piece in self.place.pieces(start, end))

    def _whole(self, start: int, end: int, shown: str | None = None) -> Atom:
        pieces = list(self.place.pieces(start, end))
        return Atom(pieces[0][0], pieces[-1][1], shown)
