"""Digests of everything that can change a result: code, vocabulary, model, libraries.

Equal fingerprints and equal articles give equal results, so nothing needs to be done again. Comments count as code:
telling them apart would save seconds and could be wrong.
"""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]

# what decides the outcome of one article's bytes
_OF_EXTRACTION = ("errors.py", "values", "vocabulary", "records", "ingest", "parse", "extract", "run/work.py")
# libraries that take part in it; Python itself brings its Unicode tables
_LIBRARIES = (
    *("spacy", "thinc", "numpy", "onnxruntime", "charset-normalizer", "rapidfuzz"),
    *("mwparserfromhell", "markdown-it-py", "pypdf"),
)
_PUBLISHING = ("pyarrow",)


def fingerprints(model: str | None = None) -> dict[str, str]:
    """`extraction`: what decides the outcome of an article's bytes. `whole`: what decides the tables.

    `model` is the name or the path of a spaCy pipeline other than the shipped one, which is part of the package.
    """
    libraries = [*_versions(_LIBRARIES), *_model(model)]
    return {
        "extraction": fingerprint([*libraries, _package(_OF_EXTRACTION)]),
        "whole": fingerprint([*libraries, *_versions(_PUBLISHING), _package((".",))]),
    }


@cache
def _package(names: tuple[str, ...]) -> str:
    """Our own files, as they were when this process first asked: it runs the code that it has loaded."""
    return fingerprint((), PACKAGE, names)


def fingerprint(parts: Iterable[str], root: Path = PACKAGE, names: Iterable[str] = ()) -> str:
    """SHA-256 over the parts, then over the relative name and the bytes of every file under these names of `root`."""
    digest = hashlib.sha256()
    for part in parts:
        _add(digest, part.encode())
    for path in sorted({path for name in names for path in _files(root / name)}, key=Path.as_posix):
        _add(digest, path.relative_to(root).as_posix().encode())
        _add(digest, path.read_bytes())
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", content: bytes) -> None:
    """The length goes first, so that no two lists of parts look the same."""
    digest.update(len(content).to_bytes(8, "big"))
    digest.update(content)


def _files(path: Path) -> Iterator[Path]:
    """Files below the path, caches and hidden ones left out; hidden folders above it do not count."""
    if path.is_file():
        yield path
    elif path.is_dir():
        for each in path.iterdir():
            if not each.name.startswith(".") and each.name != "__pycache__" and each.suffix != ".pyc":
                yield from _files(each)


@cache
def _versions(names: tuple[str, ...]) -> list[str]:
    python = f"python {sys.version_info.major}.{sys.version_info.minor}"
    return [python, *(f"{name} {_version(name)}" for name in names)]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _model(model: str | None) -> list[str]:
    """A model in a folder by its files, an installed one by its version."""
    if model is None:
        return []
    folder = Path(model)
    if folder.is_dir():
        return [f"model {fingerprint((), folder, ('.',))}"]
    return [f"model {model} {_version(model)}"]
