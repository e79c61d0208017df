"""Awards, nominations and rankings, from tables, lists and prose."""

from pipeline.extract.awards.context import AwardContext
from pipeline.extract.awards.labels import Labels
from pipeline.extract.awards.lists import read_lists
from pipeline.extract.awards.prose import ProseReader
from pipeline.extract.awards.tables import read_tables
from pipeline.extract.reading import Findings, Reading
from pipeline.records import AwardStatement, Name


def find_awards(reading: Reading, findings: Findings, topic: Name | None) -> tuple[AwardStatement, ...]:
    """All award rows of the article."""
    labels = Labels(findings.mentions, topic)
    context = AwardContext(reading, findings)
    return (
        *read_tables(reading, findings, topic, labels),
        *read_lists(reading, context, labels),
        *ProseReader(reading, findings, context, labels, topic).read(),
    )
