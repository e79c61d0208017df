"""A rendering as a whole: what the source marks is kept, the rest is read like the lines of a web page."""

import re
from collections.abc import Iterable

from pipeline.parse.dateline import names_in
from pipeline.parse.language import guess_language
from pipeline.parse.publisher import find_publisher
from pipeline.parse.rendered.blocks import Block, Placed, Stated, render
from pipeline.parse.rendered.writer import Writer
from pipeline.parse.web_text.body import free_list_items, read_body
from pipeline.parse.web_text.head import read_head
from pipeline.parse.web_text.reading import Reading, read_forms
from pipeline.parse.web_text.tail import published_in, read_tail, split_tail
from pipeline.records import Metadata, ParsedArticle, Passage, PassageKind, Table
from pipeline.values.folding import fold

WITHIN = 12  # blocks, in which a stated title is looked for
FEWEST_WORDS = 3  # of a stated title that the text does not show
NO_TITLE = re.compile(r"\.\w{2,5}$|^(?:microsoft|untitled|document)\b|[_\\/]", re.IGNORECASE)


def read_blocks(blocks: Iterable[Block], layout: str, stated: Stated) -> ParsedArticle:
    """The article in these blocks."""
    text, placed = render(blocks)
    readings = [Reading(one.line, one.block.kind) for one in placed]
    _mark_title(readings, stated)
    read_forms(readings)
    _open_above_title(readings)
    free_list_items(readings)
    head = read_head(readings, None)
    tail = split_tail(readings)
    published_below = published_in(tail)
    editor = read_tail(tail)
    read_body(readings)
    passages, tables = _write(placed, readings)
    titled = next((r.text for r in readings if r.kind == PassageKind.TITLE), None)
    metadata = Metadata(
        title=titled or head.title or _sound_title(stated.title),
        publisher=head.site or find_publisher([r.text for r in tail if r.kind == PassageKind.FURNITURE]),
        authors=head.authors or _shown_author(stated.author, text),
        published_on=head.published_on or published_below,
        editor=editor,
        language=guess_language(passages),
    )
    return ParsedArticle(text, layout, metadata, passages, tables, is_rendered=True)


def _write(placed: list[Placed], readings: list[Reading]) -> tuple[tuple[Passage, ...], tuple[Table, ...]]:
    writer = Writer()
    for one, reading in zip(placed, readings, strict=True):
        writer.add(one, reading)
    return tuple(writer.passages), tuple(writer.tables)


def _mark_title(readings: list[Reading], stated: Stated) -> None:
    """One title: the first that the source marks, else the opening block that says what the file states as its own."""
    marked = [r for r in readings if r.kind == PassageKind.TITLE]
    for again in marked[1:]:
        again.kind = PassageKind.CAPTION if again.text == marked[0].text else PassageKind.HEADING
    if marked or not stated.title:
        return
    wanted = fold(stated.title)
    for reading in readings[:WITHIN]:
        if reading.kind in (None, PassageKind.HEADING) and fold(reading.text) == wanted:
            reading.kind = PassageKind.TITLE
            return


def _open_above_title(readings: list[Reading]) -> None:
    """What stands above a marked title is no text yet, even where it has the form of a sentence."""
    at = next((i for i, r in enumerate(readings) if r.kind == PassageKind.TITLE), 0)
    for reading in readings[:at]:
        if reading.kind == PassageKind.PROSE:
            reading.kind = None


def _sound_title(title: str | None) -> str | None:
    """A stated title that the text does not show, unless it is a file's name or a program's."""
    shown = " ".join((title or "").split())
    if len(shown) > 300 or shown.count(" ") < FEWEST_WORDS - 1 or NO_TITLE.search(shown):
        return None
    return shown


def _shown_author(author: str | None, text: str) -> tuple[str, ...]:
    """The stated author if the article names the same person: files keep the names of accounts and of programs."""
    names = names_in(author.strip()) if author and len(author) <= 200 else ()
    return tuple(name for name in names if " " in name and name in text)
