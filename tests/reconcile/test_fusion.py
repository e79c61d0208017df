"""The truth-discovery core on hand-written claims: each lever alone, then what must hold for any claims at all."""

import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reconcile.fusion import ValueType, broader_values, fuse
from pipeline.reconcile.fusion.value_types import minutes, numbers, persons, text_key

NAMES, NUMBER, TIME, TEXT = ValueType("names"), ValueType("number"), ValueType("datetime", minutes=10), ValueType()
Said = tuple[str, str, str]  # source, subject, value
Nodes = tuple[tuple[str, str, str], ...]


def frame(claims: list[Said], predicate: str = "p") -> pd.DataFrame:
    return pd.DataFrame(
        [(s, i, predicate, v) for s, i, v in claims], columns=["source", "subject", "predicate", "value"]
    )


def fused(
    claims: list[Said], value_type: ValueType = TEXT, nodes: tuple[tuple[str, str, str], ...] = ()
) -> dict[str, str]:
    result = fuse(frame(claims), {"p": value_type}, broader_values(nodes))
    return dict(zip(result["subject"], result["value"], strict=True))


def votes(subject: str, **said: str) -> list[Said]:
    return [(source, subject, value) for source, value in said.items()]


@pytest.mark.parametrize(
    ("value_type", "said", "expected"),
    [
        (TEXT, ["Rome", "rome ", "Oslo"], "Rome"),
        (NAMES, ["ann oba; ken mori", "Mori, Ken; Oba, Ann", "ken mori"], "Mori, Ken; Oba, Ann"),
        (NUMBER, ["1000", "1,000", "7"], "1,000"),
        (TIME, ["2024-05-06 10:00", "2024-05-06T10:00", "2024-05-06 11:00"], "2024-05-06 10:00"),
    ],
)
def test_spellings_of_one_value_vote_together(value_type: ValueType, said: list[str], expected: str) -> None:
    claims = [(f"s{i}", "x", value) for i, value in enumerate(said)]
    assert fused(claims, value_type)["x"] == expected


def test_a_reliable_source_beats_two_that_err() -> None:
    claims = []
    for i in range(40):
        claims += votes(
            f"i{i:02d}", good=f"right {i}", fine=f"right {i}", fair=f"right {i}", bad=f"bad {i}", poor=f"poor {i}"
        )
    claims += votes("last", good="here", bad="there", poor="there")
    assert fused(claims)["last"] == "here"


def test_copies_count_once() -> None:
    claims = []
    for i in range(120):
        false = f"false {i}" if i % 3 == 0 else f"right {i}"
        alone = {f"s{k}": f"right {i}" if i % k else f"own {k} {i}" for k in (4, 5, 7, 11, 13)}
        claims += votes(f"i{i:03d}", **alone, feed=false, copy=false, again=false)
    claims += votes("last", s4="here", s5="here", feed="there", copy="there", again="there")
    assert fused(claims)["last"] == "here"


def test_reliability_differs_by_predicate() -> None:
    """`times` knows when, not where; `gates` knows where, not when."""
    claims = []
    for i in range(60):
        for predicate, knows in (("when", "times"), ("where", "gates")):
            for source in ("times", "gates", "other"):
                right = source == knows or (source == "other" and i % 3)
                claims.append((source, f"i{i:02d}", predicate, f"right {i}" if right else f"{source} {i}"))
    for predicate in ("when", "where"):
        claims += [("times", "last", predicate, "of times"), ("gates", "last", predicate, "of gates")]
    table = pd.DataFrame(claims, columns=["source", "subject", "predicate", "value"])
    result = fuse(table, {"*": TEXT})
    last = result[result["subject"] == "last"]
    assert dict(zip(last["predicate"], last["value"], strict=True)) == {"when": "of times", "where": "of gates"}


def test_labels_that_a_source_confuses() -> None:
    """`swap` calls every cat a dog and every dog a cat: what it says is as good as the opposite."""
    claims = []
    for i in range(200):
        truth = "cat" if i % 2 else "dog"
        other = "dog" if i % 2 else "cat"
        noisy = [truth if (i * k) % 10 < 8 else other for k in (3, 7)]
        claims += votes(f"i{i:03d}", swap=other, a=noisy[0], b=noisy[1], c=truth if i % 9 else other)
    claims += votes("last", swap="cat", a="dog")
    assert fused(claims)["last"] == "dog"


PLACES = (("0", "world", "-1"), ("1", "France", "0"), ("2", "Lyon", "1"), ("3", "Nice", "1"), ("4", "Peru", "0"))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"a": "France", "b": "Lyon", "c": "Lyon"}, "Lyon"),
        ({"a": "France", "b": "Lyon", "c": "France", "d": "Lyon"}, "Lyon"),  # the broader place contradicts nothing
        ({"a": "France", "b": "Lyon", "c": "Peru", "d": "Peru", "e": "France", "f": "Lyon"}, "Lyon"),
    ],
)
def test_broader_places_support_the_place_within(said: dict[str, str], expected: str) -> None:
    assert fused(votes("x", **said), nodes=PLACES)["x"] == expected


def test_hierarchies() -> None:
    assert broader_values(PLACES)["lyon"] == {"france"}
    assert broader_values((("1", "a", "2"), ("2", "b", "1")))["a"] == {"b"}


def test_numbers_within_the_tolerance_support_each_other() -> None:
    said = {"a": "1000", "b": "1004", "c": "1001", "d": "1700", "e": "1700"}
    assert abs(float(fused(votes("x", **said), NUMBER)["x"]) - 1000) < 10


def test_the_latest_claim_of_a_source_counts() -> None:
    table = frame([*votes("x", a="old", b="new"), ("a", "x", "new"), ("c", "x", "old")])
    table["as_of"] = ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-01"]
    assert fuse(table, {})["value"].tolist() == ["new"]


def test_no_claims_no_values() -> None:
    assert fuse(frame([]), {}).empty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Oba; Ken Mori", {("oba", "ann"), ("mori", "ken")}),
        ("Mori, Ken", {("mori", "ken")}),
        ("Ken J. Mori Jr.", {("mori", "ken")}),
        ("Plato", {("plato", "")}),
        (" ; ", set()),
    ],
)
def test_persons(text: str, expected: set[tuple[str, str]]) -> None:
    assert persons(text) == expected


def test_numbers_and_times() -> None:
    assert numbers(["1,200", "$5", "7%"]).tolist() == [1200, 5, 7]
    assert numbers(["few"]).tolist() != [0.0]
    later, earlier = minutes(["2024-05-06 10:30", "2024-05-06T10:00:00"])
    assert later - earlier == 30
    assert text_key("  São   Paulo") == "sao paulo"


VALUES = st.sampled_from(["1", "2", "2.01", "30", "x", "2024-01-01 10:00", "ann oba; ken mori", "ann oba"])
CLAIMS = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("xyz"), VALUES), min_size=1, max_size=25)


@settings(max_examples=60, deadline=None)
@given(CLAIMS, st.sampled_from([NAMES, NUMBER, TIME, TEXT]), st.randoms())
def test_any_claims(claims: list[Said], value_type: ValueType, chance: random.Random) -> None:
    """One answer per subject, a claimed one; surer than never, never surer than sure; the order does not matter."""
    result = fuse(frame(claims), {"p": value_type})
    assert sorted(result["subject"]) == sorted({subject for _, subject, _ in claims})
    assert {(s, v) for s, v in zip(result["subject"], result["value"], strict=True)} <= {(s, v) for _, s, v in claims}
    assert result["confidence"].between(0, 1).all()
    shuffled = chance.sample(claims, len(claims))
    pd.testing.assert_frame_equal(fuse(frame(shuffled), {"p": value_type}), result)


@settings(max_examples=40, deadline=None)
@given(CLAIMS, VALUES, st.sampled_from([NAMES, NUMBER, TIME, TEXT]))
def test_what_all_sources_say_wins(claims: list[Said], value: str, value_type: ValueType) -> None:
    everybody = [(source, "all", value) for source in "abcde"]
    assert fused(claims + everybody, value_type)["all"] == value
