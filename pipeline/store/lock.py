"""One run at a time on a workspace. The lock is the kernel's and dies with its holder, however it dies."""

import json
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.errors import WorkspaceError, WorkspaceLocked

STATE = ".state"
"""The folder in `processed/` for lock and cache. Deleting it between runs costs time, never a value."""

LOCK = "run.lock"
HOLDER = "run.json"
_POLL_SECONDS = 0.05
_FOREVER = -1.0


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock, as it wrote beside it: a note for people, never what decides."""

    pid: int
    host: str
    since: str  # ISO 8601, UTC
    command: str

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host}, since {self.since} ({self.command})"


@contextmanager
def workspace_lock(
    processed: Path, wait: float | None = 0.0, on_wait: Callable[[Holder | None], None] | None = None
) -> Iterator[None]:
    """Holds the workspace while the body runs.

    Another run holds it: `on_wait` is called once with what is known about that run, then up to `wait` seconds pass
    (None: any time), then WorkspaceLocked names the holder. A dead holder's lock is free at once. Raises
    WorkspaceError where the folder cannot be written.
    """
    state = processed / STATE
    lock = FileLock(_prepared(state) / LOCK, poll_interval=_POLL_SECONDS, thread_local=False)
    _acquire(lock, state, wait, on_wait)
    try:
        with suppress(OSError):
            _note_holder(state)
        yield
    finally:
        with suppress(OSError):
            (state / HOLDER).unlink(missing_ok=True)
        lock.release()


def read_holder(processed: Path) -> Holder | None:
    """What the last holder wrote, unless it ended properly; it may be dead."""
    try:
        return Holder(**json.loads((processed / STATE / HOLDER).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _prepared(state: Path) -> Path:
    try:
        state.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(state, error) from error
    return state


def _acquire(lock: FileLock, state: Path, wait: float | None, on_wait: Callable[[Holder | None], None] | None) -> None:
    try:
        lock.acquire(timeout=0)
        return
    except Timeout:
        pass
    except (OSError, NotImplementedError) as error:
        raise _unusable(state, error) from error
    if on_wait is not None and wait != 0:
        on_wait(read_holder(state.parent))
    try:
        lock.acquire(timeout=_FOREVER if wait is None else wait)
    except Timeout as error:
        raise WorkspaceLocked(_held(state.parent)) from error


def _held(processed: Path) -> str:
    holder = read_holder(processed)
    who = f"by {holder}" if holder else "by another run"
    return f"{processed} is in use {who}: wait for it to end, or run with --wait SECONDS"


def _unusable(state: Path, error: Exception) -> WorkspaceError:
    reason = getattr(error, "strerror", None) or str(error)
    return WorkspaceError(f"cannot lock {state.parent}: {reason}; check its permissions, or choose another --processed")


def _note_holder(state: Path) -> None:
    since = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    holder = Holder(os.getpid(), socket.gethostname(), since, " ".join([Path(sys.argv[0]).name, *sys.argv[1:]]))
    beside = state / f".{HOLDER}.tmp"
    beside.write_text(json.dumps(asdict(holder)), encoding="utf-8")
    beside.replace(state / HOLDER)
