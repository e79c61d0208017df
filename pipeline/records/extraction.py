"""What one article says, by name. Nothing here knows a doc_id, so that it can be kept by content."""

from dataclasses import dataclass, field
from datetime import date

from pipeline.records.article import Metadata
from pipeline.values.spans import Span

LABELS = ("PERSON", "CHARACTER", "ORG", "WORK_OF_ART", "GPE", "LOC", "FAC", "EVENT", "AWARD")


@dataclass(frozen=True, slots=True)
class Name:
    """A thing referred to by name, before anyone knows which entity it is."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A named mention: `text` is `text[start:end]` of the raw text, markup inside included."""

    start: int
    end: int
    text: str
    label: str
    section: str | None
    extractor: str  # the rule family or model that found it
    score: float = 1.0
    canonical: str | None = None  # the fuller name inside this article, where a rule knows it
    name: str | None = None  # the words without markup, where `text` holds any

    @property
    def words(self) -> str:
        """The name as a reader sees it."""
        return self.name or self.text


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression with its EDTF value (None: not resolvable) or ISO 8601 duration."""

    start: int
    end: int
    text: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    precision: str | None  # day, month, season, year, decade, range
    is_relative: bool
    duration: str | None
    section: str | None


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Conditions of a claim; None where the text states none."""

    language: str | None = None
    region: str | None = None
    as_of: str | None = None  # EDTF
    character: str | None = None
    theme: str | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that an article states about a subject; the value as written and as understood."""

    subject: Name
    predicate: str
    value: str  # as understood: a name, an EDTF date, a number in digits, a text
    start: int  # the words that carry the value
    end: int
    extractor: str
    value_label: str | None = None  # set when the value is a thing: resolve gives it a value_id
    value_number: float | None = None
    value_earliest: date | None = None
    value_latest: date | None = None
    medium: str | None = None
    season: int | None = None
    qualifiers: Qualifiers = field(default_factory=Qualifiers)
    score: float = 1.0
    written: str | None = None  # the value as written, where `value` is another spelling


@dataclass(frozen=True, slots=True)
class AwardStatement:
    """One award, nomination or ranking as an article tells it. None: the article does not say."""

    award: str
    edition: int | None
    year: int | None
    category: str | None
    recipient: Name | None
    work: Name | None
    result: str | None  # won, nominated, ranked
    rank: int | None
    evidence: tuple[Span, ...]
    extractor: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one article says. Depends on the article's bytes, the code and the model alone."""

    layout: str
    metadata: Metadata
    n_chars: int
    n_sentences: int
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    awards: tuple[AwardStatement, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file's bytes: an extraction, or the reason why there is none."""

    extraction: Extraction | None = None
    encoding: str | None = None
    text_sha256: str | None = None  # of the text in UTF-8: equal texts are duplicates whatever their bytes
    reason: str | None = None
    rendering: str | None = None  # the text that offsets refer to, where the file is no text
