"""One row per award, category, recipient and year, whatever each article leaves out."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reconcile import reconcile_awards
from pipeline.records import AwardClaim
from pipeline.values.spans import Span

WON = AwardClaim(
    "a", "Larkspur Awards", 9, 2031, "Best Novel", "Long Road", "ent-1", "WORK_OF_ART", None, None, "won", None,
    (Span(1, 5),), 1.0,
)  # fmt: skip
RANKED = replace(WON, award="Kestrel Guide", edition=None, category="paperbacks", result="ranked", rank=1)


def rows(*claims: AwardClaim) -> list[tuple[object, ...]]:
    return sorted(
        ((a.category, a.year, a.edition, a.result, a.rank, a.status) for a in reconcile_awards(claims)), key=str
    )


def test_one_article() -> None:
    assert rows(WON) == [("Best Novel", 2031, 9, "won", None, "single_source")]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"award": "The Larkspur Award"},
        {"award": "LARKSPUR AWARDS 2031"},
        {"category": "best novel"},
        {"category": None},
        {"year": None},
        {"edition": None},
        {"result": None},
        {"result": "nominated"},  # written before the ceremony
        {"year": None, "edition": None, "category": None, "result": None},
    ],
)
def test_what_another_article_leaves_out_is_filled_in(change: dict[str, object]) -> None:
    other = replace(WON, doc_id="b", evidence=(Span(7, 9),), **change)  # type: ignore[arg-type]
    assert rows(WON, other) == rows(other, WON) == [("Best Novel", 2031, 9, "won", None, "agreed")]
    (award,) = reconcile_awards((WON, other))
    assert [(e.doc_id, e.start) for e in award.evidence] == [("a", 1), ("b", 7)]


@pytest.mark.parametrize(
    "change",
    [
        {"award": "Larkspur Book Awards"},
        {"year": 2032, "edition": 10},
        {"category": "Best Cover"},
        {"recipient": "Winter", "recipient_id": "ent-2"},
        {"recipient": None, "recipient_id": None, "recipient_label": None},
    ],
)
def test_other_awards_stay_apart(change: dict[str, object]) -> None:
    assert len(rows(WON, replace(WON, doc_id="b", **change))) == 2  # type: ignore[arg-type]


def test_two_rows_that_fit_are_no_row_that_fits() -> None:
    later = replace(WON, year=2032, edition=10)
    vague = replace(WON, doc_id="b", year=None, edition=None)
    assert len(rows(WON, later, vague)) == 3
    assert len(rows(WON, later, vague, replace(vague, doc_id="c"))) == 3


def test_a_ranking_under_a_description() -> None:
    described = replace(RANKED, doc_id="b", category="most popular novel")
    assert rows(RANKED, described) == [("paperbacks", 2031, None, "ranked", 1, "agreed")]


@pytest.mark.parametrize(
    "change",
    [
        {"rank": 2},
        {"doc_id": "a"},  # one article knows two rankings
        {"year": None},
        {"category": "hardbacks"},  # a name, not a description
        {"recipient": "Winter", "recipient_id": "ent-2"},
    ],
)
def test_a_description_of_another_ranking(change: dict[str, object]) -> None:
    described = replace(RANKED, doc_id="b", category="most popular novel")
    assert len(rows(RANKED, replace(described, **change))) == 2  # type: ignore[arg-type]


def test_results_that_exclude_each_other_are_disputed() -> None:
    assert rows(RANKED, replace(RANKED, doc_id="b", rank=2)) == [
        ("paperbacks", 2031, None, "ranked", 1, "disputed"),
        ("paperbacks", 2031, None, "ranked", 2, "disputed"),
    ]


def test_a_result_is_never_invented() -> None:
    unknown = replace(WON, result=None)
    assert rows(unknown, replace(unknown, doc_id="b")) == [("Best Novel", 2031, 9, None, None, "agreed")]


def test_the_order_of_claims_changes_nothing() -> None:
    """Found by the property below: two claims of one place that differ in the year alone."""
    won = replace(WON, doc_id="c", category=None, edition=None, year=None, rank=1)
    years = [replace(won, result=None, year=year) for year in (2031, 2032)]
    awards = reconcile_awards([won, *years])
    assert reconcile_awards([won, *reversed(years)]) == awards
    assert len(awards) > 1


CLAIMS = st.builds(
    replace,
    st.sampled_from((WON, RANKED)),
    doc_id=st.sampled_from("abc"),
    year=st.sampled_from((None, 2031, 2032)),
    edition=st.sampled_from((None, 9)),
    category=st.sampled_from((None, "Best Novel", "paperbacks", "most popular novel")),
    recipient_id=st.sampled_from(("ent-1", "ent-2")),
    result=st.sampled_from((None, "won", "nominated", "ranked")),
    rank=st.sampled_from((None, 1, 2)),
    evidence=st.integers(1, 9).map(lambda n: (Span(n, n + 1),)),
)


@given(st.lists(CLAIMS, max_size=10), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_awards_are_unique_and_lose_no_evidence(bag: list[AwardClaim], shuffle: random.Random) -> None:
    awards = reconcile_awards(bag)
    assert [a.award_id for a in awards] == sorted({a.award_id for a in awards})
    shuffled = bag.copy()
    shuffle.shuffle(shuffled)
    assert reconcile_awards(shuffled) == awards
    spans = {(c.doc_id, s.start) for c in bag for s in c.evidence}
    assert {(e.doc_id, e.start) for a in awards for e in a.evidence} == spans
