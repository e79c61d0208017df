"""Many articles about many works, and many about one: time grows with the mentions, not with their pairs."""

import time

import pytest

from pipeline.records import Extraction, Mention, Metadata
from pipeline.resolve import resolve_entities

SYLLABLES = ("ka", "mi", "so", "ru", "ta", "ne", "yo", "shi", "ha", "gu")


def name(number: int) -> str:
    """A different made-up name for every number."""
    digits = f"{number:05d}"
    return (
        "".join(SYLLABLES[int(d)] for d in digits[:3]).title()
        + " "
        + "".join(SYLLABLES[int(d)] for d in digits).title()
    )


def world(articles: int, works: int) -> dict[str, Extraction]:
    """20 mentions an article: its work, five people in full and by one name, five other people."""
    extractions = {}
    for i in range(articles):
        work = i % works
        texts = [(f"The {name(work)} Chronicle", "WORK_OF_ART")] * 3
        for person in (work * 7 + k for k in range(5)):
            texts += [(name(person), "CHARACTER"), (name(person).split()[0], "CHARACTER")]
        texts += [(name((i * 11 + k) % 90_000), "PERSON") for k in range(7)]
        mentions = (Mention(n * 60, n * 60 + len(t), t, label, None, "test") for n, (t, label) in enumerate(texts))
        extractions[f"{i:06d}.txt"] = Extraction("test", Metadata(), 2000, 1, tuple(mentions), (), (), ())
    return extractions


def seconds(articles: int, works: int) -> float:
    extractions = world(articles, works)
    begin = time.process_time()
    resolve_entities(extractions)
    return time.process_time() - begin


@pytest.mark.parametrize("crowded", [False, True], ids=["many works", "one work"])
def test_time_is_near_linear(crowded: bool) -> None:
    few, many = (seconds(n, 1 if crowded else n // 10) for n in (60, 360))
    assert many < 6 * 3 * max(few, 0.02)  # pairs would take 36 times as long
