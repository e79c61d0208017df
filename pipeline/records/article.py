"""An article: decoded by ingest, then taken apart by parse."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.values.spans import Alignment, Span


@dataclass(frozen=True, slots=True)
class Article:
    """A file of `raw/`, decoded: `path.read_bytes().decode(encoding) == text`.

    A file that is no text (PDF, DOCX) comes as its bytes in `data`, with '' for `text` and without an encoding.
    """

    doc_id: str  # path relative to raw/, with '/'
    text: str
    sha256: str  # of the file's bytes
    encoding: str | None  # a Python codec name
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file of `raw/` that is not read, and why."""

    doc_id: str
    reason: str
    sha256: str | None = None
    duplicate_of: str | None = None  # doc_id of the article with the same text


class PassageKind(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    PROSE = "prose"
    LIST_ITEM = "list_item"
    INFOBOX = "infobox"  # cells: key, value
    TABLE_ROW = "table_row"  # cells: the physical cells of the line
    CAPTION = "caption"  # image captions with or without credits: mentions, never claims
    FURNITURE = "furniture"  # menus, bylines, share lines, related links: nothing is extracted


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell or one side of an infobox entry, with its place in the raw text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article that is read as one: clean text that knows where it lies in the raw text."""

    kind: PassageKind
    text: str
    alignment: Alignment
    section: tuple[str, ...] = ()  # headings above, outermost first
    cells: tuple[Cell, ...] = ()

    def to_raw(self, start: int, end: int) -> Span:
        """The raw span of `text[start:end]`."""
        return self.alignment.to_raw(start, end)

    def to_text(self, raw_offset: int) -> int:
        """The offset in `text` of a raw offset inside this passage."""
        return self.alignment.to_text(raw_offset)

    @property
    def span(self) -> Span:
        return self.alignment.to_raw(0, len(self.text))


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows are whole again: one cell per column, inherited ones pointing to where they stand.

    `roles` says what each column holds: year, award, category, recipient, work, result, rank, role, ref, other.
    None in a row: the text does not show this cell (cut off, lost, or never there).
    """

    section: tuple[str, ...]
    header: tuple[Cell | None, ...]
    roles: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the article says about itself."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published_on: date | None = None
    editor: str | None = None
    language: str | None = None  # BCP 47


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article as passages in reading order. `text` is what all offsets refer to.

    It is the raw text; or the rendering of a file that is no text, made by the parser and published with the article.
    """

    text: str
    layout: str
    metadata: Metadata
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...] = ()
    is_encyclopedia: bool = False  # its title is the name of what it is about, and no headline
    is_rendered: bool = False
