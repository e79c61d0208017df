"""Records come back from bytes equal in value and in type."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import (
    AwardStatement,
    DateMention,
    Extraction,
    Mention,
    Metadata,
    Name,
    Outcome,
    Qualifiers,
    Statement,
)
from pipeline.store.packing import pack, seal, unpack, unseal
from pipeline.values.spans import Span

# Text as decoding gives it, without lone surrogates; numbers of the type that records declare.
TEXTS = st.text(st.characters(codec="utf-8"), max_size=6)
FLOATS = st.floats(allow_nan=False)
OFFSETS = st.integers(0, 2**31)
NUMBERS = st.none() | st.integers(-(10**6), 10**6)
MAYBE_TEXTS = st.none() | TEXTS
DAYS = st.none() | st.dates()


def few(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=2).map(tuple)


NAMES = st.builds(Name, TEXTS, TEXTS)
MENTIONS = st.builds(Mention, OFFSETS, OFFSETS, TEXTS, TEXTS, MAYBE_TEXTS, TEXTS, FLOATS, MAYBE_TEXTS)
DATES = st.builds(
    DateMention, OFFSETS, OFFSETS, TEXTS, MAYBE_TEXTS, DAYS, DAYS, MAYBE_TEXTS, st.booleans(), MAYBE_TEXTS, MAYBE_TEXTS
)
QUALIFIERS = st.builds(Qualifiers, *[MAYBE_TEXTS] * 6)
STATEMENTS = st.builds(
    Statement,
    NAMES,
    TEXTS,
    TEXTS,
    OFFSETS,
    OFFSETS,
    TEXTS,
    value_number=st.none() | FLOATS,
    value_earliest=DAYS,
    season=NUMBERS,
    qualifiers=QUALIFIERS,
    score=FLOATS,
)
SPANS = st.builds(Span, OFFSETS, OFFSETS)
AWARDS = st.builds(
    AwardStatement,
    TEXTS,
    NUMBERS,
    NUMBERS,
    MAYBE_TEXTS,
    st.none() | NAMES,
    st.none() | NAMES,
    MAYBE_TEXTS,
    NUMBERS,
    few(SPANS),
    TEXTS,
    FLOATS,
)
METADATA = st.builds(Metadata, MAYBE_TEXTS, MAYBE_TEXTS, few(TEXTS), DAYS, MAYBE_TEXTS, MAYBE_TEXTS)
EXTRACTIONS = st.builds(
    Extraction, TEXTS, METADATA, OFFSETS, OFFSETS, few(MENTIONS), few(DATES), few(AWARDS), few(STATEMENTS)
)
OUTCOMES = st.builds(Outcome, st.none() | EXTRACTIONS, MAYBE_TEXTS, MAYBE_TEXTS, MAYBE_TEXTS)

SAMPLE = Outcome(reason="the file is empty, and a reason of some length")


@settings(max_examples=60, deadline=None)
@given(OUTCOMES)
def test_an_outcome_survives_packing(outcome: Outcome) -> None:
    assert unpack(pack(outcome)) == outcome
    assert repr(unpack(pack(outcome))) == repr(outcome), "types too: 8 and 8.0 are equal, and make different ids"
    assert pack(unpack(pack(outcome))) == pack(outcome)


@pytest.mark.parametrize("packed", [b"", b"x", pack(SAMPLE)[:-1], pack(SAMPLE)[:-5] + b"abcde"])
def test_what_is_not_packed_is_no_outcome(packed: bytes) -> None:
    with pytest.raises(ValueError, match="not a packed outcome"):
        unpack(packed)


ELSEWHERE = seal("another place", SAMPLE)


@pytest.mark.parametrize("sealed", [None, 7, "text", b"", pack(SAMPLE), ELSEWHERE, seal("place", SAMPLE)[:-1]])
def test_what_was_not_sealed_here_is_not_there(sealed: object) -> None:
    assert unseal("place", sealed) is None
    assert unseal("place", seal("place", SAMPLE)) == SAMPLE
