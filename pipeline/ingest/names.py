"""What a file name tells: ignored, not an article, or one that may be read."""

from fnmatch import fnmatchcase
from pathlib import PurePath

from pipeline.vocabulary import load_vocabulary


def is_ignored(name: str) -> bool:
    """Whether a file or folder so named is nobody's article: hidden, or left behind by an editor."""
    return any(
        fnmatchcase(name, pattern) for entry in load_vocabulary("files")["ignored"] for pattern in entry["patterns"]
    )


def wrong_ending(name: str) -> str | None:
    """The reason not to read a file so named, or None."""
    files = load_vocabulary("files")
    known: list[str] = [*files["suffixes"], *(each["suffix"] for each in files["document"])]
    suffix = PurePath(name).suffix
    if suffix.lower() in known:
        return None
    listed = f"{', '.join(known[:-1])} or {known[-1]}"
    if not suffix:
        return f"no file ending: articles end with {listed}"
    advice = files["advice"].get(suffix.lower(), f"articles end with {listed}")
    return f"unknown type '{suffix}': {advice}"


def printable(name: str) -> str:
    """The name with the bytes that are not UTF-8 written out: 'caf\\xe9.txt'."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
