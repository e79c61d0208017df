"""Kept decisions are never other than new ones: whatever a decision depends on is in its key."""

from dataclasses import replace

import pytest

from pipeline.reconcile import Decision, Policy, Reconciled, claims_from_rows, reconcile_claims
from pipeline.records import Claim, Entity, NameVariant

POLICIES = {"author": Policy("majority"), "opened": Policy("finest_date")}


def claims() -> list[Claim]:
    """Three articles on who wrote a book and on when a hall opened, and one about something else."""
    rows = [
        {"source": source, "subject": subject, "predicate": predicate, "value": value}
        for subject, predicate, values in (
            ("Sea", "author", ("Mira Holt", "Mira Hotl", "Jon Ferro")),
            ("Hall", "opened", ("2019-05-06", "2019-05", "2020")),
            ("Lake", "author", ("Ann Marsh",)),
        )
        for source, value in zip("abc", values, strict=False)
    ]
    people = {"Mira Holt": "ent-1", "Mira Hotl": "ent-1", "Jon Ferro": "ent-2"}
    return [_about(claim, people.get(claim.value)) for claim in claims_from_rows(rows)]


def _about(claim: Claim, value_id: str | None) -> Claim:
    """With the published name as its value, and the written one beside it."""
    value = "Mira Holt" if value_id == "ent-1" else claim.value
    return replace(claim, value_id=value_id, value=value, written=claim.value)


def holt(kind: str) -> Entity:
    """The other spelling of her name is a misspelling, or it is an alias."""
    right = NameVariant("Mira Holt", ("a",), 1, "canonical", "best supported spelling")
    return Entity("ent-1", "Mira Holt", "PERSON", (right, NameVariant("Mira Hotl", ("b",), 1, kind, "a slip")), 2, 2)


def decided(result: Reconciled) -> tuple[object, ...]:
    return result.facts, result.conflicts


def test_what_is_said_again_is_not_decided_again() -> None:
    kept: dict[str, Decision] = {}
    first = reconcile_claims(claims(), policies=POLICIES, decisions=kept)
    again = reconcile_claims(claims(), policies=POLICIES, decisions=kept)
    assert decided(again) == decided(first)
    assert [(r.decided, r.kept) for r in (first, again)] == [(3, 0), (0, 3)]


def test_without_memory_everything_is_decided() -> None:
    result = reconcile_claims(claims(), policies=POLICIES)
    assert (result.decided, result.kept) == (3, 0)


@pytest.mark.parametrize(
    ("changed", "anew"),
    [
        ({"entities": (holt("typo"),)}, 1),
        ({"sources": {"a": "outlet x", "b": "outlet x"}}, 3),
        ({"sources": {"c": "outlet x"}}, 2),
        ({"policies": {"author": Policy("keep_all"), "opened": Policy("finest_date")}}, 3),
        ({"policies": POLICIES | {"volumes": Policy("latest_as_of")}}, 3),
        ({"claims": [replace(c, score=0.5) if c.value == "Ann Marsh" else c for c in claims()]}, 1),
        ({"claims": [c for c in claims() if c.doc_id != "b"]}, 2),
    ],
    ids=["a misspelling", "one outlet", "an outlet", "another policy", "one more policy", "a score", "one claim less"],
)
def test_whatever_changes_is_decided_anew(changed: dict[str, object], anew: int) -> None:
    given = {"claims": claims(), "entities": (holt("alias"),), "policies": POLICIES}
    kept: dict[str, Decision] = {}
    before = reconcile_claims(**given, decisions=kept)  # type: ignore[arg-type]
    rerun = reconcile_claims(**(given | changed), decisions=kept)  # type: ignore[arg-type]
    assert decided(rerun) == decided(reconcile_claims(**(given | changed)))  # type: ignore[arg-type]
    assert rerun.decided == anew
    assert decided(rerun) != decided(before) or "volumes" in str(changed) or "'c'" in str(changed)


def test_articles_of_one_outlet_are_one_source() -> None:
    rows = [("a", "Holt"), ("b", "Holt"), ("c", "Ferro")]
    said = [{"source": s, "subject": "Sea", "predicate": "author", "value": v} for s, v in rows]
    alone = reconcile_claims(claims_from_rows(said), policies=POLICIES)
    outlet = reconcile_claims(claims_from_rows(said), policies=POLICIES, sources={"a": "The Wren", "b": "The Wren"})
    assert {(f.value, f.status) for f in alone.facts} == {("Holt", "preferred"), ("Ferro", "disputed")}
    assert {(f.value, f.status) for f in outlet.facts} == {("Holt", "disputed"), ("Ferro", "disputed")}
    assert "copies and one outlet once: 1.00 against 1.00" in outlet.conflicts[0].rule
    assert {f.value: f.n_sources for f in outlet.facts} == {"Holt": 2, "Ferro": 1}
