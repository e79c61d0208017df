"""Words that are met once do not stay: a million documents must not fill a process."""

from contextlib import contextmanager

import pytest
import spacy

from pipeline.extract import language
from pipeline.extract.language import SHIPPED, PatientTokenizer, forgetting, load_language, words_met

BATCHES, TEXTS = 8, 5


def batch(number):
    """Texts of words that no other batch has, some of them names."""
    words = [f"{letter}{chr(97 + number)}qui{chr(97 + text)}l" for text in range(TEXTS) for letter in "AB"]
    return [f"{word} of Kaze House wrote {word.lower()} in Osaka ({word}{'x' * 150})." for word in words]


@pytest.fixture(params=[*SHIPPED, "another"])
def nlp(request, tmp_path):
    if request.param != "another":
        return load_language(request.param)
    other = spacy.blank("en")
    other.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Osaka"}])
    other.to_disk(tmp_path / "another")
    return load_language(str(tmp_path / "another"))


@pytest.fixture
def kept(nlp, monkeypatch):
    """The vocabulary counts as full."""
    list(nlp.pipe(["Kaze House of Osaka wrote it."]))
    monkeypatch.setattr(language, "STRINGS_KEPT", len(nlp.vocab.strings))
    return set(nlp.vocab.strings)


def entities(nlp, texts):
    return [[(e.text, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)]


def test_no_string_stays_of_many_batches_of_new_words(nlp, kept):
    texts = 0
    for number in range(BATCHES):
        with forgetting(nlp, 1):
            texts += sum(1 for _ in nlp.pipe(batch(number)))
    assert texts == BATCHES * TEXTS * 2
    assert set(nlp.vocab.strings) <= kept | {"WORK_OF_ART", "CHARACTER"}  # a label may be met for the first time
    assert words_met(nlp) > BATCHES * TEXTS


@pytest.mark.usefixtures("kept")
def test_what_is_read_is_the_same_whether_words_stay_or_not(nlp):
    forgotten = []
    for number in (0, 1, 0):
        with forgetting(nlp, 1):
            forgotten.append(entities(nlp, batch(number)))
    assert forgotten == [entities(nlp, batch(number)) for number in (0, 1, 0)]
    assert any(forgotten[0])


@pytest.mark.usefixtures("kept")
def test_after_a_fault_words_are_forgotten_too(nlp):
    with pytest.raises(ZeroDivisionError), forgetting(nlp, 1):
        1 / len([doc for doc in nlp.pipe(["Never Metbefore."]) if not doc])
    assert "Metbefore" not in nlp.vocab.strings
    assert entities(nlp, ["Osaka"]) == [[("Osaka", "GPE")]]


def test_common_words_stay_while_there_is_room_and_a_huge_text_never_does():
    nlp = load_language("fast")
    with forgetting(nlp, 100):
        list(nlp.pipe(["plainwords"]))
    with forgetting(nlp, language.FEW + 1):
        list(nlp.pipe(["hugewords"]))
    assert "plainwords" in nlp.vocab.strings
    assert "hugewords" not in nlp.vocab.strings


def test_a_tokenizer_with_a_memory_of_its_own_is_told():
    told = []

    class Tokenizer:
        @contextmanager
        def memory_zone(self, memory=None):
            told.append("open")
            yield memory
            told.append("closed")

    nlp = spacy.blank("en")
    nlp.tokenizer = PatientTokenizer(Tokenizer())
    with nlp.memory_zone():
        assert told == ["open"]
    assert told == ["open", "closed"]
