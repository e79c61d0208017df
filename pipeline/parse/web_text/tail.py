"""Below the text: credits of the page, links, menus."""

import re
from datetime import date

from pipeline.parse.dateline import read_dateline
from pipeline.parse.furniture import is_link_block
from pipeline.parse.web_text.reading import Reading
from pipeline.records import PassageKind

OWNERS = re.compile(r"[/／・]")  # '© Author/Publisher/Committee' names the owners of an image


def split_tail(readings: list[Reading]) -> list[Reading]:
    """The lines below the last paragraph."""
    last = max((i for i, r in enumerate(readings) if r.kind == PassageKind.PROSE), default=-1)
    return readings[last + 1 :]


def published_in(tail: list[Reading]) -> date | None:
    """The day of publication that a line below the text states: 'First published on 3 May 2024'."""
    published_on = None
    for reading in tail:
        found = read_dateline(reading.text)
        if found and found.day and not found.is_bare:
            reading.kind, reading.dateline = PassageKind.FURNITURE, found
            published_on = published_on or (None if found.is_update else found.day.value)
    return published_on


def read_tail(tail: list[Reading]) -> str | None:
    """From the first closing line on, everything short is furniture. Returns the editor whom a line names."""
    closed, editor = False, None
    for reading in tail:
        form = reading.form
        if form is not None and form.name == "copyright" and OWNERS.search(reading.text):
            reading.kind = PassageKind.CAPTION
            continue
        closed = (
            closed
            or (form is not None and form.closing)
            or (reading.is_open and not reading.is_listed and is_link_block(reading.text))
        )
        if closed and (reading.is_open or reading.kind == PassageKind.LIST_ITEM):
            reading.kind = PassageKind.FURNITURE
        if form is not None and "editor" in form.pattern.groupindex and (match := form.match(reading.text)):
            editor = editor or match["editor"]
    return editor
