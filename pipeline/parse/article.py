"""The verb of this stage: sniff the layout, read the article with the module for it."""

from pipeline.errors import ArticleRejected
from pipeline.parse.layouts import sniff, sniff_document
from pipeline.records import Article, ParsedArticle, PassageKind

UNREAD = (PassageKind.FURNITURE, PassageKind.CAPTION)  # alone, they make no article


def parse_article(article: Article) -> ParsedArticle:
    """The article's passages, tables and metadata. Raises ArticleRejected when nothing readable is left."""
    parsed = _read(article)
    if not any(p.kind not in UNREAD and _has_word(p.text) for p in parsed.passages):
        raise ArticleRejected("no readable text: nothing but page furniture, captions or signs without words")
    return parsed


def _read(article: Article) -> ParsedArticle:
    if article.data is not None:
        return sniff_document(article.data).read(article.data)
    return sniff(article.text).read(article.text)


def _has_word(text: str) -> bool:
    return any(character.isalpha() for character in text)
