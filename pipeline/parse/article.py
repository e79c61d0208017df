"""The verb of this stage: sniff the layout, read the article with the module for it."""

from pipeline.records import Article, ParsedArticle


def parse_article(article: Article) -> ParsedArticle:
    """The article's passages, tables and metadata. Raises ArticleRejected when nothing readable is left."""
    raise NotImplementedError
