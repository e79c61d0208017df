"""Statements about works whose names a page has lost: 'The next year's , directed by Ann Oba' is no other work's."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.extract.statements.folding import ItemFinder
from pipeline.records import Mention, Passage, PassageKind, Statement

LOST = re.compile(
    r"(?:['’]s|\b(?:with|in|of)) ,(?= (?:directed|written|produced|created|composed|whose|which|based)\b)"
)
LONGEST = 160  # characters from the lost name on


def without_lost(
    statements: Sequence[Statement], passages: Sequence[Passage], finder: ItemFinder
) -> Iterator[Statement]:
    """The statements but those that stand behind a lost name in its sentence, with no work named between."""
    prose = [p for p in passages if p.kind == PassageKind.PROSE and LOST.search(p.text)]
    starts = [p.span.start for p in prose]
    for statement in statements:
        at = bisect_right(starts, statement.start) - 1
        if at < 0 or statement.start >= prose[at].span.end or not _is_of_lost(statement, prose[at], finder):
            yield statement


def _is_of_lost(statement: Statement, passage: Passage, finder: ItemFinder) -> bool:
    end = passage.to_text(statement.start)
    window = max(end - LONGEST, 0)
    lost = max((found.end() for found in LOST.finditer(passage.text, window, end)), default=None)
    if lost is None or ". " in passage.text[lost:end]:
        return False
    between = finder.within(passage.to_raw(lost, end).start, statement.start)
    return not any(isinstance(m, Mention) and m.label == "WORK_OF_ART" for m in between)
