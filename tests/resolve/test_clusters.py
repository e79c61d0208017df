"""Clusters under any sequence of joins and refusals."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolve.clusters import Clusters, Link

SIZE = 8
pairs = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1))


def groups(clusters: Clusters) -> set[frozenset[int]]:
    return {frozenset(i for i in range(SIZE) if clusters.find(i) == clusters.find(j)) for j in range(SIZE)}


@given(st.lists(pairs), st.lists(pairs))
def test_never_the_same_beats_probably_the_same(apart: list[tuple[int, int]], same: list[tuple[int, int]]) -> None:
    clusters = Clusters(SIZE)
    for one, other in apart:
        clusters.keep_apart(one, other)
    for one, other in same:
        joined = clusters.join(Link(one, other, 0.5, "test"))
        assert joined == (clusters.find(one) == clusters.find(other))
    assert all(clusters.find(a) != clusters.find(b) for a, b in apart if a != b)


@given(st.lists(pairs))
def test_without_refusals_clusters_are_connected_components(same: list[tuple[int, int]]) -> None:
    clusters = Clusters(SIZE)
    clusters.join_best_first(Link(one, other, 0.5, "test") for one, other in same)
    reached = {frozenset([i]) for i in range(SIZE)}
    for one, other in same:  # the slow way: merge sets
        touched = {group for group in reached if one in group or other in group}
        reached = (reached - touched) | {frozenset().union(*touched)}
    assert groups(clusters) == reached


@given(st.lists(pairs), st.lists(pairs), st.randoms(use_true_random=False))
def test_the_order_of_links_does_not_matter(apart: list, same: list, shuffle: object) -> None:
    links = [Link(one, other, 0.5, "test") for one, other in same]
    results = []
    for _ in range(2):
        clusters = Clusters(SIZE)
        for one, other in apart:
            clusters.keep_apart(one, other)
        clusters.join_best_first(links)
        results.append(groups(clusters))
        shuffle.shuffle(links)  # type: ignore[attr-defined]
    assert results[0] == results[1]


def test_surer_links_come_first() -> None:
    clusters = Clusters(3)
    clusters.keep_apart(0, 2)
    clusters.join_best_first([Link(0, 1, 0.6, "weak"), Link(1, 2, 0.9, "strong")])
    assert clusters.find(1) == clusters.find(2) != clusters.find(0)
    assert [link.reason for link in clusters.links] == ["strong"]
