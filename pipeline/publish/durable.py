"""Writing that survives a power cut: bytes and names reach the disk before anyone relies on them."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import WorkspaceError

# file systems that cannot sync a directory say so with one of these; they order their writes themselves
_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}

_ADVICE = {
    errno.ENOSPC: "free some space and run again",
    errno.EDQUOT: "your disk quota is used up: free some space and run again",
    errno.EACCES: "check the permissions of the folder, or choose another with --processed",
    errno.EPERM: "the folder must allow writing and symbolic links: choose another with --processed",
    errno.EROFS: "the file system is read-only: choose another folder with --processed",
}


@contextmanager
def workspace_errors(folder: Path) -> Iterator[None]:
    """Turns every OSError into a one-line WorkspaceError that says what to do; what was published stays."""
    try:
        yield
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, "run again, readers keep what they have")
        place = error.filename or folder
        raise WorkspaceError(f"cannot write {place}: {error.strerror or error}; {advice}") from error


def write_file(path: Path, content: bytes) -> None:
    """A new file with this content, on disk when this returns; its name is on disk after `sync_folder`."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, content: bytes) -> None:
    """The file has the old content or the new, never a part of either."""
    beside = path.with_name(f".{path.name}.tmp")
    beside.unlink(missing_ok=True)
    write_file(beside, content)
    beside.replace(path)
    sync_folder(path.parent)


def replace_link(link: Path, target: str) -> None:
    """`link` points to the old target or to the new one at any moment; call `sync_folder` afterwards."""
    beside = beside_link(link)
    beside.unlink(missing_ok=True)
    beside.symlink_to(target)
    beside.replace(link)


def beside_link(link: Path) -> Path:
    """Where the next value of a link waits for its rename."""
    return link.with_name(f".{link.name}.tmp")


def make_folder(path: Path) -> None:
    """Creates the folder and its missing parents, each on disk before the next."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """The names in this folder are on disk when this returns."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(descriptor)
