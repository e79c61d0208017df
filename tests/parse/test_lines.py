"""Lines and passages keep their place in the raw text."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parse.lines import LONGEST_PASSAGE, Line, make_passages, split_lines
from pipeline.records import PassageKind


def test_lines_are_trimmed_and_know_the_gap_above() -> None:
    text = "  one \r\ntwo\n\n \u200b\n\ufeffthree\u2028four"
    lines = split_lines(text)
    assert [(line.text, line.after_gap) for line in lines] == [
        ("one", True),
        ("two", False),
        ("three", True),
        ("four", False),
    ]
    assert all(text[line.start : line.end] == line.text for line in lines)


@settings(deadline=None)  # machines are shared
@given(st.text())
def test_lines_hold_everything_that_can_be_seen(text: str) -> None:
    lines = split_lines(text)
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert all(one.end <= two.start for one, two in itertools.pairwise(lines))
    seen = sum(len("".join(line.text.split())) for line in lines)
    hidden = sum(character in "\ufeff\u200b\u2060" for character in text)
    assert len("".join(text.split())) - hidden <= seen <= len("".join(text.split()))


def test_a_very_long_line_becomes_several_passages() -> None:
    text = "A sentence of seven words stands here. " * 2000
    passages = list(make_passages(PassageKind.PROSE, Line(text.strip(), 5)))
    assert max(len(passage.text) for passage in passages) <= LONGEST_PASSAGE
    assert all(passage.text.endswith("here.") for passage in passages)
    assert all(text[p.span.start - 5 : p.span.end - 5] == p.text for p in passages)


def test_a_very_long_word_is_cut_too() -> None:
    passages = list(make_passages(PassageKind.PROSE, Line("x" * (3 * LONGEST_PASSAGE), 0)))
    assert [len(passage.text) for passage in passages] == [LONGEST_PASSAGE] * 3
