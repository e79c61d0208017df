"""Ids depend on content alone."""

import hashlib
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.ids import content_id

PARTS = st.lists(st.none() | st.integers() | st.text(), max_size=4)


def test_the_id_of_a_content_never_changes() -> None:
    assert content_id("clm", "a.txt", 3, None, "Ōta") == "clm-4d8f3f1c94c163fc"


def test_neighbouring_parts_do_not_run_together() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")
    assert content_id("x", "1") != content_id("x", 1)
    assert content_id("x", None) != content_id("x", "None")
    assert content_id("x", "a", None) != content_id("x", "a")


@given(PARTS)
def test_ids_have_one_shape(parts: list[str | int | None]) -> None:
    assert re.fullmatch("ent-[0-9a-f]{16}", content_id("ent", *parts))


@given(PARTS, PARTS)
def test_ids_are_equal_for_equal_parts_only(one: list[str | int | None], other: list[str | int | None]) -> None:
    assert (content_id("x", *one) == content_id("x", *other)) == (one == other)


def test_lone_surrogates_have_an_id_too() -> None:
    assert content_id("x", "\ud800").startswith("x-")


@given(PARTS)
def test_the_content_is_hashed_as_json(parts: list[str | int | None]) -> None:
    payload = json.dumps(parts, separators=(",", ":"))
    assert content_id("x", *parts) == f"x-{hashlib.sha256(payload.encode()).hexdigest()[:16]}"
