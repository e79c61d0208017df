"""Whether a company shows a series on a channel or as a stream, where the article says what it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.statements.folding import ItemFinder
from pipeline.records import Mention, Passage, Statement

STREAMER = r"(?:streamer|streaming (?:service|platform|giant|site|outfit)|streaming-service)"
CALLED = re.compile(rf"\b{STREAMER}s?,? [\"“‘]?$")
IS_ONE = re.compile(rf"[\"”’]?,? (?:is |was )?(?:a|an|the) (?:[\w-]+ ){{0,3}}{STREAMER}\b")
BEFORE = 40  # characters in front of a name


def as_streamed(
    statements: Sequence[Statement], passages: Sequence[Passage], finder: ItemFinder
) -> Iterator[Statement]:
    """The statements; a channel that the article calls a streaming service is one."""
    streamers = frozenset(_streamers(passages, finder))
    for s in statements:
        yield replace(s, predicate="streaming_service") if s.predicate == "broadcaster" and s.value in streamers else s


def _streamers(passages: Sequence[Passage], finder: ItemFinder) -> Iterator[str]:
    for passage in passages:
        for item in finder.within(passage.span.start, passage.span.end):
            if not isinstance(item, Mention) or item.label != "ORG":
                continue
            start, end = passage.to_text(item.start), passage.to_text(item.end - 1) + 1
            called = CALLED.search(passage.text[max(start - BEFORE, 0) : start]) or IS_ONE.match(passage.text, end)
            if called or item.words.endswith("+"):
                yield from {item.words, item.canonical or item.words}
