"""What became of a file's bytes, kept by content: a file that was renamed or copied is not read again.

A cache and never the truth: a file that is damaged or not ours is thrown away and begun anew. Records come back equal
in value and in type; a run that keeps fresh outcomes first and then reads all of them back (`put_many`, `get_many`)
gives the same bytes whether they were kept before or not.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from pipeline.errors import WorkspaceError
from pipeline.records import Outcome
from pipeline.store.packing import seal, unseal

CACHE = "outcomes.sqlite"
FORMAT = 1  # raise it when `seal` changes: older files are thrown away
_APPLICATION = 0x41464358  # 'AFCX', in the file's header
_BATCH = 500  # SQLite allows 999 parameters in a statement at the least

# an error that another file would not cure
_NOT_THE_FILE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
}

# what a damaged file may raise; keys that are no UTF-8 any more are found by the Python module
_DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)

T = TypeVar("T")


class OutcomeCache:
    """Outcomes by content key (the SHA-256 of a file's bytes) under one fingerprint. Use it in a `with`.

    The caller holds the workspace lock. Every `put_many` is one transaction: killed at any moment, the cache holds
    all of it or nothing.
    """

    def __init__(self, state: Path, fingerprint: str) -> None:
        self._path = state / CACHE
        self._fingerprint = fingerprint
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> "OutcomeCache":
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unusable(error) from error
        self._try(lambda _: None)
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def get_many(self, keys: Iterable[str]) -> dict[str, Outcome]:
        """The outcomes that are kept, by key; an entry that cannot be read counts as not kept."""
        found = ((key, unseal(self._place(key), sealed)) for key, sealed in self._sealed(keys))
        return {key: outcome for key, outcome in found if outcome is not None}

    def known(self, keys: Iterable[str]) -> set[str]:
        """The keys that are kept, without reading what they hold: `get_many` may yet find one damaged."""
        found: set[str] = set()
        for batch in _batches(keys):
            rows = self._try(partial(self._select, "key", batch))
            found |= {key for (key,) in rows} & set(batch)
        return found

    def put_many(self, outcomes: Mapping[str, Outcome]) -> None:
        """Keeps these outcomes, in place of earlier ones under the same keys; `get_many` gives them from now on."""
        rows = [(self._fingerprint, key, seal(self._place(key), outcome)) for key, outcome in outcomes.items()]
        self._insert(rows)
        if dict(self._sealed(outcomes)) != {key: sealed for _, key, sealed in rows}:
            self._discard()  # damage that only reading back brings to light
            self._insert(rows)

    def prune(self, keys: Iterable[str]) -> None:
        """Forgets everything but these keys under this fingerprint."""
        kept = [(key,) for key in keys]

        def forget(db: sqlite3.Connection) -> None:
            db.execute("CREATE TEMP TABLE kept (key TEXT PRIMARY KEY)")  # gone again if the transaction fails
            db.executemany("INSERT OR IGNORE INTO kept VALUES (?)", kept)
            db.execute(
                "DELETE FROM outcomes WHERE fingerprint != ? OR key NOT IN (SELECT key FROM kept)", (self._fingerprint,)
            )
            db.execute("DROP TABLE kept")

        self._try(forget)

    def _insert(self, rows: Sequence[tuple[str, str, bytes]]) -> None:
        self._try(lambda db: db.executemany("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", rows))

    def _place(self, key: str) -> str:
        return f"{self._fingerprint} {key}"

    def _sealed(self, keys: Iterable[str]) -> Iterator[tuple[str, object]]:
        for batch in _batches(keys):
            yield from self._try(partial(self._select, "key, outcome", batch))

    def _select(self, columns: str, keys: Sequence[str], db: sqlite3.Connection) -> list[Any]:
        marks = ", ".join("?" * len(keys))
        query = f"SELECT {columns} FROM outcomes WHERE fingerprint = ? AND key IN ({marks})"
        return db.execute(query, (self._fingerprint, *keys)).fetchall()

    def _try(self, action: Callable[[sqlite3.Connection], T]) -> T:
        """One transaction. A damaged or foreign file is begun anew, once; what is wrong outside it is the user's."""
        try:
            return self._transact(action)
        except _DAMAGE as error:
            if _primary_code(error) in _NOT_THE_FILE:
                raise self._unusable(error) from error
        try:
            self._discard()
            return self._transact(action)
        except (*_DAMAGE, OSError) as error:
            raise self._unusable(error) from error

    def _transact(self, action: Callable[[sqlite3.Connection], T]) -> T:
        if self._connection is None:
            self._connection = _connect(self._path)
        db = self._connection
        db.execute("BEGIN IMMEDIATE")
        try:
            result = action(db)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        return result

    def _discard(self) -> None:
        self._close()
        for suffix in ("", "-journal", "-wal", "-shm"):
            self._path.with_name(f"{self._path.name}{suffix}").unlink(missing_ok=True)

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _unusable(self, error: Exception) -> WorkspaceError:
        return WorkspaceError(
            f"cannot use the cache {self._path}: {error}; check free space and permissions, or delete the file"
        )


def _connect(path: Path) -> sqlite3.Connection:
    """An open database of ours. Raises DatabaseError for a file that is none, after closing it."""
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        _prepare(db)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection) -> None:
    mark = (*db.execute("PRAGMA application_id").fetchone(), *db.execute("PRAGMA user_version").fetchone())
    if mark == (_APPLICATION, FORMAT):
        return
    if db.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
        raise sqlite3.DatabaseError("the file is not a cache of this version")
    db.execute("BEGIN IMMEDIATE")
    db.execute(
        "CREATE TABLE outcomes (fingerprint TEXT NOT NULL, key TEXT NOT NULL, outcome BLOB NOT NULL,"
        " PRIMARY KEY (fingerprint, key))"
    )
    db.execute(f"PRAGMA application_id = {_APPLICATION}")
    db.execute(f"PRAGMA user_version = {FORMAT}")
    db.execute("COMMIT")


def _primary_code(error: Exception) -> int:
    """SQLite's own code without the extension; 0 for errors of the Python module."""
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _batches(keys: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while batch := list(islice(rest, _BATCH)):
        yield batch
