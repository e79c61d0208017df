"""What stays in a process from batch to batch."""

import gc
import weakref
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path

import pytest

from pipeline.extract import language
from pipeline.ingest import take_inventory
from pipeline.run import work
from pipeline.run.batches import cut_batches
from pipeline.run.work import extract_batch

PLAIN = (str, int, float, bool, bytes, date, type(None))


@pytest.fixture(autouse=True)
def own_pipelines(monkeypatch):
    monkeypatch.setattr(work, "_LOADED", {})
    yield
    gc.unfreeze()


def batches(folder: Path, count: int, model: str = "fast"):
    """Batches of one file each, each with words of its own."""
    folder.mkdir()
    for number in range(count):
        name = f"Qu{chr(97 + number)}ll"
        text = f"{name} Days is a manga series written by Ada {name} and published by {name} House in 2020.\n" * 3
        (folder / f"{number:02}.txt").write_text(f"{name} Days\n\n{text}\n\nIt won the {name} Prize in 2021.\n")
    entries = take_inventory(folder).entries
    return [batch for entry in entries for batch in cut_batches([entry], model)]


def walk(value):
    """The parts of a result, all the way down."""
    if is_dataclass(value):
        for field in fields(value):
            yield from walk(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from walk(tuple(value.items()))
    elif isinstance(value, tuple | list | frozenset | set):
        for one in value:
            yield from walk(one)
    else:
        yield value


def test_results_hold_plain_values_and_words_are_forgotten(tmp_path, monkeypatch):
    alone = [extract_batch(batch) for batch in batches(tmp_path / "one", 6)]
    monkeypatch.setattr(work, "_LOADED", {})
    monkeypatch.setattr(language, "STRINGS_KEPT", 0)
    together = [extract_batch(batch) for batch in batches(tmp_path / "two", 6)]
    assert [result.outcomes for result in together] == [result.outcomes for result in alone]
    values = list(walk(together))
    assert {type(v) for v in values if not isinstance(v, Enum)} <= set(PLAIN)
    assert any(v == "Ada Qucll" for v in values)
    strings = work._language("fast").vocab.strings
    assert not [f"Qu{chr(97 + n)}ll" for n in range(6) if f"Qu{chr(97 + n)}ll" in strings]


def test_a_worn_pipeline_is_loaded_anew_and_the_old_one_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(work, "WORDS_MET", 5)
    first, second = batches(tmp_path / "raw", 2)
    extract_batch(first)
    worn = weakref.ref(work._LOADED["fast"].nlp)
    assert extract_batch(second).outcomes
    gc.collect()
    assert worn() is None
