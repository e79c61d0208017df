"""The shipped pipeline and other spaCy pipelines behind the same door."""

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ModelError
from pipeline.extract.language import LONGEST_RUN, load_language
from pipeline.records import LABELS

SENTENCE = "Ember Days is a manga series written by Ada Quill and published by Kaze House in Japan."


@pytest.fixture(scope="module")
def nlp():
    return load_language()


def test_shipped_pipeline_knows_our_labels_only(nlp):
    assert set(nlp.get_pipe("ner").labels) <= set(LABELS)
    found = {(e.text, e.label_) for e in nlp(SENTENCE).ents}
    assert {("Ada Quill", "PERSON"), ("Japan", "GPE")} <= found


def test_shipped_pipeline_is_small():
    folder = Path(str(files("pipeline.extract") / "model"))
    assert sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) < 10_000_000


def test_shipped_pipeline_loads_without_the_network_and_reads_the_same_in_every_process():
    code = (
        "import socket; socket.socket.connect = None\n"
        "from pipeline.extract.language import load_language\n"
        f"print([(e.text, e.label_) for e in load_language()({SENTENCE!r}).ents])"
    )
    seeds = ("0", "4711")
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in seeds
    }
    assert len(said) == 1


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It began in May. It ended in June.", 2),
        ('"Who?" he said. "Me." They left.', 3),
        ("She met Dr. Who and J. R. Reed there.", 1),
        ("the U.S. release was e.g. in 2020", 1),
        ("Is it out? Yes! Now.", 3),
        ("", 0),
    ],
)
def test_sentences(text, sentences):
    nlp = spacy.blank("en")
    nlp.add_pipe("articlefacts_sentences")
    assert len(list(nlp(text).sents)) == sentences


def test_a_sentence_does_not_end_inside_a_name():
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "WORK_OF_ART", "pattern": "Run! Otter!"}])
    nlp.add_pipe("articlefacts_sentences")
    assert [s.text for s in nlp("She drew Run! Otter! Then she left.").sents] == [
        "She drew Run! Otter!",
        "Then she left.",
    ]


def test_labels_of_another_pipeline_are_mapped(tmp_path):
    other = spacy.blank("en")
    patterns = [
        ("PER", "Ada Quill"),
        ("NORP", "Japanese"),
        ("DATE", "May"),
        ("ORG", "Kaze House"),
        ("AWARD", "Otter Prize"),
    ]
    other.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": text} for label, text in patterns])
    other.to_disk(tmp_path / "other")
    doc = load_language(str(tmp_path / "other"))("Ada Quill of Kaze House, a Japanese, won the Otter Prize in May.")
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("Ada Quill", "PERSON"),
        ("Kaze House", "ORG"),
        ("Otter Prize", "AWARD"),
    ]
    assert len(list(doc.sents)) == 1


def test_sentences_of_another_pipeline_are_kept(tmp_path):
    other = spacy.blank("en")
    other.add_pipe("sentencizer", config={"punct_chars": [";"]})
    other.to_disk(tmp_path / "other")
    assert len(list(load_language(str(tmp_path / "other"))("One; two. Three.").sents)) == 2


@pytest.mark.parametrize("model", ["no_such_pipeline_xx", "/no/such/folder", "two words"])
def test_an_unknown_pipeline_is_one_helpful_line(model):
    with pytest.raises(ModelError, match="--model") as caught:
        load_language(model)
    assert model in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_no_pipeline(tmp_path):
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(ModelError):
        load_language(str(tmp_path))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300) | st.builds(lambda s, n: s * n, st.text(min_size=1, max_size=4), st.integers(1, 300)))
def test_every_text_is_read_character_by_character(nlp, text):
    doc = nlp(text)
    assert len(doc.text) == len(text)
    assert doc.text == text or any("\ud800" <= c <= "\udfff" for c in text)


@pytest.mark.parametrize("sign", ["(", "'s", '"', "\u200b", "\ud800", "漢", "a", "://", "a-"])
def test_long_runs_without_blanks_are_cut(nlp, sign):
    text = (sign * 20_000)[:20_000]
    doc = nlp.make_doc(f"before {text} after")
    assert len(doc.text) == len(text) + 13
    assert doc[0].text == "before"
    assert doc[-1].text == "after"
    assert max(len(t) for t in doc) <= LONGEST_RUN
