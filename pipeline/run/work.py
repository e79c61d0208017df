"""Read, decode, parse, extract: in any process, in any order. Outcomes depend on bytes, code and model alone."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import ArticleRejected
from pipeline.extract import Language, extract_claims, find_fault, forgetting, load_language, words_met
from pipeline.ingest import ReadFailed, read_article, text_digest
from pipeline.parse import parse_article
from pipeline.records import Article, Extraction, Outcome, ParsedArticle
from pipeline.run.batches import Batch, BatchResult

PLEASE_REPORT = "this program failed on this article, please report it"
WORDS_MET = 2_000_000


def extract_batch(batch: Batch, *, last_try: bool = False) -> BatchResult:
    """Reads, parses and extracts every file of the batch.

    What is wrong with an article becomes its outcome's `reason`. Raises ReadFailed where reading may succeed when
    tried again, unless this is the last try: then the file counts as unread.
    """
    outcomes: dict[str, Outcome] = {}
    unread: dict[str, str] = {}
    parsed: list[tuple[Article, ParsedArticle]] = []
    for entry in batch.entries:
        try:
            article = read_article(entry)
            parsed.append((article, _parse(article)))
        except ArticleRejected as rejected:
            outcomes[entry.sha256] = Outcome(reason=str(rejected))
        except ReadFailed as failed:
            if failed.transient and not last_try:
                raise
            unread[entry.sha256] = str(failed)
    nlp = _language(batch.model)
    with forgetting(nlp, sum(len(one.text) for _, one in parsed)):
        extractions = _extract_all([one for _, one in parsed], nlp)
    for (article, one), found in zip(parsed, extractions, strict=True):
        outcomes[article.sha256] = _outcome(article, one, found)
    return BatchResult(batch.number, outcomes, unread)


def _outcome(article: Article, parsed: ParsedArticle, found: Extraction | ArticleRejected) -> Outcome:
    text = parsed.text
    if isinstance(found, ArticleRejected):
        return Outcome(reason=str(found))
    if fault := find_fault(found, text):
        return Outcome(reason=f"{PLEASE_REPORT}: {fault}")
    return Outcome(found, article.encoding, text_digest(text), rendering=text if parsed.is_rendered else None)


def _parse(article: Article) -> ParsedArticle:
    """A fault of ours in reading one article must not stop the others."""
    try:
        return parse_article(article)
    except (ArticleRejected, MemoryError):
        raise
    except Exception as error:
        raise _our_fault("the parser", error) from error


def _our_fault(what: str, error: Exception) -> ArticleRejected:
    message = " ".join(str(error).split())[:200]
    return ArticleRejected(f"{PLEASE_REPORT}: {what}: {type(error).__name__}: {message}")


def _extract_all(articles: Sequence[ParsedArticle], nlp: Language) -> list[Extraction | ArticleRejected]:
    """All at once; one by one when that fails, so that the article that breaks an extractor stands alone."""
    try:
        return list(extract_claims(articles, nlp))
    except MemoryError:
        raise
    except Exception as error:
        if len(articles) == 1:
            return [_our_fault("an extractor", error)]
        return [found for article in articles for found in _extract_all([article], nlp)]


@dataclass(frozen=True, slots=True)
class _Loaded:
    nlp: Language
    words: int


_LOADED: dict[str | None, _Loaded] = {}


def _language(model: str | None) -> Language:
    """Loaded once in a process, and anew after WORDS_MET words: the forgotten ones leave some 40 bytes each behind."""
    loaded = _LOADED.get(model)
    if loaded and words_met(loaded.nlp) - loaded.words > WORDS_MET:
        del loaded, _LOADED[model]
        gc.unfreeze()
        gc.collect()
        loaded = None
    if loaded is None:
        nlp = load_language(model)
        loaded = _LOADED[model] = _Loaded(nlp, words_met(nlp))
        gc.freeze()  # what is loaded stays: the collector need not look at it again and again
    return loaded.nlp
