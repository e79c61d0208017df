"""Which claim wins. Claims are written by hand, most without entities: reconciliation works on claims of any origin.

A claim in the notation below is (article, value, more...): 'a', 'b', ... are articles.
"""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reconcile import Policy, Reconciled, reconcile_claims
from pipeline.records import Claim, Conflict, Entity, Fact, NameVariant, Qualifiers
from pipeline.values.ids import content_id

POLICIES = {
    "start": Policy("finest_date"),
    "volumes": Policy("latest_as_of"),
    "publisher": Policy("majority"),
    "director": Policy("keep_all"),
    "genre": Policy("keep_all", seasonal=False, widens=True),
    "based_on": Policy("majority", seasonal=False),
    "announced_on": Policy("finest_date"),
    "title_native": Policy("majority", seasonal=False, by_language=False),
}


def claim(doc_id: str, predicate: str, value: str, **more: object) -> Claim:
    number = float(value) if value.isdigit() and len(value) < 4 else None
    asserted_on = more.pop("asserted_on", None)
    qualifiers = Qualifiers(**{k: more.pop(k) for k in ("as_of", "language", "region", "character") if k in more})  # type: ignore[arg-type]
    draft = Claim(
        "", doc_id, 1, 5, "Long Road", None, None, None, predicate, value, None, number, None, None, qualifiers,
        asserted_on, "test", 1.0,  # type: ignore[arg-type]
    )  # fmt: skip
    draft = replace(draft, **more)  # type: ignore[arg-type]
    return replace(draft, claim_id=content_id("clm", repr(draft)))


def reconcile(*claims: Claim, entities: tuple[Entity, ...] = ()) -> Reconciled:
    return reconcile_claims(claims, entities, POLICIES)


def told(reconciled: Reconciled) -> set[tuple[str, str]]:
    return {(fact.value, fact.status) for fact in reconciled.facts}


def kinds(reconciled: Reconciled) -> list[tuple[str, str | None]]:
    return sorted((conflict.kind, conflict.chosen) for conflict in reconciled.conflicts)


def test_articles_agree() -> None:
    result = reconcile(claim("a", "publisher", "Kaze Books"), claim("b", "publisher", "KAZE BOOKS"))
    assert told(result) == {("Kaze Books", "agreed")}
    assert (result.facts[0].n_sources, len(result.facts[0].claim_ids)) == (2, 2)
    assert result.conflicts == ()


def test_one_article_alone() -> None:
    assert told(reconcile(claim("a", "publisher", "Kaze Books"))) == {("Kaze Books", "single_source")}


def test_granularity_the_exact_date_is_published_and_the_coarse_ones_support_it() -> None:
    result = reconcile(claim("a", "start", "2021-07"), claim("b", "start", "2021-07-21"), claim("c", "start", "2021"))
    assert told(result) == {("2021-07-21", "agreed")}
    assert kinds(result) == [("granularity", "2021-07-21")]
    assert result.facts[0].n_sources == 3
    assert "'2021-07-21' (b)" in result.conflicts[0].explanation
    assert "'2021-07' (a)" in result.conflicts[0].explanation


def test_dates_that_exclude_each_other() -> None:
    result = reconcile(*(claim(d, "start", v) for d, v in zip("abc", ("2021-07", "2021-08", "2021-07"), strict=True)))
    assert told(result) == {("2021-07", "preferred"), ("2021-08", "disputed")}
    assert kinds(result) == [("contradiction", "2021-07")]


def test_a_tie_stays_open() -> None:
    result = reconcile(claim("a", "publisher", "Kaze"), claim("b", "publisher", "Mori"))
    assert told(result) == {("Kaze", "disputed"), ("Mori", "disputed")}
    assert kinds(result) == [("contradiction", None)]
    assert "nothing decides" in result.conflicts[0].explanation


def test_what_one_article_says_side_by_side_is_two_events() -> None:
    result = reconcile(claim("a", "start", "2021-07"), claim("a", "start", "2022-02"))
    assert told(result) == {("2021-07", "single_source"), ("2022-02", "single_source")}
    assert result.conflicts == ()


def test_counts_change_with_time() -> None:
    result = reconcile(
        claim("a", "volumes", "8", as_of="2026-01"),
        claim("b", "volumes", "7", asserted_on=date(2025, 4, 6)),
        claim("c", "volumes", "5"),
    )
    assert told(result) == {("8", "single_source"), ("7", "superseded"), ("5", "superseded")}
    assert {f.value: f.qualifiers.as_of for f in result.facts} == {"8": "2026-01", "7": "2025-04-06", "5": None}
    assert kinds(result) == [("temporal", "8")]
    assert result.conflicts[0].explanation == (
        "The volumes changed over time: '5', undated (c), '7' as of 2025-04-06 (b) and '8' as of 2026-01 (a); "
        "the latest is current."
    )


def test_side_by_side_counts_of_the_latest_day_are_kept_the_higher_one_leads() -> None:
    counts = [claim("a", "volumes", v, as_of="2026-01") for v in ("2", "8")]
    result = reconcile(*counts, claim("b", "volumes", "7", as_of="2025"))
    assert told(result) == {("8", "single_source"), ("2", "single_source"), ("7", "superseded")}
    assert kinds(result) == [("temporal", "8")]


@pytest.mark.parametrize(
    ("predicate", "plain", "of_language", "facts"),
    [
        ("start", "2021-07-21", "2021-07", 1),  # says nothing else, only less exactly
        ("start", "2021-07", "2021-07-21", 2),  # more exact: another edition has its own day
        ("publisher", "Kaze", "Kaze", 1),
        ("volumes", "6", "6", 2),
    ],
)
def test_a_language_that_makes_no_difference(predicate: str, plain: str, of_language: str, facts: int) -> None:
    result = reconcile(claim("a", predicate, plain), claim("b", predicate, of_language, language="ja"))
    assert len(result.facts) == facts


def test_a_qualifier_that_only_one_article_states_is_published() -> None:
    result = reconcile(claim("a", "director", "Ken Mori"), claim("b", "director", "Ken Mori", region="Asia"))
    assert [(f.qualifiers.region, f.status) for f in result.facts] == [("Asia", "agreed")]


def test_counts_of_one_day_contradict_each_other() -> None:
    result = reconcile(*(claim(d, "volumes", v, as_of="2026-01") for d, v in (("a", "8"), ("b", "9"), ("c", "9"))))
    assert told(result) == {("9", "preferred"), ("8", "disputed")}
    assert kinds(result) == [("contradiction", "9")]


def test_many_values_hold_together() -> None:
    result = reconcile(claim("a", "director", "Mina Hoshino"), claim("b", "director", "Ken Mori"))
    assert told(result) == {("Mina Hoshino", "single_source"), ("Ken Mori", "single_source")}
    assert result.conflicts == ()


@pytest.mark.parametrize("more", [{"language": "en"}, {"region": "Asia"}, {"medium": "manga"}, {"subject": "Winter"}])
def test_another_question_is_no_conflict(more: dict[str, str]) -> None:
    result = reconcile(claim("a", "publisher", "Kaze"), claim("b", "publisher", "Mori", **more))
    assert {status for _, status in told(result)} == {"single_source"}
    assert result.conflicts == ()


def test_abbreviated_values_are_one() -> None:
    result = reconcile(
        claim("a", "genre", "romantic comedy"), claim("b", "genre", "rom-com"), claim("c", "genre", "romcoms")
    )
    assert told(result) == {("romantic comedy", "agreed")}
    assert kinds(result) == [("alias", "romantic comedy")]


def test_a_genre_of_the_anime_supports_that_of_the_work() -> None:
    result = reconcile(claim("a", "genre", "mystery"), claim("b", "genre", "mystery", medium="anime", season=1))
    assert [(f.medium, f.status) for f in result.facts] == [(None, "agreed")]


@pytest.mark.parametrize(
    ("forms", "facts"),
    [
        (("manga",), {("manga", "agreed")}),
        (("manga", "anime"), {("manga", "single_source"), ("anime", "single_source"), (None, "single_source")}),
    ],
)
def test_a_claim_that_names_no_form_supports_the_only_one(forms: tuple[str, ...], facts: set[tuple[str, str]]) -> None:
    stated = [claim(f"{medium}.txt", "director", "Ken Mori", medium=medium) for medium in forms]
    result = reconcile(claim("a", "director", "Ken Mori"), *stated)
    assert {(f.medium, f.status) for f in result.facts} == facts


def test_novel_and_light_novel_are_one_form_where_both_are_said() -> None:
    result = reconcile(
        claim("a", "publisher", "Kaze", medium="novel"), claim("b", "publisher", "Kaze", medium="light_novel")
    )
    assert [(f.medium, f.status) for f in result.facts] == [("light_novel", "agreed")]


# ---- seasons

ANIME = {"medium": "anime"}


def test_an_article_that_knows_one_run_means_season_one() -> None:
    result = reconcile(
        claim("a", "director", "Ken Mori", **ANIME),
        claim("a", "announced_on", "2025", season=2, **ANIME),  # that a second season comes does not change it
        claim("b", "director", "Ken Mori", season=1, **ANIME),
    )
    assert {(f.predicate, f.season, f.status) for f in result.facts} == {
        ("director", 1, "agreed"),
        ("announced_on", 2, "single_source"),
    }


def test_an_article_that_tells_seasons_apart_means_the_whole() -> None:
    result = reconcile(
        claim("a", "director", "Ken Mori", **ANIME),
        claim("a", "publisher", "Kaze", season=2, **ANIME),
        claim("b", "director", "Ken Mori", season=1, **ANIME),
    )
    assert {f.season for f in result.facts if f.predicate == "director"} == {None, 1}


def test_what_is_said_of_all_seasons_is_not_split_by_season() -> None:
    result = reconcile(
        claim("a", "director", "Ken Mori", **ANIME),  # alone this would be season 1
        claim("b", "publisher", "Kaze", season=2, **ANIME),
        claim("b", "director", "Ken Mori", **ANIME),  # of both seasons
    )
    assert [(f.season, f.status) for f in result.facts if f.predicate == "director"] == [(None, "agreed")]


def test_nobody_counts_seasons_where_no_article_does() -> None:
    assert [f.season for f in reconcile(claim("a", "director", "Ken Mori", **ANIME)).facts] == [None]


def test_what_the_whole_is_based_on_has_no_season() -> None:
    result = reconcile(
        claim("a", "based_on", "Long Road", **ANIME), claim("b", "based_on", "Long Road", season=2, **ANIME)
    )
    assert [(f.season, f.status) for f in result.facts] == [(None, "agreed")]


# ---- names

PERSON = Entity(
    "ent-1", "Shōtarō Kitano", "PERSON",
    (
        NameVariant("Shōtarō Kitano", ("a", "b"), 2, "canonical", "best supported spelling"),
        NameVariant("Shoutarou Kitano", ("c",), 1, "alias", "another romanisation of the name"),
        NameVariant("Kitano", ("a",), 4, "alias", "short for 'Shōtarō Kitano'"),
        NameVariant("Shōtarō Kitnao", ("d",), 1, "typo", "a slip of the pen for 'Shōtarō Kitano'"),
    ),
    8, 4,
)  # fmt: skip


def test_spellings_of_an_entity() -> None:
    conflicts = reconcile(entities=(PERSON,)).conflicts
    by_kind = {c.kind: c for c in conflicts}
    assert {kind: (c.predicate, c.chosen) for kind, c in by_kind.items()} == {
        "alias": ("alias", "Shōtarō Kitano"),
        "typo": ("alias", "Shōtarō Kitano"),
    }
    assert [c.value for c in by_kind["typo"].candidates] == ["Shōtarō Kitano", "Shoutarou Kitano", "Shōtarō Kitnao"]
    assert by_kind["typo"].explanation == (
        "'Shōtarō Kitnao' (d) misspells 'Shōtarō Kitano' (a, b): one entity, no dispute."
    )
    assert by_kind["alias"].explanation == (
        "'Shoutarou Kitano' (c: another romanisation of the name) stands for 'Shōtarō Kitano' (a, b): "
        "one entity, no dispute."
    )


def entity(*texts: str, label: str = "ORG") -> Entity:
    variants = tuple(NameVariant(t, ("a",), 1, "alias" if i else "canonical", "") for i, t in enumerate(texts))
    return Entity("ent-2", texts[0], label, variants, 2, 1)


@pytest.mark.parametrize(
    ("texts", "label", "is_told"),
    [
        (("Mina Hoshino", "Hoshino Mina"), "PERSON", True),
        (("Mina Hoshino", "Hoshino"), "PERSON", False),  # a short form
        (("Yōji Nakai", "Yoji Nakai"), "PERSON", True),
        (("Long Road!", "Long Road"), "WORK_OF_ART", False),  # punctuation
        (("Long Road", "Kaze: Long Road"), "WORK_OF_ART", True),
        (("Nordlicht TV", "Nordlicht Television"), "ORG", True),
        (("Great Borealis Network", "GBN"), "ORG", False),  # initials
        (("Larkspur Awards", "Larkspur Award 2031"), "AWARD", False),  # plural and year
        (("United Kingdom", "Britain"), "GPE", False),
    ],
)
def test_which_spellings_are_told(texts: tuple[str, ...], label: str, is_told: bool) -> None:
    assert bool(reconcile(entities=(entity(*texts, label=label),)).conflicts) is is_told


def directs(doc_id: str, written: str) -> Claim:
    return claim(doc_id, "director", "Shōtarō Kitano", value_id="ent-1", written=written)


@pytest.mark.parametrize(
    ("written", "kind"),
    [("Shoutarou Kitano", "alias"), ("Shōtarō Kitnao", "typo"), ("Kitano", None), ("SHŌTARŌ KITANO", None)],
)
def test_spellings_of_a_value(written: str, kind: str | None) -> None:
    result = reconcile(directs("a", "Shōtarō Kitano"), directs("c", written), entities=(PERSON,))
    conflicts = [c for c in result.conflicts if c.predicate == "director"]
    assert [c.kind for c in conflicts] == ([kind] if kind else [])
    assert told(result) == {("Shōtarō Kitano", "agreed")}


# ---- properties

VALUES = {
    "start": ("2021", "2021-07", "2021-07-21", "2022-01", "2021-22", "unknown"),
    "volumes": ("3", "7", "8"),
    "publisher": ("Kaze", "Kaze Books", "KAZE"),
    "genre": ("romantic comedy", "rom-com", "mystery"),
    "director": ("Shōtarō Kitano", "Shoutarou Kitano", "Ken Mori"),
}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    predicate = draw(st.sampled_from(sorted(VALUES)))
    return claim(
        draw(st.sampled_from("abcde")),
        predicate,
        draw(st.sampled_from(VALUES[predicate])),
        medium=draw(st.sampled_from((None, "anime", "novel", "light_novel"))),
        season=draw(st.sampled_from((None, None, 1, 2))),
        asserted_on=draw(st.sampled_from((None, date(2025, 4, 6), date(2026, 1, 1)))),
        as_of=draw(st.sampled_from((None, "2025", "2026-01"))),
        score=draw(st.sampled_from((0.2, 0.9, 1.0))),
    )


bags = st.lists(claims(), max_size=14, unique_by=lambda c: c.claim_id)


@given(bags)
@settings(max_examples=60, deadline=None)
def test_every_claim_supports_exactly_one_fact(bag: list[Claim]) -> None:
    result = reconcile(*bag)
    assert sorted(i for fact in result.facts for i in fact.claim_ids) == sorted(c.claim_id for c in bag)
    assert unique([f.fact_id for f in result.facts])
    assert unique([c.conflict_id for c in result.conflicts])


def unique(ids: list[str]) -> bool:
    return ids == sorted(set(ids))


@given(bags, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_claims_does_not_matter(bag: list[Claim], shuffle: random.Random) -> None:
    shuffled = bag.copy()
    shuffle.shuffle(shuffled)
    assert reconcile(*shuffled) == reconcile(*bag)


@given(bags)
@settings(max_examples=40, deadline=None)
def test_facts_and_conflicts_are_well_formed(bag: list[Claim]) -> None:
    result = reconcile(*bag)
    for fact in result.facts:
        assert fact.status in ("agreed", "single_source", "preferred", "superseded", "disputed")
        assert 0 <= fact.confidence <= 1
        assert fact.status != "agreed" or fact.n_sources > 1
    for conflict in result.conflicts:
        assert len(conflict.candidates) > 1
        assert conflict.explanation.endswith(".")
        assert well_chosen(conflict, result.facts)


def well_chosen(conflict: Conflict, facts: tuple[Fact, ...]) -> bool:
    """The chosen value is a published one that did not lose."""
    of_value = [f for f in facts if f.predicate == conflict.predicate and f.value == conflict.chosen]
    return conflict.chosen is None or any(f.status != "disputed" for f in of_value) or conflict.kind == "alias"


@given(bags, st.sampled_from(("x", "y")))
@settings(max_examples=60, deadline=None)
def test_another_independent_article_never_makes_a_fact_less_sure(bag: list[Claim], doc_id: str) -> None:
    one_valued = [c for c in bag if c.predicate == "publisher" and c.medium is None and c.season is None]
    if one_valued:
        more = claim(doc_id, "publisher", one_valued[0].value)
        before, after = reconcile(*one_valued), reconcile(*one_valued, more)
        assert confidence(after, more.value) >= confidence(before, more.value)


def confidence(result: Reconciled, value: str) -> float:
    return max(f.confidence for f in result.facts if f.value.casefold() == value.casefold())
