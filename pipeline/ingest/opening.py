"""Opening files so that nothing in raw/ can block, fill the memory or stop a run."""

import errno
import os
import stat
from pathlib import Path

from pipeline.errors import ArticlefactsError

MAX_BYTES = 20_000_000
CHUNK = 1 << 20
FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
TRANSIENT = {  # a later try may succeed: network file systems, busy machines
    getattr(errno, name)
    for name in ("EIO", "ESTALE", "EAGAIN", "ETIMEDOUT", "EINTR", "EBUSY", "EMFILE", "ENFILE", "ENOMEM", "EREMOTEIO")
    if hasattr(errno, name)
}


class ReadFailed(ArticlefactsError):
    """A file could not be read this time. Says nothing about its bytes, so it must not be remembered by content."""

    def __init__(self, reason: str, *, transient: bool = False) -> None:
        super().__init__(reason)
        self.transient = transient  # trying again may help


def read_file(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file; never more than `max_bytes + 1` are read. Raises ReadFailed otherwise."""
    try:
        return _read(path, max_bytes)
    except OSError as error:
        raise read_failed(error) from error


def read_failed(error: OSError) -> ReadFailed:
    """The error as a reason that people understand."""
    if isinstance(error, FileNotFoundError):
        return ReadFailed("vanished while being read")
    if isinstance(error, PermissionError):
        return ReadFailed("unreadable: permission denied")
    reason = os.strerror(error.errno) if error.errno else str(error)
    transient = error.errno in TRANSIENT
    return ReadFailed(f"unreadable: {reason}" + ("; try again" if transient else ""), transient=transient)


def kind_of(mode: int) -> str | None:
    """What a file that is neither regular nor a folder is; None for a regular file or a folder."""
    kinds = {
        stat.S_IFIFO: "a FIFO",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    kind = stat.S_IFMT(mode)
    return None if kind in (stat.S_IFREG, stat.S_IFDIR) else kinds.get(kind, "not a regular file")


def too_large(size: int, max_bytes: int) -> str | None:
    """The reason to reject a file of that size, or None."""
    if size <= max_bytes:
        return None
    return f"larger than the limit of {max_bytes / 1e6:,.6g} MB"


def _read(path: Path, max_bytes: int) -> bytes:
    descriptor = os.open(path, FLAGS)  # does not wait for the other end of a FIFO
    try:
        if kind := kind_of(os.fstat(descriptor).st_mode):
            raise ReadFailed(f"{kind}, not a regular file")
        return _read_up_to(descriptor, max_bytes)
    finally:
        os.close(descriptor)


def _read_up_to(descriptor: int, max_bytes: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while size <= max_bytes and (chunk := os.read(descriptor, min(CHUNK, max_bytes + 1 - size))):
        chunks.append(chunk)
        size += len(chunk)
    if reason := too_large(size, max_bytes):
        raise ReadFailed(reason)
    return b"".join(chunks)
