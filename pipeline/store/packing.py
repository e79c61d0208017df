"""Outcomes as bytes, and back: small, typed, and tied to the place where they are kept."""

import hashlib
import zlib

import msgspec

from pipeline.records import Outcome

_COMPRESSION = 1
_DIGEST_BYTES = 16

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Outcome)


def pack(outcome: Outcome) -> bytes:
    """`unpack(pack(outcome)) == outcome`, in types too wherever fields hold what they declare (8.0, not 8)."""
    return zlib.compress(_encoder.encode(outcome), _COMPRESSION)


def unpack(packed: bytes) -> Outcome:
    """Raises ValueError for anything but the result of `pack`."""
    try:
        return _decoder.decode(zlib.decompress(packed))
    except (zlib.error, msgspec.MsgspecError) as error:
        raise ValueError(f"not a packed outcome: {error}") from error


def seal(place: str, outcome: Outcome) -> bytes:
    """The packed outcome after a digest that ties it to its place: damage may move a row as well as change it."""
    packed = pack(outcome)
    return _digest(place, packed) + packed


def unseal(place: str, sealed: object) -> Outcome | None:
    """The outcome that was sealed at this place; None for anything else."""
    if not isinstance(sealed, bytes):
        return None
    digest, packed = sealed[:_DIGEST_BYTES], sealed[_DIGEST_BYTES:]
    return unpack(packed) if digest == _digest(place, packed) else None


def _digest(place: str, packed: bytes) -> bytes:
    return hashlib.blake2b(f"{place}\0".encode() + packed, digest_size=_DIGEST_BYTES).digest()
