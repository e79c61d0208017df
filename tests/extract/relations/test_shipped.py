"""The shipped network on sentences that no rule has a wording for. Invented names, written for development."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from pipeline.extract.language import plain_tokenizer
from pipeline.extract.relations import find_relations, load_relations, make_paragraph
from pipeline.records import Name
from training.stated import unmarked

SEA = Name("Sea of Glass", "WORK_OF_ART")
TEXT = "[Ann Oba](PERSON) wrote [Kites](WORK_OF_ART) in [2019](DATE); [Harbor Press](ORG) printed it in [2020](DATE)."


def likely(text: str, topic: Name | None = SEA, at_least: float = 0.5) -> set[str]:
    plain, named, _ = unmarked(text)
    paragraph = make_paragraph(plain_tokenizer()(plain), named, topic, "")
    found = find_relations([paragraph], load_relations())
    return {
        f"{r.subject.text} | {r.predicate} | {r.value.name.text}"
        for r in found
        if r.probability * r.certainty >= at_least
    }


UNWORDED = [
    (
        "The scripts of [Kites](WORK_OF_ART), a series, are the work of [Bo Lind](PERSON).",
        "Kites | screenwriter | Bo Lind",
    ),
    (
        "[Kites](WORK_OF_ART), the new manga by [Ann Oba](PERSON), is running in [Monthly Quay](ORG).",
        "Kites | serialized_in | Monthly Quay",
    ),
    (
        "[Cy Ek](PERSON) held the camera, but [Kites](WORK_OF_ART) is [Bo Lind](PERSON)'s: he directed it.",
        "Kites | director | Bo Lind",
    ),
    (
        "For [Kites](WORK_OF_ART), her third novel, [Ann Oba](PERSON) went to [Harbor Press](ORG).",
        "Kites | publisher | Harbor Press",
    ),
    (
        "Behind the microphone for the dub of [Kites](WORK_OF_ART): [Cy Ek](PERSON) as lazy [Rook](CHARACTER).",
        "Kites | voice_actor | Cy Ek",
    ),
]


def test_what_no_wording_says():
    """Four of five at least: which one a network misses changes with each training; floors tell how good it is."""
    missed = [expected for text, expected in UNWORDED if expected not in likely(text)]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize(
    "text",
    [
        "[Bo Lind](PERSON), who reviewed [Kites](WORK_OF_ART) for [Quay Times](ORG) in [2012](DATE), left.",
        "On [Monday](DATE|2021-05-03) [Bo Lind](PERSON) told [Quay Times](ORG) that [Kites](WORK_OF_ART) bored him.",
    ],
)
def test_what_is_not_stated(text):
    assert likely(text, at_least=0.8) == set()


def _relations(text: str) -> list[tuple[float, float, str]]:
    plain, named, _ = unmarked(text)
    paragraph = make_paragraph(plain_tokenizer()(plain), named, SEA, "")
    return [(r.probability, r.certainty, r.predicate) for r in find_relations([paragraph], load_relations())]


def test_every_process_finds_the_same():
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(_relations, TEXT).result() == _relations(TEXT)


def test_what_is_found_does_not_depend_on_other_articles():
    alone = _relations(TEXT)
    likely("[Bo Lind](PERSON) made [Kites](WORK_OF_ART).")
    assert _relations(TEXT) == alone
