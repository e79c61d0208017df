"""The shipped pipelines and other spaCy pipelines behind the same door."""

import json
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
from pipeline.extract.language import LONGEST_RUN, SHIPPED, load_language
from pipeline.records import LABELS
from training.evaluate_passages import HELD_BACK, f1, score
from training.passages import read_passages
from training.pin import RELATIONS, digest_of

SENTENCE = "Ember Days is a manga series written by Ada Quill and published by Kaze House in Japan."


@pytest.fixture(scope="module", params=SHIPPED)
def nlp(request):
    return load_language(request.param)


def folder_of(name):
    return Path(str(files("pipeline.extract") / "model" / name))


def name_of(nlp):
    return "fast" if nlp.has_pipe("tok2vec") else "accurate"


def entities(doc):
    return [(e.start_char, e.end_char, e.label_) for e in doc.ents]


def test_shipped_pipelines_know_our_labels_only(nlp):
    assert set(nlp.get_pipe("ner").labels) <= set(LABELS)
    sentences = (SENTENCE, "It was published by Kaze House in Japan.")  # how well they know them the floors below tell
    found = {(e.text, e.label_) for sentence in sentences for e in nlp(sentence).ents}
    assert {("Ada Quill", "PERSON"), ("Japan", "GPE")} <= found


def test_shipped_pipelines_are_small():
    sizes = {name: sum(f.stat().st_size for f in folder_of(name).rglob("*") if f.is_file()) for name in SHIPPED}
    assert sizes["accurate"] < 30_000_000
    assert sizes["fast"] < 10_000_000


@pytest.mark.parametrize("name", [*SHIPPED, RELATIONS])
def test_shipped_weights_are_those_that_were_measured(name):
    """The figures of training/README.md hold for these files; whoever trains anew measures anew."""
    pinned = json.loads((Path(__file__).parent / "shipped_models.json").read_text())[name]
    assert digest_of(folder_of(name)) == pinned["sha256"]


def test_entities_on_passages_that_no_training_run_saw(nlp):
    """A little below what was measured, for processors that round otherwise."""
    floors = json.loads((Path(__file__).parent / "shipped_models.json").read_text())[name_of(nlp)]["held back"]
    found = {label: f1(counts) for label, counts in score(nlp, read_passages(HELD_BACK)).items()}
    assert all(found[label] >= floor for label, floor in floors.items()), found


def test_what_is_found_does_not_depend_on_the_texts_beside_it(nlp):
    texts = [text for p in read_passages(HELD_BACK) for text in p.text.split("\n") if text][:60]
    alone = [entities(load_language(name_of(nlp))(text)) for text in texts[:2]]
    together = [entities(doc) for doc in nlp.pipe(texts)]
    one_by_one = [entities(doc) for doc in nlp.pipe(texts, batch_size=1)]
    backwards = [entities(doc) for doc in nlp.pipe(texts[::-1])][::-1]
    assert together == one_by_one == backwards
    assert alone == together[:2]


def test_a_copy_and_a_forked_process_read_the_same(nlp):
    texts = ["Ada Quill drew Ember Days.", SENTENCE, "Kaze House of Osaka publishes it.", "It won the Otter Prize."]
    here = [entities(doc) for doc in nlp.pipe(texts)]
    assert [entities(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=2)] == here


def test_a_name_is_not_cut_where_windows_meet():
    """A sentence longer than a window."""
    text = "They met " + ", ".join(["Ada Quill"] * 200)
    found = load_language("accurate")(text).ents
    assert {e.text for e in found} == {"Ada Quill"}
    assert len(found) == 200


def test_shipped_pipelines_load_without_the_network_and_read_the_same_in_every_process():
    code = (
        "import socket; socket.socket.connect = None\n"
        "from pipeline.extract.language import load_language\n"
        f"print([(e.text, e.label_) for n in ('fast', None) for e in load_language(n)({SENTENCE!r}).ents])"
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


def test_a_pipeline_with_labels_of_ontonotes(tmp_path):
    """What `en_core_web_trf` and its like say: 18 labels, of which six are ours."""
    other = spacy.blank("en")
    said = {"Ada Quill": "PERSON", "two": "CARDINAL", "Osaka": "GPE", "Kaze House": "ORG", "Ember Days": "WORK_OF_ART"}
    dropped = {"Japanese": "NORP", "May": "DATE", "English": "LANGUAGE", "first": "ORDINAL", "Lamp": "PRODUCT"}
    patterns = [{"label": label, "pattern": text} for text, label in (said | dropped).items()]
    other.add_pipe("entity_ruler").add_patterns(patterns)
    other.to_disk(tmp_path / "web")
    nlp = load_language(str(tmp_path / "web"))
    text = "In May Ada Quill of Kaze House, Osaka, sold two Japanese Lamp books in English, first Ember Days."
    assert [(e.text, e.label_) for e in nlp(text).ents] == [
        ("Ada Quill", "PERSON"),
        ("Kaze House", "ORG"),
        ("Osaka", "GPE"),
        ("Ember Days", "WORK_OF_ART"),
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
