"""What readers overlook in a spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.folding import fold, fold_spelling, is_latin, strip_accents


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ōta’s  Day!", "otas day"),
        ("Hoshi-zora", "hoshi zora"),
        ("  A.B. Café ", "a b cafe"),
        ("星が多すぎる！", "星が多すぎる"),
        ("ガラス", "ガラス"),  # the mark of a kana is no accent
        ("ＡＢＣ", "abc"),
        ("???", "???"),  # a title may be nothing but punctuation
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_spelling_keeps_accents() -> None:
    assert fold_spelling("Ōta's Day!") == "ōtas day"
    assert fold_spelling("Ōta") != fold_spelling("Ota")


def test_strip_accents_keeps_letters_of_their_own() -> None:
    assert strip_accents("Łódź Ærø Tōkyō が") == "Łodz Ærø Tokyo が"


@pytest.mark.parametrize(("text", "latin"), [("Ōta Ken", True), ("Văn 2", True), ("太田", False), ("Кот", False)])
def test_is_latin(text: str, latin: bool) -> None:
    assert is_latin(text) is latin


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_fold_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=127)).filter(lambda text: any(map(str.isalnum, text))))
def test_the_short_way_for_ascii_leads_to_the_same(text: str) -> None:
    assert f"{fold_spelling(text)} é" == fold_spelling(f"{text} é")  # a letter beyond ASCII takes the long way
