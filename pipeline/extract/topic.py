"""What an article is about: the thing that 'the series' and a table without a nominee column refer to."""

from collections import Counter

from pipeline.extract.reading import Findings
from pipeline.records import Metadata, Name


def find_topic(metadata: Metadata, findings: Findings) -> Name | None:
    """The work (or person) that the title names, else the one mentioned most; None when nothing stands out."""
    things = [m for m in findings.mentions if m.label in ("WORK_OF_ART", "PERSON")]
    title = (metadata.title or "").casefold()
    named = [m for m in things if m.text.casefold() in title]
    counts = Counter((m.canonical or m.text, m.label) for m in named or things)
    if not counts:
        return None
    (text, label), _ = max(counts.items(), key=lambda item: (item[1], len(item[0][0]), item[0]))
    return Name(text, label)
