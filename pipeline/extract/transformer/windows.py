"""How a long text is shared out to a network that sees a few hundred pieces at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST = 254  # pieces in a window, without the two marks around it
SHARED = 32  # pieces that two windows share where no sentence ends between them
LONGEST_STRETCH = 3_000  # words decoded together where no sentence ends; more would take memory, not add sense


@dataclass(frozen=True, slots=True)
class Window:
    """The network sees words start to end; its scores of `first` up to `last` count. `final`: no entity goes on."""

    start: int
    end: int
    first: int
    last: int
    final: bool


def windows(sizes: Sequence[int], ends: Sequence[bool]) -> Iterator[Window]:
    """Windows over words of these numbers of pieces, at most MOST each; `ends[i]`: a sentence ends with word i.

    Cuts lie at the ends of sentences. Where a window has none, it shares words with the next, and either side's scores
    count up to their middle: an entity is never cut, and never judged without its surroundings. The same words always
    make the same windows.
    """
    start = first = stretch = 0
    while start < len(sizes):
        end = _reach(sizes, start)
        if end == len(sizes):
            yield Window(start, end, first, end, True)
            return
        cut = next((i for i in range(end, max(first, start), -1) if ends[i - 1]), 0)
        if cut:
            yield Window(start, cut, first, cut, True)
            start = first = stretch = cut
            continue
        back = _back(sizes, end, SHARED)
        middle = _back(sizes, end, SHARED // 2)
        if not start < back < middle <= end or middle <= first:  # a few words of many pieces
            back = middle = end
        final = middle - stretch >= LONGEST_STRETCH
        yield Window(start, end, first, middle, final)
        start, first = back, middle
        stretch = middle if final else stretch


def _reach(sizes: Sequence[int], start: int) -> int:
    """The word after the last that fits into a window from `start`; at least one does."""
    room, end = MOST, start
    while end < len(sizes) and (sizes[end] <= room or end == start):
        room -= sizes[end]
        end += 1
    return end


def _back(sizes: Sequence[int], end: int, pieces: int) -> int:
    """The word so many pieces before `end`."""
    while end > 0 and pieces > 0:
        end -= 1
        pieces -= sizes[end]
    return end
