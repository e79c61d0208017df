"""Short lines within the text: headings stand alone or above a list; lists of winners are not menus.

A block is a group of short lines without an empty line between them; a run is a sequence of blocks that no paragraph
interrupts.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pipeline.parse.furniture import is_link_block, is_site_word
from pipeline.parse.web_text.reading import Reading, number_of
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

ENTRY = re.compile(
    r"[^:]{2,40}:\s+\S"  # 'Best Film: Blue Orchard'
    r"|[\"“‘「『].{2,120}[\"”’」』]"  # '"Blue Orchard", Pine Films'
    r"|\S.{1,80}\s(?:[–—]|-|as)\s+\S"  # 'Anna Lind as Mira', 'Episode 1 - Arrival'
    r"|\S.{1,80},\s+[\"“‘]"  # 'Lars Ek, "Blue Orchard"'
    r"|\S.{1,80}\s\([^()]{2,60}\)$"  # 'Lars Ek (Blue Orchard)'
)
LONGEST_LABEL = 20
Block = list[Reading]


def free_list_items(readings: list[Reading]) -> None:
    """Below the category of an award, a line that elsewhere is a label of a menu may be the title of a work."""
    in_list = False
    for reading in readings:
        if reading.line.after_gap or reading.kind == PassageKind.PROSE:
            in_list = False
        reading.is_listed = in_list
        if reading.is_open and is_category(reading.text):
            in_list = True
        elif in_list and reading.kind == PassageKind.FURNITURE and len(reading.text) <= LONGEST_LABEL:
            reading.kind = reading.form = reading.dateline = None


def read_body(readings: list[Reading]) -> None:
    """Gives every line that is still open its kind."""
    _read_numbered(readings)
    for run in _runs(readings):
        _read_run(run)


def _read_numbered(readings: list[Reading]) -> None:
    """'1. When does it start?' above a text of its own is a heading, not an item of a list."""
    for reading, after in pairwise(readings):
        if number_of(reading.bullet) and after.bullet is None and (after.kind == PassageKind.PROSE or after.is_open):
            reading.kind = PassageKind.HEADING


def _runs(readings: list[Reading]) -> Iterator[list[Block]]:
    run: list[Block] = []
    previous: Reading | None = None
    for reading in readings:
        if reading.is_open:
            if not run or reading.line.after_gap or previous is None or not previous.is_open:
                run.append([])
            run[-1].append(reading)
        elif reading.kind == PassageKind.PROSE and run:
            yield run
            run = []
        previous = reading
    if run:
        yield run


def _read_run(run: list[Block]) -> None:
    in_links = False
    for i, block in enumerate(run):
        in_links = in_links or is_link_block(block[0].text)
        if in_links or (_is_menu(block) and not is_category(block[0].text)):
            _set(block, PassageKind.FURNITURE)
        elif _is_doubled(block):
            _set(block, PassageKind.CAPTION if len(block) == 2 else PassageKind.FURNITURE)
        elif len(block) == 1:
            block[0].kind = _read_single(block[0], run[i - 1] if i else None)
        else:
            _read_block(block, run[i - 1] if i else None, run[i + 1] if i + 1 < len(run) else None)


def _set(block: Block, kind: PassageKind) -> None:
    for reading in block:
        reading.kind = kind


def _is_menu(block: Block) -> bool:
    """Whether a third of several lines are words of every site's menu."""
    words = sum(is_site_word(reading.text) for reading in block)
    return words >= 2 and 3 * words >= len(block)


def _is_doubled(block: Block) -> bool:
    """Whether each line stands twice: an image's text with its caption, or a menu that is shown in two sizes."""
    pairs = zip(block[::2], block[1::2], strict=False)
    return len(block) % 2 == 0 and all(one.text == two.text for one, two in pairs)


def _read_single(reading: Reading, before: Block | None) -> PassageKind:
    """A line that stands alone is a heading, unless it answers the heading of a category above it."""
    text = reading.text
    if is_result(text) or (is_entry(text) and not reading.line.after_gap):
        return PassageKind.LIST_ITEM
    answers = before is not None and before[-1].kind == PassageKind.HEADING and is_category(before[-1].text)
    if answers and not is_category(text):
        return PassageKind.LIST_ITEM
    return PassageKind.HEADING


def _read_block(block: Block, before: Block | None, after: Block | None) -> None:
    headed = before is not None and len(before) == 1 and before[0].kind == PassageKind.HEADING
    above = before[0].text if before is not None and headed else ""
    alternating = headed and (after is None or len(after) == 1)
    first = block[0].text
    starts_with_entry = is_result(first) or (is_entry(first) and is_entry(block[1].text))
    heads_entries = is_entry(block[1].text) and not (is_category(above) or above.endswith(":"))
    only_items = starts_with_entry or (alternating and not is_category(first) and not heads_entries)
    for i, reading in enumerate(block):
        heads = (i == 0 and not only_items) or (i + 1 < len(block) and _is_inner_heading(block, i))
        reading.kind = PassageKind.HEADING if heads else PassageKind.LIST_ITEM


def _is_inner_heading(block: Block, i: int) -> bool:
    """A category between two lists, where no empty lines part them."""
    text, below = block[i].text, block[i + 1].text
    return is_category(text) and not is_entry(text) and not is_category(below)


def is_entry(text: str) -> bool:
    """Whether the line has the form of an entry: a label with a value, a name with a work or a role."""
    return ENTRY.match(text) is not None and not text.endswith(":")


def is_category(text: str) -> bool:
    """Whether the line has the form of an award's category, such as 'Best Score' or 'Novel of the Year'."""
    return len(text) <= 90 and _pattern("category").match(text) is not None and not is_result(text)


def is_result(text: str) -> bool:
    """Whether the line is marked as the winner or a nominee."""
    return _pattern("result").search(text) is not None


@cache
def _pattern(table: str) -> re.Pattern[str]:
    entries = load_vocabulary("lists")[table]
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in entries), re.IGNORECASE)
