"""Articles that say the same, character by character: the first in order of doc_id counts."""

import hashlib

from pipeline.records import Rejection


def text_digest(text: str) -> str:
    """The SHA-256 of the decoded text: equal texts are duplicates, whatever their bytes."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Duplicates:
    """Remembers the texts seen so far. Ask in order of doc_id."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def check(self, doc_id: str, sha256: str, text_sha256: str) -> Rejection | None:
        """The rejection of an article whose text an earlier one has; None, and remembered, when it is the first."""
        first = self._first.setdefault(text_sha256, doc_id)
        if first == doc_id:
            return None
        return Rejection(doc_id, f"duplicate of {first}", sha256, duplicate_of=first)
