"""The verb of mentions: ask every rule family and the model, settle overlaps, spread names over the article."""

from pipeline.extract.mentions.candidates import RANK, Candidate, settle
from pipeline.extract.mentions.model import find_model_entities
from pipeline.extract.reading import Findings, Reading, section_name
from pipeline.records import Mention, PassageKind

SCORES = {family: round(0.5 + rank / 20, 2) for family, rank in RANK.items()}


def find_mentions(reading: Reading, findings: Findings) -> tuple[Mention, ...]:
    """All named mentions of the article, by offset; they never overlap."""
    kept = settle(c for c in find_model_entities(reading) if _is_read(reading, c))
    return tuple(_mention(reading, candidate) for candidate in kept)


def _is_read(reading: Reading, candidate: Candidate) -> bool:
    return reading.parsed.passages[candidate.passage].kind != PassageKind.FURNITURE


def _mention(reading: Reading, candidate: Candidate) -> Mention:
    passage = reading.parsed.passages[candidate.passage]
    span = passage.to_raw(candidate.start, candidate.end)
    return Mention(
        start=span.start,
        end=span.end,
        text=reading.parsed.text[span.start : span.end],
        label=candidate.label,
        section=section_name(passage.section),
        extractor=candidate.family,
        score=SCORES[candidate.family],
    )
