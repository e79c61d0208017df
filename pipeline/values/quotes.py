"""The words around a span: what a reader needs to check it."""

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[.!?。！？]['\"”’)\]]{0,3}(?:\s+|(?<=[。！？]))")
_NAME_INITIAL = re.compile(r"(?:^|[\s(])[A-Z]\.$|(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|No|Vol|vs|Jr|Sr)\.$")
_REACH = 160  # characters on each side at most
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, or the line of a table, cut around the words in question."""

    before: str
    words: str
    after: str


def quote_around(text: str, start: int, end: int) -> Quote:
    """`text[start:end]` in its sentence, never beyond its line, on one line; an ellipsis marks what is cut off."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before = _last_sentence(text[max(line_start, start - _REACH) : start])
    after = _first_sentence(text[end : min(line_end, end + _REACH)])
    if len(before) == _REACH < start - line_start:
        before = _ELLIPSIS + before.partition(" ")[2]
    if len(after) == _REACH < line_end - end:
        after = after.rpartition(" ")[0] + _ELLIPSIS
    return Quote(_one_line(before).lstrip(), _one_line(text[start:end]), _one_line(after).rstrip())


def _last_sentence(before: str) -> str:
    ends = [found.end() for found in _SENTENCE_END.finditer(before) if not _is_abbreviation(before, found)]
    return before[ends[-1] :] if ends else before


def _first_sentence(after: str) -> str:
    for found in _SENTENCE_END.finditer(after):
        if not _is_abbreviation(after, found):
            return after[: found.end()].rstrip()
    return after


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    head = text[max(found.start() - 5, 0) : found.start() + 1]
    return _NAME_INITIAL.search(head) is not None


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
