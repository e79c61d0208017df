"""Alignments: what is common to a clean text and its raw text stays addressable from both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.spans import Alignment, Segment, Span

# raw: "== Head ==\nab\ncd", clean: "Head ab cd" (markup dropped, a line end became a space)
RAW, CLEAN = "== Head ==\nab\ncd", "Head ab cd"
ALIGNMENT = Alignment((Segment(0, 3, 4), Segment(5, 11, 2), Segment(8, 14, 2)))


@pytest.mark.parametrize(
    ("start", "end", "raw"),
    [
        (0, 4, "Head"),
        (1, 3, "ea"),
        (5, 7, "ab"),
        (0, 7, "Head ==\nab"),
        (4, 7, "ab"),  # begins in the inserted space: drawn in to the next common character
        (5, 8, "ab"),  # ends in the inserted space
        (0, 99, "Head ==\nab\ncd"),  # beyond the text
    ],
)
def test_to_raw(start: int, end: int, raw: str) -> None:
    span = ALIGNMENT.to_raw(start, end)
    assert RAW[span.start : span.end] == raw


@pytest.mark.parametrize(("start", "end"), [(4, 5), (7, 8), (3, 3), (5, 2), (10, 12), (99, 100)])
def test_a_span_without_common_characters_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        ALIGNMENT.to_raw(start, end)


def test_an_alignment_without_segments_maps_nothing() -> None:
    with pytest.raises(ValueError, match="span"):
        Alignment(()).to_raw(0, 1)
    with pytest.raises(ValueError, match="common"):
        Alignment(()).to_text(0)


@pytest.mark.parametrize(("raw", "text"), [(3, 0), (5, 2), (11, 5), (15, 9), (0, 0), (8, 4), (99, 10)])
def test_to_text(raw: int, text: int) -> None:
    assert ALIGNMENT.to_text(raw) == text


def test_identity_moves_by_the_start() -> None:
    assert Alignment.identity(7, 5).to_raw(1, 3) == Span(8, 10)
    assert Alignment.identity(7, 5).to_text(9) == 2


@pytest.mark.parametrize(("other", "expected"), [((2, 4), True), ((0, 3), True), ((5, 6), False), ((0, 2), False)])
def test_overlaps(other: tuple[int, int], expected: bool) -> None:
    assert Span(2, 5).overlaps(Span(*other)) is expected


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str, Alignment]:
    """A raw text, what cleaning made of it (pieces kept, dropped, inserted), and the alignment."""
    raw, clean, segments = "", "", []
    for kind in draw(st.lists(st.sampled_from(("keep", "drop", "insert")), max_size=8)):
        piece = draw(st.text("abc", min_size=1, max_size=4))
        if kind == "keep":
            segments.append(Segment(len(clean), len(raw), len(piece)))
        raw += piece if kind != "insert" else ""
        clean += piece if kind != "drop" else ""
    return raw, clean, Alignment(tuple(segments))


@given(edits())
def test_common_characters_survive_the_way_there_and_back(edit: tuple[str, str, Alignment]) -> None:
    raw, clean, alignment = edit
    for segment in alignment.segments:
        for i in range(segment.text_start, segment.text_start + segment.length):
            span = alignment.to_raw(i, i + 1)
            assert raw[span.start : span.end] == clean[i]
            assert alignment.to_text(span.start) == i
            assert alignment.to_text(span.end - 1) + 1 == i + 1


@given(edits(), st.integers(0, 30), st.integers(1, 30))
def test_to_raw_stays_inside_the_raw_text(edit: tuple[str, str, Alignment], start: int, length: int) -> None:
    raw, _, alignment = edit
    try:
        span = alignment.to_raw(start, start + length)
    except ValueError:
        return
    assert 0 <= span.start < span.end <= len(raw)
