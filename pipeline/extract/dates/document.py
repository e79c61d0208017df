"""The dates of a whole article: its passages share one timeline, in reading order."""

from pipeline.extract.dates.finder import TemporalExpression, is_narrative, read_phrases, resolve_phrases
from pipeline.extract.dates.timeline import Timeline
from pipeline.extract.reading import Reading, section_name
from pipeline.records import DateMention, Passage, PassageKind
from pipeline.values.edtf import bounds, precision


def find_dates(reading: Reading) -> tuple[DateMention, ...]:
    """All temporal expressions of the article, by offset, with raw offsets. Page furniture is not read."""
    article = reading.parsed
    passages = [passage for passage in article.passages if passage.kind != PassageKind.FURNITURE]
    read = [read_phrases(passage.text) for passage in passages]
    published_on = article.metadata.published_on
    timeline = Timeline(published_on, narrative=is_narrative([phrases for _, phrases in read], published_on))
    mentions = [
        _mention(article.text, passage, expression)
        for passage, (tokens, phrases) in zip(passages, read, strict=True)
        for expression in resolve_phrases(tokens, phrases, timeline)
    ]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def _mention(raw: str, passage: Passage, found: TemporalExpression) -> DateMention:
    span = passage.to_raw(found.start, found.end)
    earliest, latest = bounds(found.edtf) if found.edtf else (None, None)
    return DateMention(
        span.start,
        span.end,
        raw[span.start : span.end],
        found.edtf,
        earliest,
        latest,
        precision(found.edtf) if found.edtf else None,
        found.is_relative,
        found.duration,
        section_name(passage.section),
    )
