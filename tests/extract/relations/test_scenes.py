"""Inputs of the network of relations, on hand-written paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.language import plain_tokenizer
from pipeline.extract.relations import Candidate, Paragraph, make_paragraph
from pipeline.extract.relations.network import load_wordpieces
from pipeline.extract.relations.scenes import LONGEST_NAME, Scene, scenes
from pipeline.extract.transformer.windows import MOST
from pipeline.records import Name

TOKENIZER = plain_tokenizer()
WORDPIECES = load_wordpieces()
KITES = Name("Kites", "WORK_OF_ART")
LONGEST_INPUT = 512  # pieces: what the encoder has places for


def paragraph(text: str, *names: tuple[str, str], topic: Name | None = KITES, heading: str = "") -> Paragraph:
    """The first occurrence of each name is a candidate."""
    named = [Candidate(text.index(n), text.index(n) + len(n), Name(n, label)) for n, label in names]
    return make_paragraph(TOKENIZER(text), sorted(named, key=lambda c: c.start), topic, heading)


def made(*paragraphs: Paragraph) -> list[Scene]:
    return list(scenes(paragraphs, WORDPIECES))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has 12 volumes.", ["12"]),
        ("It has twelve volumes and a third season.", ["12", "3"]),
        ("It is a romantic comedy.", ["romantic comedy"]),
        ("Two rom-coms follow.", ["2", "romantic comedy"]),
        ("It cost 12,000,000 yen.", []),
        ("It is by a friend.", []),
    ],
)
def test_numbers_and_genres_are_candidates(text, found):
    assert [c.name.text for c in paragraph(text).candidates] == found


def test_a_number_inside_a_name_is_none_by_itself():
    assert [c.name.text for c in paragraph("See Room 12 today.", ("Room 12", "WORK_OF_ART")).candidates] == ["Room 12"]


def test_the_topic_and_the_heading_stand_in_front():
    (scene,) = made(paragraph("Ann Oba wrote it.", ("Ann Oba", "PERSON"), heading="Manga"))
    words = {number: piece for piece, number in WORDPIECES.numbers.items()}
    assert [words[n] for n in scene.pieces[:7]] == ["[CLS]", "kite", "##s", "|", "manga", "|", "-"]
    assert [(p.name.text, p.paragraph) for p in scene.placed] == [("Kites", None), ("Ann Oba", 0)]


def test_kinds_are_marked_on_the_pieces_of_candidates_alone():
    (scene,) = made(paragraph("Ann Oba wrote it.", ("Ann Oba", "PERSON")))
    (ann,) = [p for p in scene.placed if p.candidate]
    assert len(set(scene.kinds[ann.first : ann.last + 1])) == 1
    outside = [k for n, k in enumerate(scene.kinds) if not any(p.first <= n <= p.last for p in scene.placed)]
    assert set(outside) == {0}


def test_paragraphs_of_one_heading_share_an_input_and_others_do_not():
    first, second = (paragraph(f"{name} wrote it.", (name, "PERSON")) for name in ("Ann Oba", "Bo Lind"))
    third = paragraph("Cy Ek drew it.", ("Cy Ek", "PERSON"), heading="Manga")
    assert [[p.name.text for p in s.placed if p.candidate] for s in made(first, second, third)] == [
        ["Ann Oba", "Bo Lind"],
        ["Cy Ek"],
    ]


def test_the_work_named_last_is_known_under_the_next_heading():
    told = paragraph("Then came Sea.", ("Sea", "WORK_OF_ART"))
    later = paragraph("Ann Oba wrote it.", ("Ann Oba", "PERSON"), heading="Manga")
    _, scene = made(told, later)
    assert [p.name.text for p in scene.placed if p.paragraph is None] == ["Kites", "Sea"]


def test_a_paragraph_without_candidates_makes_no_input():
    assert made(paragraph("Nothing is said.")) == []


@given(st.lists(st.lists(st.sampled_from(["Ann Oba", "wrote", ".", "12", "x" * 40, "水"]), max_size=60), max_size=12))
def test_every_candidate_counts_once_and_inputs_have_room(texts):
    paragraphs = []
    for words in texts:
        text = " ".join(words)
        named, at = [], 0
        while (at := text.find("Ann Oba", at)) >= 0:
            named.append(Candidate(at, at + 7, Name("Ann Oba", "PERSON")))
            at += 7
        paragraphs.append(make_paragraph(TOKENIZER(text), named, KITES, ""))
    found = made(*paragraphs)
    counted = [(p.paragraph, p.candidate) for s in found for p in s.placed if p.counts]
    assert sorted(counted, key=lambda c: (c[0], c[1].start)) == [
        (n, c) for n, p in enumerate(paragraphs) for c in p.candidates
    ]
    for scene in found:
        assert len(scene.pieces) == len(scene.shapes) == len(scene.kinds)
        assert len(scene.pieces) <= MOST + 3 * (LONGEST_NAME + 1) + 3 <= LONGEST_INPUT
