"""Files that are no text: those that are read carry both the ending and the first bytes of their type."""

from pathlib import PurePath

from pipeline.errors import ArticleRejected
from pipeline.vocabulary import load_vocabulary


def is_document(name: str, data: bytes) -> bool:
    """Whether the file is a document such as a PDF. Raises ArticleRejected when it only has the ending of one."""
    suffix = PurePath(name).suffix.lower()
    document = next((each for each in load_vocabulary("files")["document"] if each["suffix"] == suffix), None)
    if document is None:
        return False
    if not _starts_with(data, document["bytes"]):
        raise ArticleRejected(f"not {document['name']} but {disguise(data) or 'something else with its ending'}")
    return True


def disguise(data: bytes) -> str | None:
    """What the first bytes say that the file is, if that is no text."""
    for signature in load_vocabulary("files")["signature"]:
        if _starts_with(data, signature["bytes"]):
            return str(signature["name"])
    return None


def _starts_with(data: bytes, prefixes: list[str]) -> bool:
    return any(data.startswith(bytes.fromhex(prefix)) for prefix in prefixes)
