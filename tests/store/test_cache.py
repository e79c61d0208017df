"""What goes in comes out, or is not there: never something else, whatever happened to the file."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import WorkspaceError
from pipeline.records import (
    DateMention,
    Extraction,
    Mention,
    Metadata,
    Outcome,
)
from pipeline.store import OutcomeCache
from pipeline.store.cache import CACHE

SAMPLE = Outcome(
    Extraction(
        "web_text",
        Metadata(title="A title", authors=("B. Quill",), published_on=date(2022, 3, 4)),
        40,
        2,
        (Mention(0, 4, "Vane", "PERSON", None, "rule", 0.5),),
        (DateMention(5, 9, "2021", "2021", date(2021, 1, 1), None, "year", False, None, None),),
        (),
        (),
    ),
    "utf-8",
    "0" * 64,
)
REJECTED = Outcome(reason="the file is empty")


def test_outcomes_are_kept(tmp_path: Path) -> None:
    with OutcomeCache(tmp_path / "state", "f1") as cache:
        assert cache.get_many(["a"]) == {}
        cache.put_many({"a": SAMPLE, "b": REJECTED})
    with OutcomeCache(tmp_path / "state", "f1") as cache:
        assert cache.get_many(["b", "c", "a"]) == {"a": SAMPLE, "b": REJECTED}
        assert cache.known(["a", "c"]) == {"a"}


def test_another_fingerprint_knows_nothing_of_them(tmp_path: Path) -> None:
    with OutcomeCache(tmp_path, "f1") as cache:
        cache.put_many({"a": SAMPLE})
    with OutcomeCache(tmp_path, "f2") as cache:
        assert cache.known(["a"]) == set()
        cache.put_many({"a": REJECTED})
    with OutcomeCache(tmp_path, "f1") as cache:
        assert cache.get_many(["a"]) == {"a": SAMPLE}


def test_a_later_outcome_replaces_the_earlier(tmp_path: Path) -> None:
    with OutcomeCache(tmp_path, "f1") as cache:
        cache.put_many({"a": SAMPLE})
        cache.put_many({"a": REJECTED})
        assert cache.get_many(["a"]) == {"a": REJECTED}


def test_more_keys_than_a_statement_takes(tmp_path: Path) -> None:
    keys = [f"{n:064}" for n in range(1234)]
    with OutcomeCache(tmp_path, "f1") as cache:
        cache.put_many(dict.fromkeys(keys, REJECTED))
        assert list(cache.get_many(iter(keys))) == keys
        assert cache.known(keys) == set(keys)


def test_pruning_keeps_what_is_in_use(tmp_path: Path) -> None:
    with OutcomeCache(tmp_path, "old") as cache:
        cache.put_many({"a": SAMPLE})
    with OutcomeCache(tmp_path, "f1") as cache:
        cache.put_many(dict.fromkeys("abc", SAMPLE))
        cache.prune(["a", "c", "c", "never seen"])
        cache.prune(["a", "c"])
        assert cache.known("abc") == {"a", "c"}
    with OutcomeCache(tmp_path, "old") as cache:
        assert cache.known("a") == set()


def test_the_thread_that_uses_it_may_change(tmp_path: Path) -> None:
    """Prefect calls the stages of one run from different threads, one at a time."""
    with OutcomeCache(tmp_path, "f1") as cache:
        thread = threading.Thread(target=cache.put_many, args=({"a": SAMPLE},))
        thread.start()
        thread.join()
        assert cache.known("a") == {"a"}


def foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE outcomes (something TEXT)")
    db.close()


@pytest.mark.parametrize(
    "put",
    [
        lambda path: path.write_bytes(b"no database at all, and longer than a header"),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(4080)),
        foreign_database,
    ],
    ids=["text", "empty", "header only", "another database"],
)
def test_a_foreign_file_is_begun_anew(tmp_path: Path, put) -> None:
    put(tmp_path / CACHE)
    with OutcomeCache(tmp_path, "f1") as cache:
        assert cache.get_many(["a"]) == {}
        cache.put_many({"a": SAMPLE})
        assert cache.get_many(["a"]) == {"a": SAMPLE}


def test_a_damaged_file_never_gives_a_wrong_outcome(tmp_path: Path) -> None:
    """Bytes flipped, cut off and overwritten at random places: 60 ways to break a file of some pages."""
    kept = {f"{n:064}": SAMPLE if n % 3 else REJECTED for n in range(60)}
    with OutcomeCache(tmp_path, "f1") as cache:
        cache.put_many(kept)
    sound = (tmp_path / CACHE).read_bytes()
    rng = random.Random(7)
    for _ in range(60):
        (tmp_path / CACHE).write_bytes(damaged(sound, rng))
        with OutcomeCache(tmp_path, "f1") as cache:
            found = cache.get_many(kept)
            assert all(kept[key] == outcome for key, outcome in found.items())
            cache.put_many({"new": REJECTED})
            assert cache.get_many(["new"]) == {"new": REJECTED}
            cache.prune(["new"])


def damaged(content: bytes, rng: random.Random) -> bytes:
    place = rng.randrange(len(content))
    kind = rng.randrange(3)
    if kind == 0:
        return content[:place]
    if kind == 1:
        return content[:place] + bytes([content[place] ^ (1 << rng.randrange(8))]) + content[place + 1 :]
    return content[:place] + rng.randbytes(min(300, len(content) - place)) + content[place + 300 :]


def test_a_file_damaged_while_it_is_open(tmp_path: Path) -> None:
    with OutcomeCache(tmp_path, "f1") as cache:
        cache.put_many(dict.fromkeys(map(str, range(200)), SAMPLE))
        (tmp_path / CACHE).write_bytes(b"overwritten" * 100)
        assert cache.get_many(["1"]) in ({}, {"1": SAMPLE})
        cache.put_many({"a": SAMPLE})
        assert cache.get_many(["a"]) == {"a": SAMPLE}


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / CACHE).mkdir()
    with pytest.raises(WorkspaceError, match="cannot use the cache"), OutcomeCache(tmp_path, "f1"):
        pass


def test_a_state_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkspaceError, match="cannot use the cache"), OutcomeCache(tmp_path / "file" / "state", "f1"):
        pass


def test_a_full_disk_is_not_the_files_fault(tmp_path: Path) -> None:
    with OutcomeCache(tmp_path, "f1") as cache:
        cache.put_many({"a": REJECTED})
        cache._connection.execute("PRAGMA max_page_count = 5")
        with pytest.raises(WorkspaceError, match="full"):
            cache.put_many({str(n): SAMPLE for n in range(500)})
        assert cache.known(["a", "1"]) == {"a"}, "all of a batch or nothing"


WRITE_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
from pipeline.records import Outcome
from pipeline.store import OutcomeCache
with OutcomeCache(Path(sys.argv[1]), "f1") as cache:
    for batch in count():
        cache.put_many({f"{batch}-{n}": Outcome(reason=f"{n} of {batch} " * 50) for n in range(100)})
        print(batch, flush=True)
"""


def test_a_killed_writer_leaves_whole_batches(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    told = [process.stdout.readline() for _ in range(5)]
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert told[-1] == "4\n"
    with OutcomeCache(tmp_path, "f1") as cache:
        kept = [len(cache.known(f"{batch}-{n}" for n in range(100))) for batch in range(200)]
    assert set(kept) == {0, 100}
    assert kept[:5] == [100] * 5
