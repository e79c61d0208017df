"""Encoding, windows, decoding and the component of the accurate pipeline."""

import itertools

import numpy
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.transformer.component import Transformer
from pipeline.extract.transformer.decoding import ALLOWED, FINAL, FIRST, NAMES, TAGS, best_tags, entities, tag
from pipeline.extract.transformer.encoding import MOST_PIECES, SHAPES, WordPieces, shape_of
from pipeline.extract.transformer.vectors import WordVectors, packed
from pipeline.extract.transformer.windows import MOST, SHARED, windows

PIECES = ["[UNK]", "[CLS]", "[SEP]", "em", "##ber", "day", "##s", "o", "'", "-", "漢", "字", "café", "cafe", "a"]
WORDPIECES = WordPieces(PIECES)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Ember", ["em", "##ber"]),
        ("EMBER", ["em", "##ber"]),
        ("days", ["day", "##s"]),
        ("Café", ["cafe"]),
        ("o'em-day", ["o", "'", "em", "-", "day"]),
        ("漢字", ["漢", "字"]),
        ("em\u200bber", ["em", "##ber"]),
        ("xyz", ["[UNK]"]),
        ("emx", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("a" * 101, ["[UNK]"]),
        ("\n", []),
        (" \t ", []),
    ],
)
def test_pieces(word, pieces):
    assert [PIECES[number] for number in WORDPIECES.pieces_of(word)] == pieces


def test_a_word_has_a_bounded_number_of_pieces():
    assert len(WORDPIECES.pieces_of("漢字" * 50)) == MOST_PIECES


@given(st.text(min_size=1, max_size=30))
def test_every_word_has_pieces_or_is_blank(word):
    assert bool(WORDPIECES.pieces_of(word)) != word.isspace()


def test_encoding_says_where_words_begin():
    encoded = WORDPIECES.encode(["Ember", " ", "days"], [True, False, True])
    assert encoded.firsts == [0, -1, 2]
    assert len(encoded.pieces) == len(encoded.shapes) == 4
    assert encoded.shapes[0] == encoded.shapes[1] != encoded.shapes[2]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("small", 0), ("Capital", 1), ("CAPITALS", 2), ("A", 3), ("McReed", 4), ("2014", 5), ("R2D2", 6), ("?!", 7),
        ("漢字", 8), ("a", 9), ("iPhone", 10), ("Ōta", 1),
    ],
)  # fmt: skip
def test_shapes(word, shape):
    assert shape_of(word) == shape


@given(st.text(min_size=1, max_size=20))
def test_shapes_have_a_row(word):
    assert 0 <= shape_of(word) * 4 + 3 < SHAPES


def test_tags_make_entities():
    person, work = NAMES.index("PERSON"), NAMES.index("WORK_OF_ART")
    tags = [tag(3, person), 0, tag(0, work), tag(1, work), tag(2, work), tag(0, person), tag(2, person)]
    assert list(entities(tags)) == [(0, 1, "PERSON"), (2, 5, "WORK_OF_ART"), (5, 7, "PERSON")]


def is_sequence(tags):
    inside = all(ALLOWED[a, b] for a, b in itertools.pairwise(tags))
    return not tags or bool(FIRST[tags[0]] and FINAL[tags[-1]] and inside)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 12), st.integers(0, 10_000))
def test_the_best_sequence_is_allowed(length, seed):
    scores = numpy.random.default_rng(seed).normal(size=(length, TAGS)).astype("float32")
    tags = best_tags(scores)
    assert len(tags) == length
    assert is_sequence(tags)


@pytest.mark.parametrize("seed", range(8))
def test_the_best_sequence_is_the_best(seed):
    """Against all sequences of three words over the tags of two labels."""
    scores = numpy.full((3, TAGS), -50.0, dtype="float32")
    scores[:, :9] = numpy.random.default_rng(seed).normal(size=(3, 9))
    allowed = [tags for tags in itertools.product(range(9), repeat=3) if is_sequence(list(tags))]
    best = max(allowed, key=lambda tags: sum(float(scores[i, t]) for i, t in enumerate(tags)))
    assert tuple(best_tags(scores)) == best


SIZES = st.lists(st.tuples(st.integers(1, MOST_PIECES), st.booleans()), max_size=900)


@settings(max_examples=80, deadline=None)
@given(SIZES, st.booleans())
def test_windows_read_every_word_once_and_fit(words, has_ends):
    sizes, ends = [size for size, _ in words], [has_ends and end for _, end in words]
    made = list(windows(sizes, ends))
    assert [i for w in made for i in range(w.first, w.last)] == list(range(len(sizes)))
    assert all(w.start <= w.first < w.last <= w.end and sum(sizes[w.start : w.end]) <= MOST for w in made)
    assert not made or made[-1].final


def test_windows_are_cut_at_the_ends_of_sentences():
    ends = [i in (99, 399) for i in range(600)]
    assert [(w.start, w.end, w.final) for w in windows([1] * 600, ends)][:2] == [(0, 100, True), (100, 354, False)]


def test_windows_without_an_end_share_words():
    first, second = list(windows([1] * 400, [False] * 400))
    assert first.end - second.start == SHARED
    assert first.last == second.first == second.start + SHARED // 2


def test_windows_take_linear_time():
    assert len(list(windows([1] * 200_000, [False] * 200_000))) < 1_200


class Counting:
    """Stands for the network: a word of one piece with an odd number is a person."""

    def __init__(self):
        self.calls = 0
        self.model = b"none"

    def scores(self, vectors, _shapes, firsts):
        self.calls += 1
        scores = numpy.zeros((len(firsts), TAGS), dtype="float32")
        for row, first in enumerate(firsts):
            scores[row, tag(3, 0) if vectors[0, first, 0] % 2 else 0] = 1
        return scores


@pytest.fixture
def counting():
    made = Transformer()
    numbers = numpy.arange(len(PIECES), dtype="int8")[:, None]  # each piece's vector is its number
    vectors = packed(numbers, numpy.ones(numbers.shape, dtype="float32"))
    made.load(b"none", "".join(f"{piece}\n" for piece in PIECES), vectors)
    made.network = Counting()
    return made


def test_vectors_are_values_times_the_scale_of_their_piece():
    values = numpy.array([[1, -2], [3, 4]], dtype="int8")
    vectors = WordVectors(packed(values, numpy.array([[0.5], [2.0]], dtype="float32")))
    assert vectors.of([1, 0, 1]).tolist() == [[[6.0, 8.0], [0.5, -1.0], [6.0, 8.0]]]


def test_entities_stand_where_their_words_are(counting):
    doc = counting(spacy.blank("en")("Day \n o Em"))
    assert [(e.text, e.label_) for e in doc.ents] == [("Day", "PERSON"), ("o", "PERSON"), ("Em", "PERSON")]


def test_texts_without_a_capital_hold_no_names(counting):
    assert not counting(spacy.blank("en")("em day 2014 ?!")).ents
    assert counting.network.calls == 0


def test_cells_that_come_again_are_remembered(counting):
    nlp = spacy.blank("en")
    for _ in range(5):
        counting(nlp("Day one"))
    assert counting.network.calls == 1
