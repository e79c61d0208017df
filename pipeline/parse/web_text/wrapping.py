"""Paragraphs whose lines were broken at a fixed width are put together again; their text keeps the line breaks."""

from itertools import pairwise

from pipeline.parse.lines import Line

SHORTEST = 40  # a line broken for its width is at least so long,
LONGEST = 130  # and at most so long
FULL = 0.6  # of the longest line: a shorter one ends its paragraph
SHARE = 0.3  # of the lines of a paragraph go on with a small letter: the others happen to end with a sentence or a name
FEWEST = 3  # such lines in an article: one or two may be chance
SENTENCE_ENDS = (".", "!", "?", ":", "。", "”", '"')


def join_wrapped(lines: list[Line], text: str) -> list[Line]:
    """The lines, those of a wrapped paragraph joined into one."""
    blocks = _blocks(lines)
    broken = [_count_broken(block) for block in blocks]
    if sum(broken) < FEWEST:
        return lines
    joined: list[Line] = []
    for block, count in zip(blocks, broken, strict=True):
        joined.extend(_join(block, text) if count and count >= SHARE * (len(block) - 1) else block)
    return joined


def _blocks(lines: list[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if line.after_gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _count_broken(block: list[Line]) -> int:
    """How many lines stop in mid-sentence and go on with a small letter in the next line."""
    if max(len(line.text) for line in block) > LONGEST:
        return 0
    return sum(
        len(line.text) >= SHORTEST and not line.text.endswith(SENTENCE_ENDS) and after.text[0].islower()
        for line, after in pairwise(block)
    )


def _join(block: list[Line], text: str) -> list[Line]:
    full = FULL * max(len(line.text) for line in block)
    groups = [[block[0]]]
    for line, after in pairwise(block):
        if len(line.text) >= full:
            groups[-1].append(after)
        else:
            groups.append([after])
    return [Line(text[group[0].start : group[-1].end], group[0].start, group[0].after_gap) for group in groups]
