"""The eight tables: the contract between the pipeline and the people who read its output.

Adding a column raises the second number of `SCHEMA_VERSION`, any other change the first.
"""

from pipeline.publish.columns import Column, TableSchema, boolean, day, integer, list_of, number, struct, text
from pipeline.publish.words import CONFLICT_KIND_MEANINGS, MEDIA_MEANINGS, PRECISIONS, RESULT_MEANINGS, STATUS_MEANINGS
from pipeline.records import LABELS

SCHEMA_VERSION = "1.1"

MEDIA = tuple(MEDIA_MEANINGS)
RESULTS = tuple(RESULT_MEANINGS)
STATUSES = tuple(STATUS_MEANINGS)
CONFLICT_KINDS = tuple(CONFLICT_KIND_MEANINGS)

_DOC = "documents.doc_id"
_ENTITY = "entities.entity_id"
_CLAIM = "claims.claim_id"
_SHARE = (0.0, 1.0)


def _span(what: str) -> tuple[Column, ...]:
    return (
        Column("doc_id", text, f"The article that {what} stands in", references=_DOC),
        Column("start", integer, "Offset of the first character, in code points of the article's text"),
        Column("end", integer, "Offset after the last character"),
    )


_SECTION = Column("section", text, "The heading it stands under, where the article has headings", nullable=True)
_EXTRACTOR = Column("extractor", text, "The rule family or model that found it")
_SCORE = Column("score", number, "How sure the extractor was, from 0 to 1", bounds=_SHARE)
_CONFIDENCE = Column("confidence", number, "How well the sources support the row, from 0 to 1", bounds=_SHARE)
_STATUS = Column("status", text, "How the sources stand to each other; see Statuses", values=STATUSES)

_SUBJECT = (
    Column("subject", text, "The name of the work, person or character that the statement is about"),
    Column("subject_id", text, "The subject as an entity", nullable=True, references=_ENTITY),
    Column(
        "medium",
        text,
        "The form of the work that is meant, see Media; null: the work as a whole, or no work",
        nullable=True,
        values=MEDIA,
    ),
    Column("season", integer, "The season that is meant", nullable=True),
    Column("predicate", text, "What is said about the subject, e.g. `voice_actor`; see Predicates"),
)
_VALUE = (
    Column("value", text, "The value as understood: a name, an EDTF date, a number in digits, or a text"),
    Column("value_id", text, "The value as an entity, where it is one", nullable=True, references=_ENTITY),
    Column("value_number", number, "The value as a number, where it is one", nullable=True),
    Column("value_earliest", day, "First day that the value may denote, where it is a date", nullable=True),
    Column("value_latest", day, "Last day that the value may denote, where it is a date", nullable=True),
)
_QUALIFIERS = (
    Column(
        "language", text, "Qualifier: the language that the statement is limited to (`ja`, `en`, ...)", nullable=True
    ),
    Column("region", text, "Qualifier: the region that the statement is limited to", nullable=True),
    Column("as_of", text, "Qualifier: when the statement held, as EDTF", nullable=True, is_edtf=True),
    Column("character", text, "Qualifier: the character that is voiced or played", nullable=True),
    Column("theme", text, "Qualifier: the theme song that is meant", nullable=True),
    Column("format", text, "Qualifier: the format that is meant (`tankobon`, `short_story`, ...)", nullable=True),
)
_ASSERTED_ON = Column("asserted_on", day, "When it was said: the publication date of the article", nullable=True)

DOCUMENTS = TableSchema(
    "documents",
    "file in `raw/`",
    ("doc_id",),
    (
        Column("doc_id", text, "Path of the file relative to `raw/`, with `/`"),
        Column("title", text, "Title of the article", nullable=True),
        Column("layout", text, "How the article is laid out (`wiki_dump`, `web_text`, ...)", nullable=True),
        Column("publisher", text, "Who published the article", nullable=True),
        Column("authors", list_of(text), "Who wrote it, in the article's order"),
        Column("editor", text, "Who edited it", nullable=True),
        Column("published_on", day, "When it was published", nullable=True),
        Column("language", text, "Language of the article, BCP 47", nullable=True),
        Column("sha256", text, "SHA-256 of the file's bytes; null: the file could not be read", nullable=True),
        Column(
            "encoding", text, "Python codec: `bytes.decode(encoding)` is the text that offsets refer to", nullable=True
        ),
        Column(
            "rendering",
            text,
            "The text that offsets refer to, for files that are not text; null: decode the file",
            nullable=True,
        ),
        Column("n_chars", integer, "Length of the text in code points", nullable=True),
        Column("n_sentences", integer, "Number of sentences of running text", nullable=True),
        Column("status", text, "Whether the article was read", values=("ok", "rejected")),
        Column("reason", text, "Why the file was rejected", nullable=True),
        Column(
            "duplicate_of",
            text,
            "The article with the same text, where that is the reason",
            nullable=True,
            references=_DOC,
        ),
    ),
)

MENTIONS = TableSchema(
    "mentions",
    "named mention in a document",
    ("doc_id", "start", "end"),
    (
        *_span("the mention"),
        Column("text", text, "The mention as written: `raw_text[start:end]`"),
        Column("label", text, "What kind of thing is named; see Labels", values=LABELS),
        Column("entity_id", text, "The thing that is named", references=_ENTITY),
        _SECTION,
        _EXTRACTOR,
        _SCORE,
    ),
)

ENTITIES = TableSchema(
    "entities",
    "thing in the world",
    ("entity_id",),
    (
        Column("entity_id", text, "Stable across reruns"),
        Column("name", text, "The name to show: the fullest, best supported one"),
        Column("label", text, "What kind of thing it is; see Labels", values=LABELS),
        Column("aliases", list_of(text), "Its other spellings in the articles, sorted"),
        Column("n_mentions", integer, "How often the articles name it"),
        Column("n_documents", integer, "How many articles name it"),
    ),
)

DATES = TableSchema(
    "dates",
    "temporal expression",
    ("doc_id", "start", "end"),
    (
        *_span("the expression"),
        Column("text", text, "The expression as written: `raw_text[start:end]`"),
        Column(
            "edtf", text, "Its value as EDTF; null: nothing in the article resolves it", nullable=True, is_edtf=True
        ),
        Column("earliest", day, "First day that it may denote; null: unknown or open", nullable=True),
        Column("latest", day, "Last day that it may denote; null: unknown or open", nullable=True),
        Column("precision", text, "How exact the value is", nullable=True, values=PRECISIONS),
        Column("is_relative", boolean, "Whether it is counted from another date (`last year`)"),
        Column("duration", text, "ISO 8601 duration, where it is one (`P10Y9M`)", nullable=True),
        _SECTION,
    ),
)

_PLACE = struct(
    Column("doc_id", text, "The article"),
    Column("start", integer, "Offset of the first character"),
    Column("end", integer, "Offset after the last character"),
)

AWARDS = TableSchema(
    "awards",
    "award, nomination or ranking, reconciled",
    ("award_id",),
    (
        Column("award_id", text, "Made from the row's content"),
        Column("award", text, "The ceremony, series or ranking, without its edition"),
        Column("edition", integer, "The edition (7 for the seventh)", nullable=True),
        Column("year", integer, "The year it was given for or in, as the sources count", nullable=True),
        Column("category", text, "The category within the award", nullable=True),
        Column("recipient", text, "Who or what was honoured", nullable=True),
        Column("recipient_id", text, "The recipient as an entity", nullable=True, references=_ENTITY),
        Column(
            "recipient_label", text, "What kind of thing the recipient is; see Labels", nullable=True, values=LABELS
        ),
        Column("work", text, "The work that it was for, where it differs from the recipient", nullable=True),
        Column("work_id", text, "The work as an entity", nullable=True, references=_ENTITY),
        Column(
            "result", text, "How it ended, see Results; null: the sources do not say", nullable=True, values=RESULTS
        ),
        Column("rank", integer, "The place reached, in a ranking", nullable=True),
        _STATUS,
        _CONFIDENCE,
        Column(
            "evidence",
            list_of(_PLACE),
            "Where the sources say so: `{doc_id, start, end}`",
            inner_references=(("doc_id", _DOC),),
        ),
    ),
)

CLAIMS = TableSchema(
    "claims",
    "statement by one document",
    ("claim_id",),
    (
        Column("claim_id", text, "Made from the row's content"),
        *_span("the value"),
        *_SUBJECT,
        *_VALUE,
        *_QUALIFIERS,
        _ASSERTED_ON,
        _EXTRACTOR,
        _SCORE,
    ),
)

FACTS = TableSchema(
    "facts",
    "reconciled statement",
    ("fact_id",),
    (
        Column("fact_id", text, "Made from the row's content"),
        *_SUBJECT,
        *_VALUE,
        *_QUALIFIERS,
        _ASSERTED_ON,
        _STATUS,
        _CONFIDENCE,
        Column("n_sources", integer, "How many articles support it"),
        Column("claim_ids", list_of(text), "The claims it rests on", references=_CLAIM),
    ),
)

_CANDIDATE = struct(
    Column("value", text, "The value"),
    Column("claim_ids", list_of(text), "The claims that give it"),
    Column("doc_ids", list_of(text), "The articles that give it"),
    Column("weight", number, "What the sources weigh together"),
)

CONFLICTS = TableSchema(
    "conflicts",
    "disagreement between claims",
    ("conflict_id",),
    (
        Column("conflict_id", text, "Made from the row's content"),
        *_SUBJECT,
        Column("kind", text, "What kind of disagreement it is; see Kinds of conflict", values=CONFLICT_KINDS),
        Column(
            "candidates",
            list_of(_CANDIDATE),
            "The values in question: `{value, claim_ids, doc_ids, weight}`",
            inner_references=(("claim_ids", _CLAIM), ("doc_ids", _DOC)),
        ),
        Column("chosen", text, "The value that was published; null: none could be chosen", nullable=True),
        Column("rule", text, "The rule that decided"),
        Column("explanation", text, "One English sentence that a reader can check"),
    ),
)

TABLES = (DOCUMENTS, MENTIONS, ENTITIES, DATES, AWARDS, CLAIMS, FACTS, CONFLICTS)
"""In the order of the contract."""
