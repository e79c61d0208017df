"""Clean text from marked-up text: what shows, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.lines import LONGEST_PASSAGE
from pipeline.parse.markup import Atom, Break, MarkedText, clean, join, make_passage, split_breaks, text_atoms
from pipeline.parse.references import decode_reference, decode_references
from pipeline.records import PassageKind
from pipeline.values.spans import Alignment


def read(raw: str) -> MarkedText | None:
    return clean(raw, text_atoms(raw, 0, len(raw)))


def raw_of(raw: str, marked: MarkedText, words: str) -> str:
    at = marked.text.index(words)
    span = Alignment(marked.segments).to_raw(at, at + len(words))
    return raw[span.start : span.end]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  Ann \n\t Oba  ", "Ann Oba"),
        ("Angels &amp; Airwaves", "Angels & Airwaves"),
        ("12&nbsp;March&#160;2011", "12 March 2011"),
        ("Caf&eacute; &#x41;&#66;", "Café AB"),
        ("&copy2020 &amp", "©2020 &"),
        ("Q&A at R&D & &nosuch; &", "Q&A at R&D & &nosuch; &"),
        ("a&shy;b\u200bc&#8203;d", "abcd"),
        ("&#0;&#xD800;", "\ufffd\ufffd"),
        ("x&#1;y", "xy"),
        ("&lt;p&gt;", "<p>"),
    ],
)
def test_what_shows(raw: str, text: str) -> None:
    marked = read(raw)
    assert marked is not None
    assert marked.text == text


@pytest.mark.parametrize("raw", ["", " \n ", "&nbsp;&#32;", "\u200b", "&#1;"])
def test_nothing_shows(raw: str) -> None:
    assert read(raw) is None


@pytest.mark.parametrize(
    ("raw", "words", "expected"),
    [
        ("The Angels &amp; Airwaves", "Angels & Airwaves", "Angels &amp; Airwaves"),
        ("in Caf&eacute; X", "Café", "Caf&eacute;"),
        ("in Caf&eacute; X", "é", "&eacute;"),
        ("a  b", "a b", "a  b"),
        ("&amp;&amp;b", "&b", "&amp;b"),
        ("x &NotEqualTilde; y", "\u2242", "&NotEqualTilde;"),  # one reference, two characters: never cut
    ],
)
def test_a_span_holds_whole_references(raw: str, words: str, expected: str) -> None:
    marked = read(raw)
    assert marked is not None
    assert raw_of(raw, marked, words) == expected


def test_markup_between_atoms_belongs_to_a_span_that_crosses_it() -> None:
    raw = "The <i>Glass</i> Orchard"
    marked = clean(raw, [Atom(0, 4), Atom(7, 12), Atom(16, 24)])
    assert marked is not None
    assert marked.text == "The Glass Orchard"
    assert raw_of(raw, marked, "Glass") == "Glass"
    assert raw_of(raw, marked, "Glass Orchard") == "Glass</i> Orchard"


def test_parts_keep_their_place() -> None:
    raw = "By  Ann &amp; Bo, 2 May"
    marked = read(raw)
    assert marked is not None
    part = marked.part(2, 11)
    assert part is not None
    assert (part.text, raw[part.start : part.end]) == ("Ann & Bo", "Ann &amp; Bo")
    assert marked.part(2, 3) is None


def test_breaks_separate() -> None:
    raw = "ab"
    atoms = [Atom(0, 1), Break.LINE, Break.PART, Atom(1, 2)]
    found = [(mark, piece.text if piece else None) for mark, piece in split_breaks(raw, atoms)]
    assert found == [(None, "a"), (Break.LINE, None), (Break.PART, "b")]


def test_joined_pieces_point_to_where_they_stand() -> None:
    raw = "key=value"
    key, value = clean(raw, [Atom(0, 3)]), clean(raw, [Atom(4, 9)])
    assert key is not None
    assert value is not None
    both = join([("", key), (": ", value)])
    assert both.text == "key: value"
    assert raw_of(raw, both, "value") == "value"


def test_a_long_text_is_cut_into_passages() -> None:
    raw = "Words &amp; more. " * 3000
    marked = read(raw)
    assert marked is not None
    passages = list(make_passage(PassageKind.PROSE, marked))
    assert len(passages) == 3
    assert all(len(p.text) <= LONGEST_PASSAGE for p in passages)
    assert " ".join(p.text for p in passages) == marked.text
    assert [raw[p.span.start : p.span.start + 5] for p in passages] == ["Words"] * 3


PIECES = st.lists(st.sampled_from(["word", " ", "\n ", "&amp;", "&nbsp;", "&shy;", "<b>", "&#x1F600;", "\u200b", "&"]))


@given(PIECES)
def test_every_character_of_the_text_stands_in_the_raw_text(pieces: list[str]) -> None:
    raw = "".join(pieces)
    marked = read(raw)
    if marked is None:
        return
    alignment = Alignment(marked.segments)
    assert marked.text == " ".join(marked.text.split())
    for at, character in enumerate(marked.text):
        if character != " ":
            span = alignment.to_raw(at, at + 1)
            assert decode_references(raw[span.start : span.end]) == character
            assert alignment.to_text(span.start) == at
            assert alignment.to_text(span.end - 1) <= at


@pytest.mark.parametrize(
    ("written", "shown", "length"),
    [
        ("&amp;", "&", 5),
        ("&ampx", "&", 4),
        ("&notin;", "∉", 7),
        ("&notit;", "¬", 4),
        ("&nosuch;", "", 0),
        ("&A", "", 0),
    ],
)
def test_references(written: str, shown: str, length: int) -> None:
    assert decode_reference(written) == (shown, length)
