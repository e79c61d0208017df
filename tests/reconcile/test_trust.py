"""Sources that prove reliable count for more, copies count once, and few disputed questions change nothing."""

import random

import pytest

from pipeline.reconcile import Policy, Reconciled, claims_from_rows, reconcile_claims
from pipeline.reconcile.slots import group_claims
from pipeline.reconcile.trust import NOTHING_KNOWN, TRUST, learn_trust, questions_of

POLICIES = {"capital": Policy("majority"), "opened": Policy("finest_date")}


def rows_of(said: dict[str, str], subject: str, predicate: str = "capital") -> list[dict[str, object]]:
    return [{"source": s, "subject": subject, "predicate": predicate, "value": v} for s, v in said.items()]


def world(n: int, *, copies: bool = False) -> list[dict[str, object]]:
    """`good` and its like are right; `bad` errs in two of three questions, and `echo` repeats its every word."""
    rows = []
    for i in range(n):
        wrong = f"Nowhere {i}" if i % 3 else f"Right {i}"
        said = {"good": f"Right {i}", "fair": f"Right {i}" if i % 4 else f"Elsewhere {i}", "bad": wrong}
        said |= {"plain": f"Right {i}" if i % 5 else f"Beside {i}"}
        said |= {"echo": wrong} if copies else {}
        rows += rows_of(said, f"land {i}")
    return rows


def reconciled(rows: list[dict[str, object]]) -> Reconciled:
    return reconcile_claims(claims_from_rows(rows), policies=POLICIES)


def preferred(result: Reconciled, subject: str) -> str | None:
    return next((f.value for f in result.facts if f.subject == subject and f.status == "preferred"), None)


def test_a_reliable_source_beats_one_that_errs_elsewhere() -> None:
    tie = rows_of({"good": "Here", "bad": "There"}, "last land")
    assert preferred(reconciled(tie), "last land") is None
    assert preferred(reconciled(world(90) + tie), "last land") == "Here"


def test_the_explanation_tells_the_figures_that_decided() -> None:
    result = reconciled(world(90) + rows_of({"good": "Here", "bad": "There"}, "last land"))
    (conflict,) = (c for c in result.conflicts if c.subject == "last land")
    assert "articles by reliability, copies and one outlet once: " in conflict.rule
    assert conflict.rule in conflict.explanation


def test_copies_do_not_vote_twice() -> None:
    outvoted = rows_of({"good": "Here", "bad": "There", "echo": "There"}, "last land")
    assert preferred(reconciled(outvoted), "last land") == "There"
    assert preferred(reconciled(world(90, copies=True) + outvoted), "last land") == "Here"


@pytest.mark.parametrize("n", [0, 10, 40])
def test_few_disputed_questions_change_nothing(n: int) -> None:
    groups = group_claims(claims_from_rows(world(n)), POLICIES)
    assert learn_trust(questions_of(groups, POLICIES), {}) == NOTHING_KNOWN


def test_a_source_of_few_claims_is_believed_like_the_average() -> None:
    claims = list(claims_from_rows(world(90) + rows_of({"new": "Here", "bad": "There"}, "last land")))
    trust = learn_trust(questions_of(group_claims(claims, POLICIES), POLICIES), {})
    believed = {c.doc_id: trust.of(c) for c in claims if c.subject == "last land"}
    assert believed["new"] == TRUST
    assert believed["bad"] < TRUST


def test_a_coarser_date_is_no_contradiction() -> None:
    days = [f"2019-03-{i % 28 + 1:02d}" for i in range(120)]
    rows = [
        row
        for i, day in enumerate(days)
        for row in rows_of({"exact": day, "coarse": day[:7], "wrong": f"2018-0{i % 9 + 1}-11"}, f"hall {i}", "opened")
    ]
    claims = list(claims_from_rows(rows))
    trust = learn_trust(questions_of(group_claims(claims, POLICIES), POLICIES), {})
    believed = {c.doc_id: trust.of(c) for c in claims if c.subject == "hall 7"}
    assert believed["exact"] > believed["wrong"]


def test_articles_of_one_publisher_share_its_reliability() -> None:
    rows = [row | {"source": f"{row['source']}/{row['subject']}"} for row in world(90)]
    tie = rows_of({"good/new": "Here", "bad/new": "There"}, "last land")
    claims = list(claims_from_rows(rows + tie))
    publishers = {c.doc_id: c.doc_id.split("/")[0] for c in claims}
    assert preferred(reconcile_claims(claims, policies=POLICIES, sources=publishers), "last land") == "Here"
    assert preferred(reconcile_claims(claims, policies=POLICIES), "last land") is None


def test_the_order_of_the_claims_does_not_matter() -> None:
    rows = world(60, copies=True)
    expected = reconciled(rows)
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        assert reconciled(rows) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"value": "2021-07"}, ("2021-07", None, "2021-07-01")),
        ({"value": "8", "type": "number", "as_of": "2025-04"}, ("8", 8.0, "None")),
        ({"value": "1,234", "type": "number"}, ("1,234", 1234.0, "None")),
        ({"value": "2021", "type": "text"}, ("2021", None, "None")),
        ({"value": "Kaze", "as_of": float("nan"), "asserted_on": "2024-05-06"}, ("Kaze", None, "None")),
    ],
)
def test_rows_of_any_table(row: dict[str, object], expected: tuple[object, ...]) -> None:
    (claim,) = claims_from_rows([{"source": "a", "subject": "s", "predicate": "p", **row}])
    assert (claim.value, claim.value_number, str(claim.value_earliest)) == expected


def test_a_table_with_dates_of_the_claims_gives_a_timeline() -> None:
    rows = [
        {"source": "a", "subject": "Sea", "predicate": "volumes", "value": "7", "type": "number", "as_of": "2025-04"},
        {"source": "b", "subject": "Sea", "predicate": "volumes", "value": "8", "type": "number", "as_of": "2026-01"},
    ]
    result = reconcile_claims(claims_from_rows(rows), policies={"volumes": Policy("latest_as_of")})
    assert {(f.value, f.status, f.qualifiers.as_of) for f in result.facts} == {
        ("7", "superseded", "2025-04"),
        ("8", "single_source", "2026-01"),
    }
