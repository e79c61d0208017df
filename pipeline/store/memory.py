"""What one run leaves for the next: records under keys of content, in one file that is read and replaced whole.

A cache and never the truth: a file that is missing, damaged or of another version of this program counts as empty.
Only what a run has asked for or put in is left for the next one, so that the file grows with the tables and no more.
"""

import hashlib
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from pipeline.errors import WorkspaceError

_DIGEST_BYTES = 16
_COMPRESSION = 1
_encoder = msgspec.msgpack.Encoder()
_file_decoder = msgspec.msgpack.Decoder(tuple[str, dict[str, bytes]])

T = TypeVar("T")


class RunMemory(Generic[T]):
    """Records of one type, made with the code that `fingerprint` stands for. The caller holds the workspace lock.

    Records come back equal, in types too wherever their fields hold what they declare.
    """

    def __init__(self, path: Path, fingerprint: str, record: type[T], *, forgetful: bool = False) -> None:
        self._path = path
        self._fingerprint = fingerprint
        self._decoder = msgspec.msgpack.Decoder(record)
        self._before: Mapping[str, bytes] = {} if forgetful else self._read()
        self._now: dict[str, bytes] = {}

    def get(self, key: str, /) -> T | None:
        """The record under this key, which is thereby kept for the next run; None where there is none."""
        packed = self._before.get(key)
        if packed is None:
            return None
        try:
            record = self._decoder.decode(zlib.decompress(packed))
        except (zlib.error, msgspec.MsgspecError):
            return None
        self._now[key] = packed
        return record

    def __setitem__(self, key: str, record: T, /) -> None:
        self._now[key] = zlib.compress(_encoder.encode(record), _COMPRESSION)

    def save(self) -> None:
        """Replaces the file in one step. Raises WorkspaceError where it cannot be written."""
        if self._now == self._before:
            return
        content = _encoder.encode((self._fingerprint, self._now))
        beside = self._path.with_name(f".{self._path.name}.tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_digest(content) + content)
            beside.replace(self._path)
        except OSError as error:
            raise self._unusable(error) from error

    def _read(self) -> Mapping[str, bytes]:
        try:
            content = memoryview(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._unusable(error) from error
        if bytes(content[:_DIGEST_BYTES]) != _digest(content[_DIGEST_BYTES:]):
            return {}
        try:
            fingerprint, records = _file_decoder.decode(content[_DIGEST_BYTES:])
        except msgspec.MsgspecError:
            return {}
        return records if fingerprint == self._fingerprint else {}

    def _unusable(self, error: OSError) -> WorkspaceError:
        return WorkspaceError(
            f"cannot use {self._path}: {error.strerror or error}; check free space and permissions, or delete it"
        )


def _digest(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST_BYTES).digest()
