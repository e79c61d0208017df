"""Every entry of mentions.toml finds its examples and leaves its counter-examples alone. All names are invented."""

import pytest

from pipeline.extract.mentions.apposed import read_apposed
from pipeline.extract.mentions.cues import read_cues
from pipeline.extract.mentions.entries import read_entry
from pipeline.extract.mentions.heads import read_headed
from pipeline.extract.mentions.shape import without_honorific
from pipeline.extract.mentions.titles import read_quoted
from pipeline.extract.mentions.winners import read_winner
from pipeline.extract.mentions.works import read_works
from pipeline.records import Cell, Passage, PassageKind
from pipeline.values.spans import Alignment
from pipeline.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary("mentions")
BESIDE = [(side, n) for side in ("after", "before") for n in range(len(VOCABULARY[side]))]


def named(candidates, text):
    return [(text[c.start : c.end], c.label) for c in sorted(candidates, key=lambda c: c.start)]


@pytest.mark.parametrize(("side", "number"), BESIDE)
def test_a_cue_gives_the_names_beside_it(side, number):
    entry = VOCABULARY[side][number]
    for text, expected in entry["examples"]:
        assert [name for name, label in named(read_cues(0, text, {}), text) if label == entry["label"]] == expected


@pytest.mark.parametrize(("side", "number"), BESIDE)
def test_a_cue_gives_nothing_where_no_name_stands(side, number):
    entry = VOCABULARY[side][number]
    for text in entry["counter_examples"]:
        assert [name for name, label in named(read_cues(0, text, {}), text) if label == entry["label"]] == []


@pytest.mark.parametrize("entry", VOCABULARY["head"], ids=lambda e: e["label"])
def test_a_telling_last_word_ends_a_name(entry):
    for text, expected in entry["examples"]:
        assert named(read_headed(0, text), text) == [(name, entry["label"]) for name in expected]
    for text in entry["counter_examples"]:
        assert named(read_headed(0, text), text) == []


def test_general_words_are_no_award():
    for text in VOCABULARY["generic"]["examples"]:
        assert named(read_headed(0, text), text) == []
    for text in VOCABULARY["generic"]["counter_examples"]:
        assert named(read_headed(0, text), text) == [(text, "AWARD")]


@pytest.mark.parametrize("entry", VOCABULARY["infobox"], ids=lambda e: e["label"])
def test_an_infobox_key_says_what_its_values_are(entry):
    for key, value, expected in entry["examples"]:
        text = f"{key}: {value}"
        cells = (Cell(key, 0, len(key)), Cell(value, len(key) + 2, len(text)))
        passage = Passage(PassageKind.INFOBOX, text, Alignment.identity(0, len(text)), cells=cells)
        found = list(read_entry(0, passage, {}, "WORK_OF_ART"))
        assert [text[c.start : c.end] for c in found] == expected
        assert {c.label for c in found} == {"WORK_OF_ART" if entry["label"] == "TITLE" else entry["label"]}


def test_a_kind_of_work_announces_a_title():
    for text, expected in VOCABULARY["kind_before_title"]["examples"]:
        assert named(read_works(0, text), text) == [(expected, "WORK_OF_ART")]
    for text in VOCABULARY["kind_before_title"]["counter_examples"]:
        assert named(read_works(0, text), text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The studio spoke of Harbour Radio (Minato Rajio), an original TV anime that starts in May.", "Harbour Radio"),
        ("She wrote Low Tide, a quiet crime novel.", "Low Tide"),
        ("It is the English version of Low Tide, Mina Reed's animated musical about a pier.", "Low Tide"),
        ("The second season of Low Tide, planned for July, is put off.", "Low Tide"),
        ("The final season of Mina Reed's show begins.", None),
        ("The new season of Ember is near.", None),  # could be the one after whom the work is named
        ("The first documentary Harbour has commissioned is done.", None),
        ("It was made by Harbour Pictures, a maker of films.", None),
        ("He joined Harbour Press, a publisher behind a manga that sold well.", None),
        ("Drawn by Mina Reed, the manga adaptation started in May.", None),
        ("With Mina Reed, a film director, it went well.", None),
        ("The show will hit Harbour TV in May.", None),
    ],
)
def test_a_kind_in_apposition_tells_a_title(text: str, expected: str | None) -> None:
    assert named(read_works(0, text), text) == ([(expected, "WORK_OF_ART")] if expected else [])


def test_a_title_stands_between_commas_behind_its_kind():
    for text, expected in VOCABULARY["apposed"]["examples"]:
        assert named(read_apposed(0, text), text) == [(expected, "WORK_OF_ART")]
    for text in VOCABULARY["apposed"]["counter_examples"]:
        assert named(read_apposed(0, text), text) == []


def test_quotes_hold_titles_and_events():
    for text, label in VOCABULARY["quoted"]["examples"]:
        assert [found for _, found in named(read_quoted(0, text), text)] == [label]
    for text in VOCABULARY["quoted"]["counter_examples"]:
        assert named(read_quoted(0, text), text) == []


def test_a_winner_mark_is_no_part_of_the_name():
    for text in VOCABULARY["winner"]["examples"]:
        assert named(read_winner(0, text, None, {}), text) == [(text.partition(": ")[2], "WORK_OF_ART")]


def test_cues_and_words_stand_once():
    for side in ("after", "before", "head", "infobox"):
        for entry in VOCABULARY[side]:
            words = entry.get("cues") or entry.get("words") or entry.get("keys")
            assert len(words) == len(set(words)), (side, entry["label"])


def test_what_stands_before_a_name_is_no_part_of_it():
    for text, expected in VOCABULARY["honorifics"]["examples"]:
        assert text[without_honorific(text, 0, len(text)) :] == expected
    for text in VOCABULARY["honorifics"]["counter_examples"]:
        assert without_honorific(text, 0, len(text)) == 0


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Winner: Sea of Glass, by Ann Oba (Harbor Press)", [("Sea of Glass", "WORK_OF_ART")]),
        ("Ann Oba as Sister Kite in Sea of Glass", [("Ann Oba", "PERSON")]),
        ("Winner: Stand by Mia", [("Stand by Mia", "WORK_OF_ART")]),
        ("Winner: As Good as It Seems", [("As Good as It Seems", "WORK_OF_ART")]),
        ("Winner: Ann Oba, Sea of Glass", [("Ann Oba", "PERSON"), ("Sea of Glass", "WORK_OF_ART")]),
    ],
)
def test_winners_with_their_makers_and_parts(text: str, names: list[tuple[str, str]]) -> None:
    at = text.find("Ann Oba")
    assert named(read_winner(0, text, None, {(at, at + len("Ann Oba")): "PERSON"}), text) == names
