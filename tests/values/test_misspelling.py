"""Slips of the pen, and differences that are none. All rows were written for development."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.misspelling import is_doubled_letter_slip, is_typo

SLIPS = [
    ("Kitajima", "Kitajmia"),  # neighbours swapped
    ("Nagamiru", "Naramigu"),  # letters swapped at a distance
    ("Hashimoto", "Hashioto"),  # one lost
    ("Hashimoto", "Hasshimoto"),  # one too many
    ("Nobody Left at Too Late", "Nobody Left at To Late"),
    ("Winter of the Herons", "Winter of the Harons"),  # another letter, in a long title
]
NO_SLIPS = [
    ("Hiroki", "Hiroko"),  # another ending is another name
    ("Kana", "Kanae"),
    ("Tanabe", "Tanobe"),  # another vowel in a short name
    ("Kawauchi", "Kawaichi"),
    ("Mina", "Miina"),  # too short to tell
    ("Sato", "Saito"),
    ("Long Road Part II", "Long Road Part III"),
    ("Long Road 2", "Long Road 3"),
    ("Hashimoto", "Hashimoto"),
    ("Kitajima", "Murakami"),
    ("", "Kitajima"),
]


@pytest.mark.parametrize(("one", "other"), SLIPS)
def test_slips(one: str, other: str) -> None:
    assert is_typo(one, other)


@pytest.mark.parametrize(("one", "other"), NO_SLIPS)
def test_no_slips(one: str, other: str) -> None:
    assert not is_typo(one, other)


@given(st.text("abdeikmnor ", max_size=10), st.text("abdeikmnor ", max_size=10))
def test_slips_are_mutual(one: str, other: str) -> None:
    assert is_typo(one, other) == is_typo(other, one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Mina", "Minna", True),
        ("Minna", "Mina", True),
        ("Mina", "Miina", True),
        ("Mina", "Minka", False),
        ("A", "Aa", False),
    ],
)
def test_doubled_letter(one: str, other: str, expected: bool) -> None:
    assert is_doubled_letter_slip(one, other) is expected
