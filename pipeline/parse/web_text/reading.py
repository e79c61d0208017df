"""A line of a page, and what its form alone tells."""

import re
from dataclasses import dataclass

from pipeline.parse.dateline import Dateline, read_dateline
from pipeline.parse.furniture import Form, furniture_form, is_caption, is_menu_row
from pipeline.parse.lines import Line
from pipeline.records import PassageKind

LONGEST_HEADING = 130
FEWEST_WORDS = 4  # of a sentence; 'Monsters, Inc.' is none
SENTENCE_END = re.compile(r"(?:[.…;][\"”’»')\]]{0,3}|[。！？][」』）]?|[!?][\"”’»])$")
QUOTATION = re.compile(r"[\"“‘'«「].{1,400}[,.!?…][\"”’'»」]\s+\S")
QUESTION_END = re.compile(r"[!?]$")
BULLET = re.compile(r"(?:[-–—•*▪◦‣·●○■□→>+]|\(?\d{1,3}[.)])\s+(?=\S)")
CJK = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
MOTTO = re.compile(r"[a-z\[]|.*[|/›»·]|(?:[A-Z&]{2,20} ){1,3}[–—] ")  # a motto, a path of links, a label
NUMBER = re.compile(r"\(?\d")


@dataclass(slots=True, eq=False)
class Reading:
    """A line and what it has been read as so far. `kind` is None as long as only its place can tell."""

    line: Line
    kind: PassageKind | None = None
    form: Form | None = None
    dateline: Dateline | None = None
    bullet: str | None = None
    is_listed: bool = False  # stands right below the category of an award

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def is_open(self) -> bool:
        return self.kind is None


def read_forms(readings: list[Reading]) -> None:
    """Gives a kind to every line whose form tells it."""
    for reading in readings:
        if reading.is_open:
            _read_form(reading)


def _read_form(reading: Reading) -> None:
    text = reading.text
    if len(text) > LONGEST_HEADING * 3:
        reading.kind = PassageKind.PROSE
    elif is_caption(text):
        reading.kind = PassageKind.CAPTION
    elif form := furniture_form(text):
        reading.kind, reading.form = PassageKind.FURNITURE, form
        reading.dateline = read_dateline(text)
    elif is_menu_row(text):
        reading.kind = PassageKind.FURNITURE
        reading.dateline = read_dateline(text)
    elif bullet := BULLET.match(text):
        reading.kind, reading.bullet = PassageKind.LIST_ITEM, bullet.group()
        reading.line = reading.line.part(bullet.end())
    elif is_sentence(text):
        reading.kind = PassageKind.PROSE


def is_sentence(text: str) -> bool:
    """Whether the line has the form of a sentence or a paragraph rather than of a headline or a name."""
    if len(text) > LONGEST_HEADING:
        return True
    words = text.count(" ") + 1
    if SENTENCE_END.search(text):
        return words >= FEWEST_WORDS or (not text.isascii() and len(text) >= 20)
    if QUOTATION.match(text) and text[-1] not in '"”»':
        return text.endswith((".", "!", "?"))
    return QUESTION_END.search(text) is not None and words >= 16


def number_of(bullet: str | None) -> bool:
    """Whether the bullet is a number: '1.' may count headings, '-' does not."""
    return bullet is not None and NUMBER.match(bullet) is not None


def is_headline(text: str) -> bool:
    """Whether it is longer than the label of a link."""
    return text.count(" ") >= 3 or text.endswith(" obituary") or (CJK.search(text) is not None and len(text) >= 8)
