"""The verb of this stage: files to articles."""

import hashlib
from collections.abc import Iterable, Iterator

from pipeline.errors import ArticleRejected
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import disguise, is_document
from pipeline.ingest.duplicates import Duplicates, text_digest
from pipeline.ingest.inventory import FileEntry
from pipeline.ingest.opening import MAX_BYTES, ReadFailed, read_file
from pipeline.records import Article, Rejection


def read_articles(entries: Iterable[FileEntry]) -> Iterator[Article | Rejection]:
    """One article or rejection per file, in order. An article that repeats the text of an earlier one is rejected."""
    duplicates = Duplicates()
    for entry in entries:
        try:
            article = read_article(entry)
        except (ArticleRejected, ReadFailed) as error:
            yield Rejection(entry.doc_id, str(error), entry.sha256)
        else:
            digest = text_digest(article.text) if article.data is None else article.sha256
            yield duplicates.check(article.doc_id, article.sha256, digest) or article


def read_article(entry: FileEntry) -> Article:
    """The file, decoded if it is text.

    Raises ArticleRejected for what its bytes are (the same bytes fail again), ReadFailed when the file cannot be
    read now or is no longer the one that the entry describes.
    """
    data = read_file(entry.path, max(entry.size, MAX_BYTES))
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        raise ReadFailed("changed while being read", transient=True)
    if not data:
        raise ArticleRejected("empty file")
    if is_document(entry.doc_id, data):
        return Article(entry.doc_id, "", entry.sha256, None, data)
    if kind := disguise(data):
        raise ArticleRejected(f"not text but {kind}")
    text, encoding = decode(data)
    if not text.strip().strip("\ufeff"):
        raise ArticleRejected("empty: nothing but white space")
    return Article(entry.doc_id, text, entry.sha256, encoding)
