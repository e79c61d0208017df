"""Ids are hashes of content, so that runs can be compared and nothing depends on order."""

import hashlib
import json

import msgspec

Part = str | int | None
_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))  # `json.dumps` would make one for each id
_fast_encoder = msgspec.json.Encoder()  # writes the same, but for what is outside of printable ASCII


def content_id(prefix: str, *parts: Part) -> str:
    """A 16-hex-digit id of the parts, e.g. `content_id("clm", "a.txt", 3, 9)` -> 'clm-0f3a...'."""
    return f"{prefix}-{hashlib.sha256(_payload(parts)).hexdigest()[:16]}"


def _payload(parts: tuple[Part, ...]) -> bytes:
    try:
        payload = _fast_encoder.encode(parts)
    except UnicodeEncodeError:  # half a surrogate pair
        return _ENCODER.encode(parts).encode()
    return payload if payload.isascii() and b"\x7f" not in payload else _ENCODER.encode(parts).encode()
