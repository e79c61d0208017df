"""Ids are hashes of content, so that runs can be compared and nothing depends on order."""

import hashlib
import json

Part = str | int | float | None
_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))  # `json.dumps` would make one for each id


def content_id(prefix: str, *parts: Part) -> str:
    """A 16-hex-digit id of the parts, e.g. `content_id("clm", "a.txt", 3, 9)` -> 'clm-0f3a...'."""
    payload = _ENCODER.encode(parts)
    return f"{prefix}-{hashlib.sha256(payload.encode()).hexdigest()[:16]}"
