"""The head of the article: its headline, who wrote it, when; what the page states counts more than what it shows."""

from dataclasses import dataclass, field
from datetime import date

from pipeline.parse.dateline import Dateline, names_in, press_day, read_dateline
from pipeline.parse.html.blocks import Block, Context
from pipeline.parse.html.metadata import Stated, without_site
from pipeline.parse.web_text.reading import is_sentence
from pipeline.records import PassageKind
from pipeline.values.folding import fold

LONGEST_TITLE = 300
NEAR = 12  # blocks around the headline in which bylines stand


@dataclass(slots=True)
class Head:
    """What is known of the article as a whole. `read` are the blocks that said it and say nothing else."""

    title: str | None = None
    block: Block | None = None  # the headline
    at: int | None = None  # its number
    authors: tuple[str, ...] = ()
    published_on: date | None = None
    site: str | None = None
    read: list[Block] = field(default_factory=list)


def read_head(blocks: list[Block], stated: Stated, *, is_encyclopedia: bool) -> Head:
    """The head. An encyclopedia page has no author and no day of publication, whatever its markup says."""
    head = Head(site=next(iter(stated.sites), None))
    _find_title(blocks, stated, head)
    if is_encyclopedia:
        return head
    _read_bylines(blocks, stated, head)
    sites = {site.casefold() for site in stated.sites}
    authors = tuple(name for name in stated.authors if name.casefold() not in sites)
    head.authors = authors or head.authors
    head.published_on = stated.published[0] if stated.published else head.published_on
    return head


def _find_title(blocks: list[Block], stated: Stated, head: Head) -> None:
    """The heading that says what the page states as its title, else its first <h1>, else what it states."""
    titles = [without_site(title, stated.sites) for title in stated.titles]
    element = stated.title_element
    if element is not None:
        titles.append(without_site(element.text, stated.sites))
    headings = [(i, b) for i, b in enumerate(blocks) if b.context.level and 0 < len(b.text) <= LONGEST_TITLE]
    found = _stated_heading(headings, titles) or _first_heading(headings, stated)
    if found is not None:
        head.at, head.block = found
        head.title = head.block.text
    elif titles:
        head.title = titles[0]
        if element is not None and (at := element.text.find(titles[0])) >= 0:
            marked = element.part(at, at + len(titles[0]))
            head.block = (
                Block(Context(kind=PassageKind.TITLE), marked, start=element.start) if marked is not None else None
            )
            if head.block is not None:
                head.at = next((i for i, b in enumerate(blocks) if b.start > element.start), len(blocks))
                blocks.insert(head.at, head.block)


def _stated_heading(headings: list[tuple[int, Block]], titles: list[str]) -> tuple[int, Block] | None:
    """Headings of the first two levels can be headlines; the highest that says a stated title is."""
    stated = [fold(title) for title in titles]
    for level in (1, 2):
        for i, block in headings:
            text = fold(block.text)
            if block.context.level == level and any(text == t or (len(text) > 20 and text in t) for t in stated):
                return i, block
    return None


def _first_heading(headings: list[tuple[int, Block]], stated: Stated) -> tuple[int, Block] | None:
    sites = {fold(site) for site in stated.sites}
    firsts = [(i, b) for i, b in headings if b.context.level == 1 and fold(b.text) not in sites]
    shown = [(i, b) for i, b in firsts if not b.context.is_furniture]
    return next(iter(shown or firsts), None)


def _read_bylines(blocks: list[Block], stated: Stated, head: Head) -> None:
    """Bylines and datelines close to the headline, up to the first paragraphs; else the agency's dateline in the first
    paragraph, else a <time> between the headline and the text.
    """
    at = head.at or 0
    text = _read_around(blocks, at, head)
    if head.published_on is None and text:
        head.published_on = press_day(text[0].text)
    if head.published_on is None and text and text[0].start > blocks[at].start:
        within = [day for place, day in stated.times if blocks[at].start < place < text[0].start]
        head.published_on = within[0] if within else None


def _read_around(blocks: list[Block], at: int, head: Head) -> list[Block]:
    """Notes what stands around the headline; returns the first paragraphs."""
    text: list[Block] = []
    for block in blocks[max(at - NEAR, 0) : at + NEAR]:
        if block is head.block or block.marked is None:
            continue
        found = read_dateline(block.text)
        if found is not None and found.is_labelled and block.start < blocks[at].start:
            continue  # a link to another article, with its day
        if found is not None and block.context.kind != PassageKind.HEADING:
            _note(block, found, head)
        elif block.context.is_byline and not head.authors and (names := names_in(block.text)):
            head.authors = names
            head.read.append(block)
        elif block.context.kind is None and not block.context.is_furniture and is_sentence(block.text):
            text += [block] if block.start > blocks[at].start or head.at is None else []
            if len(text) > 1:
                break
    return text


def _note(block: Block, found: Dateline, head: Head) -> None:
    head.read.append(block)
    head.authors = head.authors or found.authors
    if found.day and head.published_on is None and not found.is_update:
        head.published_on = found.day.value
