"""Sections that are about a work each: the entries of a list of recommendations, the titles of a publisher's list."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.subjects import Narrative
from pipeline.records import Mention, Name, Passage, PassageKind

ENTRY = (PassageKind.PROSE, PassageKind.CAPTION)


def works_of_sections(passages: Sequence[Passage], finder: ItemFinder, narrative: Narrative) -> dict[int, Name]:
    """The work that a passage is about, by the number of the passage; empty where sections are about one topic.

    '3. Sea of Glass (2021)' opens such a section, as a heading or as an item with prose behind it. A single one is a
    section about a detail.
    """
    openers = dict(_openers(passages, finder, narrative))
    if len({name.text for name in openers.values()}) < 2:
        return {}
    found: dict[int, Name] = {}
    current: Name | None = None
    depth = 0
    for number, passage in enumerate(passages):
        if number in openers:
            current, depth = openers[number], len(passage.section)
        elif passage.kind == PassageKind.HEADING and len(passage.section) <= depth:
            current = None
        if current is not None:
            found[number] = current
    return found


def _openers(passages: Sequence[Passage], finder: ItemFinder, narrative: Narrative) -> Iterator[tuple[int, Name]]:
    for number, passage in enumerate(passages):
        item = passage.kind == PassageKind.LIST_ITEM
        follows = passages[number + 1].kind if number + 1 < len(passages) else None
        if passage.kind != PassageKind.HEADING and not (item and follows in ENTRY):
            continue
        items = finder.within(passage.span.start, passage.span.end)
        work = items[0] if items else None
        if not isinstance(work, Mention) or work.label != "WORK_OF_ART":
            continue
        before, behind = passage.text[: passage.to_text(work.start)], passage.text[passage.to_text(work.end - 1) + 1 :]
        alone = not re.search(r"[^\W\d_]", behind.partition("(")[0])
        if not re.search(r"[^\W\d_]{2,}", before) and (alone or not item):
            yield number, narrative.name_of(work)
