"""The flow itself: what is tried again and what is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.api import prefect_api
from pipeline.ingest import ReadFailed
from pipeline.run.batches import Batch, BatchResult
from pipeline.run.work import extract_batch


@pytest.fixture(scope="module")
def articles() -> Iterator[Any]:
    """The module of the flow, with an API to record its runs."""
    with prefect_api():
        from flows import articles

        yield articles


def test_a_read_that_may_succeed_later_is_tried_again(
    articles: Any, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[bool] = []

    def busy(batch: Batch, *, last_try: bool = False) -> BatchResult:
        tries.append(last_try)
        if not last_try:
            raise ReadFailed("unreadable: Input/output error; try again", transient=True)
        return extract_batch(batch, last_try=last_try)

    monkeypatch.setattr(articles, "extract_batch", busy)
    state = articles.articlefacts_flow(str(raw), str(tmp_path / "processed"), workers=1, return_state=True)
    assert tries == [False, False, True]
    assert state.result().read == 2


def test_a_fault_of_ours_is_not_tried_again(
    articles: Any, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[bool] = []

    def broken(_batch: Batch, *, last_try: bool = False) -> BatchResult:
        tries.append(last_try)
        raise ValueError("odd")

    monkeypatch.setattr(articles, "extract_batch", broken)
    state = articles.articlefacts_flow(str(raw), str(tmp_path / "processed"), workers=1, return_state=True)
    assert tries == [False]
    assert state.is_failed()
    assert not (tmp_path / "processed" / "facts.parquet").exists()
