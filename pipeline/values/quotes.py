"""The words around a span: what a reader needs to check it."""

import html
import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[.!?。！？]['\"”’)\]]{0,3}(?:\s+|(?<=[。！？]))")
_NAME_INITIAL = re.compile(r"(?:^|[\s(])[A-Z]\.$|(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|No|Vol|vs|Jr|Sr)\.$")
_REACH = 160  # characters on each side at most
_ELLIPSIS = "…"
_MARKUP_REACH = 2000  # characters of HTML on each side that are looked at
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|caption|d[dlt]|div|figcaption|figure|h[1-6]|head|header|footer|hr"
    r"|li|main|nav|ol|p|pre|script|section|style|table|tbody|tfoot|thead|title|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_CELL = re.compile(r"<t[dh]\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, or the line of a table, cut around the words in question."""

    before: str
    words: str
    after: str


def quote_around(text: str, start: int, end: int, *, is_html: bool = False) -> Quote:
    """`text[start:end]` in its sentence, never beyond its line, on one line; an ellipsis marks what is cut off.

    Of HTML, what a reader sees: tags are left out, a block or a table row stands for the line.
    """
    before, words, after = _block_around(text, start, end) if is_html else _line_around(text, start, end)
    kept_before, kept_after = _last_sentence(before[-_REACH:]), _first_sentence(after[:_REACH])
    if len(kept_before) == _REACH < len(before):
        kept_before = _ELLIPSIS + kept_before.partition(" ")[2]
    if len(kept_after) == _REACH < len(after):
        kept_after = kept_after.rpartition(" ")[0] + _ELLIPSIS
    return Quote(_one_line(kept_before).lstrip(), _one_line(words), _one_line(kept_after).rstrip())


def _line_around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The line's part before the words, the words and the part after them, a little more than can be shown."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before = text[max(line_start, start - _REACH - 1) : start]
    return before, text[start:end], text[end : min(line_end, end + _REACH + 1)]


def _block_around(text: str, start: int, end: int) -> tuple[str, str, str]:
    before = _BLOCK.split(text[max(0, start - _MARKUP_REACH) : start])[-1]
    after = _BLOCK.split(text[end : end + _MARKUP_REACH], maxsplit=1)[0]
    return _visible(before), _visible(text[start:end]), _visible(after)


def _visible(markup: str) -> str:
    """HTML without its tags, on one line, table cells apart; a tag cut in two stays as it is."""
    return _one_line(html.unescape(_TAG.sub("", _CELL.sub(" | ", markup))))


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
