"""What lies in raw/: one entry or one rejection per file, whatever is wrong with it."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import WorkspaceError
from pipeline.ingest.names import is_ignored, printable, wrong_ending
from pipeline.ingest.opening import MAX_BYTES, ReadFailed, kind_of, read_failed, read_file, too_large
from pipeline.records import Rejection


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that may be an article. `path` is the real one: symbolic links are resolved."""

    doc_id: str
    path: Path
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """Everything in raw/, sorted by doc_id."""

    entries: tuple[FileEntry, ...]
    rejections: tuple[Rejection, ...]
    retryable: tuple[str, ...] = ()  # doc_ids among the rejections that another try may read
    ignored: tuple[str, ...] = ()  # hidden files, editor leftovers; folders end with '/'


def take_inventory(raw: Path, max_bytes: int = MAX_BYTES) -> Inventory:
    """Every file below `raw`, with the hash of its bytes or the reason why it is not read.

    Raises WorkspaceError when `raw` is not a folder that can be listed; no file in it can raise anything.
    """
    if not raw.is_dir():
        what = "is not a folder" if raw.exists() else "does not exist"
        raise WorkspaceError(
            f"{printable(str(raw))} {what}: put articles (.txt) into a folder and pass it with --raw DIR"
        )
    walk = _Walk(raw.resolve(), max_bytes)
    walk.run()
    return Inventory(
        tuple(sorted(walk.entries, key=lambda entry: entry.doc_id)),
        tuple(sorted(walk.rejections, key=lambda rejection: rejection.doc_id)),
        tuple(sorted(walk.retryable)),
        tuple(sorted(walk.ignored)),
    )


class _Walk:
    """One pass through raw/. Folders wait in a list, so that no depth is too deep."""

    def __init__(self, root: Path, max_bytes: int) -> None:
        self.root = root
        self.max_bytes = max_bytes
        self.entries: list[FileEntry] = []
        self.rejections: list[Rejection] = []
        self.retryable: list[str] = []
        self.ignored: list[str] = []
        self.taken: set[str] = set()

    def run(self) -> None:
        folders = [self.root]
        while folders:
            folder = folders.pop()
            try:
                found = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
            except OSError as error:
                self._unlistable(folder, error)
                continue
            folders.extend(self._look_at(found))

    def _unlistable(self, folder: Path, error: OSError) -> None:
        if folder == self.root:
            raise WorkspaceError(f"{printable(str(folder))} cannot be listed: make it readable") from error
        self._reject(self._doc_id(folder) + "/", ReadFailed(f"folder {read_failed(error)}"))

    def _look_at(self, found: list[os.DirEntry[str]]) -> Iterator[Path]:
        """Takes in the files; yields the folders to look into."""
        for entry in found:
            path = Path(entry.path)
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_ignored(entry.name):
                self.ignored.append(self._doc_id(path) + ("/" if is_folder else ""))
            elif is_folder:
                yield path
            else:
                self._take(path)

    def _take(self, path: Path) -> None:
        doc_id = self._doc_id(path)
        try:
            entry = self._entry(doc_id, path)
        except ReadFailed as failure:
            self._reject(doc_id, failure)
        except OSError as error:
            self._reject(doc_id, read_failed(error))
        else:
            self.entries.append(entry)

    def _entry(self, doc_id: str, path: Path) -> FileEntry:
        target = self._inside(path) if path.is_symlink() else path
        status = target.lstat()
        if target.is_dir():
            raise ReadFailed("a symbolic link to a folder: its files are read where they lie")
        if kind := kind_of(status.st_mode):
            raise ReadFailed(f"{kind}, not a regular file")
        if reason := _unreadable_name(path) or wrong_ending(path.name) or too_large(status.st_size, self.max_bytes):
            raise ReadFailed(reason)
        data = read_file(target, self.max_bytes)
        return FileEntry(doc_id, target, hashlib.sha256(data).hexdigest(), len(data))

    def _inside(self, link: Path) -> Path:
        """Where the link leads, if that is inside raw/."""
        try:
            target = link.resolve(strict=True)
        except FileNotFoundError as error:
            raise ReadFailed("a symbolic link that leads nowhere") from error
        except (RuntimeError, OSError) as error:  # a loop is a RuntimeError before Python 3.13
            raise ReadFailed("a symbolic link that leads to itself or cannot be followed") from error
        if not target.is_relative_to(self.root):
            raise ReadFailed("a symbolic link that leads out of raw/")
        return target

    def _reject(self, doc_id: str, failure: ReadFailed) -> None:
        self.rejections.append(Rejection(doc_id, str(failure)))
        if failure.transient:
            self.retryable.append(doc_id)

    def _doc_id(self, path: Path) -> str:
        """The path below raw/, made printable, and unique even where that makes two names equal."""
        name = printable(path.relative_to(self.root).as_posix())
        doc_id, number = name, 2
        while doc_id in self.taken:
            doc_id, number = f"{name} ({number})", number + 1
        self.taken.add(doc_id)
        return doc_id


def _unreadable_name(path: Path) -> str | None:
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return "the file name is not UTF-8: rename the file"
    return None
