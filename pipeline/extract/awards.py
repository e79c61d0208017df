"""Awards, nominations and rankings, from tables and from prose."""

from pipeline.extract.reading import Findings, Reading
from pipeline.records import AwardStatement, Name


def find_awards(reading: Reading, findings: Findings, topic: Name | None) -> tuple[AwardStatement, ...]:
    """All award rows of the article."""
    return ()
