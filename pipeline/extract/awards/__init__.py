"""Awards, nominations and rankings, from tables, lists, infoboxes and prose."""

from pipeline.extract.awards.context import AwardContext
from pipeline.extract.awards.entries import read_entries
from pipeline.extract.awards.infobox import read_infobox
from pipeline.extract.awards.labels import Labels
from pipeline.extract.awards.lists import read_lists
from pipeline.extract.awards.memory import Memory
from pipeline.extract.awards.merging import Told, add_editions, merge_statements
from pipeline.extract.awards.prose import ProseReader
from pipeline.extract.awards.rolls import read_rolls
from pipeline.extract.awards.tables import read_tables
from pipeline.extract.reading import Findings, Reading
from pipeline.records import AwardStatement, Name

LONGEST_NAME = 6  # words in capitals

__all__ = ["find_awards"]


def find_awards(reading: Reading, findings: Findings, topic: Name | None) -> tuple[AwardStatement, ...]:
    """All awards, nominations and rankings of the article; what is told twice is one statement.

    `topic` is what the article is about: whom 'it' and an empty nominee cell mean.
    """
    context = AwardContext(reading, findings)
    topic = topic if topic is None or not (_is_headline(topic.text) or context.names(topic.text)) else None
    labels = Labels(findings.mentions, topic)
    rows = [*read_tables(reading, findings, topic, labels), *read_lists(reading, context, labels)]
    rows += read_rolls(reading, context, labels)
    told = [
        *ProseReader(reading, findings, context, labels, Memory(findings, topic)).read(),
        *(Told(statement) for statement in read_entries(reading, context, topic)),
        *(Told(statement) for statement in read_infobox(reading, topic)),
    ]
    return tuple(add_editions(merge_statements(rows, told), context))


def _is_headline(text: str) -> bool:
    """A whole line in capitals is nobody's name."""
    return text.isupper() and len(text.split()) > LONGEST_NAME
