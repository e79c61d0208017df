"""Files to articles: rejections by content, duplicates, files that change under us."""

import errno
import os
from pathlib import Path

import pytest

from pipeline.errors import ArticleRejected
from pipeline.ingest import FileEntry, ReadFailed, read_article, read_articles, take_inventory
from pipeline.records import Article, Rejection
from pipeline.vocabulary import load_vocabulary

TEXT = "Zoë’s article about the café and the lighthouse of the town.\n"


def entry_of(folder: Path, data: bytes, name: str = "a.txt") -> FileEntry:
    (folder / name).write_bytes(data)
    return next(entry for entry in take_inventory(folder).entries if entry.doc_id == name)


def test_an_article_keeps_its_text_exactly(tmp_path: Path) -> None:
    data = TEXT.replace("\n", "\r\n").encode("cp1252")
    article = read_article(entry_of(tmp_path, data))
    assert article.text == data.decode(article.encoding)
    assert (article.doc_id, article.encoding) == ("a.txt", "cp1252")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (b" \r\n\t \xe3\x80\x80", "nothing but white space"),
        (b"\xef\xbb\xbf\n", "nothing but white space"),
        (b"%PDF-1.7 text", "not text but a PDF document"),
        (b"PK\x03\x04abc", "not text but a ZIP archive"),
        (b"\x89PNG\r\n\x1a\nabc", "not text but a PNG image"),
        (b"\xef\xbb\xbf ok \xff", "undecodable"),
        (bytes(range(256)), "binary data"),
    ],
)
def test_rejected_for_what_the_bytes_are(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(ArticleRejected, match=reason):
        read_article(entry_of(tmp_path, data))


def test_the_same_text_twice_is_a_duplicate_whatever_its_encoding(tmp_path: Path) -> None:
    for name, encoding in (("b.txt", "utf-8"), ("a.txt", "cp1252"), ("c.txt", "utf-16")):
        (tmp_path / name).write_bytes(TEXT.encode(encoding))
    (tmp_path / "d.txt").write_bytes(b"")
    (tmp_path / "e.txt").symlink_to("b.txt")
    (tmp_path / "f.txt").write_text("Another article.")
    entries = take_inventory(tmp_path).entries
    found = list(read_articles(entries))
    assert [type(one) for one in found] == [Article, Rejection, Rejection, Rejection, Rejection, Article]
    rejected = {one.doc_id: (one.reason, one.duplicate_of) for one in found if isinstance(one, Rejection)}
    assert rejected == {
        "b.txt": ("duplicate of a.txt", "a.txt"),
        "c.txt": ("duplicate of a.txt", "a.txt"),
        "d.txt": ("empty file", None),
        "e.txt": ("duplicate of a.txt", "a.txt"),
    }
    assert [one.sha256 for one in found] == [entry.sha256 for entry in entries]


def test_a_file_that_changes_or_goes_between_inventory_and_reading(tmp_path: Path) -> None:
    entry = entry_of(tmp_path, b"first version of it")
    (tmp_path / "a.txt").write_bytes(b"other version of it")
    with pytest.raises(ReadFailed, match="changed while being read") as changed:
        read_article(entry)
    assert changed.value.transient
    (tmp_path / "a.txt").write_bytes(b"a longer version than before")
    with pytest.raises(ReadFailed) as grown:
        read_article(entry)
    assert grown.value.transient
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ReadFailed, match="vanished"):
        read_article(entry)
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ReadFailed, match="FIFO"):
        read_article(entry)
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.txt").symlink_to("/dev/zero")
    with pytest.raises(ReadFailed):
        read_article(entry)


def test_a_transient_error_says_so_and_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [entry_of(tmp_path, b"One article.", "a.txt"), entry_of(tmp_path, b"Two articles.", "b.txt")]
    really_read = os.read
    failures = [OSError(errno.EIO, "bad disk")]

    def fail_once(descriptor: int, size: int) -> bytes:
        if failures:
            raise failures.pop()
        return really_read(descriptor, size)

    monkeypatch.setattr(os, "read", fail_once)
    first, second = read_articles(entries)
    assert isinstance(first, Rejection)
    assert first.reason == "unreadable: Input/output error; try again"
    assert isinstance(second, Article)
    assert isinstance(read_article(entries[0]), Article)


def test_signatures_are_known_by_their_bytes(tmp_path: Path) -> None:
    for signature in load_vocabulary("files")["signature"]:
        for prefix in signature["bytes"]:
            with pytest.raises(ArticleRejected, match="not text but"):
                read_article(entry_of(tmp_path, bytes.fromhex(prefix) + b" and more"))
