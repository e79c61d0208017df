"""Named mentions: the spaCy pipeline's entities and the rules' together."""

from pipeline.extract.reading import Findings, Reading
from pipeline.records import Mention


def find_mentions(reading: Reading, findings: Findings) -> tuple[Mention, ...]:
    """All named mentions of the article, by offset; they never overlap."""
    return ()
