"""The records that the stages hand on: each type is a state of knowledge.

Article (decoded) -> ParsedArticle (passages, tables, metadata) -> Extraction (what the article says, by name)
-> Claim (by entity id) -> Fact (chosen) and Conflict (explained). All are immutable; offsets are Unicode code
points into the article's decoded text, half-open.
"""

from pipeline.records.article import (
    Article,
    Cell,
    Metadata,
    ParsedArticle,
    Passage,
    PassageKind,
    Rejection,
    Table,
)
from pipeline.records.extraction import (
    LABELS,
    AwardStatement,
    DateMention,
    Extraction,
    Mention,
    Name,
    Outcome,
    Qualifiers,
    Statement,
)
from pipeline.records.knowledge import (
    Award,
    AwardClaim,
    Candidate,
    Claim,
    Conflict,
    DocumentSpan,
    Entity,
    Fact,
    NameVariant,
)

__all__ = [
    "LABELS",
    "Article",
    "Award",
    "AwardClaim",
    "AwardStatement",
    "Candidate",
    "Cell",
    "Claim",
    "Conflict",
    "DateMention",
    "DocumentSpan",
    "Entity",
    "Extraction",
    "Fact",
    "Mention",
    "Metadata",
    "Name",
    "NameVariant",
    "Outcome",
    "ParsedArticle",
    "Passage",
    "PassageKind",
    "Qualifiers",
    "Rejection",
    "Statement",
    "Table",
]
