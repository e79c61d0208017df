"""Below the text: credits of the page, links, menus."""

import re

from pipeline.parse.furniture import is_link_block
from pipeline.parse.web_text.reading import Reading
from pipeline.records import PassageKind

OWNERS = re.compile(r"[/／・]")  # '© Author/Publisher/Committee' names the owners of an image


def split_tail(readings: list[Reading]) -> list[Reading]:
    """The lines below the last paragraph."""
    last = max((i for i, r in enumerate(readings) if r.kind == PassageKind.PROSE), default=-1)
    return readings[last + 1 :]


def read_tail(tail: list[Reading]) -> str | None:
    """From the first closing line on, everything short is furniture. Returns the editor whom a line names."""
    closed, editor = False, None
    for reading in tail:
        form = reading.form
        if form is not None and form.name == "copyright" and OWNERS.search(reading.text):
            reading.kind = PassageKind.CAPTION
            continue
        closed = closed or (form is not None and form.closing) or (reading.is_open and is_link_block(reading.text))
        if closed and (reading.is_open or reading.kind == PassageKind.LIST_ITEM):
            reading.kind = PassageKind.FURNITURE
        if form is not None and "editor" in form.pattern.groupindex and (match := form.match(reading.text)):
            editor = editor or match["editor"]
    return editor
