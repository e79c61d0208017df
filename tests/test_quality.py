"""A floor under quality: scores may not drop below the pinned ones. Lowering a floor is a change to review."""

from pathlib import Path

import pytest

from benchmarks.quality import below_floor, corpora, measure


@pytest.mark.parametrize("name", ["three", "dev", "development", "held back", "alike", "fresh"])
def test_no_measure_falls_below_its_floor(shared_bench: Path, name: str) -> None:
    corpus = next(c for c in corpora(shared_bench / "articles") if c.name == name)
    if not any(corpus.raw.glob("*.txt")):
        pytest.skip(f"no articles in the corpus {name!r} at present")
    _, scores = measure(corpus, shared_bench / "articles" / "score.py")
    assert len(scores) > 8
    assert below_floor(name, scores) == []
