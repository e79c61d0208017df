"""Tags of words, and the best sequence of them that is a sequence of entities."""

from collections.abc import Iterator, Sequence

import numpy

NAMES = ("PERSON", "CHARACTER", "ORG", "WORK_OF_ART", "GPE", "LOC", "FAC", "EVENT", "AWARD")
OUTSIDE = 0
BEGIN, INSIDE, LAST, UNIT = range(4)
TAGS = 1 + 4 * len(NAMES)


def tag(part: int, name: int) -> int:
    """The number of a tag: BEGIN of PERSON is 1, its INSIDE 2, its LAST 3, its UNIT 4, BEGIN of CHARACTER 5, ..."""
    return 1 + 4 * name + part


def _allowed() -> numpy.ndarray:
    """[before, after]: an entity goes on until its LAST; whatever is no entity can follow one."""
    allowed = numpy.zeros((TAGS, TAGS), dtype=bool)
    openers = [OUTSIDE, *(tag(part, name) for name in range(len(NAMES)) for part in (BEGIN, UNIT))]
    closers = [OUTSIDE, *(tag(part, name) for name in range(len(NAMES)) for part in (LAST, UNIT))]
    allowed[numpy.ix_(closers, openers)] = True
    for name in range(len(NAMES)):
        for before in (BEGIN, INSIDE):
            for after in (INSIDE, LAST):
                allowed[tag(before, name), tag(after, name)] = True
    return allowed


ALLOWED = _allowed()
FIRST = ALLOWED[OUTSIDE]  # what may stand at the beginning, where nothing is open
FINAL = ALLOWED[:, OUTSIDE]


def best_tags(scores: numpy.ndarray) -> list[int]:
    """The allowed sequence of highest summed score (Viterbi); `scores` has a row per word.

    Where the best tag of every word makes an allowed sequence, that is the answer and nothing needs to be searched.
    """
    greedy = scores.argmax(axis=1)
    if not len(greedy) or (FIRST[greedy[0]] and FINAL[greedy[-1]] and ALLOWED[greedy[:-1], greedy[1:]].all()):
        return list(map(int, greedy))
    barred = numpy.where(ALLOWED, 0.0, -numpy.inf).T
    total = numpy.where(FIRST, scores[0].astype("float64"), -numpy.inf)
    back = numpy.zeros(scores.shape, dtype="int64")
    for i in range(1, len(scores)):
        paths = barred + total
        back[i] = paths.argmax(axis=1)
        total = paths[numpy.arange(TAGS), back[i]] + scores[i]
    tags = [int(numpy.where(FINAL, total, -numpy.inf).argmax())]
    for i in range(len(scores) - 1, 0, -1):
        tags.append(int(back[i, tags[-1]]))
    return tags[::-1]


def entities(tags: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """(first word, word after the last, label) of each entity of an allowed sequence."""
    start = 0
    for i, number in enumerate(tags):
        if number == OUTSIDE:
            continue
        name, part = divmod(number - 1, 4)
        if part in (BEGIN, UNIT):
            start = i
        if part in (LAST, UNIT):
            yield start, i + 1, NAMES[name]
