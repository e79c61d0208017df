"""Several seasons at once: 'both seasons', 'the first two seasons', 'all three seasons of X', 'seasons 1 and 2'."""

from collections.abc import Sequence

from pipeline.extract.statements.folding import KINDS, Token
from pipeline.extract.statements.references import Reference
from pipeline.records import Mention
from pipeline.values.numbers import parse_count

MOST = 30
THROUGH = frozenset(["to", "through", "-", "–"])


def seasons_at(tokens: Sequence[Token], at: int, done: Sequence[Token]) -> tuple[Reference, int, int] | None:
    """The reference whose head is the plural at `at`, how many finished tokens it takes in, where it ends."""
    numbered = _numbered(tokens, at)
    if numbered is not None:
        seasons, end = numbered
        taken = int(bool(done) and done[-1].text == "the")
    else:
        counted = _counted(done) if tokens[at].text == "seasons" else None
        if counted is None:
            return None
        seasons, taken = counted
        end = at + 1
    start = done[-taken].start if taken else tokens[at].start
    work: Mention | None = None
    if len(tokens) > end + 1 and tokens[end].text == "of" and tokens[end + 1].text == KINDS["work"]:
        named = tokens[end + 1].item
        work = named if isinstance(named, Mention) else None
        end += 2 * (work is not None)
    return Reference(start, tokens[end - 1].end, work=work, seasons=seasons, determiner="the"), taken, end


def _numbered(tokens: Sequence[Token], at: int) -> tuple[tuple[int, ...], int] | None:
    """'seasons 1 and 2', 'seasons one, two and three', 'seasons 1-3'."""
    if tokens[at].text != "seasons":
        return None
    span = _ranged(tokens, at + 1)
    if span is not None:
        return span, at + 2
    found: list[int] = []
    end = at + 1
    while end < len(tokens) and (number := parse_count(tokens[end].text)) is not None and number < MOST:
        found.append(number)
        end += 1
        while end + 1 < len(tokens) and tokens[end].text in (",", "and", "&") and parse_count(tokens[end + 1].text):
            end += 1
        if end + 1 < len(tokens) and tokens[end].text in THROUGH and (last := parse_count(tokens[end + 1].text)):
            return (tuple(range(number, last + 1)), end + 2) if number < last < MOST else None
    return (tuple(found), end) if len(found) > 1 else None


def _ranged(tokens: Sequence[Token], at: int) -> tuple[int, ...] | None:
    """'1-3' as one word."""
    first, dash, last = tokens[at].text.replace("–", "-").partition("-") if at < len(tokens) else ("", "", "")
    if not dash or not first.isdigit() or not last.isdigit() or not 0 < int(first) < int(last) < MOST:
        return None
    return tuple(range(int(first), int(last) + 1))


def _counted(done: Sequence[Token]) -> tuple[tuple[int, ...], int] | None:
    """'both', 'the first two', 'all three', 'all three of its': the seasons, and how many words say it."""
    words = [token.text for token in done[-3:]]
    if words[-1:] == ["both"]:
        return (1, 2), 1
    count = parse_count(words[-1]) if words else None
    if count is None or not 1 < count < MOST or len(words) < 2:
        return None
    if words[-2] == "all":
        return tuple(range(1, count + 1)), 2
    if words[-2] == "first":
        return tuple(range(1, count + 1)), 2 + (words[0] == "the" and len(words) == 3)
    return None
