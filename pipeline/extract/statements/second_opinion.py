"""What the trained network says against the rules, of words that both have read.

Rules know a statement by its wording, the network by everything that stands around it. Where the network sees no such
statement at all, hardly any rule is right (decision 13).
"""

from collections.abc import Iterator, Sequence

from pipeline.extract.relations import Candidate, Paragraph, Relation
from pipeline.extract.statements.learned import PLACED_BY_RULES
from pipeline.records import Statement

OTHER_NAMES = ("title_native", "title_romanized", "alias")  # brackets and other signs tell these, more than words


def not_denied(
    found: Sequence[Statement], relations: Sequence[Relation], paragraphs: Sequence[Paragraph]
) -> Iterator[Statement]:
    """The statements but those whose value the network has read and of which it sees nothing of the kind."""
    read = {_place(c, p) for p in paragraphs for c in p.candidates}
    heard = {(_place(r.value, paragraphs[r.paragraph]), r.predicate) for r in relations}
    for statement in found:
        is_theirs = statement.start not in read or statement.predicate in (*PLACED_BY_RULES, *OTHER_NAMES)
        if is_theirs or (statement.start, statement.predicate) in heard:
            yield statement


def _place(candidate: Candidate, paragraph: Paragraph) -> int:
    """Where it begins in the raw text."""
    assert paragraph.passage is not None
    return paragraph.passage.to_raw(candidate.start, candidate.end).start
