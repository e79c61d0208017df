"""What an article says: mentions, dates, awards and statements. spaCy lives here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from spacy.language import Language

from pipeline.extract.awards import find_awards
from pipeline.extract.dates import find_dates
from pipeline.extract.language import forgetting, load_language, words_met
from pipeline.extract.mentions import find_mentions
from pipeline.extract.reading import Findings, Reading
from pipeline.extract.relations import find_relations, load_relations
from pipeline.extract.soundness import find_fault
from pipeline.extract.statements import find_statements
from pipeline.extract.topics import find_topic
from pipeline.records import Extraction, ParsedArticle, PassageKind, Statement

__all__ = ["Language", "extract_claims", "find_fault", "forgetting", "load_language", "words_met"]


def extract_claims(articles: Sequence[ParsedArticle], nlp: Language) -> Iterator[Extraction]:
    """One `Extraction` per article, in order. All passages go through one `nlp.pipe`, whatever their article."""
    docs = nlp.pipe(passage.text for article in articles for passage in article.passages)
    for article in articles:
        yield _extract(Reading(article, tuple(islice(docs, len(article.passages)))))


def _extract(reading: Reading) -> Extraction:
    findings = Findings(dates=find_dates(reading))
    findings = Findings(mentions=find_mentions(reading, findings), dates=findings.dates)
    article = reading.parsed
    topic = find_topic(article, findings)
    return Extraction(
        layout=article.layout,
        metadata=article.metadata,
        n_chars=len(article.text),
        n_sentences=_count_sentences(reading),
        mentions=findings.mentions,
        dates=findings.dates,
        awards=find_awards(reading, findings, topic),
        statements=tuple(
            _in_own_words(s, reading)
            for s in find_statements(reading, findings, topic, partial(find_relations, network=load_relations()))
        ),
    )


def _in_own_words(statement: Statement, reading: Reading) -> Statement:
    """Keeps the article's spelling beside a value that is a plain text: 'rom-com' for 'romantic comedy'."""
    if statement.value_label or statement.value_earliest or statement.value_number is not None:
        return statement
    return replace(statement, written=reading.words(statement.start, statement.end))


def _count_sentences(reading: Reading) -> int:
    pairs = zip(reading.parsed.passages, reading.docs, strict=True)
    return sum(sum(1 for _ in doc.sents) for passage, doc in pairs if passage.kind == PassageKind.PROSE)
