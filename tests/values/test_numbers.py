"""Invented examples; the articles of the benchmark were not copied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.numbers import ORDINAL_TENS, ORDINAL_UNITS, TENS, UNITS, parse_count, parse_ordinal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eight", 8),
        ("Twelve", 12),
        ("twenty", 20),
        ("twenty-five", 25),
        ("ninety nine", 99),
        ("14", 14),
        ("1,024", 1024),
        ("0", 0),
        # no counts
        ("", None),
        ("a", None),
        ("several", None),
        ("12th", None),
        ("third", None),
        ("twenty-ten", None),
        ("twenty-zero", None),
        ("1,02", None),
        ("3.5", None),
        ("-3", None),
        ("twenty-", None),
    ],
)
def test_parse_count(text: str, expected: int | None) -> None:
    assert parse_count(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first", 1),
        ("12th", 12),
        ("21st", 21),
        ("Second", 2),
        ("twenty-first", 21),
        ("thirtieth", 30),
        # no ordinals
        ("12", None),
        ("twelve", None),
        ("th", None),
        ("last", None),
        ("twenty-tenth", None),
    ],
)
def test_parse_ordinal(text: str, expected: int | None) -> None:
    assert parse_ordinal(text) == expected


@given(st.integers(0, 99))
def test_every_number_below_a_hundred_is_read_back_from_its_words(number: int) -> None:
    tens, unit = divmod(number, 10)
    if number < 20:
        words, ordinal = UNITS[number], ORDINAL_UNITS[number]
    elif unit == 0:
        words, ordinal = TENS[tens - 2], ORDINAL_TENS[tens - 2]
    else:
        words, ordinal = f"{TENS[tens - 2]}-{UNITS[unit]}", f"{TENS[tens - 2]}-{ORDINAL_UNITS[unit]}"
    assert parse_count(words) == parse_count(str(number)) == number
    assert parse_ordinal(ordinal) == number


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert parse_count(text) is None or parse_ordinal(text) is None
